/*
 * verdicts.c - a whole program on leps.h: what each Ambito meets, what it lacks, what comes first.
 *
 *     verdicts RULES.leps DATA.yaml...
 *
 * Exit status: 0 results were printed; 1 the rules or the data have mistakes, all of them printed;
 * 2 a file cannot be read, memory ran out, or the command line is wrong.
 */
#include <leps/leps.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Files ----------------------------------------------------------------------------------- */

/* The whole of a file; its text is to be freed. NULL, with a message, where it cannot be read. */
static char *read_whole(const char *path, size_t *length) {
  char *text = NULL;
  size_t room = 0;
  size_t read = 0;
  FILE *file = fopen(path, "rb");

  *length = 0;
  if (!file) {
    fprintf(stderr, "%s: non riesco ad aprirlo\n", path);
    return NULL;
  }
  do {
    if (*length == room) {
      char *larger = realloc(text, room = room ? room * 2 : 4096);
      if (!larger) break;
      text = larger;
    }
    read = fread(text + *length, 1, room - *length, file);
    *length += read;
  } while (read > 0);

  if (ferror(file) || !feof(file)) {
    fprintf(stderr, "%s: non riesco a leggerlo\n", path);
    free(text);
    text = NULL;
  }
  fclose(file);
  return text;
}

static void free_texts(leps_text *files, size_t count) {
  size_t i;
  if (!files) return;
  for (i = 0; i < count; ++i) free((char *)files[i].text);
  free(files);
}

/* One leps_text for each path, to be freed with free_texts; NULL where one cannot be read. */
static leps_text *read_texts(char *const *paths, size_t count) {
  size_t i;
  leps_text *files = calloc(count, sizeof *files);
  if (!files) return NULL;
  for (i = 0; i < count; ++i) {
    files[i].name = paths[i];
    files[i].text = read_whole(paths[i], &files[i].length);
    if (!files[i].text) {
      free_texts(files, count);
      return NULL;
    }
  }
  return files;
}

/* ---- What the library answers ---------------------------------------------------------------- */

static void print_diagnostics(const leps_diagnostics *diagnostics) {
  size_t i;
  for (i = 0; i < leps_diagnostics_count(diagnostics); ++i) {
    fputs(leps_diagnostic_text(leps_diagnostics_at(diagnostics, i), LEPS_ITALIAN), stderr);
  }
}

/* `1/5000 FTE (circa 0.0002)`, `da 0 a 25 FTE`, `almeno 3`: exact first, the double as a help. */
static void print_quantity(const leps_quantity *quantity) {
  const char *lo = leps_quantity_lo(quantity);
  const char *hi = leps_quantity_hi(quantity);
  const char *unit = leps_quantity_unit(quantity);

  if (leps_quantity_is_known(quantity)) {
    printf("%s", hi);
  } else if (lo && hi) {
    printf("da %s a %s", lo, hi);
  } else if (lo) {
    printf("almeno %s", lo);
  } else if (hi) {
    printf("al massimo %s", hi);
  } else {
    printf("?");
  }
  if (unit) printf(" %s", unit);
  if (leps_quantity_is_known(quantity) && strchr(hi, '/')) {
    printf(" (circa %.6g)", leps_quantity_hi_double(quantity));
  }
}

static void print_gap(const leps_requirement *requirement) {
  const leps_gap *gap = leps_requirement_gap(requirement);
  const char *lever = leps_gap_lever(gap);
  size_t i;

  printf("     %s: %s", leps_requirement_name(requirement),
         leps_verdict_word(leps_requirement_verdict(requirement)));
  if (gap && leps_requirement_verdict(requirement) != LEPS_SODDISFATTO) {
    printf(", lacuna ");
    print_quantity(leps_gap_amount(gap));
    if (lever) printf(", si colma con %s", lever);
    for (i = 0; i < leps_gap_failing_count(gap); ++i) {
      printf(", da attivare: %s", leps_gap_failing(gap, i));
    }
  }
  printf("\n");
}

static void print_result(const leps_result *result) {
  size_t i;
  if (leps_result_rank(result) > 0) {
    printf("  %2u. ", leps_result_rank(result));
  } else {
    printf("   -  ");
  }
  printf("%s: %s", leps_result_rule(result), leps_verdict_word(leps_result_verdict(result)));
  if (leps_result_is_fragile(result)) printf(" (fragile)");
  if (leps_result_is_forecast(result)) printf(" (previsione)");
  printf("\n");

  for (i = 0; i < leps_result_requirement_count(result); ++i) {
    print_gap(leps_result_requirement(result, i));
  }
  for (i = 0; i < leps_result_deciding_count(result); ++i) {
    printf("     da chiedere: %s\n", leps_result_deciding(result, i));
  }
}

static int of_one_list(const leps_result *a, const leps_result *b) {
  return leps_result_year(a) == leps_result_year(b) &&
         strcmp(leps_result_ambito(a), leps_result_ambito(b)) == 0;
}

/* Results come by Ambito and year, so a change of either begins a new list. */
static void print_results(const leps_results *results) {
  size_t i;
  for (i = 0; i < leps_results_count(results); ++i) {
    const leps_result *result = leps_results_at(results, i);
    if (i == 0 || !of_one_list(result, leps_results_at(results, i - 1))) {
      printf("%s %d%s\n", leps_result_ambito(result), leps_result_year(result),
             leps_result_is_synthetic(result) ? " (dati inventati)" : "");
    }
    print_result(result);
  }
  for (i = 0; i < leps_results_computed_count(results); ++i) {
    const leps_computed *computed = leps_results_computed_at(results, i);
    printf("%s %d, %s: ", leps_computed_ambito(computed), leps_computed_year(computed),
           leps_computed_name(computed));
    print_quantity(leps_computed_amount(computed));
    printf("\n");
  }
}

/* ---- The program ----------------------------------------------------------------------------- */

static leps_status run(const leps_text *rules, const leps_text *data_files, size_t data_count) {
  leps_rulebook *rulebook = NULL;
  leps_data *data = NULL;
  leps_results *results = NULL;
  leps_diagnostics *diagnostics = NULL;

  leps_status status = leps_rulebook_compile(&rulebook, &diagnostics, rules, 1, NULL);
  print_diagnostics(diagnostics);
  leps_diagnostics_free(diagnostics);

  if (status == LEPS_OK) {
    status = leps_data_load(&data, &diagnostics, rulebook, data_files, data_count, NULL);
    print_diagnostics(diagnostics);
    leps_diagnostics_free(diagnostics);
  }
  if (status == LEPS_OK) status = leps_evaluate(&results, rulebook, data, NULL);

  /* From here on the results stand by themselves. */
  leps_data_free(data);
  leps_rulebook_free(rulebook);
  if (status == LEPS_OK) print_results(results);
  leps_results_free(results);
  return status;
}

int main(int argc, char **argv) {
  leps_text *rules = NULL;
  leps_text *data = NULL;
  size_t data_count = argc > 2 ? (size_t)argc - 2 : 0;
  leps_status status = LEPS_ERROR_ARGUMENT;

  if (leps_abi_version() != LEPS_ABI_VERSION) {
    fprintf(stderr, "verdicts: compilato per un'altra libreria leps (qui c'è la %s)\n",
            leps_version());
    return 2;
  }
  if (data_count == 0) {
    fprintf(stderr, "uso: verdicts REGOLE.leps DATI.yaml...\n");
    return 2;
  }

  rules = read_texts(argv + 1, 1);
  data = rules ? read_texts(argv + 2, data_count) : NULL;
  if (data) {
    status = run(rules, data, data_count);
    if (status != LEPS_OK) {
      fprintf(stderr, "verdicts: %s\n", leps_status_message(status, LEPS_ITALIAN));
    }
  }
  free_texts(data, data_count);
  free_texts(rules, 1, NULL);

  if (status == LEPS_OK) return 0;
  return status == LEPS_ERROR_RULES || status == LEPS_ERROR_DATA ? 1 : 2;
}
