// What is asked of other years, of merged Ambiti and of members that are not in the data: definite
// only where no such data could contradict it.
#include <doctest/doctest.h>

#include "diagnostics/render.hpp"
#include "facts/load_facts.hpp"
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
  const DataSet data = load_facts(*rulebook, sources, read, bag);
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
       either + "b (un anno prima)"},
      {"nor is what is worked out for one",
       "anno_precedente(x) al massimo 5 FTE",
       {merged, part},
       either + "y (un anno prima) x (un anno prima)"},
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
       either + "q (un anno prima)"},
      {"of one Ambito they hold",
       "anno_precedente(b) al massimo 5 FTE",
       {alone},
       "soddisfatto / b (un anno prima)"},
      {"the year may be surveyed on any day of it, and the datum given",
       "anno_precedente(z) almeno 7 FTE",
       {alone},
       either + "z (un anno prima)"},
      {"what is given in an earlier year is not asked for",
       "anno_precedente(w) almeno 2 FTE",
       {alone, "ambito: c\nanni: {2023: {dati: {y: 5}}}\n"},
       either + "w (un anno prima)"},
      {"what is given is not worked out",
       "anno_precedente(w) almeno 2 FTE",
       {alone, "ambito: c\nanni: {2024: {dati: {w: 5}}}\n"},
       "soddisfatto / "},
      {"a member that is not in the data has whatever it could have",
       "totale(b; g) al massimo 5 FTE",
       {"ambito: c\nanni: {2025: {dati: {b: 5}, gruppi: {g: {nome: uno, membri: [c, d]}}}}\n"},
       either + "b (altri del gruppo)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(judged(row.condition, row.files) == row.said);
  }
}
