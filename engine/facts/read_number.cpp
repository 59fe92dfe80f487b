#include "facts/read_number.hpp"

#include <algorithm>

namespace leps::reading {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

/// `1.234.567` without its points, `1234567` as it is; nothing where a group has not three digits,
/// or the first begins with a zero: nobody groups `012.500` who means thousands.
std::optional<std::string> ungrouped(std::string_view text) {
  const std::size_t first = text.find('.');
  if (first == std::string_view::npos)
    return all_digits(text) ? std::optional<std::string>(text) : std::nullopt;
  if (first == 0 || first > 3 || text[0] == '0') return std::nullopt;
  std::string digits(text.substr(0, first));
  for (std::size_t i = first; i < text.size(); i += 4) {
    const std::string_view group = text.substr(i + 1, 3);
    if (text[i] != '.' || group.size() != 3) return std::nullopt;
    digits += group;
  }
  return all_digits(digits) ? std::optional(digits) : std::nullopt;
}

/// Neutral form of digits written in a style, without sign; nothing for any other text.
std::optional<std::string> to_neutral(std::string_view text, NumberStyle style) {
  const std::size_t decimal = text.find(style == NumberStyle::italian ? ',' : '.');
  const std::string_view whole = text.substr(0, decimal);
  std::optional<std::string> neutral;
  if (style == NumberStyle::italian) {
    neutral = ungrouped(whole);
  } else if (all_digits(whole)) {
    neutral = std::string(whole);
  }
  if (!neutral || decimal == std::string_view::npos) return neutral;
  const std::string_view part = text.substr(decimal + 1);
  if (!all_digits(part)) return std::nullopt;
  return *neutral + "." + std::string(part);
}

Text hint_for(std::string_view text) {
  const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
  const bool exponent =
      text.find_first_of("eE") != std::string_view::npos &&
      std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || std::string_view("eE+-.,").find(c) != std::string_view::npos;
      });
  if (hexadecimal || (exponent && is_digit(text.front()))) {
    return {"scrivi il numero per esteso, in cifre decimali",
            "write the number out in decimal digits"};
  }
  if (text.starts_with('+')) return {"togli il segno +", "take the + sign out"};
  if (text.starts_with('.') || text.starts_with(',') || text.starts_with("-.") ||
      text.starts_with("-,")) {
    return {"scrivi lo zero prima dei decimali", "write the zero before the decimals"};
  }
  if (text.ends_with('.') || text.ends_with(',')) {
    return {"dopo il segno dei decimali mancano le cifre",
            "digits are missing after the decimal sign"};
  }
  if (text == "∞" || text == ".inf" || text == "inf" || text == "-.inf" || text == "NaN" ||
      text == ".nan") {
    return {"se il dato non è noto scrivi n.d.; se ha solo un minimo, un intervallo come [4, ~]",
            "if the datum is not known write n.d.; if it has only a least value, a range such as "
            "[4, ~]"};
  }
  static constexpr std::string_view kUnknown[] = {"nd",  "ND",  "n.d",  "N.D", "n.d.", "nd.",
                                                  "n/d", "N/D", "n.a.", "na",  "NA",   "N/A",
                                                  "?",   "-",   "--",   "…",   "..."};
  if (std::find(std::begin(kUnknown), std::end(kUnknown), text) != std::end(kUnknown)) {
    return {"se il dato non è noto scrivi n.d.", "if the datum is not known write n.d."};
  }
  if (!text.empty() && is_digit(text.front()) && count_digits(text) < text.size()) {
    return {"scrivi solo le cifre, senza spazi, unità o altri segni",
            "write the digits only, without spaces, units or other signs"};
  }
  return {"scrivi un numero in cifre; se il dato non è noto, n.d.",
          "write a number in digits; if the datum is not known, n.d."};
}

}  // namespace

std::variant<WrittenNumber, NumberMistake> read_number(std::string_view text, NumberStyle style) {
  using Kind = NumberMistake::Kind;
  if (style == NumberStyle::undecided) {
    auto italian = read_number(text, NumberStyle::italian);
    const bool reads = std::holds_alternative<WrittenNumber>(italian);
    return reads ? italian : read_number(text, NumberStyle::table);
  }
  if (count_digits(text) > kMaxDigits) return NumberMistake{Kind::too_long, {}};

  std::string_view digits = text;
  const bool percent = digits.ends_with('%');
  if (percent) digits.remove_suffix(1);
  if (percent && digits.ends_with(' ')) digits.remove_suffix(1);
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);

  if (const std::size_t slash = digits.find('/'); slash != std::string_view::npos && !percent) {
    const auto above = to_neutral(digits.substr(0, slash), style);
    const auto below = to_neutral(digits.substr(slash + 1), style);
    if (above && below) {
      const Rational numerator = parse_rational(*above).value();
      const Rational denominator = parse_rational(*below).value();
      if (denominator.is_zero()) {
        return NumberMistake{Kind::not_a_number,
                             {"non si divide per zero", "nothing is divided by zero"}};
      }
      const Rational value = numerator / denominator;
      return WrittenNumber{negative ? Rational(-value) : value, true};
    }
  }
  if (const auto neutral = to_neutral(digits, style)) {
    Rational value = parse_rational(*neutral).value();
    if (percent) value /= 100;
    return WrittenNumber{negative ? Rational(-value) : value, percent};
  }
  if (!readings(digits).empty()) return NumberMistake{Kind::separators, {}};
  return NumberMistake{Kind::not_a_number, hint_for(text)};
}

std::vector<std::string> readings(std::string_view text) {
  const std::string sign = text.starts_with('-') ? "-" : "";
  text.remove_prefix(sign.size());
  // Zeros in front are in doubt with the sign, and no part of what could be meant: `012.500`.
  while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.remove_prefix(1);
  const std::size_t first = text.find_first_of(".,"), last = text.find_last_of(".,");
  if (last == std::string_view::npos) return {};

  const auto digits_of = [](std::string_view grouped) {
    std::string points(grouped);
    std::replace(points.begin(), points.end(), ',', '.');
    return ungrouped(points);
  };
  const std::string_view before = text.substr(0, last), after = text.substr(last + 1);
  if (first == last) {
    if (!all_digits(before) || !all_digits(after)) return {};
    const std::string whole = sign + std::string(before), part(after);
    // `0,56` is no thousands: no number begins with a group of zeros.
    if (before == "0") return {whole + "." + part};
    return {whole + "." + part, whole + part};
  }
  // Two signs: the last one is decimal. The same one again and again: it stands between thousands.
  const bool one_sign =
      std::count(text.begin(), text.end(), text[first]) ==
      std::count_if(text.begin(), text.end(), [](char c) { return c == '.' || c == ','; });
  const auto whole = digits_of(one_sign ? text : before);
  if (!whole || (!one_sign && !all_digits(after))) return {};
  return {one_sign ? sign + *whole : sign + *whole + "." + std::string(after)};
}

Text spoken(const std::string& neutral) {
  const std::size_t point = neutral.find('.');
  if (point == std::string::npos) return neutral;
  const std::string whole = neutral.substr(0, point), part = neutral.substr(point + 1);
  return {whole + " virgola " + part, whole + " point " + part};
}

std::string written(const std::string& neutral, NumberStyle style) {
  std::string text = neutral;
  if (style == NumberStyle::italian) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace leps::reading
