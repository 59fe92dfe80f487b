// Intervals: all that a number could be, ends included. What is not known has an end at infinity
// or at the bounds that the pack declares. Bounds are sound always, and tight where each unknown
// occurs once in a formula.
#pragma once

#include "base/rational.hpp"

#include <compare>

namespace leps::inline base {

/// One end of an interval: a number, or no bound on that side.
class Bound {
 public:
  Bound() = default;                                   // zero
  Bound(Rational value) : value_(std::move(value)) {}  // NOLINT: a number is a bound
  Bound(int value) : value_(value) {}                  // NOLINT
  static Bound minus_infinity() { return Bound(Kind::minus_infinity); }
  static Bound plus_infinity() { return Bound(Kind::plus_infinity); }

  [[nodiscard]] bool finite() const { return kind_ == Kind::finite; }
  [[nodiscard]] bool is_zero() const { return finite() && value_.is_zero(); }
  /// -1, 0 or 1; an infinite bound has the sign of its side.
  [[nodiscard]] int sign() const;
  /// The number. Only for a finite bound.
  [[nodiscard]] const Rational& value() const { return value_; }

  friend bool operator==(const Bound& a, const Bound& b);
  friend std::strong_ordering operator<=>(const Bound& a, const Bound& b);
  friend Bound operator-(const Bound& a);

 private:
  enum class Kind : signed char { minus_infinity = -1, finite = 0, plus_infinity = 1 };
  explicit Bound(Kind kind) : kind_(kind) {}
  Kind kind_ = Kind::finite;
  Rational value_;
};

struct Interval {
  Bound lo, hi;

  static Interval point(const Rational& value) { return {Bound(value), Bound(value)}; }
  static Interval everything() { return {Bound::minus_infinity(), Bound::plus_infinity()}; }

  [[nodiscard]] bool known() const { return lo.finite() && hi.finite() && lo == hi; }
  /// One thing only: a number, or the same end at infinity twice, as the day `mai` is.
  [[nodiscard]] bool single() const { return lo == hi; }
  [[nodiscard]] bool contains_zero() const { return lo.sign() <= 0 && hi.sign() >= 0; }
  bool operator==(const Interval&) const = default;
};

Interval operator-(const Interval& a);
Interval operator+(const Interval& a, const Interval& b);
Interval operator-(const Interval& a, const Interval& b);
Interval operator*(const Interval& a, const Interval& b);
/// The quotient over every divisor that is not zero; everything where the divisor can only be zero.
Interval operator/(const Interval& a, const Interval& b);

Interval min(const Interval& a, const Interval& b);
Interval max(const Interval& a, const Interval& b);
/// The whole numbers at or above, at or below, those between the two ends: from end to end.
Interval ceil(const Interval& a);
Interval floor(const Interval& a);
/// The smallest interval that holds both.
Interval hull(const Interval& a, const Interval& b);

}  // namespace leps::inline base
