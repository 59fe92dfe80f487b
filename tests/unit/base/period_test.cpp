#include "base/period.hpp"

#include "base/day_number.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace leps;

TEST_CASE("period: both ends are part of it, and one without an end still runs") {
  const Day first = *parse_iso_day("2021-01-01"), last = *parse_iso_day("2022-12-31");
  const Period closed{first, last}, open{*parse_iso_day("2023-01-01"), std::nullopt};
  CHECK(closed.contains(first));
  CHECK(closed.contains(last));
  CHECK_FALSE(closed.contains(last + std::chrono::days(1)));
  CHECK_FALSE(closed.overlaps(open));
  CHECK(open.contains(*parse_iso_day("9999-12-31")));
  CHECK((Period{first, std::nullopt}.overlaps(open)));
  CHECK((Period{first, std::nullopt}.contains(closed)));
  CHECK_FALSE(closed.contains(open));
}

TEST_CASE("period: only days that exist") {
  CHECK(to_iso(*parse_iso_day("2024-02-29")) == "2024-02-29");
  for (const char* text : {"2023-02-29", "2023-13-01", "2023-00-10", "23-01-01", "2023/01/01",
                           "2023-1-1", "2023-01-01 ", "0000-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_day(text));
  }
  CHECK(to_iso(last_day_of(2025)) == "2025-12-31");
}

namespace {

// `2025-10-01..` still runs; `2024-06-01..2025-03-31` does not.
Period period(std::string_view text) {
  const std::string_view to = text.substr(12);
  return {*parse_iso_day(text.substr(0, 10)), to.empty() ? std::nullopt : parse_iso_day(to)};
}

}  // namespace

TEST_CASE("period: the share of a year, by days and by whole months") {
  struct Row {
    std::string why;
    const char* period;
    int year;
    int days;
    const char* by_days;
    const char* by_months;
  };
  const Row rows[] = {
      {"hired in October", "2025-10-01..", 2025, 92, "92/365", "1/4"},
      {"left in March", "2024-06-01..2025-03-31", 2025, 90, "18/73", "1/4"},
      {"the whole year", "2025-01-01..2025-12-31", 2025, 365, "1", "1"},
      {"and more", "2020-05-05..", 2025, 365, "1", "1"},
      {"a leap year has 366 days", "2024-02-01..2024-02-29", 2024, 29, "29/366", "1/12"},
      {"a month but for its last day", "2024-02-01..2024-02-28", 2024, 28, "14/183", "0"},
      {"one day", "2025-12-31..2026-06-30", 2025, 1, "1/365", "0"},
      {"half months do not add up", "2025-01-16..2025-02-15", 2025, 31, "31/365", "0"},
      {"before the year", "2020-01-01..2024-12-31", 2025, 0, "0", "0"},
      {"after it", "2026-01-01..", 2025, 0, "0", "0"},
      {"an end before the beginning", "2025-06-01..2025-05-01", 2025, 0, "0", "0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(days_within(period(row.period), row.year) == row.days);
    CHECK(to_string(share_of_year_by_days(period(row.period), row.year)) == row.by_days);
    CHECK(to_string(share_of_year_by_months(period(row.period), row.year)) == row.by_months);
  }
  const Period hired = period("2025-10-01.."), left = period("2024-06-01..2025-03-31");
  CHECK(share_of_year_by_days(hired, 2025) + share_of_year_by_days(left, 2025) ==
        Rational(182, 365));
}

TEST_CASE("period: the days of a year that no period covers") {
  struct Row {
    std::string why;
    std::vector<const char*> periods;
    int year;
    int days;
    const char* stretches;
  };
  const Row rows[] = {
      {"none at all", {}, 2024, 366, "01-01..12-31 "},
      {"one left, one hired",
       {"2025-10-01..", "2024-06-01..2025-03-31"},
       2025,
       183,
       "04-01..09-30 "},
      {"one after the other", {"2025-01-01..2025-06-30", "2025-07-01.."}, 2025, 0, ""},
      {"a day between them", {"2025-07-02..", "2025-01-01..2025-06-30"}, 2025, 1, "07-01..07-01 "},
      {"one inside another",
       {"2025-02-01..2025-11-30", "2025-03-01..2025-04-30"},
       2025,
       62,
       "01-01..01-31 12-01..12-31 "},
      {"other years do not count",
       {"2024-01-01..2024-12-31", "2026-01-01.."},
       2025,
       365,
       "01-01..12-31 "},
      {"an end before the beginning", {"2025-06-01..2025-05-01"}, 2025, 365, "01-01..12-31 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    std::vector<Period> periods;
    for (const char* const text : row.periods) periods.push_back(period(text));
    std::string stretches;
    for (const Period& free : uncovered_periods(periods, row.year)) {
      stretches += to_iso(free.from).substr(5) + ".." + to_iso(*free.to).substr(5) + " ";
    }
    CHECK(stretches == row.stretches);
    CHECK(uncovered_days(periods, row.year) == row.days);
  }
}

TEST_CASE("period: days are counted from 1 January 1970") {
  struct Row {
    const char* day;
    int number;
  };
  const Row rows[] = {
      {"1970-01-01", 0}, {"1970-01-02", 1}, {"1969-12-31", -1}, {"2024-02-29", 19782}};
  for (const Row& row : rows) {
    CAPTURE(row.day);
    CHECK(number_of(*parse_iso_day(row.day)) == row.number);
  }
}
