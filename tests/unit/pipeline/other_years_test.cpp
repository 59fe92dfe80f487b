// What is asked of other years, of merged Ambiti and of members that are not in the data: definite
// only where no such data could contradict it.
#include <doctest/doctest.h>
#include "diagnostics/render.hpp"
#include "pipeline.hpp"
#include "support/world.hpp"

#include <string>
#include <vector>

using namespace leps;

namespace {

constexpr const char* kDeclared = R"(
pacchetto prova versione "1"
unità FTE
fonte s "Fonte"
categoria LEPS "Livello"
gruppo g "Gruppo"
parametro p : FTE
  dal 1 gennaio 2020 al 30 giugno 2024 vale 5 FTE  ipotesi  secondo s
  dal 1 luglio 2024 vale 10 FTE  ipotesi  secondo s
dato y : FTE "Y" almeno 0
dato b : FTE "B" almeno 0 al massimo 5
dato q : quota "Q"
dato x : FTE "X" almeno 0 se manca min(5 FTE; y)
dato z : FTE "Z" almeno 0 se manca p
dato w : FTE "W" almeno 0 se manca anno_precedente(y)
calcolo di_ieri : FTE = anno_precedente(y)
calcolo del_gruppo : FTE = totale(b; g)
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: )";

/// The verdicts still possible for `c` in 2025, and what is missing.
std::string judged(const std::string& condition, const std::vector<std::string>& files) {
  SourceMap sources;
  DiagnosticBag bag;
  sources.add("prova.leps", kDeclared + condition + "\n");
  const auto rulebook = compile(sources, bag);
  std::vector<SourceId> read;
  for (const std::string& file : files) read.push_back(sources.add("dati.yaml", file));
  if (!rulebook) return render(bag, sources, {});
  const DataSet data = load(*rulebook, sources, {.documents = read}, bag);
  if (bag.has_errors()) return render(bag, sources, {});
  const Surroundings around(data);
  const FactTable* facts = around.at("c", 2025);
  const Assessment assessment = assess(*rulebook, *facts, std::nullopt, &around);
  const RuleOutcome& outcome = assessment.rules[0].outcome;
  return test::describe(outcome.possible) + " / " +
         test::describe(outcome.missing, rulebook->typed);
}

}  // namespace

TEST_CASE("other years: what nobody gave is whatever it could be") {
  const std::string merged =
      "ambito: c\nfusione: {da: [a, b], dal: 2025-01-01}\nanni: {2025: {dati: {b: 5, y: 5}}}\n";
  const std::string part = "ambito: a\nanni: {2024: {dati: {b: 5, y: 5}}}\n";
  const std::string alone = "ambito: c\nanni: {2025: {dati: {b: 5, y: 5}}}\n";
  const std::string either = "non_valutabile: soddisfatto non_soddisfatto / ";
  struct Row {
    std::string why;
    const char* condition;
    std::vector<std::string> files;
    std::string said;
  };
  const Row rows[] = {
      {"the bounds of one Ambito are not those of two that merged",
       "anno_precedente(b) al massimo 5 FTE",
       {merged, part},
       either + "b@2024"},
      {"nor is what is worked out for one",
       "anno_precedente(x) al massimo 5 FTE",
       {merged, part},
       either + "y@2024 x@2024"},
      {"both are there",
       "anno_precedente(b) al massimo 5 FTE",
       {merged, part, "ambito: b\nanni: {2024: {dati: {b: 5, y: 5}}}\n"},
       "non_soddisfatto / "},
      {"a share of one Ambito is its own",
       "anno_precedente(q) al massimo 50%",
       {alone, "ambito: c\nanni: {2024: {dati: {q: 40%}}}\n"},
       "soddisfatto / "},
      {"those of two that merged make none together",
       "anno_precedente(q) al massimo 50%",
       {merged, "ambito: a\nanni: {2024: {dati: {q: 40%}}}\n",
        "ambito: b\nanni: {2024: {dati: {q: 40%}}}\n"},
       either + "q@2024"},
      {"of one Ambito they hold",
       "anno_precedente(b) al massimo 5 FTE",
       {alone},
       "soddisfatto / b@2024"},
      {"the year may be surveyed on any day of it, and the datum given",
       "anno_precedente(z) almeno 7 FTE",
       {alone},
       either + "z@2024"},
      {"what is given in an earlier year is not asked for",
       "anno_precedente(w) almeno 2 FTE",
       {alone, "ambito: c\nanni: {2023: {dati: {y: 5}}}\n"},
       either + "w@2024"},
      {"what is given is not worked out",
       "anno_precedente(w) almeno 2 FTE",
       {alone, "ambito: c\nanni: {2024: {dati: {w: 5}}}\n"},
       "soddisfatto / "},
      {"a member that is not in the data has whatever it could have",
       "totale(b; g) al massimo 5 FTE",
       {"ambito: c\nanni: {2025: {dati: {b: 5}, gruppi: {g: {nome: uno, membri: [c, d]}}}}\n"},
       either + "b@gruppo:g"},
      {"through an amount it is named by its year, and this year's is not read",
       "di_ieri almeno 5 FTE",
       {"ambito: c\nanni: {2025: {dati: {b: 5}}}\n"},
       either + "y@2024"},
      {"through an amount it is named by its group",
       "del_gruppo almeno 7 FTE",
       {"ambito: c\nanni: {2025: {dati: {b: 5}, gruppi: {g: {nome: uno, membri: [c, d]}}}}\n",
        "ambito: d\nanni: {2025: {dati: {y: 1}, gruppi: {g: {nome: uno, membri: [c, d]}}}}\n"},
       either + "b@gruppo:g"},
      {"a datum given between two ends stands alone, not with what it would be worked out from",
       "x almeno 4 FTE",
       {"ambito: c\nanni: {2025: {dati: {x: [2, 5]}}}\n"},
       either + "x"},
      {"what is worked out and known is not missing, what it rests on is",
       "min(0 FTE; x) almeno 0 FTE",
       {"ambito: c\nanni: {2025: {dati: {y: [6, 7]}}}\n"},
       "soddisfatto / y"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(judged(row.condition, row.files) == row.said);
  }
}
