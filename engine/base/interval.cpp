#include "base/interval.hpp"

#include <algorithm>

namespace leps::inline base {

int Bound::sign() const {
  return finite() ? value_.sign() : (kind_ == Kind::plus_infinity ? 1 : -1);
}

bool operator==(const Bound& a, const Bound& b) {
  return a.kind_ == b.kind_ && (!a.finite() || a.value_ == b.value_);
}

std::strong_ordering operator<=>(const Bound& a, const Bound& b) {
  if (!a.finite() || !b.finite()) return a.kind_ <=> b.kind_;
  return a.value_ <=> b.value_;
}

Bound operator-(const Bound& a) {
  if (a.finite()) return Bound(-a.value_);
  return a.sign() > 0 ? Bound::minus_infinity() : Bound::plus_infinity();
}

namespace {

// Ends of one side added up. What has no end on that side has none in the sum, whatever the other
// is: what is endlessly above and endlessly below at once could be anything.
Bound add(const Bound& a, const Bound& b, const Bound& no_end) {
  if (a == no_end || b == no_end) return no_end;
  if (!a.finite()) return a;
  if (!b.finite()) return b;
  return Bound(Rational(a.value() + b.value()));
}

Bound infinite(int sign) { return sign > 0 ? Bound::plus_infinity() : Bound::minus_infinity(); }

// 0 times an end at infinity is 0: infinity is not a value, only the absence of a bound.
Bound multiply(const Bound& a, const Bound& b) {
  if (a.is_zero() || b.is_zero()) return Bound(0);
  if (!a.finite() || !b.finite()) return infinite(a.sign() * b.sign());
  return Bound(Rational(a.value() * b.value()));
}

// 1/x over an interval that does not hold zero inside; an end at zero is approached, not met.
Interval reciprocal(const Interval& b) {
  const auto turn = [](const Bound& end, int side) {
    if (!end.finite()) return Bound(0);
    return end.is_zero() ? infinite(side) : Bound(Rational(1 / end.value()));
  };
  const int side = b.hi.sign() > 0 ? 1 : -1;
  return {turn(b.hi, side), turn(b.lo, side)};
}

}  // namespace

Interval operator-(const Interval& a) { return {-a.hi, -a.lo}; }

Interval operator+(const Interval& a, const Interval& b) {
  if (a.known() && b.known()) return Interval::point(a.lo.value() + b.lo.value());
  return {add(a.lo, b.lo, Bound::minus_infinity()), add(a.hi, b.hi, Bound::plus_infinity())};
}

Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

Interval operator*(const Interval& a, const Interval& b) {
  if (a.known() && b.known()) return Interval::point(a.lo.value() * b.lo.value());
  const auto [lo, hi] = std::minmax(
      {multiply(a.lo, b.lo), multiply(a.lo, b.hi), multiply(a.hi, b.lo), multiply(a.hi, b.hi)});
  return {lo, hi};
}

Interval operator/(const Interval& a, const Interval& b) {
  if (b.lo.is_zero() && b.hi.is_zero()) return Interval::everything();
  if (a.known() && b.known()) return Interval::point(a.lo.value() / b.lo.value());
  if (b.lo.sign() < 0 && b.hi.sign() > 0) {
    return a.known() && a.lo.is_zero() ? Interval::point(0) : Interval::everything();
  }
  if (b.single() && !b.lo.finite()) {  // by what is endless: nothing, or anything of the endless
    const Interval same_side = b.lo.sign() > 0 ? a : -a;
    const bool below = same_side.lo == Bound::minus_infinity();
    const bool above = same_side.hi == Bound::plus_infinity();
    return {below ? Bound::minus_infinity() : Bound(0), above ? Bound::plus_infinity() : Bound(0)};
  }
  return a * reciprocal(b);
}

Interval min(const Interval& a, const Interval& b) {
  return {std::min(a.lo, b.lo), std::min(a.hi, b.hi)};
}

Interval max(const Interval& a, const Interval& b) {
  return {std::max(a.lo, b.lo), std::max(a.hi, b.hi)};
}

Interval hull(const Interval& a, const Interval& b) {
  return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

namespace {

template <class Whole>
Bound brought_to(const Bound& end, Whole whole) {
  return end.finite() ? Bound(whole(end.value())) : end;
}

}  // namespace

Interval ceil(const Interval& a) {
  const auto up = [](const Rational& value) { return ceil(value); };
  return {brought_to(a.lo, up), brought_to(a.hi, up)};
}

Interval floor(const Interval& a) {
  const auto down = [](const Rational& value) { return floor(value); };
  return {brought_to(a.lo, down), brought_to(a.hi, down)};
}

}  // namespace leps::inline base
