#include "gap/close_row.hpp"

#include "eval/aggregate.hpp"
#include "gap/close.hpp"
#include "gap/distance.hpp"
#include "gap/reach.hpp"

namespace leps::inline gaps {
namespace {

// Past the bounds of the field nothing is enough.
Interval within_bounds(Interval amount, const Interval& now, const Interval& bounds,
                       const LeverMove& move, const Truth& holds) {
  const auto past = [&](bool up) {
    const Interval then = up ? now + amount : now - amount;
    const Bound& last = up ? bounds.hi : bounds.lo;
    const bool perhaps = up ? then.hi > last : then.lo < last;
    const bool surely = up ? then.lo > last : then.hi < last;
    return std::pair(perhaps, surely);
  };
  const auto [up_perhaps, up_surely] = move.up ? past(true) : std::pair(false, true);
  const auto [down_perhaps, down_surely] = move.down ? past(false) : std::pair(false, true);
  if (up_perhaps || down_perhaps) amount.hi = Bound::plus_infinity();
  if (up_surely && down_surely && !holds.can_be_true) amount.lo = Bound::plus_infinity();
  return amount;
}

}  // namespace

RowClosed close_row(const Interval& distance, typed::Relation relation, const Truth& holds,
                    const typed::Solution& solution, const typed::Lever& lever, std::uint32_t level,
                    Evaluator& evaluator) {
  RowClosed closed;
  if (holds.is_true()) return closed;
  const Quantity& coefficient = evaluator.quantity(solution.coefficient);
  closed.amount = in_units_of_lever(distance, coefficient.range, holds);
  if (lever.rounding != typed::Rounding::none) {
    const Rational step = lever.rounding == typed::Rounding::steps ? lever.step : Rational(1);
    const bool strict = is_strict(relation);
    closed.amount = {holds.can_be_true ? Bound(0) : brought_up(closed.amount.lo, step, strict),
                     brought_up(closed.amount.hi, step, strict)};
  }
  const auto now = std::get<Quantity>(field_value({lever.datum, level, {}}, evaluator));
  closed.amount =
      within_bounds(closed.amount, now.range, evaluator.rulebook().typed.data[lever.datum].bounds,
                    move_of(relation, solution, lever, evaluator), holds);
  const auto price = lever.cost ? price_of(lever, evaluator) : std::nullopt;
  closed.cost = price ? std::optional(cost_of(closed.amount, *price)) : std::nullopt;
  return closed;
}

}  // namespace leps::inline gaps
