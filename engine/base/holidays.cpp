#include "base/holidays.hpp"

#include <algorithm>

namespace leps::inline base {
namespace {

constexpr MonthDay on(unsigned month, unsigned day) {
  return MonthDay{std::chrono::month{month}, std::chrono::day{day}};
}

/// A row of the law: a date, or so many days after Easter, and the first year from which it has
/// been a holiday without a break.
struct HolidayRow {
  std::optional<MonthDay> date;  // none: counted from Easter
  int after_easter = 0;
  int first_year = 0;
};

// The rows in force today; the year before 1986 had more, since abolished. Where no other act is
// named: L. 260/1949, art. 2. Epiphany was no holiday from 1978 to 1985, nor 2 June from 1977 to
// 2000.
constexpr HolidayRow kRows[] = {
    {on(1, 1), 0, 1949},      // Capodanno
    {on(1, 6), 0, 1986},      // Epifania; D.P.R. 792/1985, art. 1
    {std::nullopt, 0, 1949},  // Pasqua
    {std::nullopt, 1, 1949},  // Lunedì dopo Pasqua
    {on(4, 25), 0, 1949},     // Anniversario della Liberazione
    {on(5, 1), 0, 1949},      // Festa del lavoro
    {on(6, 2), 0, 2001},      // Festa nazionale della Repubblica; L. 336/2000, art. 1
    {on(8, 15), 0, 1949},     // Assunzione
    {on(10, 4), 0, 2026},     // San Francesco d'Assisi; L. 151/2025, art. 1
    {on(11, 1), 0, 1949},     // Ognissanti
    {on(12, 8), 0, 1949},     // Immacolata Concezione
    {on(12, 25), 0, 1949},    // Natale
    {on(12, 26), 0, 1949},    // Santo Stefano
};

std::optional<Day> day_in(MonthDay date, int year) {
  return make_day(year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

// The tables of the Gregorian reform in whole numbers: the moon's age from the golden number and
// the century's corrections, then the Sunday after the full moon that follows 20 March.
Day easter(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int leap_days_dropped = century - century / 4;
  const int moon_correction = (8 * century + 13) / 25;
  int full_moon = (leap_days_dropped - moon_correction + 19 * golden + 15) % 30;  // after 21 March
  // Two lunations of 29 days keep the full moon from 19 April, and from falling twice on the 18th.
  if (full_moon == 29 || (full_moon == 28 && golden > 10)) --full_moon;
  const Day moon =
      Day{std::chrono::year{year} / std::chrono::March / 21} + std::chrono::days(full_moon);
  return moon + std::chrono::days(7 - (static_cast<int>(weekday_of(moon)) + 1) % 7);
}

std::vector<Day> holidays(int year, std::optional<MonthDay> patron) {
  std::vector<Day> found;
  for (const HolidayRow& row : kRows) {
    if (year < row.first_year) continue;
    found.push_back(row.date ? *day_in(*row.date, year)
                             : easter(year) + std::chrono::days(row.after_easter));
  }
  if (patron) {
    if (const auto day = day_in(*patron, year)) found.push_back(*day);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool is_holiday(Day day, std::optional<MonthDay> patron) {
  const std::vector<Day> all = holidays(year_of(day), patron);
  return std::binary_search(all.begin(), all.end(), day);
}

Weekday weekday_of(Day day) {
  return static_cast<Weekday>(std::chrono::weekday{day}.iso_encoding() - 1);
}

std::array<int, kDayKinds> days_by_kind(int year, std::optional<MonthDay> patron) {
  std::array<int, kDayKinds> count{};
  const int days = days_in_year(year);
  const auto first = static_cast<int>(weekday_of(first_day_of(year)));
  for (int weekday = 0; weekday < 7; ++weekday) {
    const int days_before = (weekday - first + 7) % 7;  // its first one in the year
    count[static_cast<std::size_t>(weekday)] = (days - days_before + 6) / 7;
  }
  for (const Day holiday : holidays(year, patron)) {
    const DayKind kind{weekday_of(holiday), true};
    ++count[kind.index()];
    --count[DayKind{kind.weekday, false}.index()];
  }
  return count;
}

}  // namespace leps::inline base
