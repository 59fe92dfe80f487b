#include "eval/kleene.hpp"

#include <doctest/doctest.h>

using namespace leps;

namespace {

constexpr DatumId kA{1}, kB{2};
const Truth kTrue = truth(true), kFalse = truth(false);
const Truth kUnknownA{true, true, {kA}, {}}, kUnknownB{true, true, {kB}, {}};

std::string show(const Truth& t) {
  std::string text = t.is_true() ? "T" : (t.is_false() ? "F" : "?");
  for (const MissingDatum& missing : t.rests_on) text += (missing.datum == kA ? "a" : "b");
  return text;
}

}  // namespace

TEST_CASE("kleene: false decides an `e`, true decides an `o`, and what decides rests on nothing") {
  struct Row {
    Truth left, right;
    const char *both, *either;
  };
  const Row rows[] = {
      {kTrue, kTrue, "T", "T"},
      {kTrue, kFalse, "F", "T"},
      {kFalse, kFalse, "F", "F"},
      {kFalse, kUnknownA, "F", "?a"},
      {kUnknownA, kFalse, "F", "?a"},
      {kTrue, kUnknownA, "?a", "T"},
      {kUnknownA, kUnknownB, "?ab", "?ab"},
  };
  for (const Row& row : rows) {
    CAPTURE(show(row.left));
    CAPTURE(show(row.right));
    CHECK(show(conjunction(row.left, row.right)) == row.both);
    CHECK(show(disjunction(row.left, row.right)) == row.either);
    CHECK(show(conjunction(row.right, row.left)) == row.both);
  }
  CHECK(show(!kTrue) == "F");
  CHECK(show(!kUnknownA) == "?a");
  CHECK(show(same(kUnknownA, kTrue)) == "?a");
  CHECK(show(same(kFalse, kFalse)) == "T");
}

TEST_CASE("kleene: a comparison is decided only where it is the same whatever the numbers are") {
  using typed::Relation;
  const auto at_least = [](Interval a, Interval b) {
    return show(compare(Relation::at_least, {std::move(a), {kA}, {}}, {std::move(b), {}, {}}));
  };
  const Interval five = Interval::point(5);
  CHECK(at_least(five, five) == "T");  // equality satisfies
  CHECK(at_least({Bound(5), Bound(9)}, five) == "T");
  CHECK(at_least({Bound(4), Bound(5)}, five) == "?a");
  CHECK(at_least({Bound(0), Bound(Rational(49, 10))}, five) == "F");
  CHECK(at_least({Bound(0), Bound::plus_infinity()}, five) == "?a");
  CHECK(at_least({Bound(0), Bound::plus_infinity()}, Interval::point(0)) == "T");

  const auto is = [](Relation relation, Interval a, Interval b) {
    return show(compare(relation, {std::move(a), {}, {}}, {std::move(b), {}, {}}));
  };
  CHECK(is(Relation::more_than, five, five) == "F");
  CHECK(is(Relation::less_than, five, five) == "F");
  CHECK(is(Relation::at_most, five, five) == "T");
  CHECK(is(Relation::equal_to, five, five) == "T");
  CHECK(is(Relation::different_from, five, five) == "F");
  CHECK(is(Relation::equal_to, {Bound(5), Bound(6)}, five) == "?");
  CHECK(is(Relation::equal_to, {Bound(6), Bound(7)}, five) == "F");
  CHECK(is(Relation::different_from, {Bound(6), Bound(7)}, five) == "T");
}

TEST_CASE("kleene: what may be divided by zero decides nothing") {
  const Quantity undefined{Interval::everything(), {}, {typed::ExprId{7}}};
  const Truth t = compare(typed::Relation::at_least, undefined, {Interval::point(0), {}, {}});
  CHECK(show(t) == "?");
  CHECK_FALSE(t.zero_divisors.empty());
  CHECK(conjunction(t, kFalse).zero_divisors.empty());
}
