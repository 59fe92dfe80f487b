#include "base/unit.hpp"

#include <doctest/doctest.h>

using namespace leps;

TEST_CASE("unit: products cancel and print as they are written") {
  const Unit fte = Unit::of("FTE"), people = Unit::of("abitanti");
  CHECK(to_string(fte / people) == "FTE/abitanti");
  CHECK(fte / people * people == fte);
  CHECK((fte / fte).none());
  CHECK(to_string(Unit::of("ore") / Unit::of("settimana")) == "ore/settimana");
  CHECK(to_string(Unit() / people) == "1/abitanti");
}

TEST_CASE("unit: hours, days and weeks convert exactly; nothing else does") {
  const auto factor = [](const Unit& from, const Unit& to) {
    const auto f = conversion(from, to);
    return f ? to_string(*f) : "no";
  };
  const Unit hours = Unit::of("ore"), days = Unit::of("giorni"), weeks = Unit::of("settimane");
  CHECK(factor(days, hours) == "24");
  CHECK(factor(hours, weeks) == "1/168");
  CHECK(factor(Unit::of("giorno"), days) == "1");
  CHECK(factor(hours / weeks, hours / days) == "1/7");
  CHECK(factor(Unit::of("mesi"), days) == "no");
  CHECK(factor(hours / weeks, Unit()) == "no");  // hours a week are not a pure number
  CHECK(factor(hours, hours * hours) == "no");
  CHECK(factor(Unit::of("FTE"), Unit::of("persone")) == "no");
}
