// Verdicts and gaps into an order: what to do first, and why.
#pragma once

#include "eval/evaluate.hpp"
#include "gap/gap.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace leps::inline priority {

/// What may put a rule before another: the criteria of an ordering, and the two that are always
/// there.
enum class Merit : std::uint8_t {
  category,
  certainly_fails,  // what cannot be met any more, before what is merely not known
  relative_gap,
  cost,
  beneficiaries,
  deadline,
  score,
  tie,  // equal in all else: the order of the packs
};

/// What an ordering looks at, in turn. That a rule certainly fails stands just behind the category,
/// or first where the ordering has none; the tie stands last. Without an ordering: the relative
/// gap.
std::vector<Merit> merits_of(const Rulebook& rulebook, std::optional<OrderingId> ordering);

/// Whether what blocks something is placed before it (`prima le cause`).
bool causes_come_first(const Rulebook& rulebook, std::optional<OrderingId> ordering);

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
  std::optional<int> rank;      // from 1; none for what cannot fail

  /// The gap of that requirement; null where no requirement has one.
  [[nodiscard]] const Gap* farthest_gap() const { return farthest ? &*gaps[*farthest] : nullptr; }

  /// Why it stands where it stands.
  struct Reason {
    /// The rule it was placed before because it blocks it; none where its own place is meant.
    std::optional<RuleId> blocks;
    /// By what it comes before the next of the list without causes; none where nothing follows.
    std::optional<Merit> merit;
    std::optional<RuleId> next;  // that next one
    /// The missing data that may give it another rank, those on which most rules rest first.
    std::vector<MissingDatum> moved_by;
  };
  Reason reason;
};

/// Whether one rule that may fail comes before another, prerequisites aside.
bool comes_before(const std::vector<Merit>& merits, const RuleResult& a, const RuleResult& b);

/// The numbers that beneficiaries are compared by.
std::optional<Interval> range_of(const std::optional<Quantity>& quantity);

/// Fills `rank`, `reason` and `fragile` of the results of one Ambito and year. Ranked is what may
/// still fail.
/// @param results  one for each rule, in the order of the rulebook
void rank(std::vector<RuleResult>& results, const Rulebook& rulebook,
          std::optional<OrderingId> ordering);

}  // namespace leps::inline priority
