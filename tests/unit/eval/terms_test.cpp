// Terms: met, late, or not yet due and then asking nothing; by themselves and over rows.
#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

const char* const kBody = R"(
elenco pratiche "Pratiche"
  campo codice : testo  chiave
  campo chiesta : data
  campo fatta : data
  campo ore : ore
dato chiesta : data "Chiesta"
dato fatta : data "Fatta"
dato giorni_dati : giorni "Giorni dati"
  almeno 0 giorni
dato mesi_dati : numero "Mesi dati"
  almeno 0
gruppo progetto "Progetto"
dato assistenti : FTE "Assistenti"
  almeno 0
dato orario : orario "Orario"
)";

std::string asking(const std::string& condition) {
  return std::string(kBody) +
         "regola r \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n  requisito "
         "q: " +
         condition + "\n";
}

struct Judged {
  std::string verdict, gap;
};

Judged judge(const std::string& condition, const std::string& givens) {
  const World world(asking(condition));
  REQUIRE_MESSAGE(world.good(), world.messages());
  const FactTable facts = world.facts(givens);
  const Assessment assessment = world.assess(facts);
  const RuleResult& result = test::result_of(assessment, world.rulebook(), "r");
  Judged judged{test::describe(result.outcome.possible), {}};
  if (result.gaps[0]) judged.gap = test::describe(*result.gaps[0], world.rulebook().typed);
  return judged;
}

}  // namespace

TEST_CASE("terms: met in time, late, or still running") {
  struct Row {
    const char *why, *condition, *givens, *verdict;
  };
  const char* thirty = "fatta entro 30 giorni da chiesta";
  const char* february = "data_di_rilevazione 10 febbraio 2025 ";
  const std::string asked = "chiesta = 10 gennaio 2025; ";  // thirty days end on Sunday 9 February
  const Row rows[] = {
      {"on the last day, moved off a Sunday", thirty, "fatta = 10 febbraio 2025", "soddisfatto"},
      {"a day later", thirty, "fatta = 11 febbraio 2025", "non_soddisfatto"},
      {"never", thirty, "fatta = mai", "non_soddisfatto"},
      {"not known when", thirty, "fatta = ?", "non_valutabile: soddisfatto non_soddisfatto"},
      {"plain sums do not move", "fatta al massimo chiesta + 30 giorni", "fatta = 10 febbraio 2025",
       "non_soddisfatto"},
      {"a month", "fatta entro 1 mese da chiesta", "fatta = 10 febbraio 2025", "soddisfatto"},
      {"working days", "fatta entro 10 giorni lavorativi da chiesta", "fatta = 24 gennaio 2025",
       "soddisfatto"},
      {"one too many", "fatta entro 10 giorni lavorativi da chiesta", "fatta = 25 gennaio 2025",
       "non_soddisfatto"},
      {"a length that is a datum", "fatta entro giorni_dati da chiesta",
       "giorni_dati = 5; fatta = 15 gennaio 2025", "soddisfatto"},
      {"not known how long", "fatta entro giorni_dati da chiesta", "fatta = 15 gennaio 2025",
       "non_valutabile: soddisfatto non_soddisfatto non_applicabile"},
      {"months that are a datum", "fatta entro mesi_dati mesi da chiesta",
       "mesi_dati = 2; fatta = 10 marzo 2025", "soddisfatto"},
      {"by a day", "fatta entro il 31 marzo dell'anno", "fatta = 31 marzo 2025", "soddisfatto"},
      {"by a Sunday, which stays one", "fatta entro il 30 marzo dell'anno", "fatta = 31 marzo 2025",
       "non_soddisfatto"},
      {"by a day of the next year: not yet", "fatta entro il 31 marzo dell'anno successivo",
       "fatta = mai", "non_applicabile"},
      {"done already", "fatta entro il 31 marzo dell'anno successivo", "fatta = 1 maggio 2025",
       "soddisfatto"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(judge(row.condition, asked + row.givens).verdict == row.verdict);
  }
  CHECK(judge(thirty, february + asked + "fatta = mai").verdict == "non_applicabile");
  CHECK(judge(thirty, february + asked + "fatta = 1 marzo 2025").verdict == "non_applicabile");
  CHECK(judge(thirty, february + asked + "fatta = 3 febbraio 2025").verdict == "soddisfatto");
  CHECK(judge(thirty, february + asked + "fatta = ?").verdict ==
        "non_valutabile: soddisfatto non_applicabile");
  CHECK(judge(thirty, "chiesta = mai; fatta = mai").verdict == "non_applicabile");
}

TEST_CASE("terms: the gap is the days late, on the survey day where nothing was done") {
  const char* thirty = "fatta entro 30 giorni da chiesta";
  const std::string asked = "chiesta = 10 gennaio 2025; ";
  CHECK(judge(thirty, asked + "fatta = 20 febbraio 2025").gap == "10 giorni");
  CHECK(judge(thirty, asked + "fatta = mai").gap == "324 giorni");
  CHECK(judge(thirty, asked + "fatta = 10 febbraio 2025").gap == "0 giorni");
  CHECK(judge(thirty, asked + "fatta = ?").gap == "0..324 giorni");
}

TEST_CASE("terms: a row that is not yet due is none of a list") {
  const std::string rows =
      "pratiche = [(codice = \"a\"; chiesta = 3 marzo 2025; fatta = 5 marzo 2025; ore = 1);"
      " (codice = \"b\"; chiesta = 3 marzo 2025; fatta = mai; ore = 2);"
      " (codice = \"c\"; chiesta = 22 dicembre 2025; fatta = mai; ore = 4);"
      " (codice = \"d\"; chiesta = mai; fatta = mai; ore = 8)]";
  const std::string in_time = "p.fatta entro 30 giorni da p.chiesta";
  const auto verdict = [&](const std::string& condition) { return judge(condition, rows).verdict; };
  CHECK(judge("per ogni p in pratiche: " + in_time, rows).gap == "1");
  CHECK(verdict("conta(p in pratiche dove " + in_time + ") pari a 1") == "soddisfatto");
  CHECK(verdict("conta(p in pratiche dove non " + in_time + ") pari a 1") == "soddisfatto");
  CHECK(verdict("percentuale(p in pratiche dove " + in_time + ") pari a 50%") == "soddisfatto");
  CHECK(verdict("somma(p.ore per ogni p in pratiche dove non " + in_time + ") pari a 2 ore") ==
        "soddisfatto");
  CHECK(verdict("esiste p in pratiche dove p.ore almeno 4 ore: non " + in_time) ==
        "non_soddisfatto");
  const std::string waiting =
      "pratiche = [(codice = \"c\"; chiesta = 22 dicembre 2025; fatta = mai; ore = 4)]";
  CHECK(judge("per ogni p in pratiche: " + in_time, waiting).verdict == "non_applicabile");
  CHECK(judge("percentuale(p in pratiche dove " + in_time + ") almeno 50%", waiting).verdict ==
        "non_valutabile: soddisfatto non_soddisfatto");
}

TEST_CASE("phrases: rounding, days of opening, members, the mean of years") {
  struct Row {
    const char *unit, *formula, *givens, *range;
  };
  const Row rows[] = {
      {"FTE", "per_eccesso(assistenti / 2)", "assistenti = 7", "4"},
      {"FTE", "per_difetto(assistenti / 2)", "assistenti = 7", "3"},
      {"FTE", "per_eccesso(0 FTE - assistenti / 2)", "assistenti = 7", "-3"},
      {"FTE", "per_difetto(0 FTE - assistenti / 2)", "assistenti = 7", "-4"},
      {"FTE", "per_eccesso(assistenti)", "assistenti = [3,2; 3,9]", "4"},
      {"FTE", "per_difetto(assistenti)", "assistenti = [2,9; 3,1]", "2..3"},
      {"giorni", "giorni_settimana(orario)", "orario = \"lun-ven 08:00-16:00; festivi chiuso\"",
       "5"},
      {"giorni", "giorni_settimana(orario)", "", "0..7"},
      {"giorni", "giorni_settimana(unione(orario; \"lun 08:00-09:00\"))", "", "1..7"},
      {"numero", "membri(progetto)", "", "1"},
      {"FTE", "media(assistenti; anni 3)", "assistenti = 7", "7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.formula);
    CAPTURE(row.givens);
    const World world(
        std::string(kBody) + "calcolo c : " + row.unit + " = " + row.formula +
        "\nregola r \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n"
        "  requisito q: assistenti almeno 0 FTE\n");
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts(row.givens);
    const auto found = std::get<Quantity>(world.assess(facts).computed.front().value);
    CHECK(test::describe(found.range) == row.range);
    CHECK(found.rests_on.empty() == found.range.single());
  }
}
