#include "base/term.hpp"

#include "base/day_number.hpp"

#include <algorithm>

namespace leps::inline base {
namespace {

constexpr int kLongest = 100'000;     // days or months: nobody sets a longer term
constexpr int kFarthest = 4'000'000;  // days from 1970 on either side: years of four digits

bool is_sunday_or_holiday(Day day) {
  return weekday_of(day) == Weekday::dom || is_holiday(day, std::nullopt);
}

bool is_working(Day day, std::optional<MonthDay> patron) {
  return weekday_of(day) < Weekday::sab && !is_holiday(day, patron);
}

Day months_later(Day from, int months) {
  const std::chrono::year_month_day date{from};
  const std::chrono::year_month month =
      std::chrono::year_month{date.year(), date.month()} + std::chrono::months{months};
  const std::chrono::year_month_day_last last{month.year(),
                                              std::chrono::month_day_last{month.month()}};
  return Day{month / std::min(date.day(), last.day())};
}

Day working_days_later(Day from, int length, std::optional<MonthDay> patron) {
  Day day = from;
  for (int counted = 0; counted < length;) {
    day += std::chrono::days{1};
    counted += is_working(day, patron) ? 1 : 0;
  }
  return day;
}

Day counted_to(Day from, int length, TermUnit unit, std::optional<MonthDay> patron) {
  switch (unit) {
    case TermUnit::days:
      return from + std::chrono::days{length};
    case TermUnit::working_days:
      return working_days_later(from, length, patron);
    case TermUnit::months:
      return months_later(from, length);
  }
  return from;
}

int whole_length(const Rational& length) {
  if (length.sign() < 0) return 0;
  const Rational whole = floor(length);
  return whole > kLongest ? kLongest : static_cast<int>(*whole.word());
}

// At one end of an interval.
Bound end_at(const Bound& from, const Bound& length, TermUnit unit,
             std::optional<MonthDay> patron) {
  if (!from.finite()) return from;
  if (!length.finite()) return length.sign() < 0 ? end_at(from, Bound(0), unit, patron) : length;
  const Rational day = floor(from.value());
  if (abs(day) > kFarthest) return from;
  const Day begin = day_of(day);
  if (length.value() > kLongest) return Bound::plus_infinity();
  return Bound(number_of(end_of_term(begin, length.value(), unit, patron).day));
}

}  // namespace

TermEnd end_of_term(Day from, const Rational& length, TermUnit unit,
                    std::optional<MonthDay> patron) {
  TermEnd end;
  end.counted = end.day = counted_to(from, whole_length(length), unit, patron);
  if (unit == TermUnit::working_days) return end;
  while (is_sunday_or_holiday(end.day)) end.day += std::chrono::days{1};
  return end;
}

Interval end_of_term(const Interval& from, const Interval& length, TermUnit unit,
                     std::optional<MonthDay> patron) {
  return {end_at(from.lo, length.lo, unit, patron), end_at(from.hi, length.hi, unit, patron)};
}

}  // namespace leps::inline base
