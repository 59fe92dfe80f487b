#include "explain/no_value.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string rule(const std::string& condition) {
  return R"(
elenco l "Lista"
  campo h : FTE  almeno 0
dato a : FTE "A"  almeno 0
dato b : FTE "B"  almeno 0
dato d1 : data "D1"
dato d2 : data "D2"
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: )" +
         condition + "\n";
}

}  // namespace

TEST_CASE("no value: the reason is the one that holds, and of what is missing there is none") {
  struct Row {
    const char* condition;
    const char* givens;
    std::string why;
  };
  const Row rows[] = {
      {"a / b almeno 2", "a = 1; b = 0", "si divide per zero: «B» vale zero"},
      {"a / b almeno 2", "a = 1; b = [0; 5]",
       "si divide per zero: «B» vale zero o potrebbe valerlo"},
      {"a / b almeno 2", "a = 1", ""},
      {"a / somma(x.h per ogni x in l) almeno 2", "a = 1; l = [(h = 0)]",
       "si divide per zero: la somma di «h» sulle righe di «Lista» vale zero"},
      {"a / massimo(x.h per ogni x in l) almeno 2", "a = 1; l = [(h = 0)]",
       "si divide per zero: il massimo di «h» sulle righe di «Lista» vale zero"},
      {"media(x.h per ogni x in l) almeno 1 FTE", "l = []",
       "la media di «h» sulle righe di «Lista» non ha valore: l'elenco è vuoto"},
      {"media(x.h per ogni x in l dove x.h almeno 9 FTE) almeno 1 FTE", "l = [(h = 1)]",
       "la media di «h» sulle righe di «Lista» per cui «h» è almeno 9 FTE non ha valore se nessuna "
       "riga vi conta"},
      {"media(x.h per ogni x in l) almeno 1 FTE", "", ""},
      {"somma(a / x.h * 1 FTE per ogni x in l) almeno 1 FTE", "a = 1", ""},
      {"somma(a / x.h * 1 FTE per ogni x in l) almeno 1 FTE", "a = 1; l = [(h = ?)]", ""},
      {"somma(a / x.h * 1 FTE per ogni x in l) almeno 1 FTE", "a = 1; l = [(h = ?); (h = 0)]",
       "si divide per zero: «h» vale zero o potrebbe valerlo"},
      {"a / anno_precedente(b) almeno 2", "a = 1", ""},
      {"a / anno_precedente(b) almeno 2", "a = 1; b = 0", ""},
      {"10 giorni / (d1 - d2) almeno 2", "d1 = 1 maggio 2025; d2 = 1 maggio 2025",
       "si divide per zero: i giorni da «D2» a «D1» vale zero"},
      {"d1 - d2 almeno 2 giorni", "d1 = 1 maggio 2025; d2 = mai",
       "i giorni da «D2» a «D1» non ha valore: comincia da «mai»"},
      {"d1 - d2 almeno 2 giorni", "d1 = 1 maggio 2025", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.condition);
    CAPTURE(row.givens);
    const World world(rule(row.condition));
    if (!world.good()) {
      CHECK_MESSAGE(world.good(), world.messages());
      continue;
    }
    const FactTable facts = world.facts(row.givens);
    Evaluator evaluator(world.rulebook(), facts);
    const RuleOutcome outcome = evaluate(RuleId{0}, evaluator);
    std::string said;
    for (const std::string& why :
         why_no_value(outcome.zero_divisors, evaluator, Language::italian)) {
      said += (said.empty() ? "" : " | ") + why;
    }
    CHECK(said == row.why);
  }
}
