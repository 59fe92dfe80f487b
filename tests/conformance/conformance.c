/* A case of tests/conformance through leps.h: reads its case.txt, prints the results as JSON. */
#include <leps/leps.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { kMost = 64 };

struct question {
  leps_text rules[kMost], data[kMost];
  size_t rule_count, data_count;
  const char* ambiti[kMost];
  leps_evaluate_options options;
};

static void fail(const char* what, const char* why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(2);
}

/* Freed together, at the end: what is asked points into all of it. */
static void* owned[4 * kMost];
static size_t owned_count;

static char* own(size_t size) {
  char* bytes = owned_count < 4 * kMost ? malloc(size) : NULL;
  if (!bytes) fail("memory", "ran out");
  owned[owned_count++] = bytes;
  return bytes;
}

static char* copy(const char* text, size_t length) {
  char* bytes = own(length + 1);
  memcpy(bytes, text, length);
  bytes[length] = '\0';
  return bytes;
}

static leps_text read_file(const char* path) {
  leps_text file = {path, NULL, 0};
  FILE* from = fopen(path, "rb");
  char* bytes = NULL;
  long size = -1;
  if (!from || fseek(from, 0, SEEK_END) != 0 || (size = ftell(from)) < 0)
    fail(path, "no such file");
  rewind(from);
  bytes = own((size_t)size + 1);
  if (fread(bytes, 1, (size_t)size, from) != (size_t)size) fail(path, "cannot be read");
  fclose(from);
  file.text = bytes;
  file.length = (size_t)size;
  return file;
}

static void take_line(struct question* ask, const char* word, const char* value) {
  if (strcmp(word, "rules") == 0 && ask->rule_count < kMost) {
    ask->rules[ask->rule_count++] = read_file(value);
  } else if (strcmp(word, "data") == 0 && ask->data_count < kMost) {
    ask->data[ask->data_count++] = read_file(value);
  } else if (strcmp(word, "ambito") == 0 && ask->options.ambito_count < kMost) {
    ask->ambiti[ask->options.ambito_count++] = value;
    ask->options.ambiti = ask->ambiti;
  } else if (strcmp(word, "ordering") == 0) {
    ask->options.ordering = value;
  } else if (strcmp(word, "year") == 0) {
    ask->options.year = atoi(value);
  } else {
    fail(word, "no such word in a case, or too many of it");
  }
}

static void read_case(struct question* ask, const char* path) {
  const leps_text file = read_file(path);
  const char *line = file.text, *end = file.text + file.length;
  const leps_evaluate_options usual = LEPS_EVALUATE_OPTIONS_INIT;
  ask->options = usual;
  while (line < end) {
    const char* stop = memchr(line, '\n', (size_t)(end - line));
    const char* space;
    if (!stop) stop = end;
    space = memchr(line, ' ', (size_t)(stop - line));
    if (space && *line != '#') {
      take_line(ask, copy(line, (size_t)(space - line)),
                copy(space + 1, (size_t)(stop - space - 1)));
    }
    line = stop + 1;
  }
}

static void check(leps_status status, const leps_diagnostics* diagnostics) {
  size_t i;
  if (status == LEPS_OK) return;
  for (i = 0; i < leps_diagnostics_count(diagnostics); ++i) {
    fputs(leps_diagnostic_text(leps_diagnostics_at(diagnostics, i), LEPS_ENGLISH), stderr);
  }
  fail("leps", leps_status_message(status, LEPS_ENGLISH));
}

int main(int argc, char** argv) {
  static struct question ask;
  leps_diagnostics* diagnostics = NULL;
  leps_rulebook* rulebook = NULL;
  leps_data* data = NULL;
  leps_results* results = NULL;
  const char* json;
  size_t length = 0;
  if (argc != 2) fail("conformance", "one argument, the path of a case.txt");
  read_case(&ask, argv[1]);

  check(leps_rulebook_compile(&rulebook, &diagnostics, ask.rules, ask.rule_count, NULL),
        diagnostics);
  leps_diagnostics_free(diagnostics);
  check(leps_data_load(&data, &diagnostics, rulebook, ask.data, ask.data_count, NULL), diagnostics);
  leps_diagnostics_free(diagnostics);
  check(leps_evaluate(&results, rulebook, data, &ask.options), NULL);
  json = leps_results_json(results, &length);
  if (!json || fwrite(json, 1, length, stdout) != length) fail("leps", "no JSON");

  leps_results_free(results);
  leps_data_free(data);
  leps_rulebook_free(rulebook);
  while (owned_count > 0) free(owned[--owned_count]);
  return 0;
}
