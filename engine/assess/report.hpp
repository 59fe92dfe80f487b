// A report: everything that one run found, exact, ready to be written in any format. Nothing here
// is rounded or worded: explain/ words it, and the writers of report/ make texts of it.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "eval/reads.hpp"
#include "eval/surroundings.hpp"
#include "eval/values.hpp"
#include "facts/fact_table.hpp"
#include "priority/rank.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"
#include "tables/data_files.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace leps::inline assessing {

/// Something found about data, by a `controllo` of the packs or by who read them, that is no error.
/// It stands beside every result that rests on those data, and suspends none.
struct DataDoubt {
  Code code;
  Text message;               // as among the diagnostics
  Text said;                  // the same on a page of its Ambito and year, which need not be named
  std::optional<Span> where;  // in the data
  std::vector<Read> about;    // what it is about, the most telling first; none: the survey date
};

/// That a result rests on doubted data.
struct Doubted {
  std::size_t doubt = 0;  // which of the assessment's `doubts`
  std::string datum;      // by which of its data: `popolazione`, `comuni.residenti`, `x@2024`
};

struct ComputedResult {
  ComputedId computed;
  Value value;
  std::vector<Doubted> doubts = {};
};

/// A value that lost against that of another source, and the verdicts that it would have given.
struct OtherSource {
  DatumId datum;
  std::size_t other = 0;  // which of the fact's `others`
  struct Change {
    RuleId rule;
    Verdict verdict;
  };
  std::vector<Change> changes;  // only where another verdict comes out
};

/// One Ambito in one year.
struct Assessment {
  const FactTable* facts = nullptr;
  const Surroundings* around = nullptr;
  Values values;  // of all expressions that were worked out over the facts, but those of rows
  std::vector<RuleResult> rules;         // every rule, in the order of the packs
  std::vector<ComputedResult> computed;  // those whose parameters are in force
  std::vector<OtherSource> other_sources;
  /// What is doubted of the data of this Ambito and year, then of those elsewhere that its results
  /// rest on.
  std::vector<DataDoubt> doubts;
  IdMap<RuleId, std::vector<Doubted>> doubts_of_rules;  // a row for every rule

  /// The result of an amount; null where a parameter of it is not in force.
  [[nodiscard]] const ComputedResult* result_of(ComputedId amount) const {
    for (const ComputedResult& each : computed) {
      if (each.computed == amount) return &each;
    }
    return nullptr;
  }
};

struct Report {
  const Rulebook* rulebook = nullptr;
  const SourceMap* sources = nullptr;  // to name the places of rules and data
  std::optional<OrderingId> ordering;
  std::shared_ptr<const Surroundings> around;
  std::vector<Assessment> assessments;  // by Ambito, then year
  DiagnosticBag diagnostics;            // what was left out, and warnings
  std::vector<DataFile> data_files;     // what the data were read from
};

}  // namespace leps::inline assessing
