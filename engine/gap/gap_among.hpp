// The gap of `almeno 2 fra a, b, c`: how many more are needed, and the cheapest that would do.
#pragma once

#include "gap/cheapest.hpp"

namespace leps::inline gaps {

/// How many more are needed, or how many less.
/// @param many   how many hold
/// @param level  how many are to
Interval more_needed(typed::Relation relation, const Quantity& many, const Quantity& level);

/// Its size relative to the level, at most 1.
Interval relative_need(const Interval& needed, const Quantity& level);

/// What as many as are needed cost, the cheapest first; none where one of those that do not hold
/// has no cost, or where too many hold.
/// @param open  those that do not certainly hold
void price_cheapest(Gap& gap, const Truth& holds, typed::Relation relation, const Quantity& many,
                    const Quantity& level, const std::vector<Alternative>& open);

}  // namespace leps::inline gaps
