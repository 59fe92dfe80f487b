/*
 * verdicts.c - a whole program on leps.h: what is unmet in each Ambito, what comes first, what to
 * ask for.
 *
 *     verdicts RULES DATA...
 *
 * RULES and DATA are files or folders; of a folder the files that leps reads are taken, by name.
 *
 * Exit status: 0 every rule is met, or none of its business; 1 something is unmet, or not known, or
 * the rules or the data have mistakes, all of them printed; 2 a file cannot be read, memory ran
 * out, or the command line is wrong.
 */
#define _POSIX_C_SOURCE 200809L /* folders */

#include <leps/leps.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Files ----------------------------------------------------------------------------------- */

/* Files in memory. The names and the texts are this program's own, to be freed with free_files. */
typedef struct file_list {
  leps_text *all;
  size_t count;
} file_list;

static void free_files(file_list *files) {
  size_t i;
  for (i = 0; i < files->count; ++i) {
    free((char *)files->all[i].name);
    free((char *)files->all[i].text);
  }
  free(files->all);
}

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

static bool add_file(file_list *to, const char *path) {
  leps_text *larger = realloc(to->all, (to->count + 1) * sizeof *larger);
  leps_text file = {strdup(path), NULL, 0};

  if (larger) to->all = larger;
  if (larger && file.name) file.text = read_whole(path, &file.length);
  if (!file.text) {
    free((char *)file.name);
    return false;
  }
  to->all[to->count++] = file;
  return true;
}

static bool ends_with(const char *name, const char *end) {
  const size_t length = strlen(name), tail = strlen(end);
  return length > tail && strcmp(name + length - tail, end) == 0;
}

/* What leps reads: rules, and the data that this build of the library can take. */
static bool is_wanted(const char *name, bool rules) {
  static const char *const kinds[] = {"yaml", "json", "csv", "xlsx", "ods"};
  size_t i;

  if (name[0] == '.') return false;
  if (rules) return ends_with(name, ".leps");
  for (i = 0; i < sizeof kinds / sizeof *kinds; ++i) {
    if (leps_has_feature(kinds[i]) && ends_with(name, kinds[i])) return true;
  }
  return ends_with(name, ".yml");
}

/* A file, or those of a folder in the order of their names; false, with a message, where not. */
static bool add_path(file_list *to, const char *path, bool rules) {
  struct dirent **entries = NULL;
  const int count = scandir(path, &entries, NULL, alphasort);
  bool good = true;
  int i;

  if (count < 0) return add_file(to, path);
  for (i = 0; i < count; ++i) {
    if (good && is_wanted(entries[i]->d_name, rules)) {
      const size_t length = strlen(path) + strlen(entries[i]->d_name) + 2;
      char *whole = malloc(length);
      if (whole) snprintf(whole, length, "%s/%s", path, entries[i]->d_name);
      good = whole && add_file(to, whole);
      free(whole);
    }
    free(entries[i]);
  }
  free(entries);
  return good;
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

static void print_requirement(const leps_requirement *requirement) {
  const leps_gap *gap = leps_requirement_gap(requirement);
  const char *lever = leps_gap_lever(gap);
  size_t i;

  printf("     %s: %s", leps_requirement_name(requirement),
         leps_verdict_word(leps_requirement_verdict(requirement)));
  if (gap) {
    printf(", lacuna ");
    print_quantity(leps_gap_amount(gap));
    if (lever) printf(", si colma con %s", lever);
    for (i = 0; i < leps_gap_failing_count(gap); ++i) {
      printf(", da attivare: %s", leps_gap_failing(gap, i));
    }
  }
  printf("\n");
}

static void print_unmet(const leps_result *result) {
  size_t i;
  printf("  %2u. %s: %s", leps_result_rank(result), leps_result_rule(result),
         leps_verdict_word(leps_result_verdict(result)));
  if (leps_result_is_forecast(result)) printf(" (previsione)");
  printf("\n");

  for (i = 0; i < leps_result_requirement_count(result); ++i) {
    const leps_requirement *requirement = leps_result_requirement(result, i);
    const leps_verdict verdict = leps_requirement_verdict(requirement);
    if (verdict == LEPS_NON_SODDISFATTO || verdict == LEPS_NON_VALUTABILE) {
      print_requirement(requirement);
    }
  }
  for (i = 0; i < leps_result_deciding_count(result); ++i) {
    printf("     da chiedere: %s\n", leps_result_deciding(result, i));
  }
  for (i = 0; i < leps_result_assumption_count(result); ++i) {
    printf("     ipotesi, non norma: %s\n", leps_result_assumption(result, i));
  }
}

static bool of_one_list(const leps_result *a, const leps_result *b) {
  return leps_result_year(a) == leps_result_year(b) &&
         strcmp(leps_result_ambito(a), leps_result_ambito(b)) == 0;
}

/* The results from `begin` up to and without `end`, all of one Ambito and year. */
static size_t print_list(const leps_results *results, size_t begin, size_t end) {
  const leps_result *first = leps_results_at(results, begin);
  unsigned rank;
  size_t unmet = 0, met = 0, i;

  printf("%s %d%s\n", leps_result_ambito(first), leps_result_year(first),
         leps_result_is_synthetic(first) ? " (dati inventati)" : "");
  /* Ranks go from 1 without holes, so looking for each in turn is a sort. */
  for (rank = 1; rank <= end - begin; ++rank) {
    for (i = begin; i < end; ++i) {
      if (leps_result_rank(leps_results_at(results, i)) == rank) {
        print_unmet(leps_results_at(results, i));
        ++unmet;
      }
    }
  }
  for (i = begin; i < end; ++i) {
    met += leps_result_verdict(leps_results_at(results, i)) == LEPS_SODDISFATTO;
  }
  printf("   regole soddisfatte: %zu, da affrontare: %zu, altre: %zu\n", met, unmet,
         end - begin - met - unmet);
  return unmet;
}

/* Results come by Ambito and year, so a change of either begins a new list. */
static size_t print_results(const leps_results *results) {
  const size_t count = leps_results_count(results);
  size_t unmet = 0, begin = 0, end;
  for (end = 1; end <= count; ++end) {
    if (end == count ||
        !of_one_list(leps_results_at(results, begin), leps_results_at(results, end))) {
      unmet += print_list(results, begin, end);
      begin = end;
    }
  }
  return unmet;
}

/* ---- The program ----------------------------------------------------------------------------- */

static leps_status run(const file_list *rules, const file_list *data_files, size_t *unmet) {
  leps_rulebook *rulebook = NULL;
  leps_data *data = NULL;
  leps_results *results = NULL;
  leps_diagnostics *diagnostics = NULL;

  leps_status status =
      leps_rulebook_compile(&rulebook, &diagnostics, rules->all, rules->count, NULL);
  print_diagnostics(diagnostics);
  leps_diagnostics_free(diagnostics);

  if (status == LEPS_OK) {
    status =
        leps_data_load(&data, &diagnostics, rulebook, data_files->all, data_files->count, NULL);
    print_diagnostics(diagnostics);
    leps_diagnostics_free(diagnostics);
  }
  if (status == LEPS_OK) status = leps_evaluate(&results, rulebook, data, NULL);

  /* From here on the results stand by themselves. */
  leps_data_free(data);
  leps_rulebook_free(rulebook);
  if (status == LEPS_OK) *unmet = print_results(results);
  leps_results_free(results);
  return status;
}

int main(int argc, char **argv) {
  file_list rules = {NULL, 0};
  file_list data = {NULL, 0};
  leps_status status = LEPS_ERROR_ARGUMENT;
  size_t unmet = 0;
  bool good;
  int oldest, newest, i;

  leps_abi_range(&oldest, &newest);
  if (LEPS_ABI_VERSION < oldest || LEPS_ABI_VERSION > newest) {
    fprintf(stderr, "verdicts: compilato per un'altra libreria leps (qui c'è la %s)\n",
            leps_version());
    return 2;
  }
  if (argc < 3) {
    fprintf(stderr, "uso: verdicts REGOLE DATI...\n");
    return 2;
  }

  good = add_path(&rules, argv[1], true);
  for (i = 2; good && i < argc; ++i) good = add_path(&data, argv[i], false);
  if (good && (rules.count == 0 || data.count == 0)) {
    fprintf(stderr, "%s: qui non c'è nessun file di %s\n", rules.count ? argv[2] : argv[1],
            rules.count ? "dati" : "regole");
  } else if (good) {
    status = run(&rules, &data, &unmet);
    if (status != LEPS_OK) {
      fprintf(stderr, "verdicts: %s\n", leps_status_message(status, LEPS_ITALIAN));
    }
  }
  free_files(&data);
  free_files(&rules);

  if (status == LEPS_OK) return unmet ? 1 : 0;
  return status == LEPS_ERROR_RULES || status == LEPS_ERROR_DATA ? 1 : 2;
}
