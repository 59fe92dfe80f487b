// What a value that is not known rests on, and what may keep it from having one.
#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string pack(const std::string& declared) {
  return R"(
dato x : FTE "X"
dato y : FTE "Y"  almeno 0  al massimo 4
dato n : numero "N"  almeno 0  al massimo 5
dato m : numero "M"
dato a : sì/no "A"
dato b : sì/no "B"
dato w : uno di rosso, verde
dato v : uno di rosso, verde
dato p : periodo "P"
dato q : periodo "Q"
dato t : testo "T"
dato u : testo "U"
elenco l "L"
  campo v : FTE
  campo si : sì/no
)" + declared +
         "regola r \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n"
         "  requisito sempre: a o non a\n";
}

}  // namespace

TEST_CASE(
    "rests on: a number names what could still move it, and says where it may have no value") {
  struct Row {
    std::string why;
    const char *unit, *formula, *givens;
    const char *range, *rests_on;
    bool may_have_no_value;
  };
  const Row rows[] = {
      {"a divisor that may be zero", "FTE", "x / n", "x = 4; n = [0; 5]", "4/5..inf", "n", true},
      {"even under 0", "FTE", "x / n", "x = 0; n = [0; 5]", "0", "n", true},
      {"one that cannot", "FTE", "x / n", "x = 4; n = [1; 2]", "2..4", "n", false},
      {"one that is zero", "FTE", "x / n", "x = 4; n = 0", "-inf..inf", "", true},
      {"both are open", "FTE", "x / n", "x = [1; 2]; n = [1; 2]", "1/2..2", "x n", false},
      {"of either sign", "FTE", "x / m", "x = 4; m = [-1; 2]", "-inf..inf", "m", true},
      {"missing, within its bounds", "FTE", "x / n", "x = 4", "4/5..inf", "n", true},
      {"nothing times anything", "FTE", "0 * x", "", "0", "", false},
      {"times what is open", "FTE", "m * x", "x = 2; m = [-1; 3]", "-2..6", "m", false},
      {"a minimum that is decided", "FTE", "min(x; y)", "x = -1", "-1", "", false},
      {"one that is not", "FTE", "min(x; y)", "x = 2", "0..2", "y", false},
      {"a maximum that is decided", "FTE", "max(x; y)", "x = 7", "7", "", false},
      {"one that is not", "FTE", "max(x; y)", "x = 2", "2..4", "y", false},
      {"a branch that is known", "FTE", "se a allora x altrimenti y", "a = sì; x = 3", "3", "",
       false},
      {"and the other", "FTE", "se a allora x altrimenti y", "a = no; x = 3", "0..4", "y", false},
      {"one that is not", "FTE", "se a allora x altrimenti y", "x = 3; y = 2", "2..3", "a", false},
      {"the same in both", "FTE", "se a allora x altrimenti y", "x = 2; y = 2", "2", "", false},
      {"one of them may have no value", "FTE", "se a allora x / n altrimenti x", "x = 2; n = 0",
       "-inf..inf", "a", true},
      {"not the one that holds", "FTE", "se a allora x / n altrimenti x", "a = no; x = 2; n = 0",
       "2", "", false},
      {"a share of no row", "quota", "percentuale(z in l dove z.si)", "l = []", "0..1", "", true},
      {"a mean of no row", "FTE", "media(z.v per ogni z in l)", "l = []", "-inf..inf", "", true},
      {"the condition may have no value", "FTE", "se x / n almeno 1 FTE allora y altrimenti 4 FTE",
       "x = 4; y = 1; n = [0; 5]", "1..4", "n", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CAPTURE(row.formula);
    const World world(pack("calcolo c : " + std::string(row.unit) + " = " + row.formula + "\n"));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Assessment assessment = world.assess(world.facts(row.givens));
    const auto& found = std::get<Quantity>(assessment.computed.front().value);
    CHECK(test::describe(found.range) == row.range);
    CHECK(test::describe(found.rests_on, world.rulebook().typed) == row.rests_on);
    CHECK(!found.zero_divisors.empty() == row.may_have_no_value);
  }
}

TEST_CASE("rests on: a condition names what could still decide it, whatever it is about") {
  struct Row {
    std::string why;
    const char *condition, *givens;
    const char *can_be, *rests_on;
    bool may_have_no_value;
  };
  const char* year = "p = dal 1 gennaio 2025 al 31 dicembre 2025";
  const std::string both_years = std::string(year) + "; q = dal 1 gennaio 2025 al 31 dicembre 2025";
  const std::string other_year = std::string(year) + "; q = dal 1 gennaio 2024 al 31 dicembre 2025";
  const Row rows[] = {
      {"no value, and an `e` that fails anyway", "a e x / n almeno 1 FTE", "a = no; x = 1; n = 0",
       "no", "", false},
      {"an `e` that it decides", "a e x / n almeno 1 FTE", "a = sì; x = 1; n = 0", "sì no", "",
       true},
      {"an `e` that both decide", "a e x / n almeno 1 FTE", "x = 1; n = [0; 5]", "sì no", "n a",
       true},
      {"an `o` that holds anyway", "a o x / n almeno 1 FTE", "a = sì; x = 1; n = 0", "sì", "",
       false},
      {"an `o` that it decides", "x / n almeno 1 FTE o a", "a = no; x = 1; n = [0; 5]", "sì no",
       "n", true},
      {"a `non` of it", "non x / n almeno 1 FTE", "x = 1; n = 0", "sì no", "", true},
      {"a comparison of `0 / n`", "x / n almeno 0 FTE", "x = 0; n = [0; 5]", "sì no", "n", true},
      {"words", "w pari a v", "w = rosso; v = rosso", "sì", "", false},
      {"others", "w pari a v", "w = rosso; v = verde", "no", "", false},
      {"one word missing", "w diverso da v", "w = rosso", "sì no", "v", false},
      {"a word by a condition", "(se a allora w altrimenti v) pari a rosso", "w = rosso; v = verde",
       "sì no", "a", false},
      {"the same by either", "(se a allora w altrimenti v) pari a rosso", "w = rosso; v = rosso",
       "sì", "", false},
      {"one of them missing", "(se a allora w altrimenti v) pari a rosso", "w = rosso", "sì no",
       "a v", false},
      {"conditions", "a pari a b", "a = sì; b = no", "no", "", false},
      {"one missing", "a pari a b", "a = sì", "sì no", "b", false},
      {"the same by either", "se b allora a altrimenti a", "a = no", "no", "", false},
      {"open by either", "se b allora a altrimenti non a", "a = no", "sì no", "b", false},
      {"texts", "t pari a u", "t = \"uno\"; u = \"uno\"", "sì", "", false},
      {"others", "t pari a u", "t = \"uno\"; u = \"due\"", "no", "", false},
      {"a text missing", "t diverso da u", "t = \"uno\"", "sì no", "u", false},
      {"a text by a condition", "(se a allora t altrimenti u) pari a \"uno\"",
       "t = \"uno\"; u = \"due\"", "sì no", "a", false},
      {"the same by either", "(se a allora t altrimenti u) pari a \"uno\"",
       "t = \"uno\"; u = \"uno\"", "sì", "", false},
      {"a period by a condition, the same by either",
       "giorni_nell_anno(se a allora p altrimenti q) almeno 300 giorni", both_years.c_str(), "sì",
       "", false},
      {"not the same", "giorni_nell_anno(se a allora p altrimenti q) pari a 365 giorni",
       other_year.c_str(), "sì no", "a", false},
      {"one of them missing", "giorni_nell_anno(se a allora p altrimenti q) almeno 300 giorni",
       year, "sì no", "a q", false},
      {"the one that holds", "giorni_nell_anno(se a allora p altrimenti q) almeno 300 giorni",
       "a = sì; p = dal 1 gennaio 2025", "sì", "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CAPTURE(row.condition);
    const World world(pack("calcolo c : sì/no = " + std::string(row.condition) + "\n"));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Assessment assessment = world.assess(world.facts(row.givens));
    const auto& found = std::get<Truth>(assessment.computed.front().value);
    std::string can_be = found.can_be_true ? "sì" : "";
    if (found.can_be_false) can_be += can_be.empty() ? "no" : " no";
    CHECK(can_be == row.can_be);
    CHECK(test::describe(found.rests_on, world.rulebook().typed) == row.rests_on);
    CHECK(!found.zero_divisors.empty() == row.may_have_no_value);
  }
}
