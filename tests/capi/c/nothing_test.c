/*
 * NULL for every pointer of leps.h, one at a time and all together, in plain C: each call must
 * answer as its comment says, and none may crash.
 */
#include "check.h"
#include "small_pack.h"

#include <leps/leps.h>

#include <math.h>
#include <string.h>

/* nothing_data_test.c */
int nothing_in_data(void);

static void makers_refuse_null(void) {
  leps_rulebook *rulebook = NULL;
  leps_data *data = NULL;
  leps_results *results = NULL;
  leps_diagnostics *diagnostics = NULL;
  leps_examples *examples = NULL;
  leps_explanation *explanation = NULL;
  leps_text pack = {"prova.leps", kSmallPack, sizeof kSmallPack - 1};
  leps_text unnamed = {NULL, kSmallPack, sizeof kSmallPack - 1};
  leps_text misnamed = {"\xE8.leps", kSmallPack, sizeof kSmallPack - 1}; /* Latin-1 */
  leps_text textless = {"prova.leps", NULL, 1};
  leps_text empty = {"vuoto.leps", NULL, 0};

  CHECK(leps_rulebook_compile(NULL, NULL, NULL, 0, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_compile(NULL, &diagnostics, &pack, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_compile(&rulebook, NULL, NULL, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_compile(&rulebook, NULL, &pack, 0, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_compile(&rulebook, NULL, &unnamed, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_compile(&rulebook, NULL, &misnamed, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_compile(&rulebook, NULL, &textless, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(rulebook == NULL && diagnostics == NULL);

  /* An empty file is no mistake of the call. */
  CHECK(leps_rulebook_compile(&rulebook, &diagnostics, &empty, 1, NULL) == LEPS_ERROR_RULES);
  CHECK(rulebook == NULL && leps_diagnostics_count(diagnostics) > 0);
  leps_diagnostics_free(diagnostics);

  CHECK(leps_rulebook_compile(&rulebook, NULL, &pack, 1, NULL) == LEPS_OK);
  CHECK(leps_data_load(NULL, NULL, rulebook, &pack, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_data_load(&data, NULL, NULL, &pack, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_data_load(&data, NULL, rulebook, NULL, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_data_load(&data, NULL, rulebook, &pack, 0, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_data_load(&data, NULL, rulebook, &unnamed, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(data == NULL);

  CHECK(leps_evaluate(&results, NULL, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_evaluate(&results, rulebook, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_evaluate(NULL, rulebook, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(results == NULL);

  CHECK(leps_rulebook_lint(NULL, rulebook, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_lint(&diagnostics, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_run_examples(NULL, rulebook, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_rulebook_run_examples(&examples, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_explain(&explanation, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_explain(NULL, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(diagnostics == NULL && examples == NULL && explanation == NULL);
  leps_rulebook_free(rulebook);
}

/* What can only be given to a pack that is being included. */
static bool add_nothing(void *user, const char *pack, leps_files *files) {
  ++*(int *)user;
  CHECK(strcmp(pack, "prova") == 0);
  CHECK(leps_files_add(NULL, "prova.leps", kSmallPack, sizeof kSmallPack - 1) ==
        LEPS_ERROR_ARGUMENT);
  CHECK(leps_files_add(files, NULL, kSmallPack, sizeof kSmallPack - 1) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_files_add(files, "prova.leps", NULL, 1) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_files_add(files, "\xE8.leps", kSmallPack, sizeof kSmallPack - 1) ==
        LEPS_ERROR_ARGUMENT);
  CHECK(leps_files_add(files, "prova.leps", kSmallPack, sizeof kSmallPack - 1) == LEPS_OK);
  return true;
}

static void packs_take_no_null(void) {
  static const char kLayer[] = "pacchetto sopra versione \"1\"\n  estende prova versione \"1\"\n";
  const leps_text layer = {"sopra.leps", kLayer, sizeof kLayer - 1};
  leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
  leps_rulebook *rulebook = NULL;
  int asked = 0;

  options.include = add_nothing;
  options.include_user = &asked;
  CHECK(leps_rulebook_compile(&rulebook, NULL, &layer, 1, &options) == LEPS_OK);
  CHECK(asked == 1 && leps_rulebook_file_count(rulebook) == 2); /* what was refused is not there */
  leps_rulebook_free(rulebook);
}

/* What a failed call leaves behind is NULL, not what was there before. */
static void failures_clear_what_they_would_give(void) {
  char something = 'x';
  leps_rulebook *rulebook = (leps_rulebook *)(void *)&something;
  leps_diagnostics *diagnostics = (leps_diagnostics *)(void *)&something;
  leps_data *data = (leps_data *)(void *)&something;
  leps_results *results = (leps_results *)(void *)&something;

  CHECK(leps_rulebook_compile(&rulebook, &diagnostics, NULL, 0, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(rulebook == NULL && diagnostics == NULL);
  diagnostics = (leps_diagnostics *)(void *)&something;
  CHECK(leps_data_load(&data, &diagnostics, NULL, NULL, 0, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(data == NULL && diagnostics == NULL);
  CHECK(leps_evaluate(&results, NULL, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(results == NULL);
}

static void frees_take_null(void) {
  leps_diagnostics_free(NULL);
  leps_rulebook_free(NULL);
  leps_data_free(NULL);
  leps_results_free(NULL);
  leps_explanation_free(NULL);
  leps_examples_free(NULL);
}

static void readers_take_null(void) {
  size_t length = 7;

  CHECK(leps_diagnostics_count(NULL) == 0);
  CHECK(leps_diagnostics_at(NULL, 0) == NULL);
  CHECK(leps_diagnostics_json(NULL, &length) == NULL && length == 0);
  CHECK(leps_diagnostics_json(NULL, NULL) == NULL);
  CHECK(leps_diagnostic_code(NULL) == NULL);
  CHECK(leps_diagnostic_severity(NULL) == LEPS_SEVERITY_NOTE);
  CHECK(leps_diagnostic_message(NULL, LEPS_ITALIAN) == NULL);
  CHECK(leps_diagnostic_place(NULL) == NULL);
  CHECK(leps_diagnostic_label_count(NULL) == 0);
  CHECK(leps_diagnostic_label(NULL, 0, LEPS_ITALIAN) == NULL);
  CHECK(leps_diagnostic_label_place(NULL, 0) == NULL);
  CHECK(leps_diagnostic_hint_count(NULL) == 0);
  CHECK(leps_diagnostic_hint(NULL, 0, LEPS_ENGLISH) == NULL);
  CHECK(leps_diagnostic_replacement_place(NULL) == NULL);
  CHECK(leps_diagnostic_replacement_text(NULL) == NULL);
  CHECK(!leps_diagnostic_replacement_is_certain(NULL));
  CHECK(leps_diagnostic_text(NULL, LEPS_ENGLISH) == NULL);
  CHECK(leps_place_source(NULL) == NULL);
  CHECK(leps_place_line(NULL) == 0);
  CHECK(leps_place_column(NULL) == 0);
  CHECK(leps_place_begin(NULL) == 0);
  CHECK(leps_place_end(NULL) == 0);

  CHECK(leps_rulebook_ordering_count(NULL) == 0);
  CHECK(leps_rulebook_ordering(NULL, 0) == NULL);

  CHECK(leps_examples_count(NULL) == 0);
  CHECK(leps_examples_failed(NULL) == 0);
  CHECK(leps_examples_at(NULL, 0) == NULL);
  CHECK(leps_examples_misses(NULL) == NULL);
  CHECK(leps_examples_unreached(NULL) == NULL);
  CHECK(leps_example_title(NULL) == NULL);
  CHECK(!leps_example_holds(NULL));
  CHECK(leps_example_place(NULL) == NULL);

  CHECK(leps_explanation_text(NULL, LEPS_ITALIAN) == NULL);
  CHECK(leps_explanation_step_count(NULL) == 0);
  CHECK(leps_explanation_step(NULL, 0) == NULL);
  CHECK(leps_step_get_kind(NULL) == LEPS_STEP_OPERATION);
  CHECK(leps_step_name(NULL) == NULL);
  CHECK(leps_step_formula(NULL, LEPS_ITALIAN) == NULL);
  CHECK(leps_step_amount(NULL) == NULL);
  CHECK(leps_step_value(NULL) == NULL);
  CHECK(leps_step_confidence(NULL) == NULL);
  CHECK(leps_step_place(NULL) == NULL);
  CHECK(leps_step_source_count(NULL) == 0);
  CHECK(leps_step_source(NULL, 0) == NULL);
  CHECK(leps_step_source_urn(NULL, 0) == NULL);
  CHECK(leps_step_source_url(NULL, 0) == NULL);
  CHECK(leps_step_part_count(NULL) == 0);
  CHECK(leps_step_part(NULL, 0) == NULL);

  length = 7;
  CHECK(leps_results_json(NULL, &length) == NULL && length == 0);
  CHECK(leps_results_json(NULL, NULL) == NULL);
  CHECK(leps_results_count(NULL) == 0);
  CHECK(leps_results_at(NULL, 0) == NULL);
  CHECK(leps_result_ambito(NULL) == NULL);
  CHECK(leps_result_year(NULL) == 0);
  CHECK(leps_result_rule(NULL) == NULL);
  CHECK(leps_result_category(NULL) == NULL);
  CHECK(leps_result_verdict(NULL) == LEPS_NON_VALUTABILE);
  CHECK(leps_result_possible(NULL) == 0);
  CHECK(!leps_result_is_fragile(NULL));
  CHECK(!leps_result_is_forecast(NULL));
  CHECK(!leps_result_is_synthetic(NULL));
  CHECK(leps_result_rank(NULL) == 0);
  CHECK(leps_result_relative_gap(NULL) == NULL);
  CHECK(leps_result_missing_count(NULL) == 0);
  CHECK(leps_result_missing(NULL, 0) == NULL);
  CHECK(leps_result_deciding_count(NULL) == 0);
  CHECK(leps_result_deciding(NULL, 0) == NULL);
  CHECK(leps_result_assumption_count(NULL) == 0);
  CHECK(leps_result_assumption(NULL, 0) == NULL);
  CHECK(leps_result_requirement_count(NULL) == 0);
  CHECK(leps_result_requirement(NULL, 0) == NULL);

  CHECK(leps_requirement_name(NULL) == NULL);
  CHECK(leps_requirement_verdict(NULL) == LEPS_NON_VALUTABILE);
  CHECK(leps_requirement_gap(NULL) == NULL);
  CHECK(leps_gap_amount(NULL) == NULL);
  CHECK(leps_gap_lever(NULL) == NULL);
  CHECK(!leps_gap_lever_goes_down(NULL));
  CHECK(leps_gap_lever_way(NULL) == LEPS_WAY_UP);
  CHECK(!leps_gap_is_unreachable(NULL));
  CHECK(!leps_gap_is_strict(NULL));
  CHECK(leps_gap_failing_count(NULL) == 0);
  CHECK(leps_gap_failing(NULL, 0) == NULL);
  CHECK(leps_gap_part_count(NULL) == 0);
  CHECK(leps_gap_part(NULL, 0) == NULL);
  CHECK(leps_gap_alternative_count(NULL) == 0);
  CHECK(leps_gap_alternative(NULL, 0) == NULL);

  CHECK(leps_quantity_lo(NULL) == NULL);
  CHECK(leps_quantity_hi(NULL) == NULL);
  CHECK(isnan(leps_quantity_lo_double(NULL)));
  CHECK(isnan(leps_quantity_hi_double(NULL)));
  CHECK(!leps_quantity_is_known(NULL));
  CHECK(leps_quantity_unit(NULL) == NULL);
  CHECK(leps_results_computed_count(NULL) == 0);
  CHECK(leps_results_computed_at(NULL, 0) == NULL);
  CHECK(leps_computed_ambito(NULL) == NULL);
  CHECK(leps_computed_year(NULL) == 0);
  CHECK(leps_computed_name(NULL) == NULL);
  CHECK(leps_computed_amount(NULL) == NULL);
  CHECK(leps_computed_value(NULL) == NULL);
}

static void words_take_any_number(void) {
  int oldest = 99, newest = -99;
  CHECK(strcmp(leps_verdict_word(LEPS_SODDISFATTO), "soddisfatto") == 0);
  CHECK(strcmp(leps_verdict_word(LEPS_NON_VIGENTE), "non_vigente") == 0);
  CHECK(leps_verdict_word((leps_verdict)6) == NULL);
  CHECK(leps_verdict_word((leps_verdict)-1) == NULL);
  CHECK(strcmp(leps_status_message(LEPS_ERROR_DATA, LEPS_ENGLISH), "the data have mistakes") == 0);
  CHECK(strcmp(leps_status_message(LEPS_ERROR_DATA, (leps_language)9), "i dati hanno errori") == 0);
  CHECK(leps_status_message((leps_status)99, LEPS_ITALIAN) != NULL);
  CHECK(leps_abi_version() == LEPS_ABI_VERSION);
  CHECK(leps_version() != NULL && leps_version()[0] != '\0');
  leps_abi_range(NULL, NULL);
  leps_abi_range(&oldest, &newest);
  CHECK(oldest <= LEPS_ABI_VERSION && LEPS_ABI_VERSION <= newest);
  CHECK(newest == leps_abi_version());
  CHECK(leps_feature_count() >= 5);
  CHECK(strcmp(leps_feature(0), "yaml") == 0);
  CHECK(leps_feature(leps_feature_count()) == NULL);
  CHECK(leps_has_feature("xlsx") && !leps_has_feature("xls") && !leps_has_feature(NULL));
}

int main(void) {
  makers_refuse_null();
  packs_take_no_null();
  failures_clear_what_they_would_give();
  frees_take_null();
  readers_take_null();
  words_take_any_number();
  failures += nothing_in_data();
  printf("%d failures\n", failures);
  return failures ? 1 : 0;
}
