// Data are judged before anything is judged by them, and each thing that is wrong is said once.
#include "controls/judge_data.hpp"
#include <doctest/doctest.h>
#include "diagnostics/render.hpp"
#include "pipeline.hpp"

#include <string>
#include <vector>

using namespace leps;

namespace {

constexpr const char* kTwoYears = R"(
pacchetto prova versione "1"
unità FTE, abitanti
elenco comuni "Comuni"
  campo residenti : abitanti  almeno 0
dato popolazione : abitanti "Popolazione" almeno 1
  se manca somma(c.residenti per ogni c in comuni)
dato censita : abitanti "Popolazione censita" almeno 1
dato sportello : sì/no "Sportello"
  se manca popolazione almeno 100 abitanti
dato di_turno : sì/no "Di turno"
fonte s "Fonte"
categoria LEPS "Livello"
regola aperto "Aperto"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: sportello
)";

// Code and number of hints of each finding of one Ambito.
std::vector<std::string> findings(const std::string& checks, const std::string& given) {
  SourceMap sources;
  DiagnosticBag bag;
  sources.add("prova.leps", kTwoYears + checks);
  const auto rulebook = compile(sources, bag);
  CAPTURE(render(bag, sources, {}));
  REQUIRE(rulebook);
  const SourceId file = sources.add("lodi.yaml", "ambito: lodi\nanni:\n  2025:\n" + given);
  const DataSet data = load(*rulebook, sources, {.documents = {file}}, bag);
  REQUIRE(bag.empty());
  judge_data(*rulebook, pointers_to(data), Surroundings(data), bag);
  std::vector<std::string> found;
  for (const Diagnostic& each : bag.all()) {
    found.push_back(std::string(name(each.code)) + " " + std::to_string(each.hints.size()));
  }
  return found;
}

}  // namespace

TEST_CASE("judge_data: a check that says what the lists say is not said again") {
  const std::string sum = "somma(c.residenti per ogni c in comuni)";
  const std::string lodi = "    dati: {popolazione: 50, sportello: no}\n";
  const std::string rows = "    elenchi: {comuni: [{residenti: 20}, {residenti: 29}]}\n";
  const std::string only_open =
      "controllo pochi \"Pochi\"  avviso\n  popolazione al massimo 40 abitanti\n"
      "  si applica se di_turno\n";
  struct Row {
    std::string why;
    std::string checks, data;
    std::vector<std::string> found;
  };
  const Row rows_of_table[] = {
      {"nothing checks it", "", lodi + rows, {"data/differs-from-worked-out 1"}},
      {"the check compares the same two",
       "controllo comuni_sommati \"Somma\"  avviso\n  popolazione pari a " + sum + "\n",
       lodi + rows,
       {"data/check-warning 2"}},
      {"from the other side, and as an error",
       "controllo comuni_sommati \"Somma\"  errore\n  " + sum + " pari a popolazione\n",
       lodi + rows,
       {"data/check-error 2"}},
      {"the check compares with another value",
       "controllo raddoppio \"Somma\"  avviso\n  popolazione pari a 2 * " + sum + "\n",
       lodi + rows,
       {"data/check-warning 1", "data/differs-from-worked-out 1"}},
      {"the check asks something else of it",
       "controllo tanti \"Somma\"  avviso\n  popolazione al massimo " + sum + "\n",
       lodi + rows,
       {"data/check-warning 1", "data/differs-from-worked-out 1"}},
      {"the check is about another datum",
       "controllo altra \"Somma\"  avviso\n  censita pari a " + sum + "\n",
       "    dati: {popolazione: 50, censita: 51, sportello: no}\n" + rows,
       {"data/check-warning 1", "data/differs-from-worked-out 1"}},
      {"conditions are compared as numbers are",
       "controllo aperto \"Sportello\"  avviso\n"
       "  sportello pari a (popolazione almeno 100 abitanti)\n",
       "    dati: {popolazione: 50, sportello: sì}\n",
       {"data/check-warning 2"}},
      {"what is worked out lies outside the bounds",
       "",
       "    dati: {sportello: no}\n    elenchi: {comuni: [{residenti: 0}]}\n",
       {"data/worked-out-outside 1"}},
      {"what is worked out may lie within the bounds",
       "",
       "    dati: {sportello: n.d.}\n    elenchi: {comuni: [{residenti: [0, 1]}]}\n",
       {}},
      {"it applies",
       only_open,
       "    dati: {popolazione: 50, sportello: no, di_turno: sì}\n",
       {"data/check-warning 1"}},
      {"it does not", only_open, "    dati: {popolazione: 50, sportello: no, di_turno: no}\n", {}},
      {"it may not: nothing is raised",
       only_open,
       "    dati: {popolazione: 50, sportello: no, di_turno: n.d.}\n",
       {}},
      {"it may hold: nothing is raised",
       only_open,
       "    dati: {popolazione: [30, 50], sportello: no, di_turno: sì}\n",
       {}},
      {"it fails for sure",
       only_open,
       "    dati: {popolazione: [41, 50], sportello: no, di_turno: sì}\n",
       {"data/check-warning 1"}},
      {"a part is more than its whole",
       "dato sede : abitanti  almeno 0  parte di censita\n",
       "    dati: {censita: 50, sede: 51, sportello: no}\n",
       {"data/part-exceeds-whole 1"}},
      {"than its whole, which the lists say",
       "dato sede : abitanti  almeno 0  parte di popolazione\n",
       "    dati: {sede: 50, sportello: no}\n" + rows,
       {"data/part-exceeds-whole 1"}},
      {"of several sources the one that counts",
       "dato sede : abitanti  almeno 0  parte di censita\n  precedenza HR, SIOSS\n",
       "    dati: {censita: 50, sportello: no, sede: [{valore: 60, fonte: SIOSS}, "
       "{valore: 50, fonte: HR}]}\n",
       {}},
      {"through one that nobody gives",
       "dato sede : abitanti  almeno 0  parte di censita\n"
       "dato fuori_sede : abitanti  almeno 0  parte di sede\n",
       "    dati: {censita: 50, fuori_sede: [51, 60], sportello: no}\n",
       {"data/part-exceeds-whole 1"}},
      {"it may fit",
       "dato sede : abitanti  almeno 0  parte di censita\n",
       "    dati: {censita: [50, 60], sede: [55, 90], sportello: no}\n",
       {}},
      {"nothing is wrong",
       "controllo comuni_sommati \"Somma\"  avviso\n  popolazione pari a " + sum + "\n",
       "    dati: {popolazione: 49, sportello: no}\n" + rows,
       {}},
  };
  for (const Row& row : rows_of_table) {
    CAPTURE(row.why);
    CHECK(findings(row.checks, row.data) == row.found);
  }
}
