// Under an example that fails stands why it came out so, in both languages.
#include "examples/explain_misses.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "examples/report_examples.hpp"
#include "pipeline.hpp"

using namespace leps;

namespace {

constexpr const char* kHead = R"(pacchetto prova versione "1"
fonte s "Fonte"
unità FTE, abitanti
categoria LEPS "Livello"
dato popolazione : abitanti almeno 1 intero
dato assistenti : FTE almeno 0
dato richiesta : data
dato risposta : data
dato sportello : orario
elenco operatori "Operatori"
  campo nome : testo chiave
  campo ore : ore almeno 0
parametro livello : FTE/abitanti
  dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  ipotesi  secondo s
calcolo dovuti : FTE = livello di popolazione
controllo pochi "Pochi" assistenti al massimo 10 FTE
)";

struct Ran {
  SourceMap sources;
  std::string it, en;
  std::string hints;  // of the message as C has it
};

/// What is said under the one expectation of an example that fails: `depth text`, a line each.
Ran ran(const std::string& rule, const std::string& givens, const std::string& expected, int year) {
  Ran found;
  found.sources.add("prova.leps", kHead + rule + "\nesempio \"E\" anno " + std::to_string(year) +
                                      " " + givens + " attesi " + expected + "\n");
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(found.sources, bag);
  for (const Diagnostic& each : bag.all()) found.it += each.message.it + "\n";
  if (!rulebook) return found;
  const ExampleOutcome outcome = run_example(ExampleId{0}, *rulebook);
  const auto why = explain_misses(outcome, *rulebook, found.sources);
  CHECK(why.size() == outcome.misses.size());
  REQUIRE(!why.empty());
  for (const WhyStep& step : why.front()) {
    found.it += std::to_string(step.depth) + " " + step.text.it + "\n";
    found.en += std::to_string(step.depth) + " " + step.text.en + "\n";
  }
  DiagnosticBag misses;
  report_misses(outcome, *rulebook, found.sources, misses, Why::as_hints);
  for (const Text& hint : misses.all().front().hints) found.hints += hint.it + "\n";
  return found;
}

std::string rule(const std::string& clauses, const std::string& to = "") {
  return "regola r \"R\" categoria LEPS secondo s in vigore dal 2021-01-01" + to + "\n" + clauses;
}

}  // namespace

TEST_CASE("why: numbers, rows, holidays, terms, days, and nothing else") {
  struct Row {
    const char* why;
    std::string rule, givens, expected;
    std::vector<std::string> it, en;  // lines that are there
    int year = 2025;
  };
  const Row rows[] = {
      {"a number of the law, with how sure it is and its source",
       rule("requisito q: assistenti almeno livello di popolazione"),
       "popolazione = 12.000; assistenti = 2",
       "r soddisfatto",
       {"0 Il livello non è raggiunto.\n0 requisito q: non soddisfatto\n",
        "1 assistenti almeno livello di popolazione\n1 = 2 FTE almeno (1 FTE ogni 5.000 abitanti) "
        "di "
        "12.000 abitanti\n1 = 2 FTE almeno 2,4 FTE\n1 lacuna: 0,4 FTE\n",
        "0 livello = 1 FTE ogni 5.000 abitanti · dal 1 gennaio 2021 · ipotesi · § Fonte\n"},
       {"0 requirement q: not met\n",
        "0 livello = 1 FTE per 5,000 abitanti · from 1 January 2021 · assumption · § Fonte\n"}},
      {"an amount under it, and the threshold of a partial verdict",
       rule("requisito q: assistenti almeno dovuti parziale se assistenti almeno 1 FTE"),
       "popolazione = 12.000; assistenti = 2",
       "r non_soddisfatto",
       {"0 parziale se assistenti almeno 1 FTE: sì\n1 2 FTE almeno 1 FTE\n",
        "0 dovuti = 2,4 FTE\n1 livello di popolazione\n"},
       {"0 partial if assistenti at least 1 FTE: yes\n", "0 dovuti = 2.4 FTE\n"}},
      {"of one requirement, no other",
       rule("requisito q: assistenti almeno 3 FTE requisito p: popolazione almeno 7 abitanti"),
       "popolazione = 12.000; assistenti = 2",
       "r.p non_soddisfatto",
       {"0 requisito p: soddisfatto\n"},
       {"0 requirement p: met\n"}},
      {"rows by their keys",
       rule("requisito q: per ogni o in operatori: o.ore almeno 16 ore"),
       "operatori = [(nome = \"Rossi\"; ore = 10); (nome = \"Verdi\"; ore = ?)]",
       "r soddisfatto",
       {"1 2 righe di «Operatori»\n2 ✗ Rossi: 10 ore almeno 16 ore\n2 ? Verdi: "},
       {"1 2 rows in «Operatori»\n2 ✗ Rossi: 10 ore at least 16 ore\n"}},
      {"hours of a year, and the holidays that were counted",
       rule("requisito q: ore_anno(sportello) almeno 8.500 ore"),
       "sportello = \"lun-dom 00:00-24:00; festivi chiuso\"",
       "r soddisfatto",
       {"2 festivi contati nel 2025: 1 gennaio, 6 gennaio, 20 aprile"},
       {"2 holidays counted in 2025: 1 January, 6 January, 20 April"}},
      {"a term, and why it ends when it does",
       rule("requisito q: risposta entro 30 giorni da richiesta"),
       "richiesta = 2025-11-14; risposta = 2025-12-20",
       "r soddisfatto",
       {"il termine è il 15 dicembre 2025, perché il 14 dicembre 2025 è festivo"},
       {"15 December 2025, "}},
      {"what nobody gives",
       rule("requisito q: assistenti almeno 3 FTE"),
       "popolazione = 1",
       "r soddisfatto",
       {"0 assistenti = "},
       {"0 assistenti = "}},
      {"a rule of other days",
       rule("requisito q: assistenti almeno 3 FTE"),
       "assistenti = 3",
       "r soddisfatto",
       {"0 Al 31 dicembre 2019 non è in vigore: lo è dal 1 gennaio 2021.\n"},
       {"0 On 31 December 2019 it is not in force"},
       2019},
      {"a requirement of other days",
       rule("requisito q: assistenti almeno 3 FTE", " al 2024-12-31") +
           "\nregola r \"R\" categoria LEPS secondo s in vigore dal 2025-01-01 requisito p: "
           "assistenti almeno 3 FTE",
       "assistenti = 3",
       "r.q soddisfatto",
       {"0 il requisito 'q' è in vigore dal 1 gennaio 2021 al 31 dicembre 2024\n"},
       {"0 the requirement 'q' is in force from 1 January 2021 to 31 December 2024\n"}},
      {"an amount",
       rule("requisito q: assistenti almeno dovuti"),
       "popolazione = 12.000",
       "dovuti = 2 FTE",
       {"0 dovuti = 2,4 FTE\n1 livello di popolazione\n1 = (1 FTE ogni 5.000 abitanti) di 12.000 "
        "abitanti\n0 livello = "},
       {"0 dovuti = 2.4 FTE\n"}},
      {"an amount of a day on which its numbers have no value",
       rule("requisito q: assistenti almeno dovuti"),
       "popolazione = 12.000",
       "dovuti = 2 FTE",
       {"0 livello = nessun valore in vigore"},
       {"0 livello = no value in force"},
       2019},
      {"a check",
       rule("requisito q: assistenti almeno 3 FTE"),
       "assistenti = 3",
       "pochi segnala",
       {"0 controllo: assistenti al massimo 10 FTE: sì\n1 3 FTE al massimo 10 FTE\n"},
       {"0 check: assistenti at most 10 FTE: yes\n"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Ran found = ran(row.rule, row.givens, row.expected, row.year);
    CAPTURE(found.it);
    CAPTURE(found.en);
    for (const std::string& line : row.it) CHECK(found.it.find(line) != std::string::npos);
    for (const std::string& line : row.en) CHECK(found.en.find(line) != std::string::npos);
    const bool other = row.expected.starts_with("r.p");
    if (other) CHECK(found.it.find("requisito q") == std::string::npos);
    CHECK(std::count(found.hints.begin(), found.hints.end(), '\n') ==
          std::count(found.it.begin(), found.it.end(), '\n'));
  }
}

TEST_CASE("why: of what a layer has changed it says who, and by which act") {
  SourceMap sources;
  sources.add("legge.leps",
              std::string(kHead) +
                  "categoria STANDARD \"S\"\nregola r \"R\" categoria "
                  "STANDARD secondo s in vigore dal 2021-01-01 requisito q: assistenti "
                  "almeno 3 FTE requisito p: popolazione almeno 7 abitanti\n");
  sources.add("sopra.leps",
              "pacchetto sopra versione \"1\" estende prova versione \"1\" fonte d \"Delibera\"\n"
              "modifica regola r \"T\" in vigore dal 2025-01-01 secondo d requisito n: assistenti "
              "almeno 4 FTE\n"
              "modifica requisito r.p cessa dal 2025-01-01 secondo d\n"
              "esempio \"E\" anno 2025 assistenti = 3 attesi r soddisfatto r.p soddisfatto\n");
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  REQUIRE(rulebook);
  const auto why = explain_misses(run_example(ExampleId{0}, *rulebook), *rulebook, sources);
  REQUIRE(why.size() == 2);
  const auto said = [&](std::size_t miss, std::size_t depth, const char* text) {
    return std::any_of(why[miss].begin(), why[miss].end(), [&](const WhyStep& step) {
      return step.depth == depth && step.text.it == text;
    });
  };
  CHECK(said(0, 0, "titolo modificato da sopra 1 · § Delibera"));
  CHECK(said(0, 0, "il requisito 'p' cessa dal 1 gennaio 2025: modifica di sopra 1 · § Delibera"));
  CHECK(said(0, 1, "aggiunto da sopra 1 · § Delibera"));
  CHECK(said(1, 0, "il requisito 'p' è in vigore dal 1 gennaio 2021 al 31 dicembre 2024"));
  CHECK(said(1, 0, "il requisito 'p' cessa dal 1 gennaio 2025: modifica di sopra 1 · § Delibera"));
}

TEST_CASE("why: an example that holds has nothing to explain") {
  SourceMap sources;
  sources.add("prova.leps", kHead + rule("requisito q: assistenti almeno 3 FTE") +
                                "\nesempio \"E\" anno 2025 assistenti = 3 attesi r soddisfatto\n");
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  REQUIRE(rulebook);
  CHECK(explain_misses(run_example(ExampleId{0}, *rulebook), *rulebook, sources).empty());
}
