// Reading results through leps.h: verdicts, gaps, ranks, what is missing, computed amounts.
#include "session.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace capi;

namespace {

std::string joined(const leps_result* result, size_t (*count)(const leps_result*),
                   const char* (*name)(const leps_result*, size_t)) {
  std::string all;
  for (size_t i = 0; i < count(result); ++i) {
    all += (i ? " " : "") + std::string(name(result, i));
  }
  CHECK(name(result, count(result)) == nullptr);
  return all;
}

const leps_gap* only_gap(const leps_result* result) {
  return leps_requirement_gap(leps_result_requirement(result, 0));
}

}  // namespace

TEST_CASE("leps.h: verdicts, gaps and ranks of the sample pack") {
  const ResultsHandle results =
      results_of({sample_data("mare"), sample_data("confine"), sample_data("lago")});
  REQUIRE(results);

  struct Row {
    std::string ambito;
    int year;
    std::string rule;
    std::string verdict;
    std::string gap;
    std::string relative;
    unsigned rank;
    bool fragile, forecast;
  };
  const Row rows[] = {
      {"confine", 2025, "servizio_sociale_professionale", "parziale", "1/5000 FTE", "1/125001", 1,
       false, false},
      {"confine", 2025, "pronto_intervento_sociale", "soddisfatto", "0", "0", 0, true, false},
      {"confine", 2025, "dimissioni_protette", "non_applicabile", "none", "none", 0, false, false},
      {"lago", 2021, "servizio_sociale_professionale", "parziale", "2 FTE", "1/10", 1, false,
       false},
      {"lago", 2021, "pronto_intervento_sociale", "non_vigente", "none", "none", 0, false, false},
      {"lago", 2021, "dimissioni_protette", "non_vigente", "none", "none", 0, false, false},
      {"lago", 2025, "servizio_sociale_professionale", "non_valutabile: soddisfatto parziale",
       "0..2 FTE", "0..1/10", 1, false, true},
      {"lago", 2025, "pronto_intervento_sociale", "non_soddisfatto", "1", "1", 2, false, true},
      {"lago", 2025, "dimissioni_protette", "non_soddisfatto", "10 persone", "1/4", 3, false, true},
      {"mare", 2025, "servizio_sociale_professionale",
       "non_valutabile: soddisfatto parziale non_soddisfatto", "0..inf FTE", "0..1", 1, false,
       false},
      {"mare", 2025, "pronto_intervento_sociale", "non_valutabile: soddisfatto non_soddisfatto",
       "0..1", "0..1", 2, false, false},
      {"mare", 2025, "dimissioni_protette",
       "non_valutabile: soddisfatto non_soddisfatto non_applicabile", "0..inf persone", "0..1", 3,
       false, false},
  };
  // By Ambito, year and the pack's order, whatever the order of the files.
  REQUIRE(leps_results_count(results.get()) == std::size(rows));
  for (size_t i = 0; i < std::size(rows); ++i) {
    const Row& row = rows[i];
    const leps_result* result = leps_results_at(results.get(), i);
    CAPTURE(row.ambito);
    CAPTURE(row.year);
    CAPTURE(row.rule);
    CHECK(std::string(leps_result_ambito(result)) == row.ambito);
    CHECK(leps_result_year(result) == row.year);
    CHECK(std::string(leps_result_rule(result)) == row.rule);
    CHECK(describe(result) == row.verdict);
    const leps_gap* gap = only_gap(result);
    CHECK(describe(leps_gap_amount(gap)) == row.gap);
    CHECK(describe(leps_result_relative_gap(result)) == row.relative);
    CHECK(leps_result_rank(result) == row.rank);
    CHECK(leps_result_is_fragile(result) == row.fragile);
    CHECK(leps_result_is_forecast(result) == row.forecast);
    CHECK(leps_result_is_synthetic(result));
  }
  CHECK(leps_results_at(results.get(), std::size(rows)) == nullptr);
}

TEST_CASE("leps.h: a single candidate is the verdict, several are in the set") {
  const ResultsHandle results = results_of({sample_data("confine"), sample_data("mare")});
  REQUIRE(results);
  const auto possible = [&](const char* ambito, const char* rule) {
    return leps_result_possible(find(results.get(), ambito, 2025, rule));
  };
  CHECK(possible("confine", "servizio_sociale_professionale") == LEPS_VERDICT_BIT(LEPS_PARZIALE));
  CHECK(possible("confine", "dimissioni_protette") == LEPS_VERDICT_BIT(LEPS_NON_APPLICABILE));
  CHECK(possible("mare", "pronto_intervento_sociale") ==
        (LEPS_VERDICT_BIT(LEPS_SODDISFATTO) | LEPS_VERDICT_BIT(LEPS_NON_SODDISFATTO)));
}

TEST_CASE("leps.h: a requirement has its name, verdict, lever and failing conditions") {
  const ResultsHandle results = results_of({sample_data("confine"), sample_data("lago")});
  REQUIRE(results);

  const leps_result* workers =
      find(results.get(), "confine", 2025, "servizio_sociale_professionale");
  REQUIRE(leps_result_requirement_count(workers) == 1);
  const leps_requirement* organico = leps_result_requirement(workers, 0);
  CHECK(std::string(leps_requirement_name(organico)) == "organico");
  CHECK(leps_requirement_verdict(organico) == LEPS_NON_SODDISFATTO);  // `parziale` is the rule's
  CHECK(std::string(leps_gap_lever(leps_requirement_gap(organico))) == "assistenti_sociali");
  CHECK_FALSE(leps_gap_lever_goes_down(leps_requirement_gap(organico)));
  CHECK_FALSE(leps_gap_is_strict(leps_requirement_gap(organico)));
  CHECK(leps_gap_failing_count(leps_requirement_gap(organico)) == 0);
  CHECK(std::string(leps_result_category(workers)) == "LEPS");

  const leps_gap* shut = only_gap(find(results.get(), "lago", 2025, "pronto_intervento_sociale"));
  CHECK(leps_gap_lever(shut) == nullptr);
  CHECK(leps_quantity_unit(leps_gap_amount(shut)) == nullptr);
  REQUIRE(leps_gap_failing_count(shut) == 1);
  CHECK(std::string(leps_gap_failing(shut, 0)) == "pronto_intervento_h24");

  const leps_result* asleep = find(results.get(), "lago", 2021, "dimissioni_protette");
  REQUIRE(leps_result_requirement_count(asleep) == 1);
  CHECK(leps_requirement_verdict(leps_result_requirement(asleep, 0)) == LEPS_NON_VIGENTE);
  CHECK(only_gap(asleep) == nullptr);
  CHECK(std::string(leps_result_category(asleep)) == "LEPS");
}

TEST_CASE("leps.h: what is missing, what would decide, what is assumed") {
  const ResultsHandle results = results_of({sample_data("lago"), sample_data("mare")});
  REQUIRE(results);
  struct Row {
    std::string ambito;
    std::string rule;
    std::string missing;
    std::string deciding;
    std::string assumptions;
  };
  const Row rows[] = {
      {"lago", "servizio_sociale_professionale", "assistenti_sociali", "assistenti_sociali",
       "costo_assistente"},
      {"lago", "dimissioni_protette", "", "", "quota_dimissioni"},
      {"mare", "servizio_sociale_professionale", "popolazione", "popolazione", "costo_assistente"},
      {"mare", "pronto_intervento_sociale", "pronto_intervento_h24", "pronto_intervento_h24", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.ambito);
    CAPTURE(row.rule);
    const leps_result* result = find(results.get(), row.ambito, 2025, row.rule);
    CHECK(joined(result, leps_result_missing_count, leps_result_missing) == row.missing);
    CHECK(joined(result, leps_result_deciding_count, leps_result_deciding) == row.deciding);
    CHECK(joined(result, leps_result_assumption_count, leps_result_assumption) == row.assumptions);
  }
}

TEST_CASE("leps.h: doubles are near the exact texts, infinite where there is no bound") {
  const ResultsHandle results = results_of({sample_data("confine"), sample_data("mare")});
  REQUIRE(results);
  const leps_quantity* known = leps_gap_amount(
      only_gap(find(results.get(), "confine", 2025, "servizio_sociale_professionale")));
  CHECK(leps_quantity_lo_double(known) == 1.0 / 5000);
  CHECK(leps_quantity_hi_double(known) == 1.0 / 5000);

  const leps_quantity* open = leps_gap_amount(
      only_gap(find(results.get(), "mare", 2025, "servizio_sociale_professionale")));
  CHECK(leps_quantity_hi(open) == nullptr);
  CHECK(std::string(leps_quantity_lo(open)) == "0");
  CHECK(leps_quantity_lo_double(open) == 0);
  CHECK(leps_quantity_hi_double(open) == INFINITY);
  CHECK_FALSE(leps_quantity_is_known(open));
}

TEST_CASE("leps.h: computed amounts, exact and with what is not known") {
  const ResultsHandle results =
      results_of({sample_data("confine"), sample_data("lago"), sample_data("mare")});
  REQUIRE(results);
  struct Row {
    std::string ambito;
    int year;
    std::string amount;
  };
  const Row rows[] = {
      {"confine", 2025, "1439920/13 euro"},  // 40.000 * (22 - 125.001/6.500)
      {"lago", 2021, "1360000/13 euro"},     // 40.000 * (18 - 100.000/6.500)
      {"lago", 2025, "0..2400000/13 euro"},  // up to one worker for 5.000 residents
      {"mare", 2025, "0..inf euro"},
  };
  REQUIRE(leps_results_computed_count(results.get()) == std::size(rows));
  for (size_t i = 0; i < std::size(rows); ++i) {
    const leps_computed* computed = leps_results_computed_at(results.get(), i);
    CAPTURE(rows[i].ambito);
    CAPTURE(rows[i].year);
    CHECK(std::string(leps_computed_ambito(computed)) == rows[i].ambito);
    CHECK(leps_computed_year(computed) == rows[i].year);
    CHECK(std::string(leps_computed_name(computed)) == "contributo");
    CHECK(describe(leps_computed_amount(computed)) == rows[i].amount);
  }
  CHECK(leps_results_computed_at(results.get(), std::size(rows)) == nullptr);
}

TEST_CASE("leps.h: a requirement of several conditions has parts, of choices has alternatives") {
  const std::string pack = R"(pacchetto prova versione "1"
fonte l1 "Una legge"
unità posti, giorni_di_attesa
categoria LEPS "Livello essenziale"
dato letti : posti "Posti letto"  almeno 0
dato attesa : giorni_di_attesa "Attesa media"  almeno 0
regola accoglienza "Accoglienza"
  categoria LEPS
  secondo l1
  in vigore dal 1 gennaio 2021
  requisito tutto: letti almeno 10 posti e attesa meno di 30 giorni_di_attesa
    si colma con letti
    si colma con attesa
  requisito scelta: letti almeno 20 posti o attesa al massimo 5 giorni_di_attesa
)";
  const auto rulebook = compile({{"prova.leps", pack}});
  REQUIRE(rulebook.status == LEPS_OK);
  const auto data =
      load(rulebook.handle.get(),
           {{"a.yaml", "ambito: a\nanni:\n  2025:\n    dati: {letti: 4, attesa: 30}\n"}});
  REQUIRE(data.status == LEPS_OK);
  const ResultsHandle results = evaluate(rulebook.handle.get(), data.handle.get());
  REQUIRE(results);
  const leps_result* result = leps_results_at(results.get(), 0);

  const leps_gap* all = leps_requirement_gap(leps_result_requirement(result, 0));
  REQUIRE(leps_gap_part_count(all) == 2);
  CHECK(leps_gap_alternative_count(all) == 0);
  CHECK(describe(leps_gap_amount(leps_gap_part(all, 0))) == "6 posti");
  CHECK(std::string(leps_gap_lever(leps_gap_part(all, 0))) == "letti");
  CHECK_FALSE(leps_gap_is_strict(leps_gap_part(all, 0)));
  CHECK_FALSE(leps_gap_lever_goes_down(leps_gap_part(all, 0)));
  CHECK(describe(leps_gap_amount(leps_gap_part(all, 1))) == "0 giorni_di_attesa");
  CHECK(leps_gap_is_strict(leps_gap_part(all, 1)));
  CHECK(leps_gap_lever_goes_down(leps_gap_part(all, 1)));
  CHECK(leps_gap_part(all, 2) == nullptr);

  const leps_gap* any = leps_requirement_gap(leps_result_requirement(result, 1));
  REQUIRE(leps_gap_alternative_count(any) == 2);
  CHECK(leps_gap_part_count(any) == 0);
  CHECK(describe(leps_gap_amount(leps_gap_alternative(any, 0))) == "16 posti");
  CHECK(describe(leps_gap_amount(leps_gap_alternative(any, 1))) == "25 giorni_di_attesa");
  CHECK(leps_gap_alternative(any, 2) == nullptr);
}
