// Numerals as each language writes them: 5.000 and 17,5 in Italian, 5,000 and 17.5 in English.
// The other language's style is never guessed at: it is an error that shows both readings.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace leps::inline syntax {

/// The neutral form of a numeral made of digits, points and commas: `5000`, `17.5`.
/// @return nothing where it is not how `language` writes a number, or only as the other one writes
///         a round thousand: `40,000` in Italian.
std::optional<std::string> neutral_numeral(std::string_view written, Language language);

/// The neutral form in the style of `language`: `5000` is 5.000 in Italian. Fractions part by part.
std::string styled_numeral(std::string_view neutral, Language language);

/// `17.125`, one to three digits and then three decimals, as whoever groups thousands with that
/// sign means it: `17.125` of an Italian file. None for any other number.
std::optional<std::string> read_as_thousands(std::string_view neutral, Language language);

/// What the author of a numeral that is not well formed may have meant, as hints.
std::vector<Text> readings(std::string_view written, Language language);

/// True where two numerals with a blank between are one number, its thousands apart: `1` and `000`.
/// The first may have more groups, the second decimals.
bool are_groups_of_one_number(std::string_view first, std::string_view second, Language language);

/// A number of few digits.
inline int small_number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace leps::inline syntax
