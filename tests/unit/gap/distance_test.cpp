#include "gap/distance.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/world.hpp"

using namespace leps;
using typed::Relation;

namespace {

Quantity of(const Interval& range) { return {range, {}, {}}; }
Quantity of(int value) { return of(Interval::point(value)); }

}  // namespace

TEST_CASE("distance: over the size of the level, and at most 1") {
  struct Row {
    std::string why;
    Relation relation;
    int value, level;
    const char *absolute, *relative;
  };
  const Row rows[] = {
      {"half way", Relation::at_least, 5, 10, "5", "1/2"},
      {"at the level", Relation::at_least, 10, 10, "0", "0"},
      {"above", Relation::at_least, 11, 10, "0", "0"},
      {"far below zero is all", Relation::at_least, -50, 10, "60", "1"},
      {"level zero, distance not", Relation::at_least, -1, 0, "1", "1"},
      {"level zero, distance zero", Relation::at_least, 0, 0, "0", "0"},
      {"at most", Relation::at_most, 15, 10, "5", "1/2"},
      {"at most zero", Relation::at_most, 3, 0, "3", "1"},
      {"at most, three times as many", Relation::at_most, 30, 10, "20", "1"},
      {"strict at the level: no distance, and yet not enough", Relation::more_than, 10, 10, "0",
       "0"},
      {"equal, from below", Relation::equal_to, 8, 10, "2", "1/5"},
      {"equal, from above", Relation::equal_to, 12, 10, "2", "1/5"},
      {"a negative level", Relation::at_least, -12, -10, "2", "1/5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Quantity value = of(row.value), level = of(row.level);
    CHECK(test::describe(distance(row.relation, value, level)) == row.absolute);
    CHECK(test::describe(relative_distance(row.relation, value, level)) == row.relative);
  }
}

TEST_CASE("distance: of intervals holds what every pair of numbers gives, and its ends are met") {
  const unsigned seed = 4711;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> end(-4, 4);
  const Relation relations[] = {Relation::at_least, Relation::at_most, Relation::more_than,
                                Relation::less_than, Relation::equal_to};
  for (int i = 0; i < 3000; ++i) {
    int a = end(random), b = end(random), c = end(random), d = end(random);
    if (a > b) std::swap(a, b);
    if (c > d) std::swap(c, d);
    const Interval left{Bound(a), Bound(b)}, right{Bound(c), Bound(d)};
    for (const Relation relation : relations) {
      const Interval range = relative_distance(relation, of(left), of(right));
      std::optional<Interval> seen;
      for (int x = a; x <= b; ++x) {
        for (int y = c; y <= d; ++y) {
          const Interval one = relative_distance(relation, of(x), of(y));
          REQUIRE(one.known());
          seen = seen ? hull(*seen, one) : one;
        }
      }
      CAPTURE(static_cast<int>(relation));
      CAPTURE(test::describe(left));
      CAPTURE(test::describe(right));
      CHECK(range.lo <= seen->lo);
      CHECK(range.hi >= seen->hi);
      // The corners are whole numbers, so the ends are met; `pari a` may also cross a level of 0.
      if (relation != Relation::equal_to) CHECK(test::describe(range) == test::describe(*seen));
    }
  }
}

TEST_CASE("distance: what is not known has the distance of all that it could be") {
  const Quantity unknown = of({Bound(0), Bound::plus_infinity()}), level = of(10);
  CHECK(test::describe(distance(Relation::at_least, unknown, level)) == "0..10");
  CHECK(test::describe(relative_distance(Relation::at_least, unknown, level)) == "0..1");
  CHECK(test::describe(distance(Relation::at_most, unknown, level)) == "0..inf");
  CHECK(test::describe(distance(Relation::at_least, level, unknown)) == "0..inf");
  CHECK(test::describe(relative_distance(Relation::at_least, level, unknown)) == "0..1");
}

TEST_CASE("distance: of days that may be `mai`") {
  const Bound never = Bound::plus_infinity();
  const Quantity mai = of({never, never}), day = of(20000), unknown = of(Interval::everything());
  CHECK(test::describe(distance(Relation::at_most, mai, mai)) == "0");
  CHECK(test::describe(distance(Relation::at_least, mai, mai)) == "0");
  CHECK(test::describe(distance(Relation::equal_to, mai, mai)) == "0");
  CHECK(test::describe(distance(Relation::at_most, unknown, mai)) == "0");
  CHECK(test::describe(distance(Relation::at_most, mai, unknown)) == "0..inf");
  CHECK(test::describe(distance(Relation::at_most, mai, day)) == "inf..inf");
  CHECK(test::describe(distance(Relation::at_least, mai, day)) == "0");
}
