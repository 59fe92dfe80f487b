#include "syntax/numerals.hpp"

#include "syntax/characters.hpp"

#include <algorithm>

namespace leps::inline syntax {
namespace {

struct Style {
  char group, decimal;
};

Style style_of(Language language) {
  return language == Language::italian ? Style{'.', ','} : Style{',', '.'};
}

// Groups of three after the first, or no groups at all. A 0 in front of other digits is refused:
// it is what is left of 0,5 when its comma is lost.
bool well_grouped(std::string_view whole, char group) {
  if (whole.size() > 1 && whole.front() == '0') return false;
  std::size_t from = 0;
  for (std::size_t part = 0;; ++part) {
    const std::size_t to = std::min(whole.find(group, from), whole.size());
    const std::string_view digits = whole.substr(from, to - from);
    const bool last = to == whole.size();
    if (!all_digits(digits)) return false;
    if (part > 0 && digits.size() != 3) return false;
    if (part == 0 && !last && digits.size() > 3) return false;
    if (last) return true;
    from = to + 1;
  }
}

// `40,000` in an Italian file: nobody writes forty so, and in the other language it is forty
// thousand.
bool looks_like_thousands(std::string_view whole, std::string_view decimals) {
  return decimals == "000" && whole.size() <= 3 && whole != "0";
}

std::string without_separators(std::string_view written) {
  std::string digits;
  std::copy_if(written.begin(), written.end(), std::back_inserter(digits), is_digit);
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

}  // namespace

std::optional<std::string> neutral_numeral(std::string_view written, Language language) {
  const Style style = style_of(language);
  const std::size_t comma = std::min(written.find(style.decimal), written.size());
  const std::string_view whole = written.substr(0, comma);
  if (!well_grouped(whole, style.group)) return std::nullopt;

  std::string neutral;
  std::copy_if(whole.begin(), whole.end(), std::back_inserter(neutral), is_digit);
  if (comma == written.size()) return neutral;
  const std::string_view decimals = written.substr(comma + 1);
  if (!all_digits(decimals) || looks_like_thousands(whole, decimals)) return std::nullopt;
  return neutral + '.' + std::string(decimals);
}

std::string styled_numeral(std::string_view neutral, Language language) {
  if (const std::size_t slash = neutral.find('/'); slash != std::string_view::npos) {
    return styled_numeral(neutral.substr(0, slash), language) + '/' +
           styled_numeral(neutral.substr(slash + 1), language);
  }
  const Style style = style_of(language);
  const bool negative = neutral.starts_with('-');
  if (negative) neutral.remove_prefix(1);
  const std::size_t point = std::min(neutral.find('.'), neutral.size());

  std::string styled = negative ? "-" : "";
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) styled += style.group;
    styled += neutral[i];
  }
  if (point < neutral.size()) {
    styled += style.decimal;
    styled += neutral.substr(point + 1);
  }
  return styled;
}

std::optional<std::string> read_as_thousands(std::string_view neutral, Language language) {
  const std::size_t point = neutral.find('.');
  if (point == std::string_view::npos || point > 3 || neutral.front() == '0') return std::nullopt;
  if (neutral.size() != point + 4) return std::nullopt;
  return styled_numeral(without_separators(neutral), language);
}

bool are_groups_of_one_number(std::string_view first, std::string_view second, Language language) {
  const Style style = style_of(language);
  const std::string_view group = second.substr(0, second.find(style.decimal));
  return first.front() != '0' && well_grouped(first, style.group) &&
         first.substr(0, first.find(style.group)).size() <= 3 && group.size() == 3 &&
         all_digits(group) &&
         neutral_numeral(std::string(first) + style.group + std::string(second), language);
}

std::vector<Text> readings(std::string_view written, Language language) {
  const std::size_t separator = written.find_last_of(".,");
  const std::string grouped = styled_numeral(without_separators(written), language);
  if (separator == std::string_view::npos) {
    return {format({"scrivi {0}, senza lo zero davanti", "write {0}, without the zero in front"},
                   {Text(grouped)})};
  }
  const Text mark =
      written[separator] == '.' ? Text("il punto", "the point") : Text("la virgola", "the comma");
  const std::string_view part = written.substr(separator + 1);
  const bool zeros = part == "000";
  const std::string decimal = styled_numeral(
      without_separators(written.substr(0, separator)) + (zeros ? "" : "." + std::string(part)),
      language);
  return {format({"se {0} separa i decimali scrivi {1}; se separa le migliaia scrivi {2}",
                  "if {0} marks the decimals write {1}; if it groups the thousands write {2}"},
                 {mark, Text(decimal), Text(grouped)})};
}

}  // namespace leps::inline syntax
