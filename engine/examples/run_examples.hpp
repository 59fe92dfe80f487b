// The examples inside the packs, run as tests: what they expect against what comes out.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

#include <vector>

namespace leps::inline examples {

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

}  // namespace leps::inline examples
