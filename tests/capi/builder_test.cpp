// Data value by value: the same as a file of the same values, and messages that show them.
#include "session.hpp"

#include <doctest/doctest.h>

using namespace capi;

namespace {

BuilderHandle builder() {
  leps_builder* made = nullptr;
  REQUIRE(leps_builder_new(&made) == LEPS_OK);
  return BuilderHandle(made);
}

}  // namespace

TEST_CASE("leps.h: a builder gives what a file of the same values gives") {
  const auto rulebook = compile({sample_pack()});
  const BuilderHandle made = builder();
  leps_builder* to = made.get();
  REQUIRE(leps_builder_begin(to, "lago", 2021) == LEPS_OK);
  leps_builder_describe(to, "nome", "Ambito del Lago");
  leps_builder_describe(to, "sintetico", "sì");
  leps_builder_set(to, "popolazione", "99");  // replaced below
  leps_builder_begin(to, "lago", 2025);
  leps_builder_describe(to, "stato", "previsione");
  leps_builder_set(to, "popolazione", "100000");
  leps_builder_set(to, "assistenti_sociali", "[18, 22]");
  leps_builder_set(to, "pronto_intervento_h24", "no");
  leps_builder_set(to, "dimissioni_richieste", "40");
  leps_builder_set_from(to, "dimissioni_attivate", "31", "uno", "2025-12-31");
  leps_builder_set_from(to, "dimissioni_attivate", "30", "uno", nullptr);
  leps_builder_begin(to, "lago", 2021);
  leps_builder_set(to, "popolazione", "100000");
  leps_builder_set(to, "assistenti_sociali", "18");
  leps_builder_set(to, "assistenti_ti", "18");

  const auto built = finish(to, rulebook.handle.get());
  CAPTURE(describe(built.diagnostics.get()));
  REQUIRE(built.status == LEPS_OK);
  const ResultsHandle results = evaluate(rulebook.handle.get(), built.handle.get());
  const ResultsHandle expected = results_of({sample_data("lago")});
  REQUIRE(leps_results_count(results.get()) == leps_results_count(expected.get()));
  for (size_t i = 0; i < leps_results_count(results.get()); ++i) {
    const leps_result* one = leps_results_at(results.get(), i);
    const leps_result* other = leps_results_at(expected.get(), i);
    CAPTURE(leps_result_rule(one));
    CHECK(describe(one) == describe(other));
    CHECK(leps_result_rank(one) == leps_result_rank(other));
    CHECK(leps_result_is_forecast(one) == leps_result_is_forecast(other));
    CHECK(leps_result_is_synthetic(one) == leps_result_is_synthetic(other));
    CHECK(describe(leps_result_relative_gap(one)) == describe(leps_result_relative_gap(other)));
  }
  CHECK(std::string(leps_data_file_name(built.handle.get(), 0)) == "lago.yaml");

  // It stays as it is, and goes on.
  leps_builder_begin(to, "lago", 2025);
  leps_builder_set(to, "pronto_intervento_h24", "sì");
  const auto again = finish(to, rulebook.handle.get());
  REQUIRE(again.status == LEPS_OK);
  CHECK(std::string(leps_data_file_sha256(again.handle.get(), 0)) !=
        leps_data_file_sha256(built.handle.get(), 0));
}

TEST_CASE("leps.h: what is wrong with the values of a builder is said by finish, on their lines") {
  const auto rulebook = compile({sample_pack()});
  const BuilderHandle made = builder();
  leps_builder* to = made.get();
  leps_builder_begin(to, "lodi", 2025);
  leps_builder_set(to, "popolazione", "61.348");
  leps_builder_set(to, "asistenti_sociali", "3");
  leps_builder_set(to, "assistenti_ti", "3\n      popolazione: 7");
  leps_builder_set(to, "pronto_intervento_h24", "~");
  leps_builder_list(to, "comuni");
  leps_builder_group(to, "progetto", "x");
  leps_builder_describe(to, "datti", "{}");
  leps_builder_describe(to, "regione", "\x1b[31m");
  const auto built = finish(to, rulebook.handle.get());
  CHECK(built.status == LEPS_ERROR_DATA);
  CHECK(!built.handle);
  const std::string said = describe(built.diagnostics.get());
  CAPTURE(said);
  for (const char* expected : {"text/control-character", "data/not-whole", "data/unknown-datum",
                               "data/unknown-key", "data/undeclared-list"}) {
    CHECK(said.find(expected) != std::string::npos);
  }
  bool shown = false;
  for (size_t i = 0; i < leps_diagnostics_count(built.diagnostics.get()); ++i) {
    const leps_diagnostic* each = leps_diagnostics_at(built.diagnostics.get(), i);
    if (leps_diagnostic_code(each) != std::string("data/not-whole")) continue;
    CHECK(std::string(leps_place_source(leps_diagnostic_place(each))) == "lodi.yaml");
    shown = std::string(leps_diagnostic_text(each, LEPS_ENGLISH)).find("popolazione: 61.348") !=
            std::string::npos;
  }
  CHECK(shown);

  // A word of the file itself is no way into its structure.
  leps_builder_describe(to, "dati", "{popolazione: 7}");
  const auto again = finish(to, rulebook.handle.get());
  CHECK(again.status == LEPS_ERROR_DATA);
  CHECK(describe(again.diagnostics.get()).find("data/duplicate-key") != std::string::npos);
}

TEST_CASE("leps.h: a list that is named and has no rows is known to be empty") {
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
  requisito q: conta(o in sedi) almeno 1
  requisito r: per ogni o in sedi: o.addetti almeno 2 FTE
)"}});
  CAPTURE(describe(rulebook.diagnostics.get()));
  REQUIRE(rulebook.status == LEPS_OK);
  const auto verdict = [&](auto fill) {
    const BuilderHandle made = builder();
    leps_builder_begin(made.get(), "a", 2025);
    fill(made.get());
    const auto data = finish(made.get(), rulebook.handle.get());
    if (data.status != LEPS_OK) return describe(data.diagnostics.get());
    const ResultsHandle results = evaluate(rulebook.handle.get(), data.handle.get());
    const leps_result* result = leps_results_at(results.get(), 0);
    const leps_gap* gap = leps_requirement_gap(leps_result_requirement(result, 1));
    std::string text = describe(result);
    for (size_t i = 0; i < leps_gap_failing_count(gap); ++i) {
      text += std::string(" ") + leps_gap_failing(gap, i);
    }
    return text;
  };
  CHECK(verdict([](leps_builder*) {}).find("non_valutabile") == 0);
  CHECK(verdict([](leps_builder* to) { leps_builder_list(to, "sedi"); }) == "non_soddisfatto");
  const auto two_rows = [](leps_builder* to) {
    leps_builder_row(to, "sedi");
    leps_builder_field(to, "nome", "- {\"a\": b}, # [");
    leps_builder_field(to, "addetti", "7");
    leps_builder_field(to, "addetti", "1.5");
    leps_builder_row(to, "sedi");
    leps_builder_field(to, "nome", "n: m");
    leps_builder_field(to, "addetti", "[2, ~]");
  };
  CHECK(verdict(two_rows) == "non_soddisfatto - {\"a\": b}, # [");
}
