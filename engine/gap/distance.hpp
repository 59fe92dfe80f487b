// The distance of a comparison from holding, absolute and relative to the size of the level.
#pragma once

#include "eval/value.hpp"

namespace leps::inline gaps {

/// How far `left` is from the values that satisfy the relation with `right`: 0 where it holds or
/// where only the level itself is not enough. Sound over all that both could be.
/// Where a side has no value, or may not, anything could be asked.
Interval distance(typed::Relation relation, const Quantity& left, const Quantity& right);

/// The distance over the size of the level (`right`), at most 1; where the level is 0, 1 unless
/// the distance is 0. Tight: the level counts once, although it stands above and below the line.
Interval relative_distance(typed::Relation relation, const Quantity& left, const Quantity& right);

bool is_strict(typed::Relation relation);

}  // namespace leps::inline gaps
