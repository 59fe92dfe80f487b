#include "base/rational.hpp"

#include <algorithm>

namespace leps {
namespace {

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
  return negative ? Rational(-value) : value;
}

std::string to_string(const Rational& value) { return value.str(); }

Integer floor(const Rational& value) {
  const Integer above = boost::multiprecision::numerator(value);
  const Integer below = boost::multiprecision::denominator(value);
  Integer quotient = above / below;  // towards zero
  if (above < 0 && quotient * below != above) --quotient;
  return quotient;
}

Integer ceil(const Rational& value) { return -floor(Rational(-value)); }

bool is_whole(const Rational& value) { return boost::multiprecision::denominator(value) == 1; }

}  // namespace leps
