#include "gap/close.hpp"

#include "eval/unknown_data.hpp"
#include "gap/moved.hpp"
#include "gap/reach.hpp"
#include "gap/take_along.hpp"
#include "gap/through_bands.hpp"

#include <algorithm>

namespace leps::inline gaps {
namespace {

Interval magnitude(const Interval& a) {
  if (a.lo.sign() >= 0) return a;
  if (a.hi.sign() <= 0) return -a;
  return {Bound(0), std::max(-a.lo, a.hi)};
}

// What the lever earns once it has moved: the amount afterwards less the amount now. Only for a
// lever and a change that are known, and the way too.
std::optional<Interval> earned(typed::ExprId net_of, const typed::Lever& lever, const Gap& gap,
                               Evaluator& evaluator) {
  const auto* now = std::get_if<Interval>(&evaluator.facts().facts[lever.datum].value);
  if (!now || !now->known() || !gap.amount.known() || gap.way == Way::unknown) {
    return std::nullopt;
  }
  Moved then(lever.datum, gap.way == Way::down ? *now - gap.amount : *now + gap.amount, evaluator,
             Moved::Kin::follows);
  const Quantity& amount_then = then.quantity(net_of);
  const Quantity& amount_now = evaluator.quantity(net_of);
  if (!amount_then.zero_divisors.empty() || !amount_now.zero_divisors.empty()) return std::nullopt;
  return amount_then.range - amount_now.range;
}

// A lever that must leave the bounds of its datum closes nothing, at no price.
void stay_within_bounds(Gap& gap, Reach reach, const Truth& holds) {
  if (reach == Reach::surely) return;
  gap.amount.hi = Bound::plus_infinity();
  if (reach == Reach::never && !holds.can_be_true) gap.amount.lo = Bound::plus_infinity();
}

// From what the lever is worth to where the comparison turns.
Interval through_bands(const LeverMove& move, const Truth& holds, Evaluator& evaluator) {
  const Interval none = Interval::point(0);
  if (holds.is_true()) return none;
  const Typed& typed = evaluator.rulebook().typed;
  const auto& compare = std::get<typed::Compare>(typed.exprs[move.solution.compare].node);
  const Interval now = std::get<Quantity>(evaluator.value(move.lever.datum)).range;
  Moved at_zero(move.lever.datum, none, evaluator, Moved::Kin::stays);
  const bool strict =
      move.relation == typed::Relation::more_than || move.relation == typed::Relation::less_than;
  std::optional<Interval> amount;
  for (const bool up : {true, false}) {
    if (!(up ? move.up : move.down)) continue;
    const Interval at = turn_through_bands(move.solution, compare, up, strict, at_zero, typed);
    const Interval by = max(none, up ? at - now : now - at);
    amount = amount ? max(*amount, by) : by;  // past the level one of the two is nothing
  }
  if (holds.can_be_true) amount->lo = Bound(0);
  const bool has_kin = evaluator.rulebook().kin[move.lever.datum].any();
  if (has_kin)
    amount = Interval{Bound(0), Bound::plus_infinity()};  // what follows it is not worked out
  return *amount;
}

}  // namespace

Interval in_units_of_lever(const Interval& distance, const Interval& coefficient,
                           const Truth& holds) {
  if (holds.is_true()) return Interval::point(0);
  const Interval size = magnitude(coefficient);
  if (size.known() && size.lo.is_zero()) {
    return {holds.can_be_true ? Bound(0) : Bound::plus_infinity(), Bound::plus_infinity()};
  }
  Interval amount = distance / size;
  if (size.lo.is_zero()) amount.hi = Bound::plus_infinity();  // it may move nothing
  return amount;
}

Bound brought_up(const Bound& amount, const Rational& step, bool strict) {
  if (!amount.finite()) return amount;
  const Rational steps = amount.value() / step;
  return Bound(Rational((strict ? floor(steps) + 1 : ceil(steps)) * step));
}

Interval cost_of(const Interval& amount, const Interval& price) {
  Interval cost = amount * price;
  if (!amount.lo.finite()) cost.lo = Bound::plus_infinity();
  if (!amount.hi.finite()) cost.hi = Bound::plus_infinity();
  return cost;
}

void Cost::add(const std::optional<Interval>& gross_cost, const std::optional<Interval>& net_cost,
               const Unit& cost_unit) {
  if (any_ && cost_unit != unit) return give_up();
  any_ = true;
  unit = cost_unit;
  gross = gross && gross_cost ? std::optional(*gross + *gross_cost) : std::nullopt;
  net = net && net_cost ? std::optional(*net + *net_cost) : std::nullopt;
}

void Cost::give_up() {
  any_ = true;
  gross.reset();
  net.reset();
}

void close_with_lever(Gap& gap, typed::Relation relation, const Truth& holds,
                      const typed::Solution& solution, const typed::Lever& lever,
                      Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const Quantity& coefficient = evaluator.quantity(solution.coefficient);
  const LeverMove move = move_of(relation, solution, lever, evaluator);

  gap.lever = lever.datum;
  gap.unit = std::get<NumberOf>(typed.data[lever.datum].type).unit;
  gap.way = way_of(move.up, move.down);
  gap.amount = solution.through ? through_bands(move, holds, evaluator)
                                : in_units_of_lever(gap.amount, coefficient.range, holds);
  const bool moves_nothing = gap.unreachable();
  if (!holds.is_true() && !moves_nothing && !solution.through) take_along(gap, move, evaluator);
  if (lever.rounding != typed::Rounding::none && !holds.is_true()) {
    const Rational step = lever.rounding == typed::Rounding::steps ? lever.step : Rational(1);
    gap.amount = {holds.can_be_true ? Bound(0) : brought_up(gap.amount.lo, step, gap.strict),
                  brought_up(gap.amount.hi, step, gap.strict)};
    gap.strict = false;  // a step past the level passes it
    if (!holds_with_those_taken_along(gap, move, evaluator)) gap.amount.hi = Bound::plus_infinity();
  }
  if (!holds.is_true() && !moves_nothing) {
    const Reach reach = reach_of(gap, move, evaluator);
    stay_within_bounds(gap, reach, holds);
    gap.unpriced = reach == Reach::never;
    name_taken_along(gap, move, evaluator);
  }
  if (!gap.amount.known()) gap.rests_on.amount.merge(coefficient.rests_on);

  gap.unpriced = gap.unpriced || !lever.cost || moves_nothing;
  if (holds.is_true()) gap.cost = gap.gross_cost = Interval::point(0);
  if (!lever.cost) return;
  gap.cost_unit = unit_of(typed, *lever.cost) * gap.unit;
  if (holds.is_true()) return;
  gap.rests_on.price = evaluator.quantity(*lever.cost).rests_on;
  const auto price = price_of(lever, evaluator);
  if (!price) return;
  gap.gross_cost = cost_of(gap.amount, *price);
  gap.cost = gap.gross_cost;
  if (lever.net_of) {
    const auto income = earned(*lever.net_of, lever, gap, evaluator);
    gap.cost = income ? std::optional(*gap.gross_cost - *income) : std::nullopt;
    gap.rests_on.price.merge(unknown_data(*lever.net_of, evaluator));
  }
}

std::optional<Interval> price_of(const typed::Lever& lever, Evaluator& evaluator) {
  const Quantity& price = evaluator.quantity(*lever.cost);
  return price.zero_divisors.empty() ? std::optional(price.range) : std::nullopt;
}

Unit unit_of(const Typed& typed, typed::ExprId expr) {
  return std::get<NumberOf>(typed.exprs[expr].type).unit;
}

Unit unit_of_comparison(const Typed& typed, const typed::Compare& compare) {
  if (std::holds_alternative<DayOf>(typed.exprs[compare.left].type)) return Unit::days();
  const auto& left = std::get<NumberOf>(typed.exprs[compare.left].type);
  return left.zero ? unit_of(typed, compare.right) : left.unit;
}

}  // namespace leps::inline gaps
