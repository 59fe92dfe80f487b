// Which met rules stand on something that is not met, and which unmet ones block others.
#pragma once

#include "priority/rank.hpp"

namespace leps::inline priority {

/// Certainly not met: a failure, whatever the data that are still missing.
bool certainly_unmet(const RuleOutcome& outcome);

/// Met for certain, while something that it comes after (through any number of steps) is certainly
/// not met.
bool is_fragile(const RuleOutcome& outcome, const std::vector<RuleResult>& results,
                const Rulebook& rulebook);

/// The list with causes first: read from the top, each rule with whatever open prerequisites it
/// still has just before it, in the same order among themselves, each of these with its own before.
struct Placed {
  RuleId rule;
  std::optional<RuleId> blocks;  // the rule of the list before which it was placed; none: its turn
};
std::vector<Placed> causes_first(const std::vector<RuleId>& list, const Rulebook& rulebook);

}  // namespace leps::inline priority
