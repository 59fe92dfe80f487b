#include "base/rational.hpp"

#include <doctest/doctest.h>
#include <boost/multiprecision/cpp_int.hpp>

#include <random>

using namespace leps;

namespace {

using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;
using Fraction = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;

}  // namespace

TEST_CASE("rational: text in the neutral form is read exactly") {
  struct Row {
    const char* text;
    const char* value;  // empty: refused
  };
  const Row rows[] = {
      {"0", "0"},       {"010", "10"},  {"12.50", "25/2"}, {"-0.1", "-1/10"},
      {"9/10", "9/10"}, {"6/4", "3/2"}, {"00/7", "0"},     {"188.17", "18817/100"},
      {"", ""},         {".5", ""},     {"5.", ""},        {"1e3", ""},
      {"0x10", ""},     {"+5", ""},     {"1/0", ""},       {"1//2", ""},
      {"--1", ""},      {"1.2.3", ""},  {"1 000", ""},     {"\xE2\x88\x9E", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto value = parse_rational(row.text);
    CHECK((value ? to_string(*value) : "") == row.value);
  }
}

TEST_CASE("rational: a number with more digits than the limit is refused, not computed") {
  CHECK(parse_rational(std::string(kMaxDigits, '9')));
  CHECK_FALSE(parse_rational(std::string(1000000, '9')));
}

TEST_CASE("rational: floor and ceil go down and up, also below zero") {
  struct Row {
    const char* value;
    int floor, ceil;
  };
  for (const Row& row : {Row{"7/2", 3, 4}, Row{"-7/2", -4, -3}, Row{"3", 3, 3}, Row{"-3", -3, -3},
                         Row{"0", 0, 0}, Row{"-1/3", -1, 0}}) {
    CAPTURE(row.value);
    CHECK(floor(*parse_rational(row.value)) == row.floor);
    CHECK(ceil(*parse_rational(row.value)) == row.ceil);
  }
}

TEST_CASE("rational: where binary floating point goes wrong") {
  Rational sum = 0;
  for (int i = 0; i < 10; ++i) sum += *parse_rational("0.1");
  CHECK(sum == 1);
  CHECK(*parse_rational("0.56") * 675 == 378);
  CHECK(Rational(1) / 7 * 7 == 1);
  CHECK(to_string(*parse_rational("89.25") * *parse_rational("40.62")) == "725067/200");
}

TEST_CASE("rational: small and large numbers are one arithmetic, the one of Boost") {
  const unsigned seed = 20261124;
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  // Near the ends of a word, near zero, and in between: where a fast path could overflow.
  const auto part = [&]() -> std::int64_t {
    const auto few = static_cast<std::int64_t>(random() % 50);
    switch (random() % 6) {
      case 0:
        return few;
      case 1:
        return kMost - few;
      case 2:
        return (std::int64_t{1} << 31) - few;
      case 3:
        return (std::int64_t{1} << (random() % 63));
      case 4:
        return static_cast<std::int64_t>(random() >> (1 + random() % 63));
      default:
        return static_cast<std::int64_t>(random() % 100000);
    }
  };
  const auto draw = [&] {
    Rational value(part(), std::max<std::int64_t>(part(), 1));
    if (random() % 2) value = -value;
    if (random() % 8 == 0) value = value * Rational(kMost) + Rational(1, 3);  // a large one
    return value;
  };
  const auto read = [](const Integer& whole) {  // whatever its length
    Rational value = 0;
    for (const char digit : Integer(abs(whole)).str()) value = value * 10 + (digit - '0');
    return whole < 0 ? Rational(-value) : value;
  };
  const auto same = [&](const Rational& found, const Fraction& wanted) {
    // The form too: equal numbers have one, or == would not find them equal.
    return found == read(numerator(wanted)) / read(denominator(wanted)) &&
           to_string(found) == wanted.str() &&
           found.nearest_double() == wanted.convert_to<double>();
  };
  int large = 0;
  for (int i = 0; i < 20000; ++i) {
    const Rational a = draw(), b = draw();
    const Fraction x(to_string(a)), y(to_string(b));
    CAPTURE(to_string(a));
    CAPTURE(to_string(b));
    REQUIRE(same(a + b, Fraction(x + y)));
    REQUIRE(same(a - b, Fraction(x - y)));
    REQUIRE(same(a * b, Fraction(x * y)));
    if (!b.is_zero()) REQUIRE(same(a / b, Fraction(x / y)));
    REQUIRE(same(-a, Fraction(-x)));
    REQUIRE((a + b) - b == a);
    REQUIRE(((a <=> b) == std::strong_ordering::less) == (x < y));
    REQUIRE(((a <=> b) == std::strong_ordering::equal) == (x == y));
    REQUIRE((a == b) == (x == y));
    REQUIRE(a.sign() == x.sign());
    REQUIRE(a.is_zero() == x.is_zero());
    const Integer above = numerator(x), below = denominator(x), other = numerator(y);
    REQUIRE(is_whole(a) == (below == 1));
    REQUIRE(same(a.numerator(), above));
    REQUIRE(same(a.denominator(), below));
    REQUIRE(same(gcd(a.numerator(), b.numerator()), gcd(above, other)));
    REQUIRE(same(lcm(a.numerator(), b.numerator()), lcm(above, other)));
    const Integer cut = above / below;
    REQUIRE(same(floor(a), Integer(cut - (above < 0 && cut * below != above))));
    REQUIRE(same(ceil(a), Integer(cut + (above > 0 && cut * below != above))));
    REQUIRE(a.word().has_value() == (below == 1 && abs(above) <= kMost));
    if (a.word()) REQUIRE(above == *a.word());
    const auto bits = [](const Integer& whole) { return whole == 0 ? 0 : msb(abs(whole)) + 1; };
    REQUIRE(a.bits() == std::max(bits(above), bits(below)));
    large += (a * b).numerator() > kMost;
  }
  CHECK(large > 1000);  // both paths were walked
}

TEST_CASE("rational: the ends of a word") {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  CHECK(to_string(Rational(kLeast)) == "-9223372036854775808");
  CHECK(to_string(-Rational(kLeast)) == "9223372036854775808");
  CHECK(to_string(Rational(kLeast, kLeast)) == "1");
  CHECK(to_string(Rational(1, kLeast)) == "-1/9223372036854775808");
  CHECK(to_string(Rational(-3, -6)) == "1/2");
  CHECK(to_string(Rational(0, -6)) == "0");
  CHECK(to_string(Rational(std::numeric_limits<std::uint64_t>::max())) == "18446744073709551615");
  Rational moved = Rational(kLeast) * Rational(kLeast), kept = moved;
  CHECK(kept == moved);
  Rational target = std::move(moved);
  CHECK(target == kept);
  moved = 7;  // what was moved from can be assigned again
  CHECK(moved == 7);
  CHECK(Rational(1, 3).nearest_double() == 1.0 / 3);
}
