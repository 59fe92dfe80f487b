#include "words/format.hpp"

#include "base/digits.hpp"
#include "syntax/keywords.hpp"
#include "words/sentences.hpp"

#include <algorithm>
#include <array>

namespace leps::inline wording {
namespace {

char group_mark(Language language) { return language == Language::italian ? '.' : ','; }
char decimal_mark(Language language) { return language == Language::italian ? ',' : '.'; }

std::string grouped(const std::string& digits, Language language) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += group_mark(language);
    text += digits[i];
  }
  return text;
}

// The whole number nearest to |value| * 10^decimals; a tie goes up, away from zero.
Rational scaled(const Rational& value, int decimals) {
  const Rational shifted = abs(value) * power_of_ten(decimals);
  return floor(Rational(shifted + Rational(1, 2)));
}

// Where the usual decimals would show zero, as many as reach the first digit that is not zero.
int enough_decimals(const Rational& value, int decimals) {
  if (value.is_zero() || scaled(value, decimals) != 0) return decimals;
  while (abs(value) * power_of_ten(decimals) < 1) ++decimals;
  return decimals;
}

enum class Zeros { drop, keep };

Shown rounded(const Rational& value, Language language, int decimals, Zeros zeros) {
  decimals = enough_decimals(value, decimals);
  const Rational whole = scaled(value, decimals);
  std::string digits = to_string(whole);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  std::string part = digits.substr(digits.size() - places);
  digits.resize(digits.size() - places);
  if (zeros == Zeros::drop) {
    while (!part.empty() && part.back() == '0') part.pop_back();
  }
  std::string text = value < 0 ? "-" : "";
  text += grouped(digits, language);
  if (!part.empty()) text += decimal_mark(language) + part;
  return {text, Rational(whole / power_of_ten(decimals)) == abs(value)};
}

bool is_euro(const std::string& symbol) { return symbol == "euro" || symbol == "EUR"; }

bool is_money(const Unit& unit) {
  const auto& factors = unit.factors();
  return std::any_of(factors.begin(), factors.end(), [](const Unit::Factor& factor) {
    return factor.exponent == 1 && is_euro(factor.symbol);
  });
}

/// `euro/FTE` without the euro: `/FTE`.
std::string beside_euro(const Unit& unit) {
  for (const Unit::Factor& factor : unit.factors()) {
    if (!is_euro(factor.symbol)) continue;
    std::string rest = to_string(unit / Unit::of(factor.symbol));
    if (rest.starts_with("1/")) rest.erase(0, 1);
    return rest.empty() || rest[0] == '/' ? rest : "·" + rest;
  }
  return {};
}

// One `persone` makes a reader wince. Units are words of the packs, so only the common ones are
// known here; the others stay as they are.
struct Plural {
  std::string_view many, one;
};
constexpr std::array kPlurals = {
    Plural{"abitanti", "abitante"},
    Plural{"persone", "persona"},
    Plural{"famiglie", "famiglia"},
    Plural{"nuclei", "nucleo"},
    Plural{"ore", "ora"},
    Plural{"giorni", "giorno"},
    Plural{"settimane", "settimana"},
    Plural{"mesi", "mese"},
    Plural{"anni", "anno"},
    Plural{"comuni", "comune"},
    Plural{"Comuni", "Comune"},
    Plural{"dispositivi", "dispositivo"},
    Plural{"posti", "posto"},
    Plural{"sedi", "sede"},
    Plural{"gruppi", "gruppo"},
    Plural{"operatori", "operatore"},
    Plural{"minori", "minore"},
    Plural{"anziani", "anziano"},
    Plural{"hours", "hour"},
    Plural{"days", "day"},
    Plural{"weeks", "week"},
    Plural{"people", "person"},
    Plural{"residents", "resident"},
    Plural{"families", "family"},
};

std::string unit_words(const Unit& unit, bool one) {
  std::string text = to_string(unit);
  if (!one) return text;
  const std::string known = singular(text);
  return known.empty() ? text : known;
}

/// The unit after several digits, `tra 0 e 4 FTE`, or `{before, after}` of money in English.
struct Around {
  std::string before, after;
};
Around around(const Measure& measure, Language language, bool one) {
  if (measure.share) return {"", "%"};
  if (measure.unit.none()) return {};
  if (!is_money(measure.unit)) return {"", " " + unit_words(measure.unit, one)};
  const std::string rest = beside_euro(measure.unit);
  if (language == Language::english) return {"€", rest};
  return {"", " €" + rest};
}

// What is not the whole never shows as 100%: a gap of 0,0002 FTE leaves the level at 99,999%.
Shown percent(const Rational& share, Language language, int decimals) {
  const Rational shown = share * 100;
  if (share > 0 && share < 1) {
    while (scaled(shown, decimals) >= 100 * power_of_ten(decimals)) ++decimals;
  }
  return rounded(shown, language, decimals, Zeros::drop);
}

/// The digits alone, in the form that the measure asks for.
Shown digits_of(const Rational& value, const Measure& measure, Language language, int extra) {
  if (measure.share || measure.points) {
    return percent(value, language, kPercentDecimals + extra);
  }
  const bool cents = is_money(measure.unit) && !is_whole(value) && extra == 0;
  return rounded(value, language, kDecimals + extra, cents ? Zeros::keep : Zeros::drop);
}

std::string with_unit(const std::string& digits, const Measure& measure, Language language,
                      bool one = false) {
  if (measure.points && !measure.share)
    return Say(language).of(one, terms::percentage_points, digits);
  const Around unit = around(measure, language, one);
  if (!unit.before.empty() && digits.starts_with('-')) {
    return "-" + unit.before + digits.substr(1) + unit.after;
  }
  return unit.before + digits + unit.after;
}

bool is_one(const Rational& value, const Measure& measure) {
  return (measure.points ? Rational(value * 100) : value) == 1;
}

bool finite_decimal(const Rational& value, int decimals) {
  return is_whole(Rational(value * Rational(power_of_ten(decimals))));
}

}  // namespace

std::string singular(std::string_view word_there) {
  for (const Plural& plural : kPlurals) {
    if (word_there == plural.many) return std::string(plural.one);
  }
  return {};
}

Measure measure_of(const Type& type) {
  const auto* number = std::get_if<NumberOf>(&type);
  if (!number) return {};
  return {number->unit, number->unit.none() && number->purity == Purity::share};
}

Shown show_number(const Rational& value, Language language, int decimals) {
  return rounded(value, language, decimals, Zeros::drop);
}

Shown show_quantity(const Rational& value, const Measure& measure, Language language,
                    int extra_decimals) {
  Shown shown = digits_of(value, measure, language, extra_decimals);
  shown.text = with_unit(shown.text, measure, language, is_one(value, measure));
  return shown;
}

Shown show_percent(const Rational& share, Language language, int decimals) {
  Shown shown = percent(share, language, decimals);
  shown.text += '%';
  return shown;
}

int decimals_apart(const Rational& a, const Rational& b, const Measure& measure) {
  if (a == b) return 0;
  const auto same = [&](int extra) {
    return digits_of(a, measure, Language::english, extra).text ==
           digits_of(b, measure, Language::english, extra).text;
  };
  int extra = 0;
  while (same(extra)) ++extra;  // ends: the two differ in some decimal
  return extra;
}

std::string about(const Shown& shown, Language language) {
  if (shown.exact) return shown.text;
  return Say(language)(terms::about, shown.text);
}

std::string show_exact(const Rational& value, const Measure& measure, Language language) {
  constexpr int kMost = 18;  // as programs write a number that they hold in binary
  const Rational shown = measure.share || measure.points ? Rational(value * 100) : value;
  if (finite_decimal(shown, kMost)) {
    const bool cents = is_money(measure.unit) && !is_whole(shown) && finite_decimal(shown, 2);
    const Shown digits = cents ? rounded(shown, language, 2, Zeros::keep)
                               : rounded(shown, language, kMost, Zeros::drop);
    return with_unit(digits.text, measure, language, is_one(value, measure));
  }
  const std::string above = to_string(Rational(abs(shown.numerator())));
  const std::string below = to_string(shown.denominator());
  const std::string fraction =
      (shown < 0 ? "-" : "") + grouped(above, language) + "/" + grouped(below, language);
  return with_unit(fraction, measure, language);
}

std::string show_range(const Interval& range, const Measure& measure, Language language) {
  const Say say(language);
  const auto end = [&](const Bound& bound) {
    return show_quantity(bound.value(), measure, language).text;
  };
  if (range.known()) return about(show_quantity(range.lo.value(), measure, language), language);
  if (range.lo.finite() && range.hi.finite()) {
    const int extra = decimals_apart(range.lo.value(), range.hi.value(), measure);
    const auto digits = [&](const Bound& bound) {
      return digits_of(bound.value(), measure, language, extra).text;
    };
    const bool both_with_unit = measure.share || language == Language::english;
    return say(terms::between,
               both_with_unit ? with_unit(digits(range.lo), measure, language) : digits(range.lo),
               with_unit(digits(range.hi), measure, language));
  }
  if (range.lo.finite()) return say(terms::at_least, end(range.lo));
  if (range.hi.finite()) return say(terms::at_most, end(range.hi));
  return say(terms::any_value);
}

std::string show_way(Way way, Language language) {
  const Say say(language);
  switch (way) {
    case Way::up:
      return say(terms::way_up);
    case Way::down:
      return say(terms::way_down);
    case Way::unknown:
      break;
  }
  return say(terms::way_unknown);
}

std::string show_days(const Interval& days, Language language) {
  if (!days.single()) return "?";
  if (!days.lo.finite()) return std::string(word(Keyword::never, language));
  const auto count = static_cast<int>(days.lo.value().word().value());
  return show_day(Day(std::chrono::days(count)), language);
}

std::string show_timetable(const Timetable& timetable, Language language) {
  return to_text(timetable,
                 language == Language::italian ? DayLanguage::italian : DayLanguage::english);
}

std::string show_cost(const Interval& cost, const Unit& unit, Language language) {
  if (cost.lo.sign() <= 0 && !cost.known() && cost.hi.finite()) {
    const std::string most = show_quantity(cost.hi.value(), {unit}, language).text;
    return Say(language)(terms::cost_up_to, most);
  }
  return show_range(cost, {unit}, language);
}

std::string show_range_short(const Interval& range, const Measure& measure, Language language) {
  const auto end = [&](const Bound& bound) {
    return show_quantity(bound.value(), measure, language).text;
  };
  if (range.known()) {
    const Shown shown = show_quantity(range.lo.value(), measure, language);
    return shown.exact ? shown.text : "≈ " + shown.text;
  }
  if (range.lo.finite() && range.hi.finite()) {
    const int extra = decimals_apart(range.lo.value(), range.hi.value(), measure);
    const auto digits = [&](const Bound& bound) {
      return digits_of(bound.value(), measure, language, extra).text;
    };
    return with_unit(digits(range.lo) + "–" + digits(range.hi), measure, language);
  }
  if (range.lo.finite()) return "≥ " + end(range.lo);
  if (range.hi.finite()) return "≤ " + end(range.hi);
  return "?";
}

std::string show_share(const Interval& share, Language language) {
  if (share.known()) return show_percent(share.lo.value(), language).text;
  return show_range_short(share, {{}, true, false}, language);
}

std::string show_range_formal(const Interval& range, const Measure& measure, Language language) {
  if (range.known()) {
    const Shown shown = show_quantity(range.lo.value(), measure, language, 2);
    return shown.exact ? show_exact(range.lo.value(), measure, language) : "≈ " + shown.text;
  }
  if (!range.lo.finite() && !range.hi.finite()) return "?";
  const auto digits = [&](const Bound& bound) {
    return digits_of(bound.value(), measure, language, 2).text;
  };
  const std::string lo = range.lo.finite() ? "[" + digits(range.lo) : "(-∞";
  const std::string hi = range.hi.finite() ? digits(range.hi) + "]" : "∞)";
  return with_unit(lo + "; " + hi, measure, language);
}

std::string show_literal(const std::string& neutral, Language language) {
  std::string text;
  for (std::size_t i = 0; i < neutral.size();) {
    std::size_t end = i;
    if (is_digit(neutral[i])) {
      while (end < neutral.size() && is_digit(neutral[end])) ++end;
      text += grouped(neutral.substr(i, end - i), language);
      if (end + 1 < neutral.size() && neutral[end] == '.' && is_digit(neutral[end + 1])) {
        text += decimal_mark(language);
        for (++end; end < neutral.size() && is_digit(neutral[end]); ++end) text += neutral[end];
      }
    } else {
      // A word, kept whole: a unit such as `m2` holds no number.
      const auto in_word = [&](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || c == '_' || is_digit(c) ||
               (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      };
      while (end < neutral.size() && in_word(neutral[end])) ++end;
      if (end == i) ++end;
      const std::string_view word_there(neutral.data() + i, end - i);
      const bool per = word_there == word(Keyword::per, Language::italian) ||
                       word_there == word(Keyword::per, Language::english);
      text += per ? word(Keyword::per, language) : word_there;
    }
    i = end;
  }
  return text;
}

std::string show_day(Day day, Language language) {
  constexpr std::array kMonths = {Keyword::january, Keyword::february, Keyword::march,
                                  Keyword::april,   Keyword::may,      Keyword::june,
                                  Keyword::july,    Keyword::august,   Keyword::september,
                                  Keyword::october, Keyword::november, Keyword::december};
  const std::chrono::year_month_day date{day};
  const Keyword month = kMonths[static_cast<unsigned>(date.month()) - 1];
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(word(month, language)) + " " + std::to_string(static_cast<int>(date.year()));
}

std::string show_period(const Period& period, Language language) {
  const Say say(language);
  const std::string from = show_day(period.from, language);
  return period.to ? say(terms::from_day_to_day, from, show_day(*period.to, language))
                   : say(terms::from_day, from);
}

int per_mille(const Rational& share) {
  if (share <= 0) return 0;
  if (share >= 1) return 1000;
  const int nearest = static_cast<int>(scaled(share, 3).word().value());
  return std::clamp(nearest, 1, 999);
}

}  // namespace leps::inline wording
