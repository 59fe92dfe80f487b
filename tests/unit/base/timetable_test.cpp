#include "base/timetable_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace leps;

namespace {

Timetable read(std::string_view text) { return std::get<Timetable>(parse_timetable(text)); }

constexpr std::string_view kService = "lun-ven 18:00-08:00; sab-dom 00:00-24:00";
constexpr std::string_view kOffices = "lun-ven 09:00-17:00; festivi chiuso";

}  // namespace

TEST_CASE("timetable: the whole week and none of it") {
  CHECK(Timetable::always().hours_in_week() == 168);
  CHECK(Timetable::always().hours_in_year(2025, std::nullopt) == 8760);
  CHECK(Timetable::always().hours_in_year(2024, std::nullopt) == 8784);
  CHECK(Timetable::never().hours_in_year(2025, std::nullopt) == 0);
  CHECK(Timetable::never().empty());
  CHECK_FALSE(Timetable::always().empty());
  CHECK(complement(Timetable::never()) == Timetable::always());
  CHECK(complement(Timetable::always()) == Timetable::never());
  // Open on holidays only: no hours in an ordinary week, and yet not empty.
  CHECK_FALSE(read("festivi h24").empty());
  CHECK(read("festivi h24").hours_in_week() == 0);
}

TEST_CASE("timetable: spans are made one where they touch, whatever their order") {
  std::array<Timetable::Spans, kDayKinds> days;
  days[0] = {{600, 700}, {0, 0}, {100, 300}, {300, 400}, {650, 800}};
  const Timetable timetable = Timetable::of(days);
  CHECK(timetable.spans({Weekday::lun, false}) == Timetable::Spans{{100, 400}, {600, 800}});
  CHECK(timetable.minutes_in_week() == 500);
  CHECK(timetable.hours_on({Weekday::lun, false}) == Rational(25, 3));
  CHECK(timetable.is_open({Weekday::lun, false}, 100));
  CHECK(timetable.is_open({Weekday::lun, false}, 399));
  CHECK_FALSE(timetable.is_open({Weekday::lun, false}, 400));
  CHECK_FALSE(timetable.is_open({Weekday::lun, true}, 100));
}

// The week: the service has 14 hours on each of five days and 48 at the weekend, 118; the offices
// add 8 hours on each of five days, 40, none of them shared: 158 of 168. Missing are 08-09 and
// 17-18 on five days, 10 hours.
TEST_CASE("timetable: a dedicated service and the offices, in the ordinary week") {
  const Timetable covered = unite(read(kService), read(kOffices));
  CHECK(read(kService).hours_in_week() == 118);
  CHECK(read(kOffices).hours_in_week() == 40);
  CHECK(intersect(read(kService), read(kOffices)).empty());
  CHECK(covered.hours_in_week() == 158);
  CHECK(complement(covered).hours_in_week() == 10);
  for (std::size_t i = 0; i < 7; ++i) {
    CAPTURE(i);
    const Timetable::Spans missing =
        i < 5 ? Timetable::Spans{{8 * 60, 9 * 60}, {17 * 60, 18 * 60}} : Timetable::Spans{};
    CHECK(complement(covered).spans(day_kind(i)) == missing);
  }
}

// The year 2026 begins on a Thursday: 53 Thursdays and 52 of every other day, so 261 days from
// Monday to Friday and 104 at the weekend. Seven holidays fall from Monday to Friday (1 and 6
// January, 6 April, 1 May, 2 June, 8 and 25 December): 254 working days are left.
//   working days: 2 hours each are missing (08-09, 17-18)                   254 x 2  = 508
//   the seven holidays: offices closed, the service from 18 to 08 as on any
//   weekday; 08-18 is missing, 10 hours each                                  7 x 10 =  70
//   weekends: the service is there all day, holiday or not                            0
// Uncovered 578 hours of 8,760; covered 8,182.
TEST_CASE("timetable: the same two in 2026, whose holidays close the offices") {
  struct Row {
    std::string why;
    std::string_view service;
    std::optional<MonthDay> patron;
    int uncovered;
  };
  const MonthDay june_29{std::chrono::June, std::chrono::day{29}};      // a Monday
  const MonthDay august_16{std::chrono::August, std::chrono::day{16}};  // a Sunday
  const Row rows[] = {
      {"a service without a line for holidays", kService, std::nullopt, 578},
      {"a patron on a Monday: 10 hours instead of 2", kService, june_29, 586},
      {"a patron on a Sunday changes nothing", kService, august_16, 578},
      {"a service that is there all day on holidays", "lun-ven 18:00-08:00; sab-dom, festivi h24",
       std::nullopt, 508},
      // 13 holidays: the seven, 24 hours missing each; six at weekends, 24 each. 508 + 13 x 24.
      {"a service that is closed on holidays", "lun-ven 18:00-08:00; sab-dom h24; festivi chiuso",
       std::nullopt, 508 + 13 * 24},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Timetable covered = unite(read(row.service), read(kOffices));
    CHECK(complement(covered).hours_in_year(2026, row.patron) == row.uncovered);
    CHECK(covered.hours_in_year(2026, row.patron) == 8760 - row.uncovered);
  }
}

TEST_CASE("timetable: minutes that are no whole hours stay exact") {
  CHECK(read("lun-ven 09:00-12:20").hours_in_week() == Rational(50, 3));
  CHECK(read("lun 00:00-00:01").hours_in_year(2026, std::nullopt) == Rational(52, 60));
}

TEST_CASE("timetable: one that is open whenever another is") {
  struct Row {
    const char* outer;
    const char* inner;
    bool includes;
  };
  const Row rows[] = {
      {"tutti h24", "lun 09:00-10:00; festivi 11:00-12:00", true},
      {"lun 09:00-10:00", "tutti chiuso", true},
      {"lun 09:00-10:00", "lun 09:00-10:00", true},
      {"lun 09:00-10:00", "lun 09:00-10:01", false},
      {"lun 09:00-10:00, 11:00-12:00", "lun 09:30-11:30", false},
      {"tutti 09:00-10:00; festivi chiuso", "lun 09:00-10:00", false},
      {"tutti 09:00-10:00", "lun 09:00-10:00; festivi chiuso", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.outer);
    CAPTURE(row.inner);
    CHECK(read(row.outer).includes(read(row.inner)) == row.includes);
  }
}

TEST_CASE("timetable: equal are those that are open at the same times") {
  CHECK(read("tutti 09:00-17:00") == read("tutti 09:00-17:00; festivi 09:00-17:00"));
  CHECK(read("lun 09:00-12:00, 12:00-13:00") == read("lun 09:00-13:00"));
  CHECK(read("lun 09:00-13:00") != read("lun 09:00-13:00; festivi chiuso"));
  CHECK_FALSE(read("tutti 09:00-17:00; festivi 09:00-17:00").differs_on_holidays());
  CHECK(read("lun 09:00-13:00; festivi chiuso").differs_on_holidays());
}
