#include "sheets/plain_values.hpp"

#include <doctest/doctest.h>

using namespace leps::sheets;

TEST_CASE("a stored number is the one that the spreadsheet showed") {
  struct Row {
    const char* stored;
    const char* plain;
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

TEST_CASE("a day is a number of days") {
  struct Row {
    const char* number;
    bool from_1904;
    const char* day;
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
  };
  for (const Row& row : rows) {
    CAPTURE(row.number);
    CHECK(to_plain_day(row.number, row.from_1904).value_or("?") == row.day);
  }
}
