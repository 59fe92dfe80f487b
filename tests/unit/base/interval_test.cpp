#include "base/interval.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace leps;

namespace {

std::string show(const Interval& a) {
  const auto end = [](const Bound& b) {
    return b.finite() ? to_string(b.value()) : (b.sign() > 0 ? "inf" : "-inf");
  };
  return "[" + end(a.lo) + ", " + end(a.hi) + "]";
}

const Interval kUp{Bound(0), Bound::plus_infinity()};

}  // namespace

TEST_CASE("interval: an end at infinity is the absence of a bound") {
  CHECK(show(Interval::point(0) * kUp) == "[0, 0]");
  CHECK(show(kUp + Interval::point(3)) == "[3, inf]");
  CHECK(show(kUp - kUp) == "[-inf, inf]");
  CHECK(show(-kUp) == "[-inf, 0]");
  CHECK(show(min(kUp, Interval::point(5))) == "[0, 5]");
  CHECK(show(max(kUp, Interval::point(5))) == "[5, inf]");
}

TEST_CASE(
    "interval: what is endless at both ends is a value, and its sums and quotients are safe") {
  const Bound never = Bound::plus_infinity();
  const Interval mai{never, never}, day = Interval::point(20000);
  CHECK(show(mai + day) == "[inf, inf]");
  CHECK(show(mai - mai) == "[-inf, inf]");
  CHECK(show(day / mai) == "[0, 0]");
  CHECK(show(mai / mai) == "[0, inf]");
  CHECK(show(-mai / mai) == "[-inf, 0]");
}

TEST_CASE("interval: dividing by what could be zero has no bound") {
  const Interval a{Bound(1), Bound(2)};
  CHECK(show(a / Interval{Bound(2), Bound(4)}) == "[1/4, 1]");
  CHECK(show(a / Interval{Bound(0), Bound(50)}) == "[1/50, inf]");
  CHECK(show(a / Interval{Bound(-50), Bound(0)}) == "[-inf, -1/50]");
  CHECK(show(a / Interval{Bound(-1), Bound(1)}) == "[-inf, inf]");
  CHECK(show(a / Interval::point(0)) == "[-inf, inf]");
  CHECK(show(a / kUp) == "[0, inf]");
}

TEST_CASE("interval: every operation holds whatever the two numbers turn out to be") {
  const unsigned seed = 20251231;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> end(-6, 6);
  const auto draw = [&] {
    int a = end(random), b = end(random);
    if (a > b) std::swap(a, b);
    return Interval{Bound(a), Bound(b)};
  };
  const auto inside = [&](const Interval& a) {
    std::uniform_int_distribution<int> step(0, 4);
    return Rational(a.lo.value() + (a.hi.value() - a.lo.value()) * step(random) / 4);
  };
  const auto holds = [](const Interval& range, const Rational& value) {
    return range.lo <= Bound(value) && Bound(value) <= range.hi;
  };
  for (int i = 0; i < 5000; ++i) {
    const Interval a = draw(), b = draw();
    const Rational x = inside(a), y = inside(b);
    CAPTURE(show(a));
    CAPTURE(show(b));
    CHECK(holds(a + b, x + y));
    CHECK(holds(a - b, x - y));
    CHECK(holds(a * b, x * y));
    if (y != 0) CHECK(holds(a / b, x / y));
    CHECK(holds(min(a, b), x < y ? x : y));
    CHECK(holds(max(a, b), x < y ? y : x));
    CHECK(holds(hull(a, b), x));
  }
}
