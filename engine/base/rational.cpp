#include "base/rational.hpp"

#include "base/digits.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <bit>
#include <numeric>

namespace leps::inline base {
namespace {

// Expression templates off: `auto` then names a number, not a recipe that dangles.
using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;
using Fraction = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;

// A product of two words, and a sum of two such products of numbers with a sign, fit two words.
__extension__ using Wide = __int128;

// Whether it fits one word, and the word.
bool narrow(Wide wide, std::int64_t& narrowed) {
  narrowed = static_cast<std::int64_t>(wide);
  return narrowed == wide && narrowed != std::numeric_limits<std::int64_t>::min();
}

// Boost reads a leading 0 as octal; a law's "010" is ten.
Integer decimal(std::string_view digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? Integer(0) : Integer(std::string(digits.substr(first)));
}

Integer above(const Fraction& value) { return boost::multiprecision::numerator(value); }
Integer below(const Fraction& value) { return boost::multiprecision::denominator(value); }

}  // namespace

struct LargeRational {
  explicit LargeRational(Fraction of) : value(std::move(of)) {}
  explicit LargeRational(const Integer& whole) : value(whole) {}
  LargeRational(const Integer& above, const Integer& below) : value(above, below) {}

  Fraction value;
};

void Rational::Discard::operator()(const LargeRational* large) const { delete large; }
Rational::Large Rational::copy(const LargeRational& large) {
  return Large(new LargeRational(large));
}
int Rational::sign_of(const LargeRational& large) { return large.value.sign(); }
bool Rational::is_whole(const LargeRational& large) { return below(large.value) == 1; }
bool Rational::equal(const LargeRational& a, const LargeRational& b) { return a.value == b.value; }

Rational::Rational(std::int64_t above, std::int64_t below) {
  if (!fits(above) || !fits(below)) {
    take(LargeRational(Integer(above), Integer(below)));
    return;
  }
  const std::int64_t divisor = std::gcd(above, below);
  above_ = (below < 0 ? -above : above) / divisor;
  below_ = (below < 0 ? -below : below) / divisor;
}

void Rational::take(const LargeRational& large) {
  const Integer up = above(large.value), down = below(large.value);
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  if (up <= kMost && up >= -kMost && down <= kMost) {
    above_ = up.convert_to<std::int64_t>();
    below_ = down.convert_to<std::int64_t>();
    large_.reset();
  } else {
    large_ = copy(large);
  }
}
void Rational::take_beyond(bool negative, std::uint64_t bits) {
  take(LargeRational(negative ? Integer(static_cast<std::int64_t>(bits)) : Integer(bits)));
}

LargeRational Rational::as_large() const {
  return large_ ? *large_ : LargeRational(above_, below_);
}

Rational Rational::numerator() const {
  return large_ ? Rational(LargeRational(above(large_->value))) : Rational(above_);
}
Rational Rational::denominator() const {
  return large_ ? Rational(LargeRational(below(large_->value))) : Rational(below_);
}
std::optional<std::int64_t> Rational::word() const {
  if (large_ || below_ != 1) return std::nullopt;
  return above_;
}
std::size_t Rational::bits() const {
  if (!large_) {
    const auto size = static_cast<std::uint64_t>(above_ < 0 ? -above_ : above_);
    return static_cast<std::size_t>(
        std::bit_width(std::max(size, static_cast<std::uint64_t>(below_))));
  }
  return std::max(boost::multiprecision::msb(abs(above(large_->value))),
                  boost::multiprecision::msb(below(large_->value))) +
         1;
}
double Rational::nearest_double() const {
  // Of two numbers that are doubles, the quotient of the processor is the double nearest to theirs.
  constexpr std::int64_t kWholeDoubles = std::int64_t(1) << std::numeric_limits<double>::digits;
  if (!large_ && below_ <= kWholeDoubles && above_ <= kWholeDoubles && above_ >= -kWholeDoubles) {
    return static_cast<double>(above_) / static_cast<double>(below_);
  }
  return as_large().value.convert_to<double>();
}

Rational Rational::add(const Rational& a, const Rational& b, bool subtract) {
  if (!a.large_ && !b.large_) {
    const std::int64_t other = subtract ? -b.above_ : b.above_;
    // Knuth, The Art of Computer Programming, 4.5.1: what a sum can be reduced by divides what the
    // denominators share, which is 1 for nearly all.
    const std::int64_t shared = std::gcd(a.below_, b.below_);
    const Wide sum = Wide(a.above_) * (b.below_ / shared) + Wide(other) * (a.below_ / shared);
    const std::int64_t reducible =
        shared == 1 ? 1 : std::gcd(static_cast<std::int64_t>(sum % shared), shared);
    const Wide product = Wide(a.below_ / shared) * (b.below_ / reducible);
    std::int64_t above = 0, below = 0;
    if (narrow(sum / reducible, above) && narrow(product, below)) {
      return {LowestTerms{}, above, below};
    }
  }
  return Rational(LargeRational(subtract ? Fraction(a.as_large().value - b.as_large().value)
                                         : Fraction(a.as_large().value + b.as_large().value)));
}
Rational operator+(const Rational& a, const Rational& b) { return Rational::add(a, b, false); }
Rational operator-(const Rational& a, const Rational& b) { return Rational::add(a, b, true); }

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.large_ && !b.large_) {
    const std::int64_t first = std::gcd(a.above_, b.below_), second = std::gcd(b.above_, a.below_);
    std::int64_t above = 0, below = 0;
    if (narrow(Wide(a.above_ / first) * (b.above_ / second), above) &&
        narrow(Wide(a.below_ / second) * (b.below_ / first), below)) {
      return {Rational::LowestTerms{}, above, below};
    }
  }
  return Rational(LargeRational(Fraction(a.as_large().value * b.as_large().value)));
}

Rational operator/(const Rational& a, const Rational& b) {
  if (b.large_ || b.above_ == 0)
    return Rational(LargeRational(Fraction(a.as_large().value / b.as_large().value)));
  const bool negative = b.above_ < 0;
  return a * Rational(Rational::LowestTerms{}, negative ? -b.below_ : b.below_,
                      negative ? -b.above_ : b.above_);
}

Rational operator-(const Rational& a) {
  if (a.large_) return Rational(LargeRational(Fraction(-a.large_->value)));
  return {Rational::LowestTerms{}, -a.above_, a.below_};
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.large_ && !b.large_) {
    if (a.below_ == b.below_) return a.above_ <=> b.above_;
    return Wide(a.above_) * b.below_ <=> Wide(b.above_) * a.below_;
  }
  const Fraction left = a.as_large().value, right = b.as_large().value;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::optional<Rational> parse_rational(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() > kMaxDigits + 1) return std::nullopt;

  Rational value;
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    const auto above = text.substr(0, slash);
    const auto below = text.substr(slash + 1);
    if (!all_digits(above) || !all_digits(below) || decimal(below) == 0) return std::nullopt;
    value = Rational(LargeRational(decimal(above), decimal(below)));
  } else if (const auto point = text.find('.'); point != std::string_view::npos) {
    const auto whole = text.substr(0, point);
    const auto part = text.substr(point + 1);
    if (!all_digits(whole) || !all_digits(part)) return std::nullopt;
    const auto scale = boost::multiprecision::pow(Integer(10), static_cast<unsigned>(part.size()));
    value = Rational(LargeRational(Integer(decimal(whole) * scale + decimal(part)), scale));
  } else {
    if (!all_digits(text)) return std::nullopt;
    value = Rational(LargeRational(decimal(text)));
  }
  return negative ? -value : value;
}

std::string to_string(const Rational& value) {
  if (value.large_) return value.large_->value.str();
  std::string text = std::to_string(value.above_);
  if (value.below_ != 1) text += '/' + std::to_string(value.below_);
  return text;
}

Rational floor(const Rational& value) {
  if (value.is_whole()) return value;
  if (!value.large_) {  // a quotient is cut towards zero
    return value.above_ / value.below_ - (value.above_ < 0);
  }
  const Integer cut = above(value.large_->value) / below(value.large_->value);
  return Rational(LargeRational(Integer(cut - (value.sign() < 0))));
}

Rational gcd(const Rational& a, const Rational& b) {
  if (!a.large_ && !b.large_) return std::gcd(a.above_, b.above_);
  return Rational(LargeRational(
      Integer(boost::multiprecision::gcd(above(a.as_large().value), above(b.as_large().value)))));
}
Rational lcm(const Rational& a, const Rational& b) {
  return a.is_zero() || b.is_zero() ? Rational(0) : abs(Rational(a / gcd(a, b) * b));
}

Rational power_of_ten(int exponent) {
  return Rational(LargeRational(
      Integer(boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent)))));
}

}  // namespace leps::inline base
