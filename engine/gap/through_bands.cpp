#include "gap/through_bands.hpp"

#include "eval/bands.hpp"

namespace leps::inline gaps {
namespace {

std::optional<std::vector<Rational>> known_values(const std::vector<typed::ExprId>& exprs,
                                                  Moved& at_zero) {
  std::vector<Rational> values;
  for (const typed::ExprId expr : exprs) {
    const Quantity& one = at_zero.quantity(expr);
    if (!one.range.known() || !one.zero_divisors.empty()) return std::nullopt;
    values.push_back(one.range.lo.value());
  }
  return values;
}

}  // namespace

// `left - right` is coefficient * bands + rest, and what the bands divide is slope * lever + base.
Interval turn_through_bands(const typed::Solution& solution, const typed::Compare& compare, bool up,
                            bool strict, Moved& at_zero, const Typed& typed) {
  const auto& bands = std::get<typed::Bands>(typed.exprs[solution.through->bands].node);
  const auto limits = known_values(bands.limits, at_zero);
  const auto rates = known_values(bands.rates, at_zero);
  const Interval coefficient = at_zero.quantity(solution.coefficient).range;
  const Interval slope = at_zero.quantity(solution.through->slope).range;
  const Quantity left = at_zero.quantity(compare.left), right = at_zero.quantity(compare.right);
  const bool has_value = left.zero_divisors.empty() && right.zero_divisors.empty();
  if (!limits || !rates || !has_value || coefficient.contains_zero() || slope.contains_zero()) {
    return Interval::everything();
  }
  const Interval come_to = at_zero.quantity(solution.through->bands).range;
  const Interval rest = left.range - right.range - coefficient * come_to;
  const Interval wanted = -rest / coefficient;
  const bool rises = up == (slope.lo.sign() > 0);  // what the bands divide
  const auto reached = [&](const Bound& amount) {
    if (!amount.finite()) return amount;
    // Where a band is flat the amount is passed at its end, and reached at its beginning.
    return rises != strict ? reached_at(amount.value(), *limits, *rates)
                           : kept_up_to(amount.value(), *limits, *rates);
  };
  const Interval divided{reached(wanted.lo), reached(wanted.hi)};
  const auto base = at_zero.quantity(bands.of).range;
  return (divided - base) / slope;
}

}  // namespace leps::inline gaps
