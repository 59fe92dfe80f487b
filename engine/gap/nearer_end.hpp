// The gap of `x tra a e b`: to the nearer end, either way.
#pragma once

#include "eval/evaluator.hpp"
#include "gap/gap.hpp"

namespace leps::inline gaps {

/// The lever of `x`, where it has one, and how it closes the two comparisons.
struct LeverOfRange {
  const typed::Lever& lever;
  const typed::Solution& solution;
};

/// Without an end where the ends are the wrong way round, or where a step of the lever goes past
/// both: nothing that `x` could be is enough.
/// @param low, high  the gaps of `x almeno a` and `x al massimo b`
Gap nearer_end(const Gap& low, const Gap& high, const typed::Between& range,
               const std::optional<LeverOfRange>& lever, Evaluator& evaluator);

}  // namespace leps::inline gaps
