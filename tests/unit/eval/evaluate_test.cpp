#include "eval/evaluate.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr const char* kRules = R"(
dato a : sì/no "A"
dato b : sì/no "B"
dato c : sì/no "C"
dato n : persone "N"  almeno 0  intero
dato m : persone "M"  almeno 0  intero
regola e_di_tre "Tutte e tre"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2022 al 31 dicembre 2026
  requisito una: a
  requisito due: b
  requisito tre: c
  parziale se n più di 0 persone
regola con_condizione "Se qualcuno lo chiede"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2022
  si applica se n più di 0 persone
  requisito risposta: m almeno 90% di n
regola a_pezzi "Ciò che si applica"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2022
  requisito uno: m almeno n  si applica se n più di 0 persone
  requisito due: a  si applica se b
regola divisa "Un rapporto"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2022
  requisito rapporto: m / n almeno 50%
  requisito altro: a
)";

}  // namespace

TEST_CASE("evaluate: the verdict is the set of outcomes still possible") {
  const World world(kRules);
  REQUIRE_MESSAGE(world.good(), world.messages());
  struct Row {
    std::string why;
    const char* rule;
    const char* givens;
    const char* possible;
    const char* missing;
    const char* deciding;
  };
  const Row rows[] = {
      {"all true", "e_di_tre", "a = sì; b = sì; c = sì", "soddisfatto", "", ""},
      {"one false decides, whatever the others", "e_di_tre", "a = no; n = 0", "non_soddisfatto",
       "b c", ""},
      {"a failure, and what makes it partial not known", "e_di_tre", "a = no",
       "non_valutabile: parziale non_soddisfatto", "b c n", "n"},
      {"partial", "e_di_tre", "a = no; n = 1", "parziale", "b c", ""},
      {"one unknown", "e_di_tre", "a = sì; b = sì; n = 0",
       "non_valutabile: soddisfatto non_soddisfatto", "c", "c"},
      {"nothing known", "e_di_tre", "a = ?", "non_valutabile: soddisfatto parziale non_soddisfatto",
       "a b c n", "a b c n"},
      {"not asked", "con_condizione", "n = 0", "non_applicabile", "", ""},
      {"asked or not is not known", "con_condizione", "m = 0",
       "non_valutabile: soddisfatto non_soddisfatto non_applicabile", "n", "n"},
      {"at the level", "con_condizione", "n = 10; m = 9", "soddisfatto", "", ""},
      {"one below", "con_condizione", "n = 10; m = 8", "non_soddisfatto", "", ""},
      {"an interval all above", "con_condizione", "n = [5; 10]; m = 9", "soddisfatto", "n", ""},
      {"both skipped", "a_pezzi", "n = 0; b = no", "non_applicabile", "", ""},
      {"one skipped, one held", "a_pezzi", "n = 0; b = sì; a = sì", "soddisfatto", "", ""},
      {"skipped data are not asked for", "a_pezzi", "n = 0; b = sì; a = no", "non_soddisfatto", "",
       ""},
      {"one failed, the other skipped or not", "a_pezzi", "n = 2; m = 1", "non_soddisfatto", "a b",
       ""},
      {"divided by zero", "divisa", "m = 0; n = 0; a = sì",
       "non_valutabile: soddisfatto non_soddisfatto", "", ""},
      {"divided by zero, but certainly failed", "divisa", "m = 0; n = 0; a = no", "non_soddisfatto",
       "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    const RuleOutcome& outcome = test::result_of(assessment, world.rulebook(), row.rule).outcome;
    const Typed& typed = world.rulebook().typed;
    CHECK(test::describe(outcome.possible) == row.possible);
    CHECK(test::describe(outcome.missing, typed) == row.missing);
    CHECK(test::describe(outcome.deciding, typed) == row.deciding);
    CHECK(outcome.verdict == outcome.possible.verdict());
  }
}

TEST_CASE("evaluate: what divides by zero is named where nothing is missing") {
  const World world(kRules);
  REQUIRE_MESSAGE(world.good(), world.messages());
  const FactTable facts = world.facts("m = 0; n = 0; a = sì");
  const auto assessment = world.assess(facts);
  CHECK(test::result_of(assessment, world.rulebook(), "divisa").outcome.zero_divisors.size() == 1);
}

TEST_CASE("evaluate: the version in force on the survey day counts, not today's") {
  const World world(kRules);
  REQUIRE_MESSAGE(world.good(), world.messages());
  const auto verdict = [&](int year) {
    const FactTable facts = world.facts("a = sì; b = sì; c = sì; n = 0", year);
    const auto assessment = world.assess(facts);
    return to_string(test::result_of(assessment, world.rulebook(), "e_di_tre").outcome.verdict);
  };
  CHECK(verdict(2021) == "non_vigente");
  CHECK(verdict(2022) == "soddisfatto");
  CHECK(verdict(2026) == "soddisfatto");
  CHECK(verdict(2027) == "non_vigente");
}
