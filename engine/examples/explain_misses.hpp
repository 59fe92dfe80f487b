// Why an example did not come out as it expects: the derivation of what came out, for whoever wrote
// the pack.
#pragma once

#include "examples/run_examples.hpp"
#include "source/source_map.hpp"

#include <cstddef>
#include <vector>

namespace leps::inline examples {

/// A line of a derivation; a deeper one says more of the one above it.
struct WhyStep {
  std::size_t depth = 0;
  Text text;
};

/// For each miss of an example, in order, what came out and why: formulas with their numbers, rows,
/// hours and holidays, terms and their last day, numbers of the law with their source. Nothing
/// where the data are of no Ambito that there can be.
/// @param sources  in which the example stands
std::vector<std::vector<WhyStep>> explain_misses(const ExampleOutcome& outcome,
                                                 const Rulebook& rulebook,
                                                 const SourceMap& sources);

}  // namespace leps::inline examples
