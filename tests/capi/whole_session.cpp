#include "whole_session.hpp"

#include <cstring>
#include <initializer_list>

namespace capi {
namespace {

// What a level, a lever, a list, a prerequisite, a waiver and an example need, in few words.
constexpr char kBasis[] = R"(pacchetto prova.base versione "1"
fonte legge "Una legge"
unità abitanti, FTE, euro, posti
categoria LEPS "Livello essenziale"
dato popolazione : abitanti "Popolazione"  almeno 1  intero
dato operatori : FTE "Operatori"  almeno 0
dato attivo : sì/no "Servizio attivo"
dato mai_usato : posti "Che nessuno usa"
elenco sedi "Le sedi"
  campo nome : testo  chiave
  campo letti : posti "Letti"
parametro rapporto : FTE/abitanti
  dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  ipotesi  secondo legge
calcolo capienza : posti "Posti in tutto"
  = somma(s.letti per ogni s in sedi)
regola organico "Un operatore ogni 5.000 abitanti"
  categoria LEPS
  secondo legge
  in vigore dal 1 gennaio 2021
  si applica se popolazione più di 0 abitanti
  requisito livello: operatori almeno rapporto di popolazione
    si colma con operatori  costo 42.000 euro/FTE
  parziale se operatori almeno 1 FTE
  beneficiari popolazione
regola servizio "Attivo, con posti"
  categoria LEPS
  secondo legge
  in vigore dal 1 gennaio 2021
  requisito completo: attivo e capienza almeno 10 posti
  requisito uno_basta: attivo o operatori almeno 3 FTE
  requisito sedi_capienti: per ogni s in sedi: s.letti almeno 5 posti
  dopo organico
ordine per_categoria
  per categoria, lacuna relativa
esempio "che tiene"
  anno 2025
  popolazione = 10.000; operatori = 2
  attesi
    organico soddisfatto
esempio "che non tiene"
  anno 2025
  popolazione = 10.000; operatori = 2
  attesi
    organico non_soddisfatto
)";

constexpr char kPack[] = R"(pacchetto prova.comune versione "1"
  estende prova.base versione "1"
dato volontari : FTE "Volontari"
)";

constexpr char kBadPack[] = R"(pacchetto prova versione "1"
dato x : cavalli "Un'unità che non c'è"
dato x : cavalli "Due volte"
)";

constexpr char kYaml[] = R"(ambito: lago
nome: Ambito del Lago
sintetico: sì
anni:
  2025:
    stato: previsione
    dati:
      popolazione: 100000
      operatori: [18, 22]
    elenchi:
      sedi:
        - {nome: Riva, letti: 4}
        - {nome: Monte, letti: n.d.}
    deroghe:
      - {regola: organico, atto: Delibera 1, motivo: concorso in corso, fino_al: 2026-06-30}
)";

constexpr char kCsv[] = "ambito,anno,popolazione,operatori\nmare,2025,50000,2\n";
constexpr char kBadJson[] =
    R"({"ambito": "x", "anni": {"2025": {"dati": {"operatori": "molti"}}}})";

/// What was read so far, and the first call that did not go well.
class Reader {
 public:
  explicit Reader(Outcome& outcome) : outcome_(outcome) {}

  void see(std::uint64_t number) { mix(&number, sizeof number); }
  void see(const char* text) { text ? mix(text, std::strlen(text) + 1) : see(std::uint64_t{0}); }
  void see_double(double number) { mix(&number, sizeof number); }

  /// False where the call did not go as it should.
  bool went(leps_status status, leps_status expected = LEPS_OK) {
    if (status == expected) return true;
    fail(status);
    return false;
  }
  /// A text that is only null where memory ran out.
  void text(const char* text) {
    if (!text) fail(LEPS_ERROR_MEMORY);
    see(text);
  }

  void place(const leps_place* place) {
    see(leps_place_source(place));
    see(leps_place_line(place));
    see(leps_place_column(place));
    see(leps_place_begin(place));
    see(leps_place_end(place));
  }

  void diagnostics(const leps_diagnostics* all) {
    for (size_t i = 0; i < leps_diagnostics_count(all); ++i) {
      const leps_diagnostic* each = leps_diagnostics_at(all, i);
      see(leps_diagnostic_code(each));
      see(static_cast<std::uint64_t>(leps_diagnostic_severity(each)));
      see(leps_diagnostic_message(each, LEPS_ITALIAN));
      see(leps_diagnostic_text(each, LEPS_ENGLISH));
      place(leps_diagnostic_place(each));
      for (size_t k = 0; k < leps_diagnostic_label_count(each); ++k) {
        see(leps_diagnostic_label(each, k, LEPS_ENGLISH));
        place(leps_diagnostic_label_place(each, k));
      }
      for (size_t k = 0; k < leps_diagnostic_hint_count(each); ++k) {
        see(leps_diagnostic_hint(each, k, LEPS_ITALIAN));
      }
      if (leps_diagnostic_replacement_place(each)) {
        place(leps_diagnostic_replacement_place(each));
        see(leps_diagnostic_replacement_text(each));
        see(leps_diagnostic_replacement_is_certain(each));
      }
    }
    if (all) text(leps_diagnostics_json(all, nullptr));
  }

  void quantity(const leps_quantity* quantity) {
    see(leps_quantity_lo(quantity));
    see(leps_quantity_hi(quantity));
    see(leps_quantity_unit(quantity));
    see(leps_quantity_is_known(quantity));
    if (!quantity) return;  // of which the doubles are no numbers
    see_double(leps_quantity_lo_double(quantity));
    see_double(leps_quantity_hi_double(quantity));
  }

  void gap(const leps_gap* gap) {
    if (!gap) return;
    see(static_cast<std::uint64_t>(leps_gap_get_kind(gap)));
    for (const auto get : {leps_gap_amount, leps_gap_shortfall, leps_gap_cost, leps_gap_gross_cost,
                           leps_gap_relative}) {
      quantity(get(gap));
    }
    see(leps_gap_lever(gap));
    see(leps_gap_lever_goes_down(gap));
    see(static_cast<std::uint64_t>(leps_gap_lever_way(gap)));
    see(leps_gap_is_unreachable(gap));
    see(leps_gap_is_strict(gap));
    see(leps_gap_total(gap));
    for (size_t i = 0; i < leps_gap_failing_count(gap); ++i) see(leps_gap_failing(gap, i));
    for (size_t i = 0; i < leps_gap_open_count(gap); ++i) see(leps_gap_open(gap, i));
    for (size_t i = 0; i < leps_gap_part_count(gap); ++i) this->gap(leps_gap_part(gap, i));
    for (size_t i = 0; i < leps_gap_alternative_count(gap); ++i) {
      this->gap(leps_gap_alternative(gap, i));
    }
  }

  void result(const leps_result* result) {
    see(leps_result_ambito(result));
    see(static_cast<std::uint64_t>(leps_result_year(result)));
    see(leps_result_rule(result));
    see(leps_result_title(result));
    see(leps_result_category(result));
    see(leps_verdict_word(leps_result_verdict(result)));
    see(leps_result_possible(result));
    see(leps_result_is_fragile(result));
    see(leps_result_is_within_tolerance(result));
    see(leps_result_is_forecast(result));
    see(leps_result_is_synthetic(result));
    see(leps_result_rank(result));
    quantity(leps_result_relative_gap(result));
    quantity(leps_result_cost(result));
    quantity(leps_result_gross_cost(result));
    for (size_t i = 0; i < leps_result_missing_count(result); ++i) {
      see(leps_result_missing(result, i));
    }
    for (size_t i = 0; i < leps_result_deciding_count(result); ++i) {
      see(leps_result_deciding(result, i));
    }
    for (size_t i = 0; i < leps_result_assumption_count(result); ++i) {
      see(leps_result_assumption(result, i));
    }
    for (size_t i = 0; i < leps_result_waiver_count(result); ++i) {
      see(leps_result_waiver_act(result, i));
      see(leps_result_waiver_reason(result, i));
      see(leps_result_waiver_until(result, i));
      see(leps_result_waiver_is_expired(result, i));
    }
    for (size_t i = 0; i < leps_result_requirement_count(result); ++i) {
      const leps_requirement* requirement = leps_result_requirement(result, i);
      see(leps_requirement_name(requirement));
      see(static_cast<std::uint64_t>(leps_requirement_verdict(requirement)));
      gap(leps_requirement_gap(requirement));
    }
  }

  void results(const leps_results* results) {
    for (size_t i = 0; i < leps_results_count(results); ++i) result(leps_results_at(results, i));
    for (size_t i = 0; i < leps_results_computed_count(results); ++i) {
      const leps_computed* computed = leps_results_computed_at(results, i);
      see(leps_computed_ambito(computed));
      see(static_cast<std::uint64_t>(leps_computed_year(computed)));
      see(leps_computed_name(computed));
      see(leps_computed_value(computed));
      quantity(leps_computed_amount(computed));
    }
    for (size_t i = 0; i < leps_results_difference_count(results); ++i) {
      const leps_difference* difference = leps_results_difference(results, i);
      result(leps_difference_before(difference));
      result(leps_difference_after(difference));
    }
    diagnostics(leps_results_diagnostics(results));
    text(leps_results_json(results, nullptr));
  }

  void step(const leps_step* step, int depth) {
    see(static_cast<std::uint64_t>(leps_step_get_kind(step)));
    see(leps_step_name(step));
    see(leps_step_formula(step, LEPS_ITALIAN));
    quantity(leps_step_amount(step));
    see(leps_step_value(step));
    place(leps_step_place(step));
    see(leps_step_confidence(step));
    for (size_t i = 0; i < leps_step_source_count(step); ++i) {
      see(leps_step_source(step, i));
      see(leps_step_source_urn(step, i));
      see(leps_step_source_url(step, i));
    }
    constexpr int kDeepest = 4;  // as a tree it may be much larger than it is
    if (depth == kDeepest) return;
    for (size_t i = 0; i < leps_step_part_count(step); ++i) {
      this->step(leps_step_part(step, i), depth + 1);
    }
  }

 private:
  void fail(leps_status status) {
    if (outcome_.status == LEPS_OK) outcome_.status = status;
  }
  void mix(const void* bytes, std::size_t size) {
    const auto* at = static_cast<const unsigned char*>(bytes);
    for (std::size_t i = 0; i < size; ++i) {
      outcome_.digest = (outcome_.digest ^ at[i]) * 0x100000001b3U;
    }
  }

  Outcome& outcome_;
};

bool include(void*, const char* pack, leps_files* files) {
  if (std::strcmp(pack, "prova.base") != 0) return false;
  return leps_files_add(files, "base.leps", kBasis, sizeof kBasis - 1) == LEPS_OK;
}

void explain(Reader& read, const leps_results* results) {
  leps_explanation* explanation = nullptr;
  if (read.went(leps_explain(&explanation, results, leps_results_at(results, 0)))) {
    read.see(leps_explanation_text(explanation, LEPS_ITALIAN));
    for (size_t i = 0; i < leps_explanation_step_count(explanation); ++i) {
      read.step(leps_explanation_step(explanation, i), 0);
    }
  }
  leps_explanation_free(explanation);

  leps_break_even* turn = nullptr;
  if (read.went(leps_compute_break_even(&turn, results, leps_results_at(results, 0), "livello",
                                        nullptr))) {
    read.see(leps_break_even_lever(turn));
    read.quantity(leps_break_even_value(turn));
    read.quantity(leps_break_even_current(turn));
    read.quantity(leps_break_even_margin(turn));
    read.see(leps_break_even_is_upper_bound(turn));
    read.see(static_cast<std::uint64_t>(leps_break_even_way(turn)));
    read.see(leps_break_even_is_strict(turn));
  }
  leps_break_even_free(turn);
}

void ask_what_if(Reader& read, const leps_results* base, const leps_control* control) {
  const leps_change change = {"lago", 2025, "operatori", "25"};
  leps_results* results = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  if (read.went(leps_what_if(&results, &diagnostics, base, &change, 1, control))) {
    read.results(results);
    read.diagnostics(diagnostics);
  }
  leps_results_free(results);
  leps_diagnostics_free(diagnostics);
}

void evaluate(Reader& read, const leps_rulebook* rulebook, const leps_data* data,
              const leps_control* control) {
  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  options.control = control;
  options.ordering = "per_categoria";
  leps_results* results = nullptr;
  if (read.went(leps_evaluate(&results, rulebook, data, &options))) {
    read.results(results);
    explain(read, results);
    ask_what_if(read, results, control);
  }
  leps_results_free(results);
}

void load(Reader& read, const leps_rulebook* rulebook, const leps_control* control) {
  const leps_text files[] = {{"lago.yaml", kYaml, sizeof kYaml - 1},
                             {"mare.csv", kCsv, sizeof kCsv - 1}};
  leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
  options.control = control;
  leps_data* data = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  if (read.went(leps_data_load(&data, &diagnostics, rulebook, files, 2, &options))) {
    read.diagnostics(diagnostics);
    for (size_t i = 0; i < leps_data_file_count(data); ++i) {
      read.see(leps_data_file_name(data, i));
      read.see(leps_data_file_sha256(data, i));
    }
    for (size_t i = 0; i < leps_data_ambito_count(data); ++i) {
      read.see(leps_data_ambito(data, i));
      read.see(static_cast<std::uint64_t>(leps_data_ambito_year(data, i)));
    }
    evaluate(read, rulebook, data, control);
  }
  leps_data_free(data);
  leps_diagnostics_free(diagnostics);

  const leps_text bad = {"x.json", kBadJson, sizeof kBadJson - 1};
  diagnostics = nullptr;
  if (read.went(leps_data_load(&data, &diagnostics, rulebook, &bad, 1, &options),
                LEPS_ERROR_DATA)) {
    read.diagnostics(diagnostics);
  }
  leps_diagnostics_free(diagnostics);
}

void build(Reader& read, const leps_rulebook* rulebook, const leps_control* control) {
  leps_builder* builder = nullptr;
  if (!read.went(leps_builder_new(&builder))) return;
  leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
  options.control = control;
  leps_data* data = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  const bool given =
      read.went(leps_builder_begin(builder, "lago", 2025)) &&
      read.went(leps_builder_describe(builder, "nome", "Ambito del Lago")) &&
      read.went(leps_builder_set(builder, "popolazione", "100000")) &&
      read.went(leps_builder_set_from(builder, "operatori", "18", "Ambito", "2025-12-31")) &&
      read.went(leps_builder_list(builder, "sedi")) &&
      read.went(leps_builder_row(builder, "sedi")) &&
      read.went(leps_builder_field(builder, "nome", "Riva")) &&
      read.went(leps_builder_field(builder, "letti", "4"));
  if (given && read.went(leps_builder_finish(&data, &diagnostics, builder, rulebook, &options))) {
    read.diagnostics(diagnostics);
    evaluate(read, rulebook, data, control);
  }
  leps_data_free(data);
  leps_diagnostics_free(diagnostics);

  // A group that nobody declares is said at the end.
  diagnostics = nullptr;
  if (given && read.went(leps_builder_group(builder, "consorzio", "Nord")) &&
      read.went(leps_builder_finish(&data, &diagnostics, builder, rulebook, &options),
                LEPS_ERROR_DATA)) {
    read.diagnostics(diagnostics);
  }
  leps_diagnostics_free(diagnostics);
  leps_builder_free(builder);
}

void judge_rules(Reader& read, const leps_rulebook* rulebook, const leps_control* control) {
  leps_diagnostics* findings = nullptr;
  if (read.went(leps_rulebook_lint(&findings, rulebook, control))) read.diagnostics(findings);
  leps_diagnostics_free(findings);

  leps_examples* examples = nullptr;
  if (read.went(leps_rulebook_run_examples(&examples, rulebook, control))) {
    read.see(leps_examples_failed(examples));
    for (size_t i = 0; i < leps_examples_count(examples); ++i) {
      const leps_example* example = leps_examples_at(examples, i);
      read.see(leps_example_title(example));
      read.see(leps_example_holds(example));
      read.place(leps_example_place(example));
    }
    read.diagnostics(leps_examples_misses(examples));
    read.diagnostics(leps_examples_unreached(examples));
  }
  leps_examples_free(examples);
}

void read_constants(Reader& read) {
  int oldest = 0, newest = 0;
  leps_abi_range(&oldest, &newest);
  read.see(static_cast<std::uint64_t>(leps_abi_version() + oldest + newest));
  read.see(leps_version());
  for (size_t i = 0; i < leps_feature_count(); ++i) read.see(leps_feature(i));
  read.see(leps_has_feature("yaml"));
  read.see(leps_status_message(LEPS_CANCELLED, LEPS_ITALIAN));
}

}  // namespace

leps_rulebook* compile_session(const leps_control* control, Outcome& outcome) {
  Reader read(outcome);
  leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
  options.control = control;
  options.include = include;
  leps_rulebook* rulebook = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  const leps_text pack = {"comune.leps", kPack, sizeof kPack - 1};
  if (read.went(leps_rulebook_compile(&rulebook, &diagnostics, &pack, 1, &options))) {
    for (size_t i = 0; i < leps_rulebook_ordering_count(rulebook); ++i) {
      read.see(leps_rulebook_ordering(rulebook, i));
    }
    for (size_t i = 0; i < leps_rulebook_file_count(rulebook); ++i) {
      read.see(leps_rulebook_file_name(rulebook, i));
      read.see(leps_rulebook_file_pack(rulebook, i));
      read.see(leps_rulebook_file_version(rulebook, i));
      read.see(leps_rulebook_file_sha256(rulebook, i));
    }
  }
  read.diagnostics(diagnostics);
  leps_diagnostics_free(diagnostics);
  return rulebook;
}

Outcome use_rulebook(const leps_rulebook* rulebook, const leps_control* control) {
  Outcome outcome;
  Reader read(outcome);
  judge_rules(read, rulebook, control);
  load(read, rulebook, control);
  build(read, rulebook, control);
  return outcome;
}

Outcome whole_session(const leps_control* control) {
  Outcome outcome;
  Reader read(outcome);
  read_constants(read);
  leps_rulebook* rulebook = compile_session(control, outcome);
  if (rulebook) {
    const Outcome used = use_rulebook(rulebook, control);
    read.went(used.status);
    read.see(used.digest);
  }
  leps_rulebook_free(rulebook);

  const leps_text bad = {"male.leps", kBadPack, sizeof kBadPack - 1};
  leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
  options.control = control;
  leps_diagnostics* diagnostics = nullptr;
  rulebook = nullptr;
  if (read.went(leps_rulebook_compile(&rulebook, &diagnostics, &bad, 1, &options),
                LEPS_ERROR_RULES)) {
    read.diagnostics(diagnostics);
  }
  leps_diagnostics_free(diagnostics);
  return outcome;
}

}  // namespace capi
