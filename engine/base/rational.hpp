// Exact numbers. Rational, never double: ten posts of a tenth add up to 0.9999999999999999 in
// binary, and an Ambito exactly at the level would be reported short.
//
// Nearly every number of a law fits two machine words, and evaluating rules is mostly copying,
// comparing and multiplying such numbers. So a Rational is two words while it fits, and
// Boost.Multiprecision's rational of any size where it does not: the same number either way. Only
// rational.cpp sees Boost's: its headers are half of the time that a file needs to compile.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace leps::inline base {

struct LargeRational;  // of any size: rational.cpp

/// A fraction in lowest terms with a positive denominator, of any size.
class Rational {
 public:
  Rational() = default;  // zero
  template <std::integral Whole>
  Rational(Whole whole) {  // NOLINT: a whole number is a rational
    if (std::in_range<std::int64_t>(whole) && fits(static_cast<std::int64_t>(whole))) {
      above_ = static_cast<std::int64_t>(whole);
    } else {
      take_beyond(whole < 0, static_cast<std::uint64_t>(whole));
    }
  }
  /// @param below  not 0
  Rational(std::int64_t above, std::int64_t below);
  explicit Rational(const LargeRational& large) { take(large); }

  Rational(const Rational& other)
      : above_(other.above_), below_(other.below_), large_(copy(other.large_)) {}
  Rational(Rational&&) noexcept = default;  // from a large one: what is left is only to be assigned
  Rational& operator=(const Rational& other) {
    if (this != &other) {
      if (large_ || other.large_) large_ = copy(other.large_);
      above_ = other.above_;
      below_ = other.below_;
    }
    return *this;
  }
  Rational& operator=(Rational&&) noexcept = default;
  ~Rational() = default;

  [[nodiscard]] bool is_zero() const { return !large_ && above_ == 0; }
  /// -1, 0 or 1.
  [[nodiscard]] int sign() const { return large_ ? sign_of(*large_) : (above_ > 0) - (above_ < 0); }
  [[nodiscard]] bool is_whole() const { return large_ ? is_whole(*large_) : below_ == 1; }
  /// Whole numbers without a common divisor; the denominator is positive.
  [[nodiscard]] Rational numerator() const;
  [[nodiscard]] Rational denominator() const;
  /// The number, where it is whole and fits 64 bits.
  [[nodiscard]] std::optional<std::int64_t> word() const;
  /// The bits of the longer of numerator and denominator, without the sign.
  [[nodiscard]] std::size_t bits() const;
  /// The nearest double: for display only.
  [[nodiscard]] double nearest_double() const;

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  /// @param b  not 0
  friend Rational operator/(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a);
  friend bool operator==(const Rational& a, const Rational& b) {
    if (a.large_ || b.large_) return a.large_ && b.large_ && equal(*a.large_, *b.large_);
    return a.above_ == b.above_ && a.below_ == b.below_;
  }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  friend Rational gcd(const Rational& a, const Rational& b);
  friend Rational floor(const Rational& value);
  friend std::string to_string(const Rational& value);

  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }
  Rational& operator*=(const Rational& other) { return *this = *this * other; }
  Rational& operator/=(const Rational& other) { return *this = *this / other; }

 private:
  struct Discard {
    void operator()(const LargeRational* large) const;
  };
  using Large = std::unique_ptr<const LargeRational, Discard>;
  struct LowestTerms {};
  Rational(LowestTerms, std::int64_t above, std::int64_t below) : above_(above), below_(below) {}

  // The least 64-bit number has no opposite there: it is a large one, so that signs never overflow.
  static constexpr bool fits(std::int64_t value) {
    return value != std::numeric_limits<std::int64_t>::min();
  }
  static Large copy(const Large& large) { return large ? copy(*large) : nullptr; }
  static Large copy(const LargeRational& large);
  static int sign_of(const LargeRational& large);
  static bool is_whole(const LargeRational& large);
  static bool equal(const LargeRational& a, const LargeRational& b);
  [[nodiscard]] LargeRational as_large() const;
  void take(const LargeRational& large);  // small where it fits: one number has one form
  void take_beyond(bool negative, std::uint64_t bits);  // in two's complement
  static Rational add(const Rational& a, const Rational& b, bool subtract);

  std::int64_t above_ = 0, below_ = 1;  // where `large_` is null
  Large large_;
};

inline Rational abs(const Rational& value) { return value.sign() < 0 ? -value : value; }

/// The most digits that one written number may have. Beyond it a file is hostile or broken, and
/// arithmetic on it would be slow enough to stop a service.
inline constexpr std::size_t kMaxDigits = 60;

/// A number in the neutral form `12`, `-12.5` or `7/4`: decimal point, no grouping.
/// @return nothing where the text is anything else, has over `kMaxDigits` digits or divides by 0.
std::optional<Rational> parse_rational(std::string_view text);

/// A whole number or a fraction in lowest terms: `12`, `-7/4`. The form of results in JSON.
std::string to_string(const Rational& value);

/// The largest whole number that is not greater, and the smallest that is not less.
Rational floor(const Rational& value);
inline Rational ceil(const Rational& value) { return -floor(-value); }

/// Of whole numbers, not negative; `gcd(0, b)` is `b`.
Rational gcd(const Rational& a, const Rational& b);
Rational lcm(const Rational& a, const Rational& b);

/// @param exponent  not negative
Rational power_of_ten(int exponent);

inline bool is_whole(const Rational& value) { return value.is_whole(); }

}  // namespace leps::inline base
