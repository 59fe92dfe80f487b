// The missing data that may still move a rule to another place of the order.
#pragma once

#include "priority/rank.hpp"

#include <vector>

namespace leps::inline priority {

/// Fills `reason.moved_by` of what has a rank: whatever becomes known beside those data leaves its
/// rank as it is. Of those, not all need move it.
/// @param results  as `rank` placed them
void find_moving_data(std::vector<RuleResult>& results, const Rulebook& rulebook,
                      std::optional<OrderingId> ordering);

}  // namespace leps::inline priority
