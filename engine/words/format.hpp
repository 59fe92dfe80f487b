// Numbers, quantities and days as people read them. The only place that rounds: half away from
// zero, and never so far that a number that is not zero shows as zero. Nothing here is computed
// with floating point, not even the width of a bar.
#pragma once

#include "base/interval.hpp"
#include "base/period.hpp"
#include "base/timetable_text.hpp"
#include "check/type.hpp"
#include "diagnostics/diagnostic.hpp"
#include "gap/way.hpp"

#include <string>
#include <string_view>

namespace leps::inline wording {

/// A number as shown. Where `exact` is false, rounding changed it.
struct Shown {
  std::string text;
  bool exact = true;
};

/// What is measured, as far as the form of a number depends on it.
struct Measure {
  Unit unit;
  bool share = false;   // shown as a percentage
  bool points = false;  // the difference of two shares: `5 punti percentuali`
};
/// Of a number's type; nothing to show beside the digits for truths and words.
Measure measure_of(const Type& type);

/// Decimals shown where nobody asks for more: enough to act on, few enough to read.
inline constexpr int kDecimals = 2;
inline constexpr int kPercentDecimals = 1;

/// `1.234,5` in Italian, `1,234.5` in English: at most `decimals`, zeros at the end dropped, and at
/// least the first digit that is not zero (`0,0002`).
Shown show_number(const Rational& value, Language language, int decimals = kDecimals);
/// The number with its unit: `4,64 FTE`, `3.625,34 €`, `11,5%`, `42.000 €/FTE`.
Shown show_quantity(const Rational& value, const Measure& measure, Language language,
                    int extra_decimals = 0);
/// `11,5%` from 23/200; never `100%` for less than all.
Shown show_percent(const Rational& share, Language language, int decimals = kPercentDecimals);
/// How many decimals beyond the usual ones two different numbers need so as not to look the same.
int decimals_apart(const Rational& a, const Rational& b, const Measure& measure);

/// The text, after `circa` / `about` where rounding changed it.
std::string about(const Shown& shown, Language language);

/// Without rounding: `4,6428 FTE` where six decimals say it all, else a fraction, `1/3 FTE`.
std::string show_exact(const Rational& value, const Measure& measure, Language language);

/// In a sentence: `tra 0 e 4 FTE`, `almeno 3 FTE`, `al massimo 4 FTE`, `4 FTE`; where nothing
/// bounds it, `un valore qualsiasi`.
std::string show_range(const Interval& range, const Measure& measure, Language language);
/// Behind the amount by which a lever must move: `in più`, `in meno`, `in più o in meno`.
std::string show_way(Way way, Language language);
/// A day, or `mai`; `?` where it is not known.
std::string show_days(const Interval& days, Language language);
/// `lun-ven 09:00-17:00; sab-dom chiuso`
std::string show_timetable(const Timetable& timetable, Language language);
/// A cost, in a sentence: as a range, but `fino a 4.000 €` where it may be nothing.
std::string show_cost(const Interval& cost, const Unit& unit, Language language);
/// In a table: `0–4 FTE`, `≥ 3 FTE`, `≤ 4 FTE`, `≈ 4,64 FTE`; where nothing bounds it, `?`.
std::string show_range_short(const Interval& range, const Measure& measure, Language language);
/// The singular of the common plurals that packs use as names: `comune` of `comuni`; empty of any
/// other word.
std::string singular(std::string_view word);
/// A gap in proportion to its level: `11,5%`, `0–50%`. Never marked as rounded: it is a proportion.
std::string show_share(const Interval& share, Language language);
/// In a formula, as the language of the packs writes it: `[0; 4] FTE`; `?` where nothing bounds it.
std::string show_range_formal(const Interval& range, const Measure& measure, Language language);

/// A literal of a pack in neutral form (`1 FTE ogni 5000 abitanti`, `17.50`) in the numbers and
/// words of a language, digits untouched: `1 FTE ogni 5.000 abitanti`.
std::string show_literal(const std::string& neutral, Language language);

/// `31 dicembre 2025`, `31 December 2025`.
std::string show_day(Day day, Language language);
/// `dal 1 gennaio 2021`, `dal 1 gennaio 2021 al 31 dicembre 2024`.
std::string show_period(const Period& period, Language language);

/// A share of a bar's length, in thousandths. Only 0 is 0 and only 1 is 1000: a gap of one
/// resident in a million can still be seen.
int per_mille(const Rational& share);

}  // namespace leps::inline wording
