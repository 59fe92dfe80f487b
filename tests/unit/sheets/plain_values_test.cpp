#include "sheets/plain_values.hpp"

#include "base/period.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "support/seed.hpp"

using namespace leps::sheets;

namespace {

leps::Rational ten_to(int power) {
  leps::Rational value(1);
  for (int i = 0; i < std::abs(power); ++i) value *= 10;
  return power < 0 ? leps::Rational(1 / value) : value;
}

/// The nearest number of fifteen digits, a tie away from zero.
leps::Rational in_fifteen_digits(const leps::Rational& value) {
  if (value.is_zero()) return value;
  int power = 0;  // of the last digit
  while (abs(value) >= ten_to(power + 15)) ++power;
  while (abs(value) < ten_to(power + 14)) --power;
  const leps::Rational whole(
      floor(leps::Rational(abs(value) / ten_to(power) + leps::Rational(1, 2))));
  return (value < 0 ? -1 : 1) * whole * ten_to(power);
}

}  // namespace

TEST_CASE("a stored number is the one that the spreadsheet showed") {
  struct Row {
    std::string stored, plain;
  };
  const Row rows[] = {
      {"17.5", "17.5"},
      {"231000", "231000"},
      {"-3", "-3"},
      {"0", "0"},
      {"-0", "0"},
      {"0.00", "0"},
      {"17.100000000000001", "17.1"},
      {"0.30000000000000004", "0.3"},
      {"31.499999999999996", "31.5"},
      {"9.9999999999999995E-2", "0.1"},
      {"999999999999999.9", "1000000000000000"},
      {"1.5E3", "1500"},
      {"1e+2", "100"},
      {"1.25E-2", "0.0125"},
      {"123456789012345678", "123456789012346000"},
      {"007", "7"},
      {"1E40", "?"},
      {"1E39", "1000000000000000000000000000000000000000"},
      {"1E-99", "?"},
      {"1E999999999999", "?"},
      {"", "?"},
      {".", "?"},
      {"1,5", "?"},
      {"1.2.3", "?"},
      {"NaN", "?"},
      {"0x10", "?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.stored);
    CHECK(to_plain_number(row.stored).value_or("?") == row.plain);
  }
}

TEST_CASE("whatever digits a number is stored in, it is the nearest of fifteen") {
  const std::uint32_t seed = leps::test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 2000; ++i) {
    std::string digits;
    for (std::size_t left = 1 + random() % 20; left > 0; --left) {
      digits += "0123456789999555"[random() % 16];
    }
    const std::size_t point = random() % (digits.size() + 1);
    const int power = static_cast<int>(random() % 31) - 15;
    const bool negative = random() % 2 == 0, has_point = random() % 2 == 0,
               has_power = random() % 2;
    std::string stored = negative ? "-" : "";
    stored += has_point ? digits.substr(0, point) + "." + digits.substr(point) : digits;
    if (has_power) stored += (random() % 2 ? "E" : "e") + std::to_string(power);
    leps::Rational value = leps::parse_rational(digits).value();
    if (has_point) value *= ten_to(static_cast<int>(point) - static_cast<int>(digits.size()));
    if (has_power) value *= ten_to(power);
    if (negative) value = -value;
    CAPTURE(stored);
    const auto plain = to_plain_number(stored);
    REQUIRE(plain.has_value());
    CAPTURE(*plain);
    const auto read = leps::parse_rational(plain->starts_with('-') ? plain->substr(1) : *plain);
    REQUIRE(read.has_value());
    CHECK((plain->starts_with('-') ? leps::Rational(-*read) : *read) == in_fifteen_digits(value));
    // One way to write it: no sign of a zero, no zeros that say nothing.
    CHECK((value.is_zero() ? *plain == "0" : plain->starts_with('-') == negative));
    CHECK_FALSE((plain->find('.') != std::string::npos && plain->ends_with('0')));
    CHECK_FALSE(plain->ends_with('.'));
    CHECK((plain->find_first_not_of("-0") == plain->find_first_of("123456789") ||
           plain->find("0.") == (negative ? 1 : 0) || *plain == "0"));
  }
}

TEST_CASE("how large or small a stored number may be") {
  struct Row {
    std::string stored, plain;
  };
  const std::string zeros(38, '0');
  const Row rows[] = {
      {"1E39", "10" + zeros},
      {"9.99999999999999E39", "99999999999999900000000000" + std::string(14, '0')},
      {"1E-40", "0.0" + zeros + "1"},
      {"1E-41", "0.00" + zeros + "1"},
      {"1E-42", "?"},
      {"0E400", "0"},
      {"0E-400", "0"},
      {"0E401", "?"},
      {"0E-401", "?"},
      {"1e", "?"},
      {"1e+", "?"},
      {"1e++2", "?"},
      {"1e+-2", "0.01"},
      {"1e2x", "?"},
      {"1e2.5", "?"},
      {"e2", "?"},
      {"-", "?"},
      {"--1", "?"},
      {"+1", "?"},
      {" 1", "?"},
      {"1.", "1"},
      {".5", "0.5"},
      {"-.5", "-0.5"},
      {std::string(400, '0'), "0"},
      {std::string(401, '0'), "?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.stored);
    CHECK(to_plain_number(row.stored).value_or("?") == row.plain);
  }
}

TEST_CASE("a stored yes or no") {
  struct Row {
    std::string stored, truth;
  };
  const Row rows[] = {{"1", "yes"},    {"0", "no"},    {"true", "yes"}, {"TRUE", "yes"},
                      {"False", "no"}, {"1.0", "yes"}, {"0.00", "no"},  {"01", "yes"},
                      {"10", "?"},     {"0.1", "?"},   {"2", "?"},      {"-1", "?"},
                      {"-0", "?"},     {"1E0", "?"},   {"", "?"},       {"truee", "?"},
                      {"t", "?"},      {"sì", "?"},    {".", "?"},      {"1.1.", "?"}};
  for (const Row& row : rows) {
    CAPTURE(row.stored);
    const auto truth = to_plain_truth(row.stored);
    CHECK((!truth ? "?" : *truth ? "yes" : "no") == row.truth);
  }
}

TEST_CASE("a day is a number of days") {
  struct Row {
    std::string number;
    bool from_1904;
    std::string day;
  };
  const Row rows[] = {
      {"45992", false, "2025-12-01"},
      {"61", false, "1900-03-01"},
      {"60", false, "?"},
      {"0", true, "1904-01-01"},
      {"44530", true, "2025-12-01"},
      {"-1", true, "?"},
      {"45992.5", false, "?"},
      {"", false, "?"},
      {"9999999", false, "?"},
      {"200000", false, "2447-07-30"},
      {"200001", false, "?"},
      {"200000", true, "2451-07-31"},
      {"200001", true, "?"},
      {"45992x", false, "?"},
      {"-45992", false, "?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.number);
    CHECK(to_plain_day(row.number, row.from_1904).value_or("?") == row.day);
  }
}

// Each day is one more than the one before, and the two ways to count lie 1462 apart.
TEST_CASE("days that are numbers go on one by one") {
  const std::uint32_t seed = leps::test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto at = [](int days, bool from_1904) {
    return leps::parse_iso_day(to_plain_day(std::to_string(days), from_1904).value_or("")).value();
  };
  for (int i = 0; i < 500; ++i) {
    const int days = 61 + static_cast<int>(random() % 198'000);
    CAPTURE(days);
    CHECK(at(days + 1, false) - at(days, false) == std::chrono::days(1));
    CHECK(at(days, true) - at(days, false) == std::chrono::days(1462));
  }
}

TEST_CASE("plain values: what a cell shows") {
  CHECK(to_percent("0.5") == "50%");
  CHECK(to_percent("0.005") == "0.5%");
  CHECK(to_percent("1") == "100%");
  CHECK(to_percent("-0.1234") == "-12.34%");
  CHECK(to_percent("0") == "0%");
  CHECK(to_shown_time("0.75", false) == "18:00");
  CHECK(to_shown_time("0.999999", false) == "24:00");
  CHECK(to_shown_time("45778.5", false) == "01/05/2025 12:00");
  CHECK(to_shown_day("18", false) == "1900-01-18");
  CHECK(to_shown_day("59", false) == "1900-02-28");
  CHECK(to_shown_day("60", false) == std::nullopt);
  CHECK(to_shown_day("61", false) == "1900-03-01");
  CHECK(to_shown_day("0.5", false) == std::nullopt);
}
