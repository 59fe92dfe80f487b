#include "base/rational.hpp"

#include <doctest/doctest.h>

using namespace leps;

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
