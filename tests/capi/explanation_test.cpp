// Why a result is what it is: the steps as a program walks them, against what the packs and the
// data say; and the words, against what the command prints.
#include "session.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <set>
#include <string>
#include <vector>

using namespace capi;

namespace {

ExplanationHandle explain(const leps_results* results, const leps_result* result) {
  leps_explanation* explanation = nullptr;
  CHECK(leps_explain(&explanation, results, result) == LEPS_OK);
  return ExplanationHandle(explanation);
}

std::string or_dash(const char* text) { return text ? text : "-"; }

std::string place(const leps_place* place) {
  if (!place) return "nowhere";
  return std::string(leps_place_source(place)) + ":" + std::to_string(leps_place_line(place));
}

/// `PARAMETER livello = 1/5000 FTE/abitanti, verificato, esempio.leps:30, "Legge…"`
std::string describe(const leps_step* step) {
  static const char* const kKinds[] = {"REQUIREMENT", "APPLIES_IF", "PARTIAL_IF", "BENEFICIARIES",
                                       "COST",        "NET_OF",     "OPERATION",  "AMOUNT",
                                       "PARAMETER",   "DATUM"};
  std::string text = kKinds[leps_step_get_kind(step)];
  text += " " + or_dash(leps_step_name(step));
  text += ": " + or_dash(leps_step_formula(step, LEPS_ITALIAN)) + " = ";
  text += leps_step_amount(step) ? capi::describe(leps_step_amount(step))
                                 : or_dash(leps_step_value(step));
  if (const char* confidence = leps_step_confidence(step)) text += std::string(", ") + confidence;
  text += ", " + place(leps_step_place(step));
  for (size_t i = 0; i < leps_step_source_count(step); ++i) {
    text += ", «" + or_dash(leps_step_source(step, i)) + "»";
    if (const char* urn = leps_step_source_urn(step, i)) text += std::string(" ") + urn;
    if (const char* url = leps_step_source_url(step, i)) text += std::string(" ") + url;
  }
  return text;
}

/// The step and all that it rests on, a level of indentation each; a small one only.
std::string tree(const leps_step* step, const std::string& indent = "\n") {
  std::string text = indent + describe(step);
  for (size_t i = 0; i < leps_step_part_count(step); ++i) {
    text += tree(leps_step_part(step, i), indent + "  ");
  }
  return text;
}

/// All the steps, each once, without recursion.
std::vector<const leps_step*> all_steps(const leps_explanation* explanation) {
  std::vector<const leps_step*> found;
  std::set<const leps_step*> seen;
  const auto add = [&](const leps_step* step) {
    if (seen.insert(step).second) found.push_back(step);
  };
  for (size_t i = 0; i < leps_explanation_step_count(explanation); ++i) {
    add(leps_explanation_step(explanation, i));
  }
  for (size_t i = 0; i < found.size(); ++i) {
    for (size_t j = 0; j < leps_step_part_count(found[i]); ++j) add(leps_step_part(found[i], j));
  }
  return found;
}

const leps_step* datum(const leps_explanation* explanation, const std::string& name) {
  for (const leps_step* step : all_steps(explanation)) {
    if (leps_step_get_kind(step) == LEPS_STEP_DATUM && leps_step_name(step) == name) return step;
  }
  return nullptr;
}

std::string printed_by(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  char buffer[4096];
  for (size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  pclose(pipe);
  return text;
}

const std::string kHead =
    "pacchetto prova versione \"1\"\n"
    "fonte l1 \"Una legge\"\n"
    "categoria LEPS \"Livello\"\n"
    "unità posti\n";

struct World {
  Made<RulebookHandle> rulebook;
  Made<DataHandle> data;
  ResultsHandle results;
};

World world(const std::string& rules, const std::string& yaml) {
  World made;
  made.rulebook = compile({{"r.leps", kHead + rules}});
  REQUIRE(made.rulebook.status == LEPS_OK);
  made.data = load(made.rulebook.handle.get(), {{"d.yaml", yaml}});
  REQUIRE(made.data.status == LEPS_OK);
  made.results = evaluate(made.rulebook.handle.get(), made.data.handle.get());
  return made;
}

}  // namespace

TEST_CASE("leps.h: an explanation goes down to the article of law and the cell of the data") {
  const ResultsHandle results = results_of({sample_data("confine")});
  const auto explanation = explain(
      results.get(), find(results.get(), "confine", 2025, "servizio_sociale_professionale"));
  REQUIRE(leps_explanation_step_count(explanation.get()) == 3);
  CHECK(tree(leps_explanation_step(explanation.get(), 0)) == R"(
REQUIREMENT organico: assistenti_sociali almeno livello_assistenti di popolazione = no, esempio.leps:41, «Legge 30 dicembre 2020, n. 178, art. 1, comma 797» urn:nir:stato:legge:2020-12-30;178~art1-com797
  OPERATION -: assistenti_sociali almeno livello_assistenti di popolazione = no, esempio.leps:41
    DATUM assistenti_sociali: assistenti_sociali = 25 FTE, confine.yaml:9
    OPERATION -: livello_assistenti di popolazione = 125001/5000 FTE, esempio.leps:41
      PARAMETER livello_assistenti: livello_assistenti = 1/5000 FTE/abitanti, verificato, esempio.leps:26, «Legge 30 dicembre 2020, n. 178, art. 1, comma 797» urn:nir:stato:legge:2020-12-30;178~art1-com797
      DATUM popolazione: popolazione = 125001 abitanti, confine.yaml:8
  COST assistenti_sociali: costo_assistente = 42000 euro/FTE, esempio.leps:42
    PARAMETER costo_assistente: costo_assistente = 42000 euro/FTE, ipotesi, esempio.leps:32, «Scelta di modello: il numero non viene da una norma»)");
  CHECK(leps_step_get_kind(leps_explanation_step(explanation.get(), 1)) == LEPS_STEP_PARTIAL_IF);
  CHECK(tree(leps_explanation_step(explanation.get(), 2)) == R"(
BENEFICIARIES -: popolazione = 125001 abitanti, esempio.leps:44
  DATUM popolazione: popolazione = 125001 abitanti, confine.yaml:8)");
}

TEST_CASE("leps.h: a formula reads in either language") {
  const ResultsHandle results = results_of({sample_data("confine")});
  const auto explanation = explain(results.get(), leps_results_at(results.get(), 0));
  CHECK(std::string(leps_step_formula(leps_explanation_step(explanation.get(), 0), LEPS_ENGLISH)) ==
        "assistenti_sociali at least livello_assistenti of popolazione");
}

TEST_CASE("leps.h: the words of an explanation are those of `leps explain`") {
  const std::string pack = LEPS_TEST_DIR "/golden/packs/esempio.leps";
  for (const char* data : {"confine", "lago", "mare"}) {
    const ResultsHandle results = results_of({sample_data(data)});
    for (size_t i = 0; i < leps_results_count(results.get()); ++i) {
      const leps_result* result = leps_results_at(results.get(), i);
      const auto explanation = explain(results.get(), result);
      for (const leps_language language : {LEPS_ITALIAN, LEPS_ENGLISH}) {
        const std::string command =
            std::string(LEPS_COMMAND) + " explain " + leps_result_rule(result) + " --rules " +
            pack + " --data " LEPS_TEST_DIR "/capi/data/ambiti/" + data + ".yaml --year " +
            std::to_string(leps_result_year(result)) +
            (language == LEPS_ENGLISH ? " --lang en" : " --lang it") + " --color never";
        CAPTURE(command);
        CHECK(leps_explanation_text(explanation.get(), language) == printed_by(command));
      }
    }
  }
}

TEST_CASE("leps.h: what is not known, not given or not in force says so in its step") {
  const ResultsHandle results = results_of({sample_data("lago"), sample_data("mare")});

  const auto in_part =
      explain(results.get(), find(results.get(), "lago", 2025, "servizio_sociale_professionale"));
  CHECK(describe(datum(in_part.get(), "assistenti_sociali")) ==
        "DATUM assistenti_sociali: assistenti_sociali = 18..22 FTE, lago.yaml:15");

  const auto unknown =
      explain(results.get(), find(results.get(), "mare", 2025, "servizio_sociale_professionale"));
  CHECK(describe(datum(unknown.get(), "popolazione")) ==
        "DATUM popolazione: popolazione = 1..inf abitanti, nowhere");

  const auto truth =
      explain(results.get(), find(results.get(), "mare", 2025, "pronto_intervento_sociale"));
  CHECK(describe(datum(truth.get(), "pronto_intervento_h24")) ==
        "DATUM pronto_intervento_h24: pronto_intervento_h24 = -, nowhere");

  const auto before =
      explain(results.get(), find(results.get(), "lago", 2021, "dimissioni_protette"));
  REQUIRE(leps_explanation_step_count(before.get()) == 1);
  const leps_step* requirement = leps_explanation_step(before.get(), 0);
  CHECK(leps_step_part_count(requirement) == 2);
  CHECK(leps_step_get_kind(leps_step_part(requirement, 1)) == LEPS_STEP_APPLIES_IF);
  for (const leps_step* step : all_steps(before.get())) {
    CAPTURE(describe(step));
    CHECK(!leps_step_amount(step));
    CHECK(!leps_step_value(step));
  }
}

TEST_CASE("leps.h: a list is a datum with as many rows, and its fields have no one value") {
  const World made = world(
      "dato medici : posti \"Medici\"  almeno 0\n"
      "elenco sedi \"Sedi\"\n"
      "  campo nome : testo  chiave\n"
      "  campo letti : posti  almeno 0\n"
      "regola posti_letto \"Dieci posti\"\n"
      "  categoria LEPS\n"
      "  secondo l1\n"
      "  in vigore dal 1 gennaio 2021\n"
      "  requisito letti: somma(s.letti per ogni s in sedi) almeno 10 posti\n",
      "ambito: a\nanni:\n  2025:\n    dati: {medici: 1}\n    elenchi:\n      sedi:\n        - "
      "{nome: Nord, letti: 4}\n"
      "        - {nome: Sud, letti: 5}\n");
  const auto explanation = explain(made.results.get(), leps_results_at(made.results.get(), 0));
  CHECK(tree(leps_explanation_step(explanation.get(), 0)) == R"(
REQUIREMENT letti: somma(s.letti per ogni s in sedi) almeno 10 posti = no, r.leps:13, «Una legge»
  OPERATION -: somma(s.letti per ogni s in sedi) almeno 10 posti = no, r.leps:13
    OPERATION -: somma(s.letti per ogni s in sedi) = 9 posti, r.leps:13
      DATUM sedi: sedi = 2, d.yaml:6
      DATUM sedi.letti: s.letti = -, nowhere
    OPERATION -: 10 posti = 10 posti, r.leps:13)");
}

TEST_CASE("leps.h: a datum of the year before stands where that year says it") {
  const World made = world(
      "dato letti : posti \"Posti\"  almeno 0\n"
      "regola non_cala \"I posti non calano\"\n"
      "  categoria LEPS\n"
      "  secondo l1\n"
      "  in vigore dal 1 gennaio 2021\n"
      "  requisito letti: letti almeno anno_precedente(letti)\n",
      "ambito: a\nanni:\n  2024:\n    dati:\n      letti: 7\n  2025:\n    dati:\n"
      "      letti: {valore: 6, fonte: Catasto}\n");
  const auto explanation =
      explain(made.results.get(), find(made.results.get(), "a", 2025, "non_cala"));
  CHECK(tree(leps_step_part(leps_explanation_step(explanation.get(), 0), 0)) == R"(
OPERATION -: letti almeno anno_precedente(letti) = no, r.leps:10
  DATUM letti: letti = 6 posti, d.yaml:8, «Catasto»
  DATUM letti: anno_precedente(letti) = 7 posti, d.yaml:5)");
}

TEST_CASE("leps.h: what a change leads to is explained from the change") {
  const ResultsHandle results = results_of({sample_data("confine")});
  const leps_change change = {"confine", 2025, "assistenti_sociali", "26"};
  leps_results* made = nullptr;
  REQUIRE(leps_what_if(&made, nullptr, results.get(), &change, 1, nullptr) == LEPS_OK);
  const ResultsHandle changed(made);
  const auto now = explain(made, find(made, "confine", 2025, "servizio_sociale_professionale"));
  const leps_step* workers = datum(now.get(), "assistenti_sociali");
  CHECK(capi::describe(leps_step_amount(workers)) == "26 FTE");
  REQUIRE(leps_step_place(workers));
  CHECK(leps_place_end(leps_step_place(workers)) > leps_place_begin(leps_step_place(workers)));
  CHECK(std::string(leps_step_value(leps_explanation_step(now.get(), 0))) == "sì");
  // What it was changed from is explained still, by the results that it belongs to.
  REQUIRE(leps_results_difference_count(made) > 0);
  const leps_result* before = leps_difference_before(leps_results_difference(made, 0));
  const auto then = explain(results.get(), before);
  CHECK(capi::describe(leps_step_amount(datum(then.get(), "assistenti_sociali"))) == "25 FTE");
}

TEST_CASE("leps.h: an amount used twice is one step, and a long chain is as long as it is") {
  constexpr int kAmounts = 3000;
  std::string rules = "dato letti : posti \"Posti\"  almeno 0\n";
  for (int i = 0; i < kAmounts; ++i) {
    const std::string of = i == 0 ? "letti" : "c" + std::to_string(i - 1);
    rules += "calcolo c" + std::to_string(i) + " : posti \"Passo\"\n  = max(" + of + "; " + of +
             " - 1 posti)\n";
  }
  rules +=
      "regola catena \"Catena\"\n  categoria LEPS\n  secondo l1\n"
      "  in vigore dal 1 gennaio 2021\n  requisito letti: c" +
      std::to_string(kAmounts - 1) + " almeno 1 posti\n";
  const World made = world(rules, "ambito: a\nanni: {2025: {dati: {letti: 5}}}\n");
  const auto explanation = explain(made.results.get(), leps_results_at(made.results.get(), 0));

  const leps_step* step =
      leps_step_part(leps_step_part(leps_explanation_step(explanation.get(), 0), 0), 0);
  int depth = 0;
  while (leps_step_get_kind(step) == LEPS_STEP_AMOUNT) {
    ++depth;
    const leps_step* formula = leps_step_part(step, 0);
    REQUIRE(leps_step_part_count(formula) == 2);
    const leps_step* twice = leps_step_part(leps_step_part(formula, 1), 0);
    step = leps_step_part(formula, 0);
    if (leps_step_get_kind(step) == LEPS_STEP_AMOUNT) CHECK(step == twice);
  }
  CHECK(depth == kAmounts);
  CHECK(capi::describe(leps_step_amount(step)) == "5 posti");
  // An amount is itself, its formula, the difference, the number; the first has the datum twice.
  CHECK(all_steps(explanation.get()).size() < kAmounts * 5);
}

TEST_CASE("leps.h: only a result of the results can be explained") {
  const ResultsHandle results = results_of({sample_data("confine")});
  const ResultsHandle others = results_of({sample_data("confine")});
  const leps_result* first = leps_results_at(results.get(), 0);
  leps_explanation* explanation = nullptr;
  CHECK(leps_explain(&explanation, results.get(), nullptr) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_explain(&explanation, nullptr, first) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_explain(nullptr, results.get(), first) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_explain(&explanation, others.get(), first) == LEPS_ERROR_ARGUMENT);
  const auto* inside =
      reinterpret_cast<const leps_result*>(reinterpret_cast<const char*>(first) + 1);
  CHECK(leps_explain(&explanation, results.get(), inside) == LEPS_ERROR_ARGUMENT);
  CHECK(explanation == nullptr);
}

TEST_CASE("leps.h: an explanation outlives all that it is about") {
  ExplanationHandle explanation;
  std::string expected;
  {
    const ResultsHandle results = results_of({sample_data("confine")});
    explanation = explain(results.get(), leps_results_at(results.get(), 0));
    expected = tree(leps_explanation_step(explanation.get(), 0));
  }
  CHECK(tree(leps_explanation_step(explanation.get(), 0)) == expected);
  CHECK(leps_step_part(leps_explanation_step(explanation.get(), 0), 99) == nullptr);
  CHECK(leps_step_source(leps_explanation_step(explanation.get(), 0), 99) == nullptr);
  CHECK(leps_explanation_step(explanation.get(), 99) == nullptr);
}
