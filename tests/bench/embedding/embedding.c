/*
 * What it costs to have the engine inside a program: one Ambito judged again and again through
 * leps.h. embedding RULES DATA SECONDS prints a line a measure, `name<TAB>value<TAB>unit`, and the
 * verdicts and gaps that were found.
 */
#include <leps/leps.h>

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec at;
  timespec_get(&at, TIME_UTC);
  return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static void check(leps_status status, const char* what) {
  if (status == LEPS_OK) return;
  fprintf(stderr, "%s: %s\n", what, leps_status_message(status, LEPS_ENGLISH));
  exit(1);
}

static leps_text read_file(const char* path) {
  leps_text file = {path, NULL, 0};
  FILE* from = fopen(path, "rb");
  char* bytes = malloc(1 << 20);
  if (!from || !bytes) {
    fprintf(stderr, "%s: no such file\n", path);
    exit(1);
  }
  file.length = fread(bytes, 1, 1 << 20, from);
  fclose(from);
  file.text = bytes;
  return file;
}

/* Reads what a caller reads: every verdict and every gap. */
static size_t read_results(const leps_results* results) {
  size_t i, j, met = 0;
  for (i = 0; i < leps_results_count(results); ++i) {
    const leps_result* result = leps_results_at(results, i);
    met += leps_result_verdict(result) == LEPS_SODDISFATTO;
    for (j = 0; j < leps_result_requirement_count(result); ++j) {
      const leps_gap* gap = leps_requirement_gap(leps_result_requirement(result, j));
      met += strlen(leps_quantity_lo(leps_gap_amount(gap))) > 1000;
    }
  }
  return met;
}

static void print_results(const leps_results* results) {
  size_t i;
  for (i = 0; i < leps_results_count(results); ++i) {
    const leps_result* result = leps_results_at(results, i);
    const leps_gap* gap = leps_requirement_gap(leps_result_requirement(result, 0));
    printf("= %s %s %s\n", leps_result_rule(result),
           leps_result_verdict(result) == LEPS_SODDISFATTO ? "true" : "false",
           leps_quantity_lo(leps_gap_amount(gap)));
  }
  for (i = 0; i < leps_results_computed_count(results); ++i) {
    const leps_computed* computed = leps_results_computed_at(results, i);
    printf("= %s %s\n", leps_computed_name(computed),
           leps_quantity_lo(leps_computed_amount(computed)));
  }
}

int main(int argc, char** argv) {
  const char* values[] = {"20", "21.5", "23", "24.5", "26", "27.5"};
  leps_rulebook* rulebook = NULL;
  leps_data* data = NULL;
  leps_results* base = NULL;
  leps_text rules, file;
  double seconds, begin, compile;
  size_t before, rulebook_bytes, count;
  if (argc != 4) return 2;
  rules = read_file(argv[1]);
  file = read_file(argv[2]);
  seconds = atof(argv[3]);

  check(leps_rulebook_compile(&rulebook, NULL, &rules, 1, NULL), "rules"); /* pages are warm now */
  leps_rulebook_free(rulebook);
  before = mallinfo2().uordblks;
  begin = now();
  check(leps_rulebook_compile(&rulebook, NULL, &rules, 1, NULL), "rules");
  compile = now() - begin;
  rulebook_bytes = mallinfo2().uordblks - before;
  check(leps_data_load(&data, NULL, rulebook, &file, 1, NULL), "data");
  check(leps_evaluate(&base, rulebook, data, NULL), "evaluation");
  print_results(base);
  printf("rulebook\t%.1f\tkB\n", (double)rulebook_bytes / 1000);
  printf("compile\t%.3f\tms\n", compile * 1e3);

  begin = now();
  for (count = 0; now() - begin < seconds; ++count) {
    leps_results* results = NULL;
    check(leps_evaluate(&results, rulebook, data, NULL), "evaluation");
    read_results(results);
    leps_results_free(results);
  }
  printf("the same data\t%.0f\t/s\n", (double)count / (now() - begin));

  begin = now();
  for (count = 0; now() - begin < seconds; ++count) {
    const leps_change change = {"sintetico_prova", 2025, "assistenti", values[count % 6]};
    leps_results* results = NULL;
    check(leps_what_if(&results, NULL, base, &change, 1, NULL), "what-if");
    read_results(results);
    leps_results_free(results);
  }
  printf("one value changed\t%.0f\t/s\n", (double)count / (now() - begin));

  begin = now();
  for (count = 0; now() - begin < seconds; ++count) {
    leps_data* again = NULL;
    leps_results* results = NULL;
    check(leps_data_load(&again, NULL, rulebook, &file, 1, NULL), "data");
    check(leps_evaluate(&results, rulebook, again, NULL), "evaluation");
    read_results(results);
    leps_results_free(results);
    leps_data_free(again);
  }
  printf("new data, as JSON\t%.0f\t/s\n", (double)count / (now() - begin));

  leps_results_free(base);
  leps_data_free(data);
  leps_rulebook_free(rulebook);
  return 0;
}
