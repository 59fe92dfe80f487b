#include "base/period.hpp"

#include <doctest/doctest.h>

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
