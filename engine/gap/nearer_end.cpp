#include "gap/nearer_end.hpp"

#include "gap/moved.hpp"

namespace leps::inline gaps {
namespace {

enum class Within { surely, perhaps, never };

bool is_met(const Gap& gap) { return gap.amount == Interval::point(0); }

// Nothing is enough: never, or it may be that nothing is.
void out_of_reach(Gap& gap, Within within) {
  if (within == Within::surely) return;
  const bool never = within == Within::never;
  gap.amount.hi = Bound::plus_infinity();
  if (never) gap.amount.lo = Bound::plus_infinity();
  gap.relative.hi = Bound(1);
  if (never) gap.relative.lo = Bound(1);
  for (auto* cost : {&gap.cost, &gap.gross_cost}) {
    if (!*cost) continue;
    (*cost)->hi = Bound::plus_infinity();
    if (never) (*cost)->lo = Bound::plus_infinity();
  }
  gap.unpriced = gap.unpriced || never;
}

// An end that may have no value is in no order.
Within ends_in_order(const typed::Between& range, Evaluator& evaluator) {
  const Quantity low = evaluator.quantity(range.low), high = evaluator.quantity(range.high);
  if (!low.zero_divisors.empty() || !high.zero_divisors.empty()) return Within::perhaps;
  if (low.range.lo > high.range.hi) return Within::never;
  return low.range.hi > high.range.lo ? Within::perhaps : Within::surely;
}

// Whether the step that reaches one end stays on this side of the other.
Within stays_within(const Gap& gap, const Gap& nearer, const typed::Between& range,
                    const LeverOfRange& with, Evaluator& evaluator) {
  if (with.lever.rounding == typed::Rounding::none || is_met(gap)) return Within::surely;
  const Interval &low = evaluator.quantity(range.low).range,
                 &high = evaluator.quantity(range.high).range;
  const Interval& slope = evaluator.quantity(with.solution.coefficient).range;
  const Rational step =
      with.lever.rounding == typed::Rounding::steps ? with.lever.step : Rational(1);
  if (low.known() && high.known() && slope.known() &&
      Rational(abs(slope.lo.value()) * step) <= Rational(high.lo.value() - low.lo.value())) {
    return Within::surely;
  }
  const Interval now = std::get<Quantity>(evaluator.value(with.lever.datum)).range;
  if (!now.known() || !gap.amount.known() || gap.way == Way::unknown) return Within::perhaps;
  Moved then(with.lever.datum, gap.way == Way::down ? now - gap.amount : now + gap.amount,
             evaluator, Moved::Kin::follows);
  const bool below = nearer.condition.expr == range.above;  // it comes up to the lower end
  const Truth other = then.truth(below ? range.below : range.above);
  if (other.is_false()) return Within::never;
  return other.is_true() ? Within::surely : Within::perhaps;
}

std::optional<Interval> hull_of(const std::optional<Interval>& a,
                                const std::optional<Interval>& b) {
  return a && b ? std::optional(hull(*a, *b)) : std::nullopt;
}

// Not known which end is missed, or whether one is: all that either could be.
Gap of_both(const Gap& low, const Gap& high) {
  Gap gap = low;
  auto& distance = gap.kind.emplace<Gap::Distance>();
  distance.taken_along.clear();
  gap.amount = max(low.amount, high.amount);
  gap.way = either(low.way, high.way);
  gap.cost = hull_of(low.cost, high.cost);
  gap.gross_cost = hull_of(low.gross_cost, high.gross_cost);
  gap.unpriced = low.unpriced && high.unpriced;
  return gap;
}

}  // namespace

Gap nearer_end(const Gap& low, const Gap& high, const typed::Between& range,
               const std::optional<LeverOfRange>& lever, Evaluator& evaluator) {
  const bool one = is_met(low) || is_met(high);
  const Gap& nearer = is_met(low) ? high : low;
  Gap gap = one ? nearer : of_both(low, high);
  gap.relative = max(low.relative, high.relative);
  gap.rests_on.amount = merge(low.rests_on.amount, high.rests_on.amount);
  gap.rests_on.price = merge(low.rests_on.price, high.rests_on.price);
  if (lever) {
    const Within within =
        one ? stays_within(gap, nearer, range, *lever, evaluator) : Within::perhaps;
    out_of_reach(gap, lever->lever.rounding == typed::Rounding::none ? Within::surely : within);
  }
  out_of_reach(gap, ends_in_order(range, evaluator));
  if (!gap.amount.known()) {
    gap.rests_on.amount.merge(evaluator.quantity(range.low).rests_on);
    gap.rests_on.amount.merge(evaluator.quantity(range.high).rests_on);
  }
  return gap;
}

}  // namespace leps::inline gaps
