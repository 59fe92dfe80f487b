// The examples inside the packs, run as tests: what they expect against what comes out.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

#include <vector>

namespace leps {

/// The facts that an example gives, those of its own Ambito and year first, then those of other
/// years and of other members of its groups; what it does not mention is not known.
DataSet facts_of(const typed::Example& example, const Rulebook& rulebook);

/// What one `esempio` found.
struct ExampleOutcome {
  struct Miss {
    Span where;  // the expectation
    Text found;  // what came out instead
  };
  ExampleId example;
  std::vector<Miss> misses;  // empty where all that it expects holds
};

/// Runs one example.
ExampleOutcome run_example(ExampleId id, const Rulebook& rulebook);

/// Runs every example of the packs.
std::vector<ExampleOutcome> run_examples(const Rulebook& rulebook);

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

}  // namespace leps
