// Break-even, costs, tolerances and waivers through leps.h; what the numbers mean is tested where
// they are made.
#include "session.hpp"

#include <doctest/doctest.h>

using namespace capi;

namespace {

constexpr const char* kPack = R"(
pacchetto prova versione "1"
fonte l1 "Una legge"
unità FTE, abitanti, giorni, euro
categoria LEPS "Livello"
dato popolazione : abitanti "Popolazione" almeno 1 intero
dato assistenti : FTE "Assistenti" almeno 0
dato attesa : giorni "Attesa" almeno 0
dato sportello : sì/no "Sportello"
parametro prezzo : euro/FTE
  dal 1 gennaio 2021 vale 40.000 euro/FTE  ipotesi  secondo l1
regola organico "Un assistente ogni 5.000 abitanti"
  categoria LEPS  secondo l1  in vigore dal 1 gennaio 2021
  requisito q: assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione
    tolleranza 10%
    si colma con assistenti  costo prezzo  al netto di 100 euro/FTE * assistenti
  requisito attesa: attesa meno di 30 giorni
    si colma con attesa
  requisito sportello: sportello
    si colma con sportello
regola futura "Dal 2030"
  categoria LEPS  secondo l1  in vigore dal 1 gennaio 2030
  requisito q: assistenti almeno 1 FTE
    si colma con assistenti
)";

struct Session {
  Made<RulebookHandle> rulebook = compile({{"prova.leps", kPack}});
  ResultsHandle results;

  explicit Session(const std::string& data) {
    CAPTURE(describe(rulebook.diagnostics.get()));
    REQUIRE(rulebook.status == LEPS_OK);
    const auto loaded = load(
        rulebook.handle.get(),
        {{"a.yaml", "ambito: a\nanni:\n  2025:\n    dati: {" + data + "}\n" +
                        "    deroghe:\n"
                        "      - {regola: organico, atto: \"DGC 12/2025\", motivo: gara, fino_al: "
                        "2025-06-30}\n"
                        "      - {regola: organico, atto: DGC 13, motivo: ricorso}\n"}});
    CAPTURE(describe(loaded.diagnostics.get()));
    REQUIRE(loaded.status == LEPS_OK);
    results = evaluate(rulebook.handle.get(), loaded.handle.get());
  }
  [[nodiscard]] const leps_result* rule(const char* name) const {
    return find(results.get(), "a", 2025, name);
  }
};

std::string turn(const Session& session, const char* requirement, const char* lever = nullptr) {
  leps_break_even* made = nullptr;
  const leps_status status = leps_compute_break_even(&made, session.results.get(),
                                                     session.rule("organico"), requirement, lever);
  const BreakEvenHandle answer(made);
  if (status != LEPS_OK) return answer ? "made all the same" : "refused";
  return std::string(leps_break_even_lever(made)) +
         (leps_break_even_is_upper_bound(made) ? " at most " : " at least ") +
         describe(leps_break_even_value(made)) +
         (leps_break_even_is_strict(made) ? " passed" : "") + ", is " +
         describe(leps_break_even_current(made)) + ", by " + describe(leps_break_even_margin(made));
}

}  // namespace

TEST_CASE("leps.h: the value at which a requirement turns") {
  const Session session("popolazione: 100000, assistenti: 19, attesa: 20");
  CHECK(turn(session, "q") == "assistenti at least 20 FTE, is 19 FTE, by -1 FTE");
  CHECK(turn(session, "q", "assistenti") == turn(session, "q"));
  CHECK(turn(session, "attesa") == "attesa at most 30 giorni passed, is 20 giorni, by 10 giorni");
  CHECK(turn(session, "q", "attesa") == "refused");
  CHECK(turn(session, "sportello") == "refused");  // there is no number to be reached
  CHECK(turn(session, "nessuno") == "refused");
  CHECK(turn(Session("assistenti: 19"), "q") ==
        "assistenti at least 1/5000..inf FTE, is 19 FTE, by -inf..94999/5000 FTE");

  // Of a rule that is not in force, and of other results.
  leps_break_even* made = nullptr;
  CHECK(leps_compute_break_even(&made, session.results.get(), session.rule("futura"), "q",
                                nullptr) == LEPS_ERROR_ARGUMENT);
  const Session other("assistenti: 19");
  CHECK(leps_compute_break_even(&made, other.results.get(), session.rule("organico"), "q",
                                nullptr) == LEPS_ERROR_ARGUMENT);
  CHECK(made == nullptr);
}

TEST_CASE("leps.h: title, tolerance, waivers and costs of a result") {
  const Session session("popolazione: 100000, assistenti: 19, attesa: 20, sportello: sì");
  const leps_result* result = session.rule("organico");
  CHECK(std::string(leps_result_title(result)) == "Un assistente ogni 5.000 abitanti");
  CHECK(describe(result) == "soddisfatto");
  CHECK(leps_result_is_within_tolerance(result));
  REQUIRE(leps_result_waiver_count(result) == 2);
  CHECK(std::string(leps_result_waiver_act(result, 0)) == "DGC 12/2025");
  CHECK(std::string(leps_result_waiver_reason(result, 0)) == "gara");
  CHECK(std::string(leps_result_waiver_until(result, 0)) == "2025-06-30");
  CHECK(leps_result_waiver_is_expired(result, 0));
  CHECK(std::string(leps_result_waiver_act(result, 1)) == "DGC 13");
  CHECK(leps_result_waiver_until(result, 1) == nullptr);
  CHECK(!leps_result_waiver_is_expired(result, 1));
  CHECK(leps_result_waiver_act(result, 2) == nullptr);
  CHECK(leps_result_waiver_count(session.rule("futura")) == 0);

  const Session poor("popolazione: 100000, assistenti: 15, attesa: 20, sportello: sì");
  const leps_result* short_of = poor.rule("organico");
  CHECK(describe(short_of) == "non_soddisfatto");
  CHECK(!leps_result_is_within_tolerance(short_of));
  const leps_gap* gap = leps_requirement_gap(leps_result_requirement(short_of, 0));
  CHECK(leps_gap_get_kind(gap) == LEPS_GAP_DISTANCE);
  CHECK(describe(leps_gap_amount(gap)) == "5 FTE");
  CHECK(describe(leps_gap_gross_cost(gap)) == "200000 euro");
  CHECK(describe(leps_gap_cost(gap)) == "199500 euro");
  CHECK(describe(leps_gap_relative(gap)) == "1/4");
  CHECK(describe(leps_gap_shortfall(gap)) == "none");
  CHECK(leps_gap_total(gap) == 0);
  CHECK(describe(leps_result_gross_cost(short_of)) == "200000 euro");
  CHECK(describe(leps_result_cost(short_of)) == "199500 euro");

  const Session idle("popolazione: 100000, assistenti: 15, attesa: 20, sportello: no");
  const leps_result* two = idle.rule("organico");
  const leps_gap* activation = leps_requirement_gap(leps_result_requirement(two, 2));
  CHECK(leps_gap_get_kind(activation) == LEPS_GAP_ACTIVATION);
  CHECK(leps_gap_total(activation) == 1);
  CHECK(leps_result_cost(two) == nullptr);  // nobody says what a counter costs
}

TEST_CASE("leps.h: results know what was found on the way to them") {
  const auto rulebook = compile({sample_pack()});
  const auto data =
      load(rulebook.handle.get(), {{"a.yaml",
                                    "ambito: a\nanni:\n  2025:\n    data_di_rilevazione: "
                                    "2026-01-31\n    dati: {popolazione: 5}\n"}});
  REQUIRE(data.status == LEPS_OK);
  const ResultsHandle results = evaluate(rulebook.handle.get(), data.handle.get());
  const std::string found = describe(leps_results_diagnostics(results.get()));
  CHECK(found.find("data/date-outside-year") != std::string::npos);
  CHECK(found == describe(rulebook.diagnostics.get()) + describe(data.diagnostics.get()));
}
