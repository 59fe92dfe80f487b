#include "gap/cheapest.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace leps::inline gaps {
namespace {

/// What the gap could be by one way of choosing.
struct Spanned {
  std::set<std::size_t> candidates;
  std::optional<Interval> amount, relative;
  std::optional<Interval> cost, gross;  // none: a candidate has none, or in another unit
  Unit cost_unit;
  bool unpriced = true;  // no candidate that is open has a cost

  void add(std::size_t candidate, const Gap& gap) {
    if (candidates.empty()) {
      amount = gap.amount, relative = gap.relative, cost = gap.cost, gross = gap.gross_cost;
    } else {
      amount = hull(*amount, gap.amount);
      relative = hull(*relative, gap.relative);
      cost = cost && gap.cost ? std::optional(hull(*cost, *gap.cost)) : std::nullopt;
      gross = gross && gap.gross_cost ? std::optional(hull(*gross, *gap.gross_cost)) : std::nullopt;
    }
    candidates.insert(candidate);
    if (!gap.cost_unit.none()) {
      if (!cost_unit.none() && cost_unit != gap.cost_unit) cost.reset(), gross.reset();
      cost_unit = gap.cost_unit;
    }
  }
};

/// What is left to do where an alternative holds.
Gap nothing() {
  Gap gap;
  gap.relative = Interval::point(0);
  gap.cost = gap.gross_cost = Interval::point(0);
  return gap;
}

bool has_cost(const Gap& gap) { return gap.cost && gap.cost->hi.finite(); }

class Choice {
 public:
  explicit Choice(const std::vector<Alternative>& alternatives) : alternatives_(alternatives) {
    for (const Alternative& each : alternatives) gaps_.push_back(each.open.value_or(each.gap));
  }

  Spanned run() {
    if (one_may_hold()) return std::move(spanned_);
    const bool some_unpriced =
        std::any_of(gaps_.begin(), gaps_.end(), [](const Gap& gap) { return gap.unpriced; });
    const bool all_priced = std::all_of(gaps_.begin(), gaps_.end(), has_cost) && in_one_cost_unit();
    if (!some_unpriced && in_one_cost_unit()) choose_by_cost();
    if (!all_priced) choose_by_relative();
    return std::move(spanned_);
  }

 private:
  // The first that holds leaves nothing to do.
  // @return whether one certainly holds
  bool one_may_hold() {
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      if (alternatives_[i].holds.can_be_true) spanned_.add(i, nothing());
      if (alternatives_[i].holds.is_true()) return true;
    }
    return false;
  }

  void add_open(std::size_t candidate, const Gap& gap) {
    spanned_.add(candidate, gap);
    spanned_.unpriced = spanned_.unpriced && gap.unpriced;
  }

  // Of those that have a cost: one without may have any once more is known.
  [[nodiscard]] bool in_one_cost_unit() const {
    const Gap* first = nullptr;
    for (const Gap& gap : gaps_) {
      if (!gap.cost) continue;
      if (first && gap.cost_unit != first->cost_unit) return false;
      first = &gap;
    }
    return true;
  }

  static Interval cost_of(const Gap& gap) { return gap.cost.value_or(Interval::everything()); }

  [[nodiscard]] bool surely_nearer(std::size_t a, std::size_t b) const {
    const Bound& most = gaps_[a].relative.hi;
    const Bound& least = gaps_[b].relative.lo;
    return most < least || (most == least && a < b);
  }

  [[nodiscard]] bool surely_cheaper(std::size_t a, std::size_t b) const {
    const Bound most = cost_of(gaps_[a]).hi, least = cost_of(gaps_[b]).lo;
    return most < least || (most == least && most.finite() && surely_nearer(a, b));
  }

  // The cheapest costs no more than any other does at the most.
  void choose_by_cost() {
    Bound most = Bound::plus_infinity();
    for (const Gap& gap : gaps_) most = std::min(most, cost_of(gap).hi);
    const bool nothing_earned = std::all_of(
        gaps_.begin(), gaps_.end(), [](const Gap& gap) { return gap.cost == gap.gross_cost; });
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      if (beaten(i, &Choice::surely_cheaper)) continue;
      Gap gap = gaps_[i];
      if (gap.cost) gap.cost->hi = std::min(gap.cost->hi, most);
      if (nothing_earned) gap.gross_cost = gap.cost;
      add_open(i, gap);
    }
  }

  // The nearest is no farther than any other is at the most.
  void choose_by_relative() {
    Bound most(1);
    for (const Gap& gap : gaps_) most = std::min(most, gap.relative.hi);
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      if (beaten(i, &Choice::surely_nearer)) continue;
      Gap gap = gaps_[i];
      gap.relative.hi = std::min(gap.relative.hi, most);
      add_open(i, gap);
    }
  }

  [[nodiscard]] bool beaten(std::size_t i,
                            bool (Choice::*beats)(std::size_t, std::size_t) const) const {
    for (std::size_t other = 0; other < gaps_.size(); ++other) {
      if (other != i && (this->*beats)(other, i)) return true;
    }
    return false;
  }

  const std::vector<Alternative>& alternatives_;
  std::vector<Gap> gaps_;  // as they are where none holds
  Spanned spanned_;
};

// The one that would be the cheapest if all were as far, or as dear, as they could be.
std::size_t at_the_most(const std::vector<Alternative>& all,
                        const std::set<std::size_t>& candidates) {
  const bool by_cost = std::all_of(candidates.begin(), candidates.end(),
                                   [&](std::size_t i) { return has_cost(all[i].gap); });
  const auto before = [&](std::size_t a, std::size_t b) {
    const Gap &one = all[a].gap, &other = all[b].gap;
    if (all[a].holds.is_true() != all[b].holds.is_true()) return all[a].holds.is_true();
    if (by_cost && one.cost->hi != other.cost->hi) return one.cost->hi < other.cost->hi;
    return one.relative.hi < other.relative.hi;
  };
  return *std::min_element(candidates.begin(), candidates.end(), before);
}

}  // namespace

Gap of_cheapest(std::vector<Alternative> alternatives) {
  const Spanned spanned = Choice(alternatives).run();
  const std::size_t chosen = at_the_most(alternatives, spanned.candidates);
  const Gap& nearest = alternatives[chosen].gap;
  const auto alike = [&](std::size_t i) {
    return alternatives[i].gap.in_one_unit() && alternatives[i].gap.unit == nearest.unit;
  };
  const bool certain = spanned.candidates.size() == 1;
  const bool in_one_unit =
      certain || std::all_of(spanned.candidates.begin(), spanned.candidates.end(), alike);

  Gap gap;
  if (certain) {
    gap = nearest;
  } else if (in_one_unit) {
    gap.unit = nearest.unit;
    gap.lever = nearest.lever;
    gap.way = nearest.way;
    for (const std::size_t i : spanned.candidates) {
      const Gap& other = alternatives[i].gap;
      gap.strict = gap.strict || other.strict;
      if (other.lever == gap.lever) gap.way = either(gap.way, other.way);
    }
  }
  gap.amount = in_one_unit ? *spanned.amount : Interval::everything();
  gap.relative = *spanned.relative;
  gap.cost = spanned.cost;
  gap.gross_cost = spanned.gross;
  gap.cost_unit = spanned.cost_unit;
  gap.unpriced = spanned.unpriced;
  Gap::Alternatives of;
  of.candidates.assign(spanned.candidates.begin(), spanned.candidates.end());
  if (in_one_unit) of.chosen = chosen;
  for (Alternative& each : alternatives) {
    if (!certain) {  // which of them it is rests on all that each of them does
      gap.rests_on.amount.merge(each.gap.rests_on.amount);
      gap.rests_on.amount.merge(each.gap.rests_on.price);
      if (!each.holds.known()) gap.rests_on.amount.merge(each.holds.rests_on);
    }
    of.all.push_back(std::move(each.gap));
  }
  gap.kind = std::move(of);
  return gap;
}

}  // namespace leps::inline gaps
