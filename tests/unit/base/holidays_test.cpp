#include "base/holidays.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>

using namespace leps;

namespace {

MonthDay on(unsigned month, unsigned day) {
  return MonthDay{std::chrono::month{month}, std::chrono::day{day}};
}

std::string dates(const std::vector<Day>& holidays) {
  std::string text;
  for (const Day holiday : holidays) text += to_iso(holiday).substr(5) + " ";
  return text;
}

int on_working_days(const std::vector<Day>& holidays) {
  return static_cast<int>(std::count_if(holidays.begin(), holidays.end(), [](Day holiday) {
    return weekday_of(holiday) < Weekday::sab;
  }));
}

}  // namespace

TEST_CASE("holidays: Easter Monday as the calendars printed it") {
  const char* const mondays[] = {
      "1999-04-05", "2000-04-24", "2001-04-16", "2002-04-01", "2003-04-21", "2004-04-12",
      "2005-03-28", "2006-04-17", "2007-04-09", "2008-03-24", "2009-04-13", "2010-04-05",
      "2011-04-25", "2012-04-09", "2013-04-01", "2014-04-21", "2015-04-06", "2016-03-28",
      "2017-04-17", "2018-04-02", "2019-04-22", "2020-04-13", "2021-04-05", "2022-04-18",
      "2023-04-10", "2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17",
      "2029-04-02", "2030-04-22",
      // The earliest and the latest there are, and the full moons that the calendar moves.
      "1818-03-23", "2285-03-23", "1943-04-26", "2038-04-26", "1981-04-20", "2076-04-20",
      "1954-04-19", "2049-04-19"};
  for (const char* const monday : mondays) {
    CAPTURE(monday);
    const Day day = *parse_iso_day(monday);
    CHECK(to_iso(easter(year_of(day)) + std::chrono::days(1)) == monday);
    CHECK(is_holiday(day, std::nullopt) == (year_of(day) >= 1949));
  }
}

TEST_CASE("holidays: those of a year, with and without a patron") {
  struct Row {
    std::string why;
    int year;
    std::optional<MonthDay> patron;
    int on_working_days;
    const char* dates;
  };
  const std::string y2026 =
      "01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 "
      "12-25 12-26 ";
  const Row rows[] = {
      {"13 in 2026, 7 of them from Monday to Friday", 2026, std::nullopt, 7, y2026.c_str()},
      {"a patron on a Monday", 2026, on(6, 29), 8,
       "01-01 01-06 04-05 04-06 04-25 05-01 06-02 06-29 08-15 10-04 11-01 12-08 12-25 12-26 "},
      {"a patron on a national holiday adds no day", 2026, on(10, 4), 7, y2026.c_str()},
      {"4 October is none before 2026", 2025, std::nullopt, 10,
       "01-01 01-06 04-20 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26 "},
      {"Easter Monday on 25 April is one day", 2011, std::nullopt, 7,
       "01-01 01-06 04-24 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26 "},
      {"2 June is none in 2000", 2000, std::nullopt, 9,
       "01-01 01-06 04-23 04-24 04-25 05-01 08-15 11-01 12-08 12-25 12-26 "},
      {"a patron on 29 February, in a year that has none", 2026, on(2, 29), 7, y2026.c_str()},
      {"and in one that has", 2028, on(2, 29), 12,
       "01-01 01-06 02-29 04-16 04-17 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::vector<Day> found = holidays(row.year, row.patron);
    CHECK(dates(found) == row.dates);
    CHECK(on_working_days(found) == row.on_working_days);
  }
}

TEST_CASE("holidays: the kinds of day of a year are all of its days, counted one by one") {
  for (int year = 1999; year <= 2030; ++year) {
    for (const std::optional<MonthDay>& patron :
         {std::optional<MonthDay>{}, std::optional{on(6, 24)}, std::optional{on(2, 29)}}) {
      CAPTURE(year);
      std::array<int, kDayKinds> counted{};
      for (Day day = first_day_of(year); day <= last_day_of(year); day += std::chrono::days(1)) {
        ++counted[DayKind{weekday_of(day), is_holiday(day, patron)}.index()];
      }
      CHECK(days_by_kind(year, patron) == counted);
      CHECK(std::accumulate(counted.begin(), counted.end(), 0) == days_in_year(year));
    }
  }
}
