// Exact numbers. Rational, never double: ten posts of a tenth add up to 0.9999999999999999 in
// binary, and an Ambito exactly at the level would be reported short.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace leps {

// Expression templates off: `auto` then names a number, not a recipe that dangles.
using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;
using Rational = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;

/// The most digits that one written number may have. Beyond it a file is hostile or broken, and
/// arithmetic on it would be slow enough to stop a service.
inline constexpr std::size_t kMaxDigits = 60;

/// A number in the neutral form `12`, `-12.5` or `7/4`: decimal point, no grouping.
/// @return nothing where the text is anything else, has over `kMaxDigits` digits or divides by 0.
std::optional<Rational> parse_rational(std::string_view text);

/// A whole number or a fraction in lowest terms: `12`, `-7/4`. The form of results in JSON.
std::string to_string(const Rational& value);

/// The largest whole number that is not greater, and the smallest that is not less.
Integer floor(const Rational& value);
Integer ceil(const Rational& value);

bool is_whole(const Rational& value);

}  // namespace leps
