#include "base/holidays.hpp"

#include <algorithm>

namespace leps::inline base {
namespace {

constexpr MonthDay on(unsigned month, unsigned day) {
  return MonthDay{std::chrono::month{month}, std::chrono::day{day}};
}

constexpr std::string_view kLaw = "L. 260/1949, art. 2";
constexpr auto kSure = Confidence::verificato;

// Epiphany was no holiday from 1978 to 1985, nor 2 June from 1977 to 2000.
constexpr HolidayRow kRows[] = {
    {"Capodanno", "New Year's Day", on(1, 1), 0, 1949, kSure, kLaw},
    {"Epifania", "Epiphany", on(1, 6), 0, 1986, kSure, "D.P.R. 792/1985, art. 1"},
    {"Pasqua", "Easter Sunday", std::nullopt, 0, 1949, kSure, kLaw},
    {"Lunedì dopo Pasqua", "Easter Monday", std::nullopt, 1, 1949, kSure, kLaw},
    {"Anniversario della Liberazione", "Liberation Day", on(4, 25), 0, 1949, kSure, kLaw},
    {"Festa del lavoro", "Labour Day", on(5, 1), 0, 1949, kSure, kLaw},
    {"Festa nazionale della Repubblica", "Republic Day", on(6, 2), 0, 2001, kSure,
     "L. 336/2000, art. 1"},
    {"Assunzione", "Assumption", on(8, 15), 0, 1949, kSure, kLaw},
    {"San Francesco d'Assisi", "Saint Francis of Assisi", on(10, 4), 0, 2026,
     Confidence::da_verificare, "L. 151/2025, art. 1"},
    {"Ognissanti", "All Saints", on(11, 1), 0, 1949, kSure, kLaw},
    {"Immacolata Concezione", "Immaculate Conception", on(12, 8), 0, 1949, kSure, kLaw},
    {"Natale", "Christmas", on(12, 25), 0, 1949, kSure, kLaw},
    {"Santo Stefano", "Saint Stephen", on(12, 26), 0, 1949, kSure, kLaw},
};

std::optional<Day> day_in(MonthDay date, int year) {
  return make_day(year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

std::span<const HolidayRow> holiday_rows() { return kRows; }

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

std::vector<Holiday> holidays(int year, std::optional<MonthDay> patron) {
  std::vector<Holiday> found;
  for (const HolidayRow& row : kRows) {
    if (year < row.first_year) continue;
    const Day day =
        row.date ? *day_in(*row.date, year) : easter(year) + std::chrono::days(row.after_easter);
    found.push_back({day, row.it, row.en, row.confidence, row.source});
  }
  if (patron) {
    if (const auto day = day_in(*patron, year)) {
      found.push_back({*day, "Santo patrono", "Patron saint", Confidence::verificato, {}});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Holiday& a, const Holiday& b) {
    return a.day != b.day ? a.day < b.day : a.confidence < b.confidence;
  });
  const auto same_day = [](const Holiday& a, const Holiday& b) { return a.day == b.day; };
  found.erase(std::unique(found.begin(), found.end(), same_day), found.end());
  return found;
}

bool is_holiday(Day day, std::optional<MonthDay> patron) {
  const std::vector<Holiday> all = holidays(year_of(day), patron);
  return std::any_of(all.begin(), all.end(), [&](const Holiday& it) { return it.day == day; });
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
  for (const Holiday& holiday : holidays(year, patron)) {
    const DayKind kind{weekday_of(holiday.day), true};
    ++count[kind.index()];
    --count[DayKind{kind.weekday, false}.index()];
  }
  return count;
}

}  // namespace leps::inline base
