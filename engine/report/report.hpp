// A report: everything that one run found, exact, ready to be written in any format. Nothing here
// is rounded or worded; the writers beside this file do that.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/fact_table.hpp"
#include "priority/rank.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"

#include <optional>
#include <vector>

namespace leps {

struct ComputedResult {
  ComputedId computed;
  Value value;
};

/// One Ambito in one year.
struct Assessment {
  const FactTable* facts = nullptr;
  std::vector<RuleResult> rules;         // every rule, in the order of the packs
  std::vector<ComputedResult> computed;  // those whose parameters are in force
};

struct Report {
  const Rulebook* rulebook = nullptr;
  const SourceMap* sources = nullptr;  // to name the places of rules and data
  std::optional<OrderingId> ordering;
  std::vector<Assessment> assessments;  // by Ambito, then year
  DiagnosticBag diagnostics;            // what was left out, and warnings
};

}  // namespace leps
