// Closing one row's gap with a field of it: `si colma con c.posti`.
#pragma once

#include "eval/evaluator.hpp"
#include "gap/gap.hpp"

namespace leps::inline gaps {

/// What a row lacks of its field, brought up to whole units or steps, and what that costs.
struct RowClosed {
  Interval amount = Interval::point(0);
  std::optional<Interval> cost = Interval::point(0);  // none where it cannot be worked out
};

/// @param distance   of the row's comparison, from `distance`
/// @param holds      what is known of it
/// @param level      of the aggregate, whose row the evaluator stands on
RowClosed close_row(const Interval& distance, typed::Relation relation, const Truth& holds,
                    const typed::Solution& solution, const typed::Lever& lever, std::uint32_t level,
                    Evaluator& evaluator);

}  // namespace leps::inline gaps
