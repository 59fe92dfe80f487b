#include "gap/gap.hpp"

namespace leps::inline gaps {
namespace {

std::optional<Interval> either(const std::optional<Interval>& a, const std::optional<Interval>& b,
                               bool in_one_unit) {
  return a && b && in_one_unit ? std::optional(hull(*a, *b)) : std::nullopt;
}

bool of_one_kind(const Gap& a, const Gap& b) {
  const bool whole = a.kind != GapKind::parts && a.kind != GapKind::alternatives;
  return whole && a.kind == b.kind && a.unit == b.unit && a.total == b.total && a.in_one_unit() &&
         b.in_one_unit();
}

}  // namespace

const Gap& standing_for(const Gap& gap) {
  const Gap* at = &gap;
  while (at->kind == GapKind::alternatives && at->chosen) at = &at->alternatives[*at->chosen];
  return *at;
}

Gap either(Gap a, const Gap& b) {
  Gap one;
  if (of_one_kind(a, b)) {
    one.kind = a.kind;
    one.amount = hull(a.amount, b.amount);
    one.unit = a.unit;
    one.total = a.total;
    if (a.lever == b.lever) {
      one.lever = a.lever;
      one.way = either(a.way, b.way);
    }
    if (a.failing == b.failing) one.failing = std::move(a.failing);
    if (a.open == b.open) one.open = std::move(a.open);
    one.shortfall = either(a.shortfall, b.shortfall, a.shortfall_unit == b.shortfall_unit);
    one.shortfall_unit = a.shortfall_unit;
    if (a.compare == b.compare) one.compare = a.compare;
  } else {
    one.kind = GapKind::activation;  // one thing to be made true, by one road or the other
    one.total = 1;
    one.amount = Interval::everything();
  }
  one.strict = a.strict || b.strict;
  one.relative = hull(a.relative, b.relative);
  // What is met costs nothing, in whatever unit.
  const auto is_free = [](const Gap& gap) { return gap.gross_cost == Interval::point(0); };
  const bool in_one_unit = a.cost_unit == b.cost_unit || is_free(a) || is_free(b);
  one.cost = either(a.cost, b.cost, in_one_unit);
  one.gross_cost = either(a.gross_cost, b.gross_cost, in_one_unit);
  one.cost_unit = is_free(a) ? b.cost_unit : a.cost_unit;
  one.unpriced = a.unpriced && b.unpriced;
  one.rests_on = merge(std::move(a.rests_on), b.rests_on);
  one.price_rests_on = merge(std::move(a.price_rests_on), b.price_rests_on);
  return one;
}

}  // namespace leps::inline gaps
