#include "base/rational.hpp"

#include <algorithm>
#include <numeric>

namespace leps::inline base {
namespace {

// A product of two words, and a sum of two such products of numbers with a sign, fit two words.
__extension__ using Wide = __int128;

// Whether it fits one word, and the word.
bool narrow(Wide wide, std::int64_t& narrowed) {
  narrowed = static_cast<std::int64_t>(wide);
  return narrowed == wide && narrowed != std::numeric_limits<std::int64_t>::min();
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Boost reads a leading 0 as octal; a law's "010" is ten.
Integer decimal(std::string_view digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? Integer(0) : Integer(std::string(digits.substr(first)));
}

}  // namespace

Rational::Rational(std::int64_t above, std::int64_t below) {
  if (!fits(above) || !fits(below)) {
    take(LargeRational(Integer(above), Integer(below)));
    return;
  }
  const std::int64_t divisor = std::gcd(above, below);
  above_ = (below < 0 ? -above : above) / divisor;
  below_ = (below < 0 ? -below : below) / divisor;
}

void Rational::take(const LargeRational& value) {
  const Integer above = boost::multiprecision::numerator(value);
  const Integer below = boost::multiprecision::denominator(value);
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  if (above <= kMost && above >= -kMost && below <= kMost) {
    above_ = above.convert_to<std::int64_t>();
    below_ = below.convert_to<std::int64_t>();
    large_.reset();
  } else {
    large_ = std::make_unique<const LargeRational>(value);
  }
}

bool Rational::is_whole() const {
  return large_ ? boost::multiprecision::denominator(*large_) == 1 : below_ == 1;
}
Integer Rational::numerator() const {
  return large_ ? Integer(boost::multiprecision::numerator(*large_)) : Integer(above_);
}
Integer Rational::denominator() const {
  return large_ ? Integer(boost::multiprecision::denominator(*large_)) : Integer(below_);
}
LargeRational Rational::large() const {
  return large_ ? *large_ : LargeRational(Integer(above_), Integer(below_));
}
double Rational::nearest_double() const {
  // Of two numbers that are doubles, the quotient of the processor is the double nearest to theirs.
  constexpr std::int64_t kWholeDoubles = std::int64_t(1) << std::numeric_limits<double>::digits;
  if (!large_ && below_ <= kWholeDoubles && above_ <= kWholeDoubles && above_ >= -kWholeDoubles) {
    return static_cast<double>(above_) / static_cast<double>(below_);
  }
  return large().convert_to<double>();
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
  return Rational(subtract ? LargeRational(a.large() - b.large())
                           : LargeRational(a.large() + b.large()));
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
  return Rational(LargeRational(a.large() * b.large()));
}

Rational operator/(const Rational& a, const Rational& b) {
  if (b.large_ || b.above_ == 0) return Rational(LargeRational(a.large() / b.large()));
  const bool negative = b.above_ < 0;
  return a * Rational(Rational::LowestTerms{}, negative ? -b.below_ : b.below_,
                      negative ? -b.above_ : b.above_);
}

Rational operator-(const Rational& a) {
  if (a.large_) return Rational(LargeRational(-*a.large_));
  return {Rational::LowestTerms{}, -a.above_, a.below_};
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.large_ && !b.large_) {
    if (a.below_ == b.below_) return a.above_ <=> b.above_;
    return Wide(a.above_) * b.below_ <=> Wide(b.above_) * a.below_;
  }
  const LargeRational left = a.large(), right = b.large();
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
    value = Rational(decimal(above), decimal(below));
  } else if (const auto point = text.find('.'); point != std::string_view::npos) {
    const auto whole = text.substr(0, point);
    const auto part = text.substr(point + 1);
    if (!all_digits(whole) || !all_digits(part)) return std::nullopt;
    const auto scale = boost::multiprecision::pow(Integer(10), static_cast<unsigned>(part.size()));
    value = Rational(Integer(decimal(whole) * scale + decimal(part)), scale);
  } else {
    if (!all_digits(text)) return std::nullopt;
    value = Rational(decimal(text));
  }
  return negative ? -value : value;
}

std::string to_string(const Rational& value) {
  const bool small = !value.large_;
  std::string text = small ? std::to_string(value.above_) : value.numerator().str();
  if (!value.is_whole()) {
    text += '/';
    text += small ? std::to_string(value.below_) : value.denominator().str();
  }
  return text;
}

Integer floor(const Rational& value) {
  const Integer above = value.numerator();
  const Integer below = value.denominator();
  Integer quotient = above / below;  // towards zero
  if (above < 0 && quotient * below != above) --quotient;
  return quotient;
}

Integer ceil(const Rational& value) { return -floor(-value); }

}  // namespace leps::inline base
