#include "gap/gap_among.hpp"

#include "gap/distance.hpp"

#include <algorithm>

namespace leps::inline gaps {
namespace {

using typed::Relation;

const Gap& open_gap(const Alternative& each) { return each.open ? *each.open : each.gap; }

bool in_one_unit(const std::vector<Alternative>& open) {
  return std::all_of(open.begin(), open.end(), [&](const Alternative& each) {
    return open_gap(each).cost_unit == open_gap(open.front()).cost_unit;
  });
}

// The sum of the least of these costs, as many as are needed.
Bound sum_of_cheapest(std::vector<Bound> costs, const Bound& needed) {
  if (!needed.finite() || needed.value() > Rational(static_cast<int>(costs.size()))) {
    return Bound::plus_infinity();
  }
  std::sort(costs.begin(), costs.end());
  Bound sum(0);
  for (std::size_t i = 0; Rational(static_cast<int>(i)) < needed.value(); ++i) {
    if (!costs[i].finite()) return costs[i];
    sum = Bound(Rational(sum.value() + costs[i].value()));
  }
  return sum;
}

// What is not known to hold makes one more needed, and is one more to choose from, where it does
// not: it never makes the sum smaller. So it is least where all of that holds, and most where none.
Interval cheapest(const Interval& needed, const std::vector<Alternative>& open,
                  std::optional<Interval> Gap::*cost) {
  std::vector<Bound> least, most;
  for (const Alternative& each : open) {
    const Interval& range = *(open_gap(each).*cost);
    if (each.holds.is_false()) least.push_back(range.lo);
    most.push_back(range.hi);
  }
  return {sum_of_cheapest(std::move(least), needed.lo),
          sum_of_cheapest(std::move(most), needed.hi)};
}

// Where levers earn, the cheapest is chosen by what is left: known only where all is.
void price_known(Gap& gap, const std::vector<Alternative>& open) {
  std::vector<const Gap*> by_cost;
  for (const Alternative& each : open) {
    const Gap& one = open_gap(each);
    const bool known = each.holds.known() && one.cost->known() && one.gross_cost->known();
    if (!known || !gap.amount.known()) return;
    by_cost.push_back(&one);
  }
  std::stable_sort(by_cost.begin(), by_cost.end(),
                   [](const Gap* a, const Gap* b) { return a->cost->lo < b->cost->lo; });
  Interval net = Interval::point(0), gross = Interval::point(0);
  for (std::size_t i = 0; i < by_cost.size() && Bound(static_cast<int>(i)) < gap.amount.lo; ++i) {
    net = net + *by_cost[i]->cost;
    gross = gross + *by_cost[i]->gross_cost;
  }
  gap.cost = net;
  gap.gross_cost = gross;
}

// `almeno 3 fra a, b`: all that there are do not do, whatever they cost.
bool never_enough(const Gap& gap, Relation relation, const Quantity& level) {
  const Interval all = Interval::point(static_cast<int>(std::get<Gap::Activation>(gap.kind).total));
  if (relation == Relation::equal_to) return level.range.lo > all.hi;
  Quantity many;
  many.range = all;
  return more_needed(relation, many, level).lo > Bound(0);
}

}  // namespace

Interval more_needed(Relation relation, const Quantity& many, const Quantity& level) {
  if (!level.zero_divisors.empty()) return {Bound(0), Bound::plus_infinity()};
  const Interval one = Interval::point(1), none = Interval::point(0);
  switch (relation) {
    case Relation::at_least:
      return max(none, ceil(level.range) - many.range);
    case Relation::more_than:
      return max(none, floor(level.range) + one - many.range);
    case Relation::at_most:
      return max(none, many.range - floor(level.range));
    case Relation::less_than:
      return max(none, many.range - ceil(level.range) + one);
    case Relation::equal_to:
      return distance(relation, many, level);
    case Relation::different_from: {
      const bool apart = many.range.hi < level.range.lo || many.range.lo > level.range.hi;
      const bool equal = many.range.single() && many.range == level.range;
      return {Bound(equal ? 1 : 0), Bound(apart ? 0 : 1)};
    }
  }
  return Interval::everything();
}

Interval relative_need(const Interval& needed, const Quantity& level) {
  if (!level.zero_divisors.empty()) return {Bound(0), Bound(1)};
  const auto over = [](const Bound& need, const Bound& of) {
    if (need.is_zero()) return Bound(0);
    if (of.sign() <= 0 || !need.finite()) return Bound(1);
    if (!of.finite()) return Bound(0);
    return std::min(Bound(1), Bound(Rational(need.value() / of.value())));
  };
  return {over(needed.lo, level.range.hi), over(needed.hi, level.range.lo)};
}

void price_cheapest(Gap& gap, const Truth& holds, Relation relation, const Quantity& many,
                    const Quantity& level, const std::vector<Alternative>& open) {
  gap.cost.reset();
  gap.gross_cost.reset();
  gap.unpriced = false;
  if (holds.is_true()) {
    gap.cost = gap.gross_cost = Interval::point(0);
    return;
  }
  const bool more = relation == Relation::at_least || relation == Relation::more_than ||
                    (relation == Relation::equal_to && many.range.hi <= level.range.lo);
  const bool priced = more && !open.empty() && in_one_unit(open) &&
                      std::all_of(open.begin(), open.end(), [](const Alternative& each) {
                        return open_gap(each).cost && open_gap(each).gross_cost;
                      });
  gap.unpriced = !more || never_enough(gap, relation, level) ||
                 std::any_of(open.begin(), open.end(),
                             [](const Alternative& each) { return open_gap(each).unpriced; });
  if (!priced || gap.unpriced) return;
  gap.cost_unit = open_gap(open.front()).cost_unit;
  const bool earns = std::any_of(open.begin(), open.end(), [](const Alternative& each) {
    return open_gap(each).cost != open_gap(each).gross_cost;
  });
  if (earns) return price_known(gap, open);
  gap.gross_cost = cheapest(gap.amount, open, &Gap::gross_cost);
  gap.cost = gap.gross_cost;
}

}  // namespace leps::inline gaps
