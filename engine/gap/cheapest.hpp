// Chooses the alternative of an `o` that closes it at the least cost or change, and works out what
// the gap could be while it is not known which one that is.
#pragma once

#include "eval/value.hpp"
#include "gap/gap.hpp"

#include <optional>
#include <vector>

namespace leps::inline gaps {

/// An alternative of an `o`.
struct Alternative {
  Truth holds;
  Gap gap;
  std::optional<Gap> open;  // what `gap` is once it does not hold, where that is known more closely
};

/// The gap of an `o`: that of an alternative that holds; else of the cheapest, by cost where all
/// have one, else by relative gap; of several alike, of the first written.
///
/// What is not known may make any of several the cheapest: costs and relative gap span them all,
/// and so does the amount where they are in one unit. Whatever becomes known, the gap is then
/// within.
/// @param alternatives  in the order of the text; at least one
Gap of_cheapest(std::vector<Alternative> alternatives);

}  // namespace leps::inline gaps
