#include "gap/distance.hpp"

#include <algorithm>

namespace leps::inline gaps {
namespace {

using typed::Relation;

// max(0, level - value) at two ends: between ends at infinity of one side there is nothing.
Bound missing(const Bound& value, const Bound& level) {
  if (value >= level) return Bound(0);
  if (!value.finite() || !level.finite()) return Bound::plus_infinity();
  return Bound(Rational(level.value() - value.value()));
}

// How far a is below b, over all that both could be.
Interval shortfall(const Interval& a, const Interval& b) {
  return {missing(a.hi, b.lo), missing(a.lo, b.hi)};
}

Bound capped(const Rational& ratio) { return ratio > 1 ? Bound(1) : Bound(ratio); }

// max(0, level - value) / |level|, at most 1. It only falls as the value grows and only grows as
// the level does, so the ends of an interval come from its corners.
Bound below(const Bound& value, const Bound& level) {
  if (value >= level) return Bound(0);
  if (!value.finite()) return Bound(1);  // -infinity: as far below as can be
  if (!level.finite()) return Bound(1);  // +infinity: the ratio tends to 1
  if (level.is_zero()) return Bound(1);
  const Rational size = abs(level.value());
  return capped((level.value() - value.value()) / size);
}

Interval relative_shortfall(const Interval& a, const Interval& b) {
  return {below(a.hi, b.lo), below(a.lo, b.hi)};
}

// max(0, value - level) / |level| is the shortfall of the mirrored numbers.
Interval relative_excess(const Interval& a, const Interval& b) {
  return relative_shortfall(-a, -b);
}

bool overlap(const Interval& a, const Interval& b) { return a.lo <= b.hi && b.lo <= a.hi; }

bool have_values(const Quantity& left, const Quantity& right) {
  return left.zero_divisors.empty() && right.zero_divisors.empty();
}

}  // namespace

Interval distance(Relation relation, const Quantity& a, const Quantity& b) {
  if (!have_values(a, b)) return {Bound(0), Bound::plus_infinity()};
  const Interval &left = a.range, &right = b.range;
  switch (relation) {
    case Relation::at_least:
    case Relation::more_than:
      return shortfall(left, right);
    case Relation::at_most:
    case Relation::less_than:
      return shortfall(right, left);
    case Relation::equal_to: {
      const Interval low = shortfall(left, right), high = shortfall(right, left);
      return {std::max(low.lo, high.lo), std::max(low.hi, high.hi)};
    }
    case Relation::different_from:
      return Interval::point(0);
  }
  return Interval::everything();
}

Interval relative_distance(Relation relation, const Quantity& a, const Quantity& b) {
  if (!have_values(a, b)) return {Bound(0), Bound(1)};
  const Interval &left = a.range, &right = b.range;
  switch (relation) {
    case Relation::at_least:
    case Relation::more_than:
      return relative_shortfall(left, right);
    case Relation::at_most:
    case Relation::less_than:
      return relative_excess(left, right);
    case Relation::equal_to: {
      const Interval low = relative_shortfall(left, right), high = relative_excess(left, right);
      if (overlap(left, right)) return {Bound(0), std::max(low.hi, high.hi)};
      return left.hi < right.lo ? low : high;
    }
    case Relation::different_from:
      return Interval::point(0);
  }
  return {Bound(0), Bound(1)};
}

bool is_strict(Relation relation) {
  return relation == Relation::more_than || relation == Relation::less_than ||
         relation == Relation::different_from;
}

}  // namespace leps::inline gaps
