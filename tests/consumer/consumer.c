/*
 * The least that a program must do to have a verdict: it proves that leps.h is found, that the
 * library links and that it runs. It is built and run in every way in which one can get the
 * library.
 */
#include "../capi/c/small_pack.h"

#include <leps/leps.h>

#include <stdio.h>
#include <string.h>

static const char kData[] = "ambito: prova\nanni: {2025: {dati: {posti_letto: 7}}}\n";

int main(void) {
  const leps_text rules = {"r.leps", kSmallPack, sizeof kSmallPack - 1};
  const leps_text file = {"d.yaml", kData, sizeof kData - 1};
  leps_rulebook* rulebook = NULL;
  leps_data* data = NULL;
  leps_results* results = NULL;
  const char* gap;
  int right;

  leps_rulebook_compile(&rulebook, NULL, &rules, 1, NULL);
  leps_data_load(&data, NULL, rulebook, &file, 1, NULL);
  leps_evaluate(&results, rulebook, data, NULL);
  gap = leps_quantity_hi(leps_gap_amount(
      leps_requirement_gap(leps_result_requirement(leps_results_at(results, 0), 0))));
  right = gap && strcmp(gap, "3") == 0;
  printf("leps %s: %s posti\n", leps_version(), gap ? gap : "?");

  leps_results_free(results);
  leps_data_free(data);
  leps_rulebook_free(rulebook);
  return right ? 0 : 1;
}
