// What is not known: whatever becomes known later was possible before.
#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string rule(const std::string& condition) {
  return R"(
elenco lista "Lista"
  campo ore : FTE  almeno 0 al massimo 8
  campo quando : data
dato organico : FTE "Organico" almeno 1 se manca somma(z.ore per ogni z in lista)
dato soglia : FTE "Soglia"
dato g1 : data "G1"
dato g2 : data "G2"
calcolo massima : FTE = massimo(z.ore per ogni z in lista)
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: )" +
         condition + "\n";
}

}  // namespace

TEST_CASE("unknown: an answer is definite only where no datum could contradict it") {
  const char* either = "non_valutabile: soddisfatto non_soddisfatto";
  struct Row {
    std::string why;
    const char* condition;
    const char* givens;
    const char* possible;
    const char* deciding;
  };
  const Row rows[] = {
      {"what is worked out is not held to its bounds", "organico almeno 1 FTE", "", either,
       "lista organico"},
      {"nor once it is known", "organico almeno 1 FTE", "lista = []", "non_soddisfatto", ""},
      {"nor where a cell is missing", "organico almeno 1 FTE", "lista = [(ore = 0); (ore = ?)]",
       either, "lista.ore organico"},
      {"a mean of a list left out may not exist", "media(z.ore per ogni z in lista) almeno 0 FTE",
       "", either, "lista"},
      {"nor a least", "minimo(z.ore per ogni z in lista) al massimo 8 FTE", "", either, "lista"},
      {"nor a greatest, through an amount", "massima al massimo 8 FTE", "", either, "lista"},
      {"nor a share", "percentuale(z in lista dove z.ore almeno 1 FTE) almeno 0%", "", either,
       "lista"},
      {"a sum keeps the bounds of its formula", "somma(2 * z.ore per ogni z in lista) almeno 0 FTE",
       "", "soddisfatto", ""},
      {"a mean of what is always the same may not exist either",
       "media(0 * z.ore per ogni z in lista) al massimo 0 FTE", "", either, "lista"},
      {"a count of what no row can be", "conta(z in lista dove z.ore almeno 9 FTE) pari a 0", "",
       "soddisfatto", ""},
      {"what rows are put beside decides too",
       "conta(z in lista dove z.ore almeno soglia) pari a 0", "", either, "lista soglia"},
      {"a tolerance of a level that is not known is as narrow as the level",
       "organico almeno soglia\n    tolleranza 50%", "organico = 50; soglia = [90; 100]",
       "soddisfatto", ""},
      {"also where the level is below zero",
       "0 FTE - organico al massimo soglia\n    tolleranza 50%",
       "organico = 50; soglia = [-100; -90]", "soddisfatto", ""},
      {"one step below it is not known", "organico almeno soglia\n    tolleranza 50%",
       "organico = 49; soglia = [90; 100]", either, "soglia"},
      {"a branch that falls short whatever it is worth does not decide",
       "(se g1 almeno g2 allora massima altrimenti soglia) almeno 9 FTE",
       "lista = [(ore = ?)]; soglia = 9", either, "g1 g2"},
      {"nor does what is under an extreme", "max(massima; soglia) almeno 9 FTE",
       "lista = [(ore = ?)]", either, "soglia"},
      {"a difference that begins at `mai` has no value",
       "data_di_rilevazione - g1 al massimo 365 giorni", "g1 = mai", either, ""},
      {"one that ends there is without end", "g1 - data_di_rilevazione almeno 365 giorni",
       "g1 = mai", "soddisfatto", ""},
      {"nor has one between two of them", "g1 - g2 almeno 0 giorni", "g1 = mai; g2 = mai", either,
       ""},
      {"a day that is missing may be `mai`", "max(0 giorni; g1 - g2) almeno 0 giorni",
       "g1 = 1 maggio 2025", either, "g2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule(row.condition));
    if (!world.good()) {
      CHECK_MESSAGE(world.good(), world.messages());
      continue;
    }
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    const RuleOutcome& outcome = assessment.rules[0].outcome;
    CHECK(test::describe(outcome.possible) == row.possible);
    CHECK(test::describe(outcome.deciding, world.rulebook().typed) == row.deciding);
    for (const MissingDatum& datum : outcome.deciding) CHECK(outcome.missing.contains(datum));
  }
}
