/*
 * leps.h - the rules of the essential levels of social services (LEPS), for other programs.
 *
 * Rules are text, compiled once into a rulebook. Data of one or more Ambiti are YAML, JSON or CSV,
 * or are given value by value, and are read against a rulebook. Evaluating the two gives, for every
 * rule, Ambito and year, a verdict, how far the Ambito is from the level, and what to do first.
 *
 *     leps_rulebook *rulebook = NULL;
 *     leps_data *data = NULL;
 *     leps_results *results = NULL;
 *
 *     leps_rulebook_compile(&rulebook, NULL, rules, 1, NULL);
 *     leps_data_load(&data, NULL, rulebook, files, 1, NULL);
 *     leps_evaluate(&results, rulebook, data, NULL);
 *     puts(leps_results_json(results, NULL));
 *
 *     leps_results_free(results);
 *     leps_data_free(data);
 *     leps_rulebook_free(rulebook);
 *
 * A whole program, with its errors handled, is in example/verdicts.c.
 *
 * What holds for every function:
 *
 * OWNERSHIP. Eight types are handles that you own, each with one free function: leps_rulebook,
 *   leps_data, leps_builder, leps_results, leps_explanation, leps_break_even, leps_examples,
 *   leps_diagnostics. Free them in any order: a handle keeps alive all that it needs of the others.
 *   Everything else that a function returns (strings, arrays, and pointers to leps_result,
 *   leps_requirement, leps_gap, leps_quantity, leps_computed, leps_difference, leps_step,
 *   leps_example, leps_diagnostic and leps_place) belongs to the handle that it was reached from
 *   and lives exactly as long; never free it. What you pass in is copied: free your own buffers as
 *   soon as a call returns.
 *
 * THREADS. There is no global state, and a handle never changes once made: any number of threads
 *   may read one, and compile, load and evaluate with it, at the same time. The one exception is
 *   leps_builder, which is there to be changed: one thread at a time. Freeing needs care, as ever:
 *   no other thread may still be using the same handle, or what was reached from it. Callbacks are
 *   called on the thread of the call that they were given to, before it returns.
 *
 * NULL. Every free function takes NULL and does nothing. Every function that reads takes NULL for
 *   what it reads, as it takes an index out of range, and answers as if there were nothing there:
 *   0, false or NULL, or what its comment says. A function that makes something answers
 *   LEPS_ERROR_ARGUMENT instead.
 *
 * TEXT is UTF-8, ended by a NUL that no length counts. Words of the law and names from the packs
 *   (`non_soddisfatto`, `assistenti_sociali`, `FTE`) are the same in every language; messages are
 *   in the language that you ask for.
 *
 * NUMBERS are exact, and so are texts: `25`, `-7/4`, in lowest terms. A double of the same number
 *   is there for drawing a bar, never for deciding: 1/5000 has no double.
 *
 * ERRORS. Mistakes in rules and data are not statuses but diagnostics, as many as there are, each
 *   with its place. What is not known of an Ambito is no mistake at all: it is a quantity with two
 *   different ends, or a verdict of LEPS_NON_VALUTABILE. No function prints, exits, aborts or lets
 *   a C++ exception out, even where memory runs out: then it answers LEPS_ERROR_MEMORY, or NULL
 *   where it returns a text, and nothing is half made.
 *
 * OPTIONS. A struct that a program fills in begins with its own size and only ever grows at its
 *   end. Begin with its _INIT. A field that a library is too old to know must be 0 or NULL, or the
 *   call is refused: a request is never ignored.
 */
#ifndef LEPS_LEPS_H
#define LEPS_LEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#if defined(LEPS_BUILDING)
#define LEPS_API __declspec(dllexport)
#else
#define LEPS_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define LEPS_API __attribute__((visibility("default")))
#else
#define LEPS_API
#endif

/*
 * In C++ an enum gets a fixed type: without one, a value that a newer library adds could not be
 * held by a program compiled with this header.
 */
#ifdef __cplusplus
#define LEPS_INT : int
#else
#define LEPS_INT
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version --------------------------------------------------------------------------------- */

/*
 * The binary interface that this header describes. It grows without changing: functions are added,
 * option structs get fields at their end. It changes, and with it the number in libleps.so.N, only
 * when a program built against an older header could no longer run.
 */
#define LEPS_ABI_VERSION 1

/* The binary interface of the library that is running. */
LEPS_API int leps_abi_version(void);

/*
 * The binary interfaces that the library that is running still serves, from the oldest to the
 * newest: a program runs with it if the LEPS_ABI_VERSION of its header is among them. Either
 * pointer may be NULL.
 */
LEPS_API void leps_abi_range(int *oldest, int *newest);

/* The version of the library that is running, such as "0.1.0". Lives for ever. */
LEPS_API const char *leps_version(void);

/*
 * What this build of the library can do, by name: "yaml", "json", "csv", "xlsx", "ods" (data that
 * it reads), "memory_limit" (it can hold leps_control.max_memory). How many, each of them, from 0,
 * and whether one is there. Lives for ever.
 */
LEPS_API size_t leps_feature_count(void);
LEPS_API const char *leps_feature(size_t index);
LEPS_API bool leps_has_feature(const char *name);

/* ---- What a call answers --------------------------------------------------------------------- */

/*
 * Whether a call did what it was asked. The values never change; new ones may be added, so treat
 * what you do not know as LEPS_ERROR_INTERNAL.
 */
typedef enum leps_status LEPS_INT {
  LEPS_OK = 0,             /* done; there may still be diagnostics, all of them warnings */
  LEPS_ERROR_RULES = 1,    /* the rules have mistakes: read the diagnostics */
  LEPS_ERROR_DATA = 2,     /* the data have mistakes: read the diagnostics */
  LEPS_ERROR_ARGUMENT = 3, /* the call itself is wrong; the function's comment says when */
  LEPS_ERROR_MEMORY = 4,   /* memory ran out; nothing was made and nothing leaked */
  LEPS_ERROR_INTERNAL = 5, /* a defect of this library: please report it */
  LEPS_ERROR_LIMIT = 6,    /* the call went past a limit of its leps_control; nothing was made */
  LEPS_CANCELLED = 7       /* leps_control.cancelled said so; nothing was made */
} leps_status;

/* The languages of messages. Any other value is read as LEPS_ITALIAN. */
typedef enum leps_language LEPS_INT { LEPS_ITALIAN = 0, LEPS_ENGLISH = 1 } leps_language;

/* A status as a sentence for a log: "le regole hanno errori". Never NULL; lives for ever. */
LEPS_API const char *leps_status_message(leps_status status, leps_language language);

/*
 * One file of rules or data, held in memory.
 *
 * This struct is passed in arrays, so it will never get another field.
 */
typedef struct leps_text {
  const char *name; /* what diagnostics call it, such as its path; UTF-8, not NULL */
  const char
      *text;     /* its bytes; a byte-order mark and CRLF line ends are fine. NULL only if empty */
  size_t length; /* bytes of `text`, without any final NUL */
} leps_text;

/* ---- Limits, cancellation, progress, log ----------------------------------------------------- */

/* What a call is busy with, for a progress callback. */
typedef enum leps_stage LEPS_INT {
  LEPS_STAGE_READING = 0,    /* files: of rules or of data */
  LEPS_STAGE_CHECKING = 1,   /* rules: names, types, amendments against what they amend */
  LEPS_STAGE_EVALUATING = 2, /* Ambiti and years */
  LEPS_STAGE_EXAMPLES = 3    /* examples */
} leps_stage;

/* How much a line of the log matters. */
typedef enum leps_log_level LEPS_INT {
  LEPS_LOG_DEBUG = 0,  /* what a call does, step by step, with counts and sizes */
  LEPS_LOG_INFO = 1,   /* once a call: what it made */
  LEPS_LOG_WARNING = 2 /* why it made nothing: a limit, a cancellation, memory */
} leps_log_level;

/*
 * How far one call may go, and whom it tells on the way. Every limit of 0 is no limit but the
 * library's own. A callback must not call longjmp or throw, and must neither free what the call was
 * given nor change a builder that is being finished.
 *
 *     leps_control control = LEPS_CONTROL_INIT;
 *     control.max_milliseconds = 2000;
 */
typedef struct leps_control {
  size_t size;
  void *user; /* handed to every callback as it is */

  /* Asked many times a millisecond, so it must be quick: true stops the call, LEPS_CANCELLED. */
  bool (*cancelled)(void *user);
  /* How much of a stage is done: from 0 to `total`, never backwards within a stage. As packs
     are included, `total` grows. */
  void (*progress)(void *user, leps_stage stage, size_t done, size_t total);
  /* One line in English without a newline, for a programmer. Never holds data of an Ambito. */
  void (*log)(void *user, leps_log_level level, const char *line);

  uint64_t max_milliseconds; /* of wall-clock time, from the beginning of the call */
  size_t max_memory;  /* bytes that the heap of the process may grow by during the call; what other
                         threads allocate meanwhile counts too. Refused where the feature
                         "memory_limit" is not there */
  size_t max_input;   /* bytes of all the files of the call, included ones too */
  size_t max_results; /* rules times Ambiti and years of one evaluation */
  size_t max_nesting; /* how deep parentheses and operators of rules may nest; the library's own
                         limit is 50, and going past that one is a mistake of the rules */
} leps_control;

#define LEPS_CONTROL_INIT \
  { sizeof(leps_control), NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0 }

/* ---- Diagnostics ----------------------------------------------------------------------------- */

/*
 * Messages to whoever wrote the rules or the data: all the findings of one call, by file and place.
 * Of one code in one file (or sheet of a workbook) twenty are there, each by itself; one more of
 * that code says how many others there are, at the place of the first. Owned by you; independent of
 * every other handle.
 */
typedef struct leps_diagnostics leps_diagnostics;

/* One finding: what is wrong, where, and what to do next. Belongs to its leps_diagnostics. */
typedef struct leps_diagnostic leps_diagnostic;

/* Where something stands in a file. Belongs to its leps_diagnostics. */
typedef struct leps_place leps_place;

typedef enum leps_severity LEPS_INT {
  LEPS_SEVERITY_ERROR = 0,   /* nothing is made from what has this */
  LEPS_SEVERITY_WARNING = 1, /* worth a look; everything goes on */
  LEPS_SEVERITY_NOTE = 2     /* worth knowing; asks for nothing */
} leps_severity;

LEPS_API void leps_diagnostics_free(leps_diagnostics *diagnostics);

/* How many there are to read; the one that says how many others there are counts as one. */
LEPS_API size_t leps_diagnostics_count(const leps_diagnostics *diagnostics);

/* The finding at `index`, from 0; NULL where there is none. */
LEPS_API const leps_diagnostic *leps_diagnostics_at(const leps_diagnostics *diagnostics,
                                                    size_t index);

/*
 * All of the findings as a JSON array, in both languages: the `diagnostics` of `leps-results/1`.
 *
 * length  receives the bytes of the text; may be NULL.
 * Returns the text, written at the first call and kept; NULL, with a length of 0, where memory ran
 * out.
 */
LEPS_API const char *leps_diagnostics_json(const leps_diagnostics *diagnostics, size_t *length);

/*
 * The stable name of the kind of finding, such as "name/unknown". A name, once released, is
 * never given to another kind: programs may depend on it, as they must not on the message.
 */
LEPS_API const char *leps_diagnostic_code(const leps_diagnostic *diagnostic);

/* How bad it is. Of NULL: LEPS_SEVERITY_NOTE. */
LEPS_API leps_severity leps_diagnostic_severity(const leps_diagnostic *diagnostic);

/* What is wrong, as one sentence for a reader of laws, not for a programmer. */
LEPS_API const char *leps_diagnostic_message(const leps_diagnostic *diagnostic,
                                             leps_language language);

/* Where it is wrong. NULL only of NULL. */
LEPS_API const leps_place *leps_diagnostic_place(const leps_diagnostic *diagnostic);

/*
 * The other places that matter, in the order of the story ("first declared here"): how many, the
 * words beside each, and where each is. `index` counts from 0.
 */
LEPS_API size_t leps_diagnostic_label_count(const leps_diagnostic *diagnostic);
LEPS_API const char *leps_diagnostic_label(const leps_diagnostic *diagnostic, size_t index,
                                           leps_language language);
LEPS_API const leps_place *leps_diagnostic_label_place(const leps_diagnostic *diagnostic,
                                                       size_t index);

/* What to do next: how many suggestions, often none, and each of them, from 0. */
LEPS_API size_t leps_diagnostic_hint_count(const leps_diagnostic *diagnostic);
LEPS_API const char *leps_diagnostic_hint(const leps_diagnostic *diagnostic, size_t index,
                                          leps_language language);

/*
 * What to write, letter by letter, and in place of what: the bytes from leps_place_begin to before
 * leps_place_end of the file, which may be none, become the text, which may be "". NULL where the
 * finding has no replacement, or its author has to choose among several.
 */
LEPS_API const leps_place *leps_diagnostic_replacement_place(const leps_diagnostic *diagnostic);
LEPS_API const char *leps_diagnostic_replacement_text(const leps_diagnostic *diagnostic);

/*
 * Whether a program may write it unasked: the rules that come of it say the same, or are the only
 * ones that can have been meant. Make one, or several that neither overlap nor touch, and compile
 * again: what the others say may no longer hold. False where there is no replacement.
 */
LEPS_API bool leps_diagnostic_replacement_is_certain(const leps_diagnostic *diagnostic);

/*
 * All of the above as the `leps` command shows it: lines of text for a fixed-width font, with the
 * line at fault and a mark under the words. Ends in a newline; holds no control character else.
 */
LEPS_API const char *leps_diagnostic_text(const leps_diagnostic *diagnostic,
                                          leps_language language);

/* The leps_text.name of the file; "" where the finding is about no file. NULL only of NULL. */
LEPS_API const char *leps_place_source(const leps_place *place);

/*
 * Line and column as a person counts them: from 1, a column for each character, not for each byte;
 * in a workbook, row and column of the cell. Both are 0 where the finding is about a file as a
 * whole.
 */
LEPS_API size_t leps_place_line(const leps_place *place);
LEPS_API size_t leps_place_column(const leps_place *place);

/*
 * The same place in bytes of leps_text.text, counted after its byte-order mark if it has one: from
 * `begin`, up to and without `end`. Both are 0 where the finding is about a file as a whole, or in
 * a workbook, whose bytes are no text. Of CSV in Windows-1252, in bytes of the same text as UTF-8.
 */
LEPS_API size_t leps_place_begin(const leps_place *place);
LEPS_API size_t leps_place_end(const leps_place *place);

/* ---- Rules ----------------------------------------------------------------------------------- */

/* Rules, compiled and checked. Owned by you; one is enough for every thread of a program. */
typedef struct leps_rulebook leps_rulebook;

/* Where an include callback puts the files of a pack. Belongs to the call. */
typedef struct leps_files leps_files;

/*
 * Adds a file to a pack that is being included. What is passed in is copied.
 *
 * Returns LEPS_OK; LEPS_ERROR_ARGUMENT where `files` or the name is NULL, a name is not UTF-8, or
 * the text is NULL and its length is not 0; LEPS_ERROR_MEMORY where memory ran out, and then the
 * compilation answers the same.
 */
LEPS_API leps_status leps_files_add(leps_files *files, const char *name, const char *text,
                                    size_t text_length);

/* How to compile. Begin with LEPS_COMPILE_OPTIONS_INIT. */
typedef struct leps_compile_options {
  size_t size;
  const leps_control *control; /* NULL: no limits of yours, and nobody is told */

  /*
   * Asked for the files of each pack that one of the files extends (`estende leps.nazionale`) and
   * that is not among them: once for each pack, also for those that included packs extend in turn.
   * It adds the files and returns true; false, or NULL for the callback: it has none, and the
   * pack's name is reported as not found, at its place.
   */
  bool (*include)(void *include_user, const char *pack, leps_files *files);
  void *include_user;
} leps_compile_options;

#define LEPS_COMPILE_OPTIONS_INIT \
  { sizeof(leps_compile_options), NULL, NULL, NULL }

/*
 * Compiles packs of rules. The files are one text in many parts: their order matters only for the
 * order of results, and one may use what another declares.
 *
 * Every mistake of every file is reported in one go. The language of a file is that of its first
 * keyword, `pacchetto` or `package`.
 *
 * out          receives the rulebook to free, or NULL on any status but LEPS_OK. Not NULL.
 * diagnostics  receives the findings to free, also on LEPS_OK, where they are warnings and perhaps
 *              none; NULL on any status but LEPS_OK and LEPS_ERROR_RULES. Pass NULL to do without.
 * files        `count` files, at least one.
 * options      NULL for LEPS_COMPILE_OPTIONS_INIT.
 *
 * LEPS_ERROR_RULES: there are mistakes, each in the diagnostics.
 * LEPS_ERROR_ARGUMENT: `out` or `files` is NULL, `count` is 0, a name is NULL or not UTF-8, a text
 *   is NULL and its length is not 0, or `options` is smaller than any release had it or asks for
 *   what this library does not know.
 * LEPS_ERROR_LIMIT, LEPS_CANCELLED: as leps_control says.
 */
LEPS_API leps_status leps_rulebook_compile(leps_rulebook **out, leps_diagnostics **diagnostics,
                                           const leps_text *files, size_t count,
                                           const leps_compile_options *options);

LEPS_API void leps_rulebook_free(leps_rulebook *rulebook);

/*
 * The orderings (`ordine`) that the packs declare, for leps_evaluate_options: how many, and the
 * name of each, from 0. The first is the one used where none is asked for.
 */
LEPS_API size_t leps_rulebook_ordering_count(const leps_rulebook *rulebook);
LEPS_API const char *leps_rulebook_ordering(const leps_rulebook *rulebook, size_t index);

/*
 * The files of rules: how many, and of each, from 0, its name without folders, its pack, the
 * version of the pack, and the SHA-256 of its bytes in 64 lower-case hexadecimal digits.
 */
LEPS_API size_t leps_rulebook_file_count(const leps_rulebook *rulebook);
LEPS_API const char *leps_rulebook_file_name(const leps_rulebook *rulebook, size_t index);
LEPS_API const char *leps_rulebook_file_pack(const leps_rulebook *rulebook, size_t index);
LEPS_API const char *leps_rulebook_file_version(const leps_rulebook *rulebook, size_t index);
LEPS_API const char *leps_rulebook_file_sha256(const leps_rulebook *rulebook, size_t index);

/*
 * What a careful reader would say of rules that compile: levels that cannot fail or be met, names
 * that nobody uses, numbers that are only assumed, what no example reaches. What `leps lint`
 * prints: warnings and notes, those of leps_rulebook_compile too.
 *
 * out       receives the findings to free, perhaps none; NULL on any status but LEPS_OK. Not NULL.
 * control   NULL: no limits of yours, and nobody is told.
 *
 * LEPS_ERROR_ARGUMENT: `out` or `rulebook` is NULL, or `control` is as in leps_compile_options.
 */
LEPS_API leps_status leps_rulebook_lint(leps_diagnostics **out, const leps_rulebook *rulebook,
                                        const leps_control *control);

/* The examples (`esempio`) of the packs, run. Owned by you. */
typedef struct leps_examples leps_examples;

/* One example and what came of it. Belongs to its leps_examples. */
typedef struct leps_example leps_example;

/*
 * Runs every example of the packs, as `leps test` does.
 *
 * out       receives the outcomes to free, or NULL on any status but LEPS_OK. Examples that do not
 *           hold are outcomes too. Not NULL.
 * control   NULL: no limits of yours, and nobody is told.
 *
 * LEPS_ERROR_ARGUMENT: as in leps_rulebook_lint.
 */
LEPS_API leps_status leps_rulebook_run_examples(leps_examples **out, const leps_rulebook *rulebook,
                                                const leps_control *control);
LEPS_API void leps_examples_free(leps_examples *examples);

/* How many examples there are, how many do not hold, and each of them, from 0. */
LEPS_API size_t leps_examples_count(const leps_examples *examples);
LEPS_API size_t leps_examples_failed(const leps_examples *examples);
LEPS_API const leps_example *leps_examples_at(const leps_examples *examples, size_t index);

/* Its title, and whether all that it expects holds. Of NULL: NULL and false. */
LEPS_API const char *leps_example_title(const leps_example *example);
LEPS_API bool leps_example_holds(const leps_example *example);

/* Where it stands in the rules. NULL of NULL. */
LEPS_API const leps_place *leps_example_place(const leps_example *example);

/*
 * What the examples expected and did not find: one diagnostic for each ("example/unmet"), at the
 * place of the expectation, with what came out instead; its hints say why, a line of the derivation
 * each, indented by two blanks where it says more of the one above. And all that no example
 * reaches: rules, requirements, verdicts and levels ("example/unreached"). NULL only of NULL.
 */
LEPS_API const leps_diagnostics *leps_examples_misses(const leps_examples *examples);
LEPS_API const leps_diagnostics *leps_examples_unreached(const leps_examples *examples);

/* ---- Data ------------------------------------------------------------------------------------ */

/* Data of Ambiti, read and checked against one rulebook. Owned by you. */
typedef struct leps_data leps_data;

/* How to read data. Begin with LEPS_LOAD_OPTIONS_INIT. */
typedef struct leps_load_options {
  size_t size;
  const leps_control *control; /* NULL: no limits of yours, and nobody is told */
} leps_load_options;

#define LEPS_LOAD_OPTIONS_INIT \
  { sizeof(leps_load_options), NULL }

/*
 * Reads data. What a file is, the end of its name says: `.yaml`, `.yml` and `.json`, one Ambito a
 * file, one or more years each; `.csv`, one Ambito and year a row, or the rows of the list that the
 * file is named after; `.xlsx` and `.ods` where leps_has_feature says so. Files of other programs,
 * such as `.xls`, are refused with a diagnostic. Any other name: YAML.
 *
 * Values are typed by what the rulebook declares, never by YAML's guess; an unknown datum, a number
 * that can be read two ways, a value out of its bounds are each reported. A datum that is not there
 * is no mistake: results say what its absence leaves open.
 *
 * out          receives the data to free, or NULL on any status but LEPS_OK. Not NULL.
 * diagnostics  as in leps_rulebook_compile, for LEPS_ERROR_DATA.
 * rulebook     what the data are read against. Not NULL. You may free it afterwards, but
 *              leps_evaluate asks for it again.
 * files        `count` files, at least one.
 * options      NULL for LEPS_LOAD_OPTIONS_INIT.
 *
 * LEPS_ERROR_DATA: there are mistakes, each in the diagnostics.
 * LEPS_ERROR_ARGUMENT: as in leps_rulebook_compile, or `rulebook` is NULL.
 * LEPS_ERROR_LIMIT, LEPS_CANCELLED: as leps_control says.
 */
LEPS_API leps_status leps_data_load(leps_data **out, leps_diagnostics **diagnostics,
                                    const leps_rulebook *rulebook, const leps_text *files,
                                    size_t count, const leps_load_options *options);

LEPS_API void leps_data_free(leps_data *data);

/*
 * The files of data: how many, and of each, from 0, its name without folders and the SHA-256 of its
 * bytes in 64 lower-case hexadecimal digits. Data built value by value have one for each Ambito.
 */
LEPS_API size_t leps_data_file_count(const leps_data *data);
LEPS_API const char *leps_data_file_name(const leps_data *data, size_t index);
LEPS_API const char *leps_data_file_sha256(const leps_data *data, size_t index);

/* The Ambiti and years that the data hold, by key, then year: how many, and each of them, from 0.
 */
LEPS_API size_t leps_data_ambito_count(const leps_data *data);
LEPS_API const char *leps_data_ambito(const leps_data *data, size_t index);
LEPS_API int leps_data_ambito_year(const leps_data *data, size_t index);

/* ---- Data, value by value -------------------------------------------------------------------- */

/*
 * Data in the making, for programs that have no file: one value after the other, then
 * leps_builder_finish. Values are texts as a file of YAML would have them ("17.5", "sì", "n.d.",
 * "[0, 4]", "2025-12-31"), so that nothing is lost on the way: format an exact number yourself, not
 * through a double.
 *
 *     leps_builder_begin(builder, "lodi", 2025);
 *     leps_builder_set(builder, "popolazione", "231000");
 *     leps_builder_row(builder, "comuni");
 *     leps_builder_field(builder, "nome", "Lodi");
 *
 * A text is a value and nothing else, whatever stands in it: `[0, 4]` is a range where the datum is
 * a number, `{dal: 2025-10-01, al: 2025-12-31}` a period where it is one, and both are texts
 * elsewhere. White space around a value does not count. A line break, a tabulation or another
 * control character within it is reported.
 *
 * Owned by you. Not for several threads at a time. What is wrong with a name or a value is said by
 * leps_builder_finish, all of it together, and not by the calls before, which only answer
 * LEPS_ERROR_ARGUMENT (NULL, or no UTF-8, or out of order) and LEPS_ERROR_MEMORY; such a call
 * changes nothing.
 */
typedef struct leps_builder leps_builder;

/* out  receives an empty builder to free, or NULL. LEPS_ERROR_ARGUMENT: `out` is NULL. */
LEPS_API leps_status leps_builder_new(leps_builder **out);
LEPS_API void leps_builder_free(leps_builder *builder);

/*
 * Goes to an Ambito, by its key, and a year; what follows belongs to them. To come back to an
 * Ambito and year is fine, and goes on where it was left.
 */
LEPS_API leps_status leps_builder_begin(leps_builder *builder, const char *ambito, int year);

/*
 * Gives a datum of the Ambito and year its value. A second value for the same datum replaces the
 * first, with all its sources. LEPS_ERROR_ARGUMENT: also before leps_builder_begin, as for all that
 * follow.
 */
LEPS_API leps_status leps_builder_set(leps_builder *builder, const char *datum, const char *value);

/*
 * The same with the source of the value and the day that it speaks of, as a file has them under
 * `fonte` and `al`; either may be NULL. Further calls for the same datum with other sources add to
 * it, as the rules' `precedenza` asks; with the same source, or again without one, they replace.
 */
LEPS_API leps_status leps_builder_set_from(leps_builder *builder, const char *datum,
                                           const char *value, const char *source,
                                           const char *as_of);

/*
 * Says that a list (`elenco`) is known, and begins a row of it; the fields that follow are the
 * row's. A list that is begun by leps_builder_list and gets no row is known to be empty, which is
 * not the same as one that is never named.
 */
LEPS_API leps_status leps_builder_list(leps_builder *builder, const char *list);
LEPS_API leps_status leps_builder_row(leps_builder *builder, const char *list);
LEPS_API leps_status leps_builder_field(leps_builder *builder, const char *field,
                                        const char *value);

/*
 * What a file says beside the data, by the word that it says it with: of the Ambito `nome`,
 * `regione`, `sintetico`, `nota`, `patrono`; of the year `stato`, `data_di_rilevazione`. And the
 * name of the group of a kind (`gruppi`) that it shares in this year.
 */
LEPS_API leps_status leps_builder_describe(leps_builder *builder, const char *key,
                                           const char *value);
LEPS_API leps_status leps_builder_group(leps_builder *builder, const char *kind, const char *name);

/*
 * Reads all that was given against a rulebook, as leps_data_load reads files. The builder stays as
 * it is: go on, and finish it again. Each Ambito is a file of YAML named after its key; diagnostics
 * speak of its lines, one a value, and show them.
 *
 * LEPS_ERROR_ARGUMENT: as in leps_data_load, or nothing was begun.
 */
LEPS_API leps_status leps_builder_finish(leps_data **out, leps_diagnostics **diagnostics,
                                         const leps_builder *builder, const leps_rulebook *rulebook,
                                         const leps_load_options *options);

/* ---- Evaluation ------------------------------------------------------------------------------ */

/* Verdicts, gaps and priorities of every Ambito and year of the data. Owned by you. */
typedef struct leps_results leps_results;

/*
 * How to evaluate. Begin with LEPS_EVALUATE_OPTIONS_INIT, then set what you need:
 *
 *     leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
 *     options.ordering = "regionale";
 */
typedef struct leps_evaluate_options {
  size_t size;
  const leps_control *control; /* NULL: no limits of yours, and nobody is told */
  const char *ordering; /* which `ordine` ranks the results; NULL: the first that is declared, or by
                           relative gap where the packs declare none */
  const char *const *ambiti; /* the keys of the Ambiti to judge; NULL: all. The data of the others
                                still count where a rule looks at a whole group */
  size_t ambito_count;       /* at least 1 where `ambiti` is not NULL */
  int year; /* the year to judge; 0: all. The other years still count where a rule looks back. An
               Ambito without data of that year has no results */
} leps_evaluate_options;

#define LEPS_EVALUATE_OPTIONS_INIT \
  { sizeof(leps_evaluate_options), NULL, NULL, NULL, 0, 0 }

/*
 * Applies every rule to every Ambito and year. The version of a rule that counts is the one in
 * force in the period of the data, never on the day of the call; the same input gives the same
 * results, byte for byte, on every machine.
 *
 * out       receives the results to free, or NULL on any status but LEPS_OK. Not NULL.
 * rulebook  the one that `data` were loaded with: data mean nothing against another.
 * options   NULL for LEPS_EVALUATE_OPTIONS_INIT.
 *
 * LEPS_ERROR_ARGUMENT: `out`, `rulebook` or `data` is NULL, `data` were loaded with another
 *   rulebook, no ordering has that name, no Ambito of the data has one of those keys, or `options`
 *   is smaller than any release had it or asks for what this library does not know.
 * LEPS_ERROR_LIMIT, LEPS_CANCELLED: as leps_control says.
 */
LEPS_API leps_status leps_evaluate(leps_results **out, const leps_rulebook *rulebook,
                                   const leps_data *data, const leps_evaluate_options *options);

/*
 * A change of one value, for leps_what_if.
 *
 * This struct is passed in arrays, so it will never get another field.
 */
typedef struct leps_change {
  const char *ambito; /* the key; one that the data hold in that year */
  int year;
  const char *datum; /* a datum, or a list as a whole */
  const char
      *value; /* as in leps_builder_set; "n.d." for not known. Of a list: its rows, as JSON */
} leps_change;

/*
 * What would come out if some values were others. The data are not copied: only the Ambiti and
 * years that the changes touch are evaluated again, and those that see them (members of the same
 * group, later years), and the results hold those alone; of them, those that the options of
 * leps_evaluate asked for.
 *
 * out          receives the results to free, or NULL on any status but LEPS_OK. Not NULL. They are
 *              a basis for further questions like any other.
 * diagnostics  as in leps_data_load: a change is read as a line of a file is.
 * base         what the changes are made to. Not NULL; it may be freed at once.
 * changes      `count` changes, at least one; of two for the same datum the later one counts.
 * control      NULL: no limits of yours, and nobody is told.
 *
 * LEPS_ERROR_DATA: a value or a name is wrong; the diagnostics say which and why.
 * LEPS_ERROR_ARGUMENT: a pointer is NULL that must not be, `count` is 0, or the data of `base` do
 *   not hold the Ambito and year of a change.
 */
LEPS_API leps_status leps_what_if(leps_results **out, leps_diagnostics **diagnostics,
                                  const leps_results *base, const leps_change *changes,
                                  size_t count, const leps_control *control);

LEPS_API void leps_results_free(leps_results *results);

/*
 * All of the results as JSON, `leps-results/1`: what `leps check --format json` writes.
 *
 * length  receives the bytes of the text; may be NULL.
 * Returns the text, written at the first call and kept; NULL, with a length of 0, where memory ran
 * out. Typed access needs no memory at all.
 */
LEPS_API const char *leps_results_json(const leps_results *results, size_t *length);

/*
 * What reading the rules and the data found without refusing them: warnings and notes. Of results
 * that leps_what_if made: what was found in the rules, and what the changes lead to. Never NULL but
 * of NULL.
 */
LEPS_API const leps_diagnostics *leps_results_diagnostics(const leps_results *results);

/* ---- Results --------------------------------------------------------------------------------- */

/* What one rule says of one Ambito in one year. Belongs to its leps_results. */
typedef struct leps_result leps_result;

/* What one requirement of that rule says. Belongs to its leps_results. */
typedef struct leps_requirement leps_requirement;

/* How far a requirement is from being met. Belongs to its leps_results. */
typedef struct leps_gap leps_gap;

/* What a number could be, least and most, with its unit. Belongs to its leps_results. */
typedef struct leps_quantity leps_quantity;

/* A computed amount (`calcolo`) of one Ambito in one year. Belongs to its leps_results. */
typedef struct leps_computed leps_computed;

/*
 * The six words with which a rule judges an Ambito, named as in the law in every language. The
 * values never change, and there will be no seventh without a new LEPS_ABI_VERSION.
 */
typedef enum leps_verdict LEPS_INT {
  LEPS_SODDISFATTO = 0,     /* met */
  LEPS_PARZIALE = 1,        /* not met, but far enough on for the rule to say so */
  LEPS_NON_SODDISFATTO = 2, /* not met */
  LEPS_NON_VALUTABILE = 3,  /* what is missing could change the answer */
  LEPS_NON_APPLICABILE = 4, /* the rule does not concern this Ambito in this year */
  LEPS_NON_VIGENTE = 5      /* the rule is not in force in the period of the data */
} leps_verdict;

/* A verdict as a member of a set of verdicts: `leps_result_possible(r) & LEPS_VERDICT_BIT(v)`. */
#define LEPS_VERDICT_BIT(verdict) (UINT32_C(1) << (verdict))

/* The word, such as "non_soddisfatto"; NULL of what is no verdict. Lives for ever. */
LEPS_API const char *leps_verdict_word(leps_verdict verdict);

/*
 * How many results there are, and each of them, from 0: by Ambito, then year, then the rules as the
 * packs declare them. Order them by leps_result_rank to know what to do first.
 */
LEPS_API size_t leps_results_count(const leps_results *results);
LEPS_API const leps_result *leps_results_at(const leps_results *results, size_t index);

/* What a change did to the result of one rule. Belongs to its leps_results. */
typedef struct leps_difference leps_difference;

/*
 * Of results that leps_what_if made: the results whose verdict, gaps, rank or fragility are not
 * what they were, how many, and each of them, from 0, in the order of the results. Of others: none.
 */
LEPS_API size_t leps_results_difference_count(const leps_results *results);
LEPS_API const leps_difference *leps_results_difference(const leps_results *results, size_t index);

/* The result as it was in the results that it was asked of, and as it is now. */
LEPS_API const leps_result *leps_difference_before(const leps_difference *difference);
LEPS_API const leps_result *leps_difference_after(const leps_difference *difference);

/* Whose result: the key of the Ambito in its data, the year, the name of the rule. */
LEPS_API const char *leps_result_ambito(const leps_result *result);
LEPS_API int leps_result_year(const leps_result *result);
LEPS_API const char *leps_result_rule(const leps_result *result);

/* The title of the rule, in the words of its pack. */
LEPS_API const char *leps_result_title(const leps_result *result);

/* The category of the rule, such as "LEPS": as in force, or as last declared where it is not. */
LEPS_API const char *leps_result_category(const leps_result *result);

/*
 * The verdict, and as a set of LEPS_VERDICT_BIT all that it could still be. A single candidate is
 * the verdict; with several it is LEPS_NON_VALUTABILE. Of NULL: LEPS_NON_VALUTABILE and the empty
 * set.
 */
LEPS_API leps_verdict leps_result_verdict(const leps_result *result);
LEPS_API uint32_t leps_result_possible(const leps_result *result);

/* True where the rule is met but one that it comes after (`dopo`) certainly is not. */
LEPS_API bool leps_result_is_fragile(const leps_result *result);

/* True where a level is met only thanks to a tolerance that the rule declares: say so. */
LEPS_API bool leps_result_is_within_tolerance(const leps_result *result);

/* True where the data are a forecast (`stato: previsione`): the verdict is not final. */
LEPS_API bool leps_result_is_forecast(const leps_result *result);

/* True where the data are invented (`sintetico: sì`): say so wherever you show them. */
LEPS_API bool leps_result_is_synthetic(const leps_result *result);

/* The place among what is to be done in this Ambito and year, from 1; 0: nothing is to be done. */
LEPS_API unsigned leps_result_rank(const leps_result *result);

/*
 * How far from the level, from 0 to 1 and without a unit, so that different rules compare: the
 * greatest over the requirements that apply. NULL where none does.
 */
LEPS_API const leps_quantity *leps_result_relative_gap(const leps_result *result);

/*
 * Names of the data that are not known and that the rule rests on, and, of these, those that, alone
 * or together with others of them, could still change its verdict: how many, and each of them, from
 * 0. To settle a verdict, ask the Ambito for the second. A datum of another year is `x@2024`, one
 * of the other members of a group `x@gruppo:NAME`.
 */
LEPS_API size_t leps_result_missing_count(const leps_result *result);
LEPS_API const char *leps_result_missing(const leps_result *result, size_t index);
LEPS_API size_t leps_result_deciding_count(const leps_result *result);
LEPS_API const char *leps_result_deciding(const leps_result *result, size_t index);

/*
 * Names of the parameters behind the result whose number is a working assumption (`ipotesi`) and
 * not the law's: say so wherever you show the result. How many, and each of them, from 0.
 */
LEPS_API size_t leps_result_assumption_count(const leps_result *result);
LEPS_API const char *leps_result_assumption(const leps_result *result, size_t index);

/*
 * Acts that excuse the failure for a time (`deroga`). They never change a verdict: show them beside
 * it. How many, and of each, from 0, the act, the reason, and the last day as "2026-06-30", NULL
 * where it has none; and whether that day came before the survey day of the data.
 */
LEPS_API size_t leps_result_waiver_count(const leps_result *result);
LEPS_API const char *leps_result_waiver_act(const leps_result *result, size_t index);
LEPS_API const char *leps_result_waiver_reason(const leps_result *result, size_t index);
LEPS_API const char *leps_result_waiver_until(const leps_result *result, size_t index);
LEPS_API bool leps_result_waiver_is_expired(const leps_result *result, size_t index);

/*
 * What closing every open gap of the rule costs: net of what the levers earn, and gross. NULL where
 * the rule says no cost, or one of them cannot be worked out.
 */
LEPS_API const leps_quantity *leps_result_cost(const leps_result *result);
LEPS_API const leps_quantity *leps_result_gross_cost(const leps_result *result);

/* The requirements of the rule, as it lists them: how many, and each of them, from 0. */
LEPS_API size_t leps_result_requirement_count(const leps_result *result);
LEPS_API const leps_requirement *leps_result_requirement(const leps_result *result, size_t index);

/* ---- Requirements and gaps ------------------------------------------------------------------- */

/* The name of the requirement in the rule. */
LEPS_API const char *leps_requirement_name(const leps_requirement *requirement);

/* Never LEPS_PARZIALE, which is for rules. Of NULL: LEPS_NON_VALUTABILE. */
LEPS_API leps_verdict leps_requirement_verdict(const leps_requirement *requirement);

/* The gap; 0 where the requirement is met. NULL where it does not apply. */
LEPS_API const leps_gap *leps_requirement_gap(const leps_requirement *requirement);

/* How to read a gap: what its amount counts. */
typedef enum leps_gap_kind LEPS_INT {
  LEPS_GAP_DISTANCE = 0,     /* of a number from its level, in its unit */
  LEPS_GAP_ACTIVATION = 1,   /* how many conditions are to be made true */
  LEPS_GAP_PARTS = 2,        /* how many of the parts of an `e` are not met */
  LEPS_GAP_ALTERNATIVES = 3, /* that of the cheapest alternative, or of all that may be it */
  LEPS_GAP_ROWS = 4          /* of how many rows a condition does not hold */
} leps_gap_kind;

/* Of NULL: LEPS_GAP_DISTANCE. */
LEPS_API leps_gap_kind leps_gap_get_kind(const leps_gap *gap);

/*
 * The distance, in the unit of the law, exact and never negative. Of conditions that are true or
 * false, how many are to be made true, without a unit. Apply it and the requirement holds; apply
 * any less and it does not. Where it is not known which of several things is to be closed, and they
 * are in several units, it has neither end nor unit: each is among the alternatives.
 */
LEPS_API const leps_quantity *leps_gap_amount(const leps_gap *gap);

/* The datum that would close the gap, by name (`si colma con`); NULL where the rule names none. */
LEPS_API const char *leps_gap_lever(const leps_gap *gap);

/* Which way a lever has to go. */
typedef enum leps_way LEPS_INT {
  LEPS_WAY_UP = 0,
  LEPS_WAY_DOWN = 1,   /* a waiting time, a case load */
  LEPS_WAY_UNKNOWN = 2 /* missing data decide: what it is multiplied by may have either sign */
} leps_way;

/* Which way the lever has to go by the amount. Of NULL: LEPS_WAY_UP. */
LEPS_API leps_way leps_gap_lever_way(const leps_gap *gap);

/* True where that is surely down. */
LEPS_API bool leps_gap_lever_goes_down(const leps_gap *gap);

/*
 * True where no change of the lever is enough, the rest being as it is, or none that its datum's
 * bounds allow. The amount then has neither end.
 */
LEPS_API bool leps_gap_is_unreachable(const leps_gap *gap);

/* True where reaching the level is not enough: it must be passed (`più di`, `meno di`). */
LEPS_API bool leps_gap_is_strict(const leps_gap *gap);

/*
 * Conditions or rows that certainly fail, by name; rows of which it is not known whether they do;
 * and, of both kinds, how many there are in all, 0 where nothing is counted.
 */
LEPS_API size_t leps_gap_failing_count(const leps_gap *gap);
LEPS_API const char *leps_gap_failing(const leps_gap *gap, size_t index);
LEPS_API size_t leps_gap_open_count(const leps_gap *gap);
LEPS_API const char *leps_gap_open(const leps_gap *gap, size_t index);
LEPS_API size_t leps_gap_total(const leps_gap *gap);

/* Of rows that are each compared with a level: their distances added up. NULL of all else. */
LEPS_API const leps_quantity *leps_gap_shortfall(const leps_gap *gap);

/* What closing it costs, net of what the lever earns, and gross. NULL where it is not known. */
LEPS_API const leps_quantity *leps_gap_cost(const leps_gap *gap);
LEPS_API const leps_quantity *leps_gap_gross_cost(const leps_gap *gap);

/* The size of the gap beside that of the level, from 0 to 1 and without a unit. */
LEPS_API const leps_quantity *leps_gap_relative(const leps_gap *gap);

/*
 * A requirement that joins several with `e` has parts, all to be closed; one that joins them with
 * `o` has alternatives, any one of which is enough. Each is a gap of the same form. How many, and
 * each of them, from 0.
 */
LEPS_API size_t leps_gap_part_count(const leps_gap *gap);
LEPS_API const leps_gap *leps_gap_part(const leps_gap *gap, size_t index);
LEPS_API size_t leps_gap_alternative_count(const leps_gap *gap);
LEPS_API const leps_gap *leps_gap_alternative(const leps_gap *gap, size_t index);

/* ---- Quantities and computed amounts --------------------------------------------------------- */

/*
 * The least and the most that the number could be, exact: a whole number or a fraction in lowest
 * terms, "26" or "1/5000". The two are equal where it is known. NULL where there is no bound on
 * that side.
 */
LEPS_API const char *leps_quantity_lo(const leps_quantity *quantity);
LEPS_API const char *leps_quantity_hi(const leps_quantity *quantity);

/*
 * The same ends as the doubles nearest to them; -INFINITY and INFINITY where there is no bound, NaN
 * of NULL. For display only: compare, add and decide with the exact texts.
 */
LEPS_API double leps_quantity_lo_double(const leps_quantity *quantity);
LEPS_API double leps_quantity_hi_double(const leps_quantity *quantity);

/* True where both ends are there and equal. */
LEPS_API bool leps_quantity_is_known(const leps_quantity *quantity);

/* The unit, such as "FTE" or "ore/settimana"; NULL where it has none: a count or a share. */
LEPS_API const char *leps_quantity_unit(const leps_quantity *quantity);

/*
 * The amounts that the packs compute, such as a contribution: how many, and each of them, from 0,
 * by Ambito, then year, then as the packs declare them. Only those are there whose parameters are
 * in force in the period of the data.
 */
LEPS_API size_t leps_results_computed_count(const leps_results *results);
LEPS_API const leps_computed *leps_results_computed_at(const leps_results *results, size_t index);

/* Whose amount: the key of the Ambito in its data, the year, the name of the `calcolo`. */
LEPS_API const char *leps_computed_ambito(const leps_computed *computed);
LEPS_API int leps_computed_year(const leps_computed *computed);
LEPS_API const char *leps_computed_name(const leps_computed *computed);

/* The number; without either end where it is divided by zero. NULL where it is not a number. */
LEPS_API const leps_quantity *leps_computed_amount(const leps_computed *computed);

/*
 * The value where it is not a number: "sì", "no", or a word that the pack declares. NULL where it
 * is a number, or not known.
 */
LEPS_API const char *leps_computed_value(const leps_computed *computed);

/* ---- Explanations ---------------------------------------------------------------------------- */

/* Why a result is what it is: the whole derivation. Owned by you. */
typedef struct leps_explanation leps_explanation;

/* One step of a derivation, and through its parts all that it rests on. */
typedef struct leps_step leps_step;

typedef enum leps_step_kind LEPS_INT {
  /* What a rule says with a formula. Their first part is the formula, step by step. */
  LEPS_STEP_REQUIREMENT = 0,   /* a requirement; after its formula come its own clauses */
  LEPS_STEP_APPLIES_IF = 1,    /* `si applica se`, of a rule or of a requirement */
  LEPS_STEP_PARTIAL_IF = 2,    /* `parziale se`, of a rule */
  LEPS_STEP_BENEFICIARIES = 3, /* `beneficiari`, of a rule */
  LEPS_STEP_COST = 4,          /* `costo` of a lever of a requirement */
  LEPS_STEP_NET_OF = 5,        /* `al netto di`: what a lever of a requirement earns */

  /* What formulas are made of. */
  LEPS_STEP_OPERATION = 6, /* an operation, or a number that is written in the formula itself */
  LEPS_STEP_AMOUNT = 7,    /* an amount that the packs compute (`calcolo`); its part: its formula */
  LEPS_STEP_PARAMETER = 8, /* a number of the law (`parametro`) */
  LEPS_STEP_DATUM = 9      /* a datum of the Ambito, a list of it, or a field of a list's rows */
} leps_step_kind;

/*
 * Explains one result.
 *
 * out      receives the explanation to free, or NULL on any status but LEPS_OK. Not NULL.
 * results  what `result` was reached from. Not NULL.
 *
 * LEPS_ERROR_ARGUMENT: a pointer is NULL, or `result` is not one of leps_results_at of `results`.
 */
LEPS_API leps_status leps_explain(leps_explanation **out, const leps_results *results,
                                  const leps_result *result);
LEPS_API void leps_explanation_free(leps_explanation *explanation);

/* All of it in words: what `leps explain` prints. Never NULL but of NULL. */
LEPS_API const char *leps_explanation_text(const leps_explanation *explanation,
                                           leps_language language);

/*
 * The clauses of the rule, as it lists them (`si applica se`, the requirements, `parziale se`,
 * `beneficiari`): how many, and each of them, from 0. Of a rule that is not in force, those of its
 * last version, without amounts and values.
 */
LEPS_API size_t leps_explanation_step_count(const leps_explanation *explanation);
LEPS_API const leps_step *leps_explanation_step(const leps_explanation *explanation, size_t index);

/* Of NULL: LEPS_STEP_OPERATION. */
LEPS_API leps_step_kind leps_step_get_kind(const leps_step *step);

/*
 * The name of the requirement, amount, parameter or datum; of LEPS_STEP_COST and LEPS_STEP_NET_OF
 * that of the lever. NULL of all else.
 */
LEPS_API const char *leps_step_name(const leps_step *step);

/* The step as the rules write it: a formula, or a name. */
LEPS_API const char *leps_step_formula(const leps_step *step, leps_language language);

/*
 * What it is worth: a number, exact, NULL where it is not one, and of a list how many rows it has;
 * and of anything else a word ("sì", "no", a day, a word of the pack), NULL where it is a number or
 * not known. Both are NULL within a formula that goes over the rows of a list: there it has as many
 * values as rows. A requirement is worth what its formula is, before any tolerance.
 */
LEPS_API const leps_quantity *leps_step_amount(const leps_step *step);
LEPS_API const char *leps_step_value(const leps_step *step);

/*
 * How sure a parameter, or a requirement that another pack amends, is of its text, as the pack has
 * it: "verificato", "da verificare", "ipotesi". NULL of all else. Say so wherever you show it.
 */
LEPS_API const char *leps_step_confidence(const leps_step *step);

/*
 * Where it stands: in the rules, or of a datum in the data. NULL where nobody gives it, where no
 * value of a parameter is in force, or where it stands in many places: a field, a sum of years.
 */
LEPS_API const leps_place *leps_step_place(const leps_step *step);

/*
 * The law that it rests on, as cited in the pack; of a datum who published it (`fonte`). How many
 * sources, and of each, from 0, its title, its URN ("urn:nir:stato:legge:2020-12-30;178~art1") and
 * its address, each NULL where it has none. A source always has a title.
 */
LEPS_API size_t leps_step_source_count(const leps_step *step);
LEPS_API const char *leps_step_source(const leps_step *step, size_t index);
LEPS_API const char *leps_step_source_urn(const leps_step *step, size_t index);
LEPS_API const char *leps_step_source_url(const leps_step *step, size_t index);

/*
 * What it is made from: how many steps, and each of them, from 0. An amount that is used twice is
 * one step: the whole is a graph without circles, may be much larger than it looks if it is walked
 * as a tree, and may be thousands of steps deep.
 */
LEPS_API size_t leps_step_part_count(const leps_step *step);
LEPS_API const leps_step *leps_step_part(const leps_step *step, size_t index);

/* ---- Break-even ------------------------------------------------------------------------------ */

/* The value of a lever at which a requirement turns. Owned by you. */
typedef struct leps_break_even leps_break_even;

/*
 * The value of a lever at which a requirement begins to hold, all else being as it is: what there
 * must be at least, or at most, whether it is there today or not.
 *
 * The level is that of the law: a tolerance does not count, and neither do the bounds of the datum
 * or the whole units in which a gap is closed. Where the requirement holds between two values, or
 * on either side of two, the answer is the one nearest to the lever's value of today; if then data
 * are missing, from the least to the greatest of them.
 *
 * out          receives the answer to free, or NULL on any status but LEPS_OK. Not NULL.
 * results      what `result` was reached from. Not NULL.
 * requirement  its name in the rule.
 * lever        a number that the requirement names as a lever (`si colma con`); NULL: its first.
 *
 * LEPS_ERROR_ARGUMENT: `out`, `results` or `requirement` is NULL, `result` is not one of
 *   leps_results_at of `results`, or the rule has no such requirement in force, or it no such
 *   lever.
 */
LEPS_API leps_status leps_compute_break_even(leps_break_even **out, const leps_results *results,
                                             const leps_result *result, const char *requirement,
                                             const char *lever);
LEPS_API void leps_break_even_free(leps_break_even *answer);

/* The datum, by name. */
LEPS_API const char *leps_break_even_lever(const leps_break_even *answer);

/*
 * The value at which the requirement turns, exact, in the unit of the datum: two different ends
 * where data are missing. NULL where no value of the lever makes a difference.
 */
LEPS_API const leps_quantity *leps_break_even_value(const leps_break_even *answer);

/*
 * The value that the lever has today, and how far it is on the side on which the requirement holds:
 * negative where it does not. The margin is NULL where the value is.
 */
LEPS_API const leps_quantity *leps_break_even_current(const leps_break_even *answer);
LEPS_API const leps_quantity *leps_break_even_margin(const leps_break_even *answer);

/*
 * LEPS_WAY_UP: the requirement holds above the value and not below it; LEPS_WAY_DOWN: below it and
 * not above; LEPS_WAY_UNKNOWN: missing data decide, and the margin is from the least to the most
 * on either side. Of NULL: LEPS_WAY_UP.
 */
LEPS_API leps_way leps_break_even_way(const leps_break_even *answer);

/* True where that is surely down. */
LEPS_API bool leps_break_even_is_upper_bound(const leps_break_even *answer);

/* True where the value itself does not do, or is not sure to: it must be passed (`più di`). */
LEPS_API bool leps_break_even_is_strict(const leps_break_even *answer);

#ifdef __cplusplus
}
#endif

#endif /* LEPS_LEPS_H */
