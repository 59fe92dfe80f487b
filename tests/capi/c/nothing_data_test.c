/* As nothing_test.c: data, builders, what-ifs and break-evens, and results beyond their verdicts.
 */
#include "check.h"
#include "small_pack.h"

#include <leps/leps.h>

#include <string.h>

int nothing_in_data(void);

static void readers_take_null(void) {
  CHECK(leps_rulebook_file_count(NULL) == 0);
  CHECK(leps_rulebook_file_name(NULL, 0) == NULL);
  CHECK(leps_rulebook_file_pack(NULL, 0) == NULL);
  CHECK(leps_rulebook_file_version(NULL, 0) == NULL);
  CHECK(leps_rulebook_file_sha256(NULL, 0) == NULL);
  CHECK(leps_data_file_count(NULL) == 0);
  CHECK(leps_data_file_name(NULL, 0) == NULL);
  CHECK(leps_data_file_sha256(NULL, 0) == NULL);
  CHECK(leps_data_ambito_count(NULL) == 0);
  CHECK(leps_data_ambito(NULL, 0) == NULL);
  CHECK(leps_data_ambito_year(NULL, 0) == 0);
  CHECK(leps_results_diagnostics(NULL) == NULL);
  CHECK(leps_results_difference_count(NULL) == 0);
  CHECK(leps_results_difference(NULL, 0) == NULL);
  CHECK(leps_difference_before(NULL) == NULL);
  CHECK(leps_difference_after(NULL) == NULL);
  CHECK(leps_result_title(NULL) == NULL);
  CHECK(!leps_result_is_within_tolerance(NULL));
  CHECK(leps_result_waiver_count(NULL) == 0);
  CHECK(leps_result_waiver_act(NULL, 0) == NULL);
  CHECK(leps_result_waiver_reason(NULL, 0) == NULL);
  CHECK(leps_result_waiver_until(NULL, 0) == NULL);
  CHECK(!leps_result_waiver_is_expired(NULL, 0));
  CHECK(leps_result_cost(NULL) == NULL);
  CHECK(leps_result_gross_cost(NULL) == NULL);
  CHECK(leps_gap_get_kind(NULL) == LEPS_GAP_DISTANCE);
  CHECK(leps_gap_open_count(NULL) == 0);
  CHECK(leps_gap_open(NULL, 0) == NULL);
  CHECK(leps_gap_total(NULL) == 0);
  CHECK(leps_gap_shortfall(NULL) == NULL);
  CHECK(leps_gap_cost(NULL) == NULL);
  CHECK(leps_gap_gross_cost(NULL) == NULL);
  CHECK(leps_gap_relative(NULL) == NULL);
  CHECK(leps_break_even_lever(NULL) == NULL);
  CHECK(leps_break_even_value(NULL) == NULL);
  CHECK(leps_break_even_current(NULL) == NULL);
  CHECK(leps_break_even_margin(NULL) == NULL);
  CHECK(!leps_break_even_is_upper_bound(NULL));
  CHECK(leps_break_even_way(NULL) == LEPS_WAY_UP);
  CHECK(!leps_break_even_is_strict(NULL));
  leps_builder_free(NULL);
  leps_break_even_free(NULL);
}

static void builders_refuse_null(const leps_rulebook *rulebook) {
  leps_builder *builder = NULL;
  leps_data *data = (leps_data *)(void *)&data;
  leps_diagnostics *diagnostics = (leps_diagnostics *)(void *)&data;

  CHECK(leps_builder_new(NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_new(&builder) == LEPS_OK);
  CHECK(leps_builder_begin(NULL, "a", 2025) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_begin(builder, NULL, 2025) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_begin(builder, "\xE8", 2025) == LEPS_ERROR_ARGUMENT);

  /* Nothing was begun. */
  CHECK(leps_builder_set(builder, "posti_letto", "1") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set_from(builder, "posti_letto", "1", NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_list(builder, "sedi") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_row(builder, "sedi") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_field(builder, "nome", "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_describe(builder, "nome", "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_group(builder, "consorzio", "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_finish(&data, &diagnostics, builder, rulebook, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(data == NULL && diagnostics == NULL);

  CHECK(leps_builder_begin(builder, "a", 2025) == LEPS_OK);
  CHECK(leps_builder_set(NULL, "posti_letto", "1") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set(builder, NULL, "1") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set(builder, "posti_letto", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set(builder, "posti_letto", "\xFF") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set_from(NULL, "posti_letto", "1", NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set_from(builder, NULL, "1", NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set_from(builder, "posti_letto", NULL, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set_from(builder, "posti_letto", "1", "\xFF", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_set_from(builder, "posti_letto", "1", NULL, "\xFF") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_list(NULL, "sedi") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_list(builder, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_row(NULL, "sedi") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_row(builder, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_field(builder, "nome", "x") == LEPS_ERROR_ARGUMENT); /* of which row? */
  CHECK(leps_builder_describe(NULL, "nome", "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_describe(builder, NULL, "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_describe(builder, "nome", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_group(NULL, "consorzio", "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_group(builder, NULL, "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_group(builder, "consorzio", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_finish(NULL, NULL, builder, rulebook, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_finish(&data, NULL, NULL, rulebook, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_finish(&data, NULL, builder, NULL, NULL) == LEPS_ERROR_ARGUMENT);

  /* None of it left anything behind. */
  CHECK(leps_builder_finish(&data, &diagnostics, builder, rulebook, NULL) == LEPS_OK);
  CHECK(leps_diagnostics_count(diagnostics) == 0);
  CHECK(leps_data_ambito_count(data) == 1 && leps_data_ambito(data, 1) == NULL);
  CHECK(leps_data_ambito_year(data, 0) == 2025 && leps_data_ambito_year(data, 1) == 0);
  CHECK(leps_data_file_count(data) == 1 && leps_data_file_name(data, 1) == NULL);
  CHECK(leps_data_file_sha256(data, 1) == NULL);
  leps_diagnostics_free(diagnostics);
  leps_data_free(data);
  leps_builder_free(builder);
}

static void rows_refuse_null(void) {
  leps_builder *builder = NULL;
  CHECK(leps_builder_new(&builder) == LEPS_OK);
  CHECK(leps_builder_begin(builder, "a", 2025) == LEPS_OK);
  CHECK(leps_builder_row(builder, "sedi") == LEPS_OK);
  CHECK(leps_builder_field(NULL, "nome", "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_field(builder, NULL, "x") == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_field(builder, "nome", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_builder_field(builder, "nome", "x") == LEPS_OK);
  leps_builder_free(builder);
}

static void questions_refuse_null(const leps_rulebook *rulebook) {
  static const char kData[] = "{\"ambito\": \"a\", \"anni\": {\"2025\": {\"dati\": {}}}}";
  const leps_text file = {"a.json", kData, sizeof kData - 1};
  leps_change change = {"a", 2025, "posti_letto", "3"};
  leps_data *data = NULL;
  leps_results *results = NULL;
  leps_results *changed = (leps_results *)(void *)&data;
  leps_break_even *turn = (leps_break_even *)(void *)&data;
  const leps_result *result;

  CHECK(leps_data_load(&data, NULL, rulebook, &file, 1, NULL) == LEPS_OK);
  CHECK(leps_evaluate(&results, rulebook, data, NULL) == LEPS_OK);
  result = leps_results_at(results, 0);

  CHECK(leps_what_if(&changed, NULL, NULL, &change, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(changed == NULL);
  CHECK(leps_what_if(NULL, NULL, results, &change, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_what_if(&changed, NULL, results, NULL, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_what_if(&changed, NULL, results, &change, 0, NULL) == LEPS_ERROR_ARGUMENT);
  change.ambito = NULL;
  CHECK(leps_what_if(&changed, NULL, results, &change, 1, NULL) == LEPS_ERROR_ARGUMENT);
  change.ambito = "b";
  CHECK(leps_what_if(&changed, NULL, results, &change, 1, NULL) == LEPS_ERROR_ARGUMENT);
  change.ambito = "a";
  change.year = 2024;
  CHECK(leps_what_if(&changed, NULL, results, &change, 1, NULL) == LEPS_ERROR_ARGUMENT);
  change.year = 2025;
  change.datum = NULL;
  CHECK(leps_what_if(&changed, NULL, results, &change, 1, NULL) == LEPS_ERROR_ARGUMENT);
  change.datum = "posti_letto";
  change.value = "\xFF";
  CHECK(leps_what_if(&changed, NULL, results, &change, 1, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(changed == NULL);

  CHECK(leps_compute_break_even(&turn, NULL, result, "letti", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(turn == NULL);
  CHECK(leps_compute_break_even(NULL, results, result, "letti", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_compute_break_even(&turn, results, NULL, "letti", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_compute_break_even(&turn, results, result, NULL, NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_compute_break_even(&turn, results, result, "posti", NULL) == LEPS_ERROR_ARGUMENT);
  CHECK(leps_compute_break_even(&turn, results, result, "letti", "x") == LEPS_ERROR_ARGUMENT);
  CHECK(turn == NULL);

  CHECK(leps_results_difference_count(results) == 0);
  CHECK(leps_rulebook_file_count(rulebook) == 1 && leps_rulebook_file_name(rulebook, 1) == NULL);
  leps_results_free(results);
  leps_data_free(data);
}

int nothing_in_data(void) {
  const leps_text pack = {"prova.leps", kSmallPack, sizeof kSmallPack - 1};
  leps_rulebook *rulebook = NULL;
  CHECK(leps_rulebook_compile(&rulebook, NULL, &pack, 1, NULL) == LEPS_OK);
  readers_take_null();
  builders_refuse_null(rulebook);
  rows_refuse_null();
  questions_refuse_null(rulebook);
  leps_rulebook_free(rulebook);
  return failures;
}
