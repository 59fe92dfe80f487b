// Verdicts and gaps into an order: what to do first, and why.
#pragma once

#include "eval/evaluate.hpp"
#include "gap/gap.hpp"

#include <optional>
#include <vector>

namespace leps::inline priority {

/// One rule's outcome with its gaps: what the ordering looks at.
struct RuleResult {
  RuleOutcome outcome;
  std::vector<std::optional<Gap>> gaps;  // as the version lists its requirements
  /// The requirement that is farthest from its level, the first of several: it speaks for the rule.
  std::optional<std::size_t> farthest;
  std::optional<Interval> relative_gap;  // the greatest over the requirements that apply
  std::optional<Interval> cost;          // net, of the open gaps, where every one has a cost
  std::optional<Interval> gross_cost;    // before what the levers earn
  Unit cost_unit;
  std::optional<Quantity> beneficiaries;
  std::optional<Day> deadline;  // of the data's year, where it is one of a year
  bool fragile = false;         // met, and something that it comes after is certainly not
  std::optional<int> rank;      // from 1; none for what is met, not applicable or not in force

  /// The gap of that requirement; null where no requirement has one.
  [[nodiscard]] const Gap* farthest_gap() const { return farthest ? &*gaps[*farthest] : nullptr; }

  /// Why it stands where it stands.
  struct Reason {
    /// The rule it was placed before because it blocks it; none where its own place is meant.
    std::optional<RuleId> blocks;
    /// The criterion by which it comes before the next of the list without causes; none where only
    /// the names differ or nothing follows.
    std::optional<typed::Criterion> criterion;
    std::optional<RuleId> next;  // that next one
  };
  Reason reason;
};

/// Fills `rank`, `reason` and `fragile` of the results of one Ambito and year.
/// @param results   one for each rule, in the order of the rulebook
/// @param ordering  none: by relative gap, then name
void rank(std::vector<RuleResult>& results, const Rulebook& rulebook,
          std::optional<OrderingId> ordering);

}  // namespace leps::inline priority
