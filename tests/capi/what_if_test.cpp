// What-ifs through leps.h: results of their own, what they changed, and how long they live.
#include "session.hpp"

#include <doctest/doctest.h>

using namespace capi;

TEST_CASE("leps.h: a what-if says what changed, against what it was asked of") {
  const ResultsHandle base =
      results_of({sample_data("mare"), sample_data("confine"), sample_data("lago")});
  REQUIRE(base);
  auto more = what_if(base.get(), {{"confine", 2025, "assistenti_sociali", "26"}});
  REQUIRE(more.status == LEPS_OK);
  CHECK(leps_diagnostics_count(more.diagnostics.get()) == 0);
  // Only the Ambito that was touched.
  REQUIRE(leps_results_count(more.handle.get()) == 3);
  CHECK(std::string(leps_result_ambito(leps_results_at(more.handle.get(), 0))) == "confine");
  CHECK(describe(leps_results_at(more.handle.get(), 0)) == "soddisfatto");
  // The level is met, and with it what rests on it is fragile no more.
  REQUIRE(leps_results_difference_count(more.handle.get()) == 2);
  const leps_difference* first = leps_results_difference(more.handle.get(), 0);
  CHECK(std::string(leps_result_rule(leps_difference_after(first))) ==
        "servizio_sociale_professionale");
  CHECK(describe(leps_difference_before(first)) == "parziale");
  CHECK(describe(leps_difference_after(first)) == "soddisfatto");
  CHECK(leps_difference_before(first) ==
        find(base.get(), "confine", 2025, "servizio_sociale_professionale"));
  const leps_difference* second = leps_results_difference(more.handle.get(), 1);
  CHECK(leps_result_is_fragile(leps_difference_before(second)));
  CHECK(!leps_result_is_fragile(leps_difference_after(second)));
  CHECK(leps_results_difference(more.handle.get(), 2) == nullptr);

  // What is asked of it starts from there, also of an Ambito that it left out.
  const auto both = what_if(more.handle.get(), {{"lago", 2025, "pronto_intervento_h24", "no"},
                                                {"lago", 2025, "pronto_intervento_h24", "sì"},
                                                {"confine", 2025, "assistenti_sociali", "n.d."}});
  REQUIRE(both.status == LEPS_OK);
  CHECK(leps_results_count(both.handle.get()) == 6);
  std::string changes;
  for (size_t i = 0; i < leps_results_difference_count(both.handle.get()); ++i) {
    const leps_difference* each = leps_results_difference(both.handle.get(), i);
    changes += std::string(leps_result_ambito(leps_difference_after(each))) + ": " +
               describe(leps_difference_before(each)) + " -> " +
               describe(leps_difference_after(each)) + "; ";
  }
  CHECK(changes.find("confine: soddisfatto -> non_valutabile: soddisfatto parziale "
                     "non_soddisfatto; ") == 0);
  CHECK(changes.find("lago: non_soddisfatto -> soddisfatto; ") != std::string::npos);

  // A change that changes nothing.
  const auto same = what_if(base.get(), {{"confine", 2025, "assistenti_sociali", "25.0"}});
  REQUIRE(same.status == LEPS_OK);
  CHECK(leps_results_count(same.handle.get()) == 3);
  CHECK(leps_results_difference_count(same.handle.get()) == 0);
}

TEST_CASE(
    "leps.h: a what-if outlives what it was asked of, however often one was asked of another") {
  ResultsHandle last = results_of({sample_data("confine")});
  std::string number;
  for (int i = 0; i < 300; ++i) {
    number = std::to_string(25 + i % 2);
    auto next = what_if(last.get(), {{"confine", 2025, "assistenti_sociali", number.c_str()}});
    REQUIRE(next.status == LEPS_OK);
    last = std::move(next.handle);  // frees the one before
  }
  const leps_difference* difference = leps_results_difference(last.get(), 0);
  CHECK(describe(leps_difference_before(difference)) == "parziale");
  CHECK(describe(leps_difference_after(difference)) == "soddisfatto");
  CHECK(std::string(leps_results_json(last.get(), nullptr)).find("\"confine\"") !=
        std::string::npos);
  CHECK(leps_results_diagnostics(last.get()) != nullptr);
}

TEST_CASE("leps.h: a what-if keeps to what was asked for, and to the ordering") {
  const auto rulebook = compile({sample_pack()});
  const auto data = load(rulebook.handle.get(), {sample_data("confine"), sample_data("lago")});
  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  const char* keys[] = {"lago"};
  options.ambiti = keys;
  options.ambito_count = 1;
  options.year = 2025;
  const ResultsHandle base = evaluate(rulebook.handle.get(), data.handle.get(), &options);
  const auto other = what_if(base.get(), {{"confine", 2025, "assistenti_sociali", "26"}});
  CHECK(other.status == LEPS_OK);
  CHECK(leps_results_count(other.handle.get()) == 0);  // nobody asked for confine
  const auto own = what_if(base.get(), {{"lago", 2025, "assistenti_sociali", "20"}});
  CHECK(leps_results_count(own.handle.get()) == 3);
  CHECK(leps_results_difference_count(own.handle.get()) > 0);
}

TEST_CASE("leps.h: a change that is wrong is shown, and nothing is made of it") {
  const ResultsHandle base = results_of({sample_data("confine")});
  const auto refused = what_if(base.get(), {{"confine", 2025, "popolazione", "61.348"},
                                            {"confine", 2025, "popolazzione", "7"}});
  CHECK(refused.status == LEPS_ERROR_DATA);
  CHECK(!refused.handle);
  CHECK(describe(refused.diagnostics.get()) == "5:20 data/not-whole\n6:7 data/unknown-datum\n");
  const leps_diagnostic* first = leps_diagnostics_at(refused.diagnostics.get(), 0);
  CHECK(std::string(leps_diagnostic_text(first, LEPS_ITALIAN)).find("popolazione: 61.348") !=
        std::string::npos);
}

TEST_CASE("leps.h: a whole list can be another") {
  const auto rulebook = compile({{"prova.leps", R"(
pacchetto prova versione "1"
fonte l1 "Una legge"
unità FTE
categoria LEPS "Livello"
elenco sedi "Sedi"
  campo nome : testo chiave
  campo addetti : FTE almeno 0
regola presidio "Presidio"
  categoria LEPS  secondo l1  in vigore dal 1 gennaio 2021
  requisito r: per ogni o in sedi: o.addetti almeno 2 FTE
)"}});
  REQUIRE(rulebook.status == LEPS_OK);
  const auto data = load(
      rulebook.handle.get(),
      {{"a.json", R"({"ambito": "a", "anni": {"2025": {"dati": {}, "elenchi": {"sedi": []}}}})"}});
  REQUIRE(data.status == LEPS_OK);
  const ResultsHandle base = evaluate(rulebook.handle.get(), data.handle.get());
  const auto after = [&](const char* rows) {
    const auto changed = what_if(base.get(), {{"a", 2025, "sedi", rows}});
    if (changed.status != LEPS_OK) return describe(changed.diagnostics.get());
    const leps_result* result = leps_results_at(changed.handle.get(), 0);
    const leps_gap* gap = leps_requirement_gap(leps_result_requirement(result, 0));
    std::string text = describe(result);
    if (!gap) return text;
    CHECK(leps_gap_get_kind(gap) == LEPS_GAP_ROWS);
    text += " " + describe(leps_gap_amount(gap)) + " of " + std::to_string(leps_gap_total(gap));
    for (size_t i = 0; i < leps_gap_open_count(gap); ++i) {
      text += std::string(", perhaps ") + leps_gap_open(gap, i);
    }
    CHECK(leps_gap_open(gap, leps_gap_open_count(gap)) == nullptr);
    return text + ", short of " + describe(leps_gap_shortfall(gap)) + ", " +
           describe(leps_gap_relative(gap));
  };
  CHECK(after(R"([{"nome": "x", "addetti": 0.5}, {"nome": "y", "addetti": null}, {"nome": "z",
                "addetti": 2}])") ==
        "non_soddisfatto 1..2 of 3, perhaps y, short of 3/2..7/2 FTE, 1/3..2/3");
  CHECK(after("[]") == "non_applicabile");
  CHECK(after(" n.d. ").find("non_valutabile") == 0);
  CHECK(after("[{\"nome\": \"x\"},]") == "1:15 data/not-json\n");
  CHECK(after("[{\"nom\": \"x\"}]").find("1:3 data/unknown-field") != std::string::npos);
}
