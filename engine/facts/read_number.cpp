#include "facts/read_number.hpp"

#include "base/blanks.hpp"
#include "base/digits.hpp"
#include "base/plain_form.hpp"

#include <algorithm>

namespace leps::inline reading {
namespace {

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

/// `..`, `s.d.`, `#N/D`: with which offices, ISTAT and spreadsheets say that there is no number.
bool is_mark_of_absence(std::string_view text) {
  if (text.empty()) return false;
  if (text.find_first_not_of(".-*?_") == std::string_view::npos || text == "…" || text == "–" ||
      text == "—" || text == "///") {
    return true;
  }
  std::string word = plain_form(text);  // without points, whatever their number
  std::erase_if(word, [](char c) { return c == '.' || c == '_' || c == '(' || c == ')'; });
  static constexpr std::string_view kWords[] = {"nd",
                                                "na",
                                                "np",
                                                "nr",
                                                "ns",
                                                "sd",
                                                "nc",
                                                "null",
                                                "none",
                                                "assente",
                                                "mancante",
                                                "ignoto",
                                                "nonnoto",
                                                "nonrilevato",
                                                "nondisponibile",
                                                "nonpervenuto",
                                                "nonapplicabile",
                                                "senzadati",
                                                "dadefinire",
                                                "dadeterminare"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

/// `#N/D`, `#DIV/0!`, `#N/A`: what a formula that failed leaves behind.
bool is_failed_formula(std::string_view text) {
  return text.starts_with('#') && text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 1;
}

/// What to write where the digits have blanks or apostrophes between them.
std::optional<Text> hint_for_gaps(std::string_view text) {
  std::string digits = without_blanks(text);
  std::erase(digits, '\'');
  if (digits.size() == text.size() || !all_digits(digits)) return std::nullopt;
  const std::string_view hidden = hidden_blank(text);
  const Text between =
      !hidden.empty() ? format({"fra le cifre c'è {0}, uno spazio che non va a capo",
                                "between the digits there is {0}, a space that does not break"},
                               {hidden})
      : text.find('\'') != std::string_view::npos
          ? Text("fra le cifre c'è un apostrofo", "between the digits there is an apostrophe")
          : Text("fra le cifre c'è uno spazio", "between the digits there is a space");
  return format({"{0}: scrivi {1}", "{0}: write {1}"}, {between, digits});
}

Text hint_for(std::string_view text) {
  if (is_failed_formula(text)) {
    return {
        "è il resto di una formula che non ha funzionato: correggila; se il dato non è noto "
        "scrivi n.d.",
        "it is what a failed formula leaves: mend it; if the datum is not known write n.d."};
  }
  if (is_mark_of_absence(text)) {
    return {"se il dato non è noto scrivi n.d.", "if the datum is not known write n.d."};
  }
  if (const auto gaps = hint_for_gaps(text)) return *gaps;
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

bool could_be_thousands(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t sign = text.find_first_of(".,");
  if (sign == std::string_view::npos || sign == 0 || sign > 3 || text.size() != sign + 4 ||
      text.find_last_of(".,") != sign) {
    return false;
  }
  return text.substr(0, sign).find_first_not_of('0') != std::string_view::npos &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

std::optional<std::string> before_binary(std::string_view text) {
  constexpr std::size_t kKept = 15, kMostMeant = 12;  // digits of a double, and of a person
  std::string digits;
  std::size_t point = std::string_view::npos;
  for (const char c : text.substr(text.starts_with('-') ? 1 : 0)) {
    if ((c == '.' || c == ',') && point == std::string_view::npos) {
      point = digits.size();
    } else if (is_digit(c)) {
      digits += c;
    } else {
      return std::nullopt;
    }
  }
  const std::size_t zeros = digits.find_first_not_of('0');
  if (point == std::string_view::npos || zeros == std::string::npos) return std::nullopt;
  if (digits.size() - zeros <= kKept || digits.size() - zeros > 2 * kKept) return std::nullopt;
  const std::size_t kept = zeros + kKept;
  const bool up = digits[kept] >= '5';
  digits.resize(kept);
  for (std::size_t at = kept; up && at-- > 0;) {
    if (digits[at] != '9') {
      ++digits[at];
      break;
    }
    digits[at] = '0';
    if (at == 0) {
      digits.insert(digits.begin(), '1');
      ++point;
      break;
    }
  }
  if (digits.size() < point) return std::nullopt;
  while (digits.size() > point && digits.back() == '0') digits.pop_back();
  const std::size_t meant = digits.size() - std::min(digits.find_first_not_of('0'), digits.size());
  if (meant > kMostMeant) return std::nullopt;
  const std::string part = digits.substr(point);
  return (text.starts_with('-') ? "-" : "") + digits.substr(0, point) +
         (part.empty() ? "" : "." + part);
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

}  // namespace leps::inline reading
