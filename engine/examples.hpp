// The examples inside the packs, run as tests: what they expect against what comes out.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"

#include <string>
#include <vector>

namespace leps {

/// The facts that an example gives, those of its own Ambito and year first, then those of other
/// years and of other members of its groups; what it does not mention is not known.
DataSet facts_of(const typed::Example& example, const Rulebook& rulebook);

/// What one `esempio` found.
struct ExampleOutcome {
  struct Miss {
    Span where;               // the expectation; of what is impossible, the example
    Text found;               // what came out instead
    bool impossible = false;  // no Ambito can be like this, and nothing was expected of it
  };
  ExampleId example;
  std::vector<Miss> misses;  // empty where all that it expects holds
};

/// Runs one example.
ExampleOutcome run_example(ExampleId id, const Rulebook& rulebook);

/// Runs every example of the packs.
std::vector<ExampleOutcome> run_examples(const Rulebook& rulebook);

/// What an example expects, as it is written, on one line.
std::string words_at(Span expectation, const SourceMap& sources);

/// Reports all that an example expects and that did not come out.
void report_misses(const ExampleOutcome& outcome, const Rulebook& rulebook,
                   const SourceMap& sources, DiagnosticBag& bag);

/// Something of the packs that no example reaches.
struct Unreached {
  Span where;
  Text what;
};

/// Rules, requirements and amounts that no example expects; verdicts that a rule can give and no
/// example sees (met, not met, not decided, partial, not applicable, not in force); comparisons
/// that no example puts exactly at the level; checks that no example shows finding something, or
/// finding nothing.
std::vector<Unreached> find_unreached(const Rulebook& rulebook);

/// Reports all of it.
void report_unreached(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps
