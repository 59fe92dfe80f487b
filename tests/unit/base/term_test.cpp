// When terms end: by hand from the calendar, and laws that hold of any term.
#include "base/term.hpp"
#include "base/day_number.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"

using namespace leps;

namespace {

Day day(int year, unsigned month, unsigned date) {
  return Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(date)};
}

}  // namespace

TEST_CASE("term: the first day is not counted, and a holiday at the end is passed over") {
  struct Row {
    const char* why;
    Day from;
    Rational length;
    TermUnit unit;
    Day end;
  };
  constexpr auto days = TermUnit::days, months = TermUnit::months, working = TermUnit::working_days;
  const Row rows[] = {
      {"thirty days, to a Wednesday", day(2025, 3, 3), 30, days, day(2025, 4, 2)},
      {"to a Sunday", day(2025, 1, 10), 30, days, day(2025, 2, 10)},
      {"to the Monday after Easter", day(2025, 3, 22), 30, days, day(2025, 4, 22)},
      {"to Christmas, its morrow too, and then a Saturday", day(2025, 11, 25), 30, days,
       day(2025, 12, 27)},
      {"to a Saturday, which is no holiday", day(2025, 5, 1), 30, days, day(2025, 5, 31)},
      {"of no day, from a Sunday before a holiday", day(2025, 6, 1), 0, days, day(2025, 6, 3)},
      {"a part of a day does not count", day(2025, 3, 3), Rational(3, 2), days, day(2025, 3, 4)},
      {"fewer days than none", day(2025, 3, 3), -5, days, day(2025, 3, 3)},
      {"a month, from its last day", day(2025, 1, 31), 1, months, day(2025, 2, 28)},
      {"three months over a year's end", day(2024, 11, 30), 3, months, day(2025, 2, 28)},
      {"to a leap day", day(2023, 11, 30), 3, months, day(2024, 2, 29)},
      {"three months, to a Sunday", day(2025, 3, 15), 3, months, day(2025, 6, 16)},
      {"of no month", day(2025, 3, 4), 0, months, day(2025, 3, 4)},
      {"three working days about Easter", day(2025, 4, 17), 3, working, day(2025, 4, 23)},
      {"one, from a Friday", day(2025, 5, 9), 1, working, day(2025, 5, 12)},
      {"none, from a Sunday", day(2025, 5, 11), 0, working, day(2025, 5, 11)},
      {"over 4 October, a holiday from 2026", day(2026, 10, 2), 1, working, day(2026, 10, 5)},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(to_iso(end_of_term(row.from, row.length, row.unit, std::nullopt).day) == to_iso(row.end));
  }
  const MonthDay patron = std::chrono::April / 22;
  CHECK(to_iso(end_of_term(day(2025, 4, 17), 3, working, patron).day) == "2025-04-24");
  CHECK_MESSAGE(to_iso(end_of_term(day(2025, 3, 23), 30, days, patron).day) == "2025-04-22",
                "the patron's feast ends no term");
  CHECK(to_iso(end_of_term(day(2025, 1, 10), 30, days, std::nullopt).counted) == "2025-02-09");
}

TEST_CASE("term: it ends later as it begins later or is longer, and an interval holds every end") {
  std::mt19937 dice(test::seed());
  const auto below = [&](int most) {
    return static_cast<int>(dice() % static_cast<unsigned>(most));
  };
  for (int round = 0; round < 400; ++round) {
    const Day first = day(2023, 12, 1) + std::chrono::days{below(900)};
    const Day last = first + std::chrono::days{below(20)};
    const int least = below(200), most = least + below(6);
    const auto unit = static_cast<TermUnit>(below(3));
    const std::optional<MonthDay> patron =
        below(2) == 0 ? std::nullopt : std::optional(std::chrono::June / 24);
    const Interval range = end_of_term({Bound(number_of(first)), Bound(number_of(last))},
                                       {Bound(least), Bound(most)}, unit, patron);
    CAPTURE(to_iso(first));
    CAPTURE(least);
    CHECK(range.lo == Bound(number_of(end_of_term(first, least, unit, patron).day)));
    CHECK(range.hi == Bound(number_of(end_of_term(last, most, unit, patron).day)));
    for (int i = 0; i < 5; ++i) {
      const Day from =
          first + std::chrono::days{below(static_cast<int>((last - first).count()) + 1)};
      const Rational length(2 * least + below(2 * (most - least) + 1), 2);
      const TermEnd end = end_of_term(from, length, unit, patron);
      CHECK(Bound(number_of(end.day)) >= range.lo);
      CHECK(Bound(number_of(end.day)) <= range.hi);
      CHECK(end.counted >= from);
      CHECK(end.day >= end.counted);
      if (unit == TermUnit::working_days) CHECK(end.day == end.counted);
    }
  }
}

TEST_CASE("term: without an end where it never begins, or is longer than any") {
  const Interval may = Interval::point(number_of(day(2025, 5, 2)));
  const Interval never{Bound::plus_infinity(), Bound::plus_infinity()};
  const auto end = [](const Interval& from, const Interval& length) {
    return end_of_term(from, length, TermUnit::days, std::nullopt);
  };
  CHECK(end(never, Interval::point(30)) == never);
  CHECK(end(Interval::everything(), Interval::point(30)) == Interval::everything());
  CHECK(end(may, {Bound(10), Bound::plus_infinity()}).hi == Bound::plus_infinity());
  CHECK(end(may, Interval::everything()).lo == Bound(number_of(day(2025, 5, 2))));
  CHECK(end(may, Interval::point(1'000'000)) == never);
}
