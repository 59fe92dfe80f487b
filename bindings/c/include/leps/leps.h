/*
 * leps.h - the rules of the essential levels of social services (LEPS), for other programs.
 *
 * Rules are text, compiled once into a rulebook. Data of one or more Ambiti are YAML, read against
 * a rulebook. Evaluating the two gives, for every rule, Ambito and year, a verdict, how far the
 * Ambito is from the level, and what to do first.
 *
 *     leps_rulebook *rulebook = NULL;
 *     leps_data *data = NULL;
 *     leps_results *results = NULL;
 *
 *     leps_rulebook_compile(&rulebook, NULL, rules, 1);
 *     leps_data_load(&data, NULL, rulebook, files, 1);
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
 * OWNERSHIP. Four types are handles that you own, each with one free function: leps_rulebook,
 *   leps_data, leps_results, leps_diagnostics. Free them in any order: a handle keeps alive all
 *   that it needs of the others. Everything else that a function returns (strings, arrays, and
 *   pointers to leps_result, leps_requirement, leps_gap, leps_quantity, leps_computed,
 *   leps_diagnostic and leps_place) belongs to the handle that it was reached from and lives
 *   exactly as long; never free it. What you pass in is copied: free your own buffers as soon as a
 *   call returns.
 *
 * THREADS. There is no global state, and a handle never changes once made: any number of threads
 *   may read one, and compile, load and evaluate with it, at the same time. Only freeing needs
 *   care, as ever: no other thread may still be using the same handle, or what was reached from it.
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
 *   different ends, or a verdict of LEPS_NON_VALUTABILE. No function prints, exits (but see
 *   leps_results_json on memory), or lets a C++ exception out.
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
#define LEPS_ABI_VERSION 0

/* The binary interface of the library that is running; compare it with LEPS_ABI_VERSION. */
LEPS_API int leps_abi_version(void);

/* The version of the library that is running, such as "0.1.0". Lives for ever. */
LEPS_API const char *leps_version(void);

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
  LEPS_ERROR_INTERNAL = 5  /* a defect of this library: please report it */
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
  const char *text; /* UTF-8; a byte-order mark and CRLF line ends are fine. NULL only if empty */
  size_t length;    /* bytes of `text`, without any final NUL */
} leps_text;

/* ---- Diagnostics ----------------------------------------------------------------------------- */

/*
 * Messages to whoever wrote the rules or the data: all the findings of one call, by file and place.
 * Owned by you; independent of every other handle.
 */
typedef struct leps_diagnostics leps_diagnostics;

/* One finding: what is wrong, where, and what to do next. Belongs to its leps_diagnostics. */
typedef struct leps_diagnostic leps_diagnostic;

/* Where something stands in a file. Belongs to its leps_diagnostics. */
typedef struct leps_place leps_place;

typedef enum leps_severity LEPS_INT {
  LEPS_SEVERITY_ERROR = 0,  /* nothing is made from what has this */
  LEPS_SEVERITY_WARNING = 1 /* worth a look; everything goes on */
} leps_severity;

LEPS_API void leps_diagnostics_free(leps_diagnostics *diagnostics);

LEPS_API size_t leps_diagnostics_count(const leps_diagnostics *diagnostics);

/* The finding at `index`, from 0; NULL where there is none. */
LEPS_API const leps_diagnostic *leps_diagnostics_at(const leps_diagnostics *diagnostics,
                                                    size_t index);

/*
 * The stable name of the kind of finding, such as "name/unknown". A name, once released, is
 * never given to another kind: programs may depend on it, as they must not on the message.
 */
LEPS_API const char *leps_diagnostic_code(const leps_diagnostic *diagnostic);

/* How bad it is. Of NULL: LEPS_SEVERITY_WARNING. */
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
 * All of the above as the `leps` command shows it: lines of text for a fixed-width font, with the
 * line at fault and a mark under the words. Ends in a newline; holds no control character else.
 */
LEPS_API const char *leps_diagnostic_text(const leps_diagnostic *diagnostic,
                                          leps_language language);

/* The leps_text.name of the file; "" where the finding is about no file. NULL only of NULL. */
LEPS_API const char *leps_place_source(const leps_place *place);

/*
 * Line and column as a person counts them: from 1, a column for each character, not for each byte.
 * Both are 0 where the finding is about a file as a whole.
 */
LEPS_API size_t leps_place_line(const leps_place *place);
LEPS_API size_t leps_place_column(const leps_place *place);

/*
 * The same place in bytes of leps_text.text, counted after its byte-order mark if it has one: from
 * `begin`, up to and without `end`. Both are 0 where the finding is about a file as a whole.
 */
LEPS_API size_t leps_place_begin(const leps_place *place);
LEPS_API size_t leps_place_end(const leps_place *place);

/* ---- Rules ----------------------------------------------------------------------------------- */

/* Rules, compiled and checked. Owned by you; one is enough for every thread of a program. */
typedef struct leps_rulebook leps_rulebook;

/*
 * Compiles packs of rules. The files are one text in many parts: their order matters only for the
 * order of results, and one may use what another declares.
 *
 * Every mistake of every file is reported in one go. The language of a file is that of its first
 * keyword, `pacchetto` or `package`.
 *
 * out          receives the rulebook to free, or NULL on any status but LEPS_OK. Not NULL.
 * diagnostics  receives the findings to free, also on LEPS_OK, where they are warnings and perhaps
 *              none; on LEPS_ERROR_ARGUMENT, _MEMORY and _INTERNAL, NULL. Pass NULL to do without.
 * files        `count` files, at least one.
 *
 * LEPS_ERROR_RULES: there are mistakes, each in the diagnostics.
 * LEPS_ERROR_ARGUMENT: `out` or `files` is NULL, `count` is 0, a name is NULL or not UTF-8, or a
 *   text is NULL and its length is not 0.
 */
LEPS_API leps_status leps_rulebook_compile(leps_rulebook **out, leps_diagnostics **diagnostics,
                                           const leps_text *files, size_t count);

/* The same for a single file. */
LEPS_API leps_status leps_rulebook_compile_text(leps_rulebook **out, leps_diagnostics **diagnostics,
                                                const char *text, size_t text_length,
                                                const char *name);

LEPS_API void leps_rulebook_free(leps_rulebook *rulebook);

/*
 * The orderings (`ordine`) that the packs declare, for leps_evaluate_options: how many, and the
 * name of each, from 0. The first is the one used where none is asked for.
 */
LEPS_API size_t leps_rulebook_ordering_count(const leps_rulebook *rulebook);
LEPS_API const char *leps_rulebook_ordering(const leps_rulebook *rulebook, size_t index);

/* ---- Data ------------------------------------------------------------------------------------ */

/* Data of Ambiti, read and checked against one rulebook. Owned by you. */
typedef struct leps_data leps_data;

/*
 * Reads data in YAML: one Ambito a file, one or more years each.
 *
 * Values are typed by what the rulebook declares, never by YAML's guess; an unknown datum, a number
 * that can be read two ways, a value out of its bounds are each reported. A datum that is not there
 * is no mistake: results say what its absence leaves open.
 *
 * out          receives the data to free, or NULL on any status but LEPS_OK. Not NULL.
 * diagnostics  as in leps_rulebook_compile.
 * rulebook     what the data are read against. Not NULL. You may free it afterwards, but
 *              leps_evaluate asks for it again.
 * files        `count` files, at least one.
 *
 * LEPS_ERROR_DATA: there are mistakes, each in the diagnostics.
 * LEPS_ERROR_ARGUMENT: as in leps_rulebook_compile, or `rulebook` is NULL.
 */
LEPS_API leps_status leps_data_load(leps_data **out, leps_diagnostics **diagnostics,
                                    const leps_rulebook *rulebook, const leps_text *files,
                                    size_t count);

LEPS_API void leps_data_free(leps_data *data);

/* ---- Evaluation ------------------------------------------------------------------------------ */

/* Verdicts, gaps and priorities of every Ambito and year of the data. Owned by you. */
typedef struct leps_results leps_results;

/*
 * How to evaluate. Begin with LEPS_EVALUATE_OPTIONS_INIT, then set what you need:
 *
 *     leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
 *     options.ordering = "regionale";
 *
 * Fields are only ever added at the end. A field that a library is too old to know must be 0 or
 * NULL, or the call is refused: a request is never ignored.
 */
typedef struct leps_evaluate_options {
  size_t size;          /* of this struct, as the program was compiled */
  const char *ordering; /* which `ordine` ranks the results; NULL: the first that is declared, or by
                           relative gap where the packs declare none */
} leps_evaluate_options;

#define LEPS_EVALUATE_OPTIONS_INIT \
  { sizeof(leps_evaluate_options), NULL }

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
 *   rulebook, no ordering has that name, or `options` is smaller than any release had it or asks
 *   for what this library does not know.
 */
LEPS_API leps_status leps_evaluate(leps_results **out, const leps_rulebook *rulebook,
                                   const leps_data *data, const leps_evaluate_options *options);

LEPS_API void leps_results_free(leps_results *results);

/*
 * All of the results as JSON, `leps-results/1`: what `leps check --format json` writes.
 *
 * length  receives the bytes of the text; may be NULL.
 * Returns the text, written at the first call and kept; NULL, with a length of 0, where memory ran
 * out. One limit: where it runs out halfway through the text, the library that writes JSON may end
 * the process. Typed access needs no memory at all.
 */
LEPS_API const char *leps_results_json(const leps_results *results, size_t *length);

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

/* Whose result: the key of the Ambito in its data, the year, the name of the rule. */
LEPS_API const char *leps_result_ambito(const leps_result *result);
LEPS_API int leps_result_year(const leps_result *result);
LEPS_API const char *leps_result_rule(const leps_result *result);

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
 * Names of the data that are not known and that the rule rests on, and, of these, those that could
 * still change its verdict: how many, and each of them, from 0. To settle a verdict, ask the Ambito
 * for the second.
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

/* The requirements of the rule, as it lists them: how many, and each of them, from 0. */
LEPS_API size_t leps_result_requirement_count(const leps_result *result);
LEPS_API const leps_requirement *leps_result_requirement(const leps_result *result, size_t index);

/* ---- Requirements and gaps ------------------------------------------------------------------- */

LEPS_API const char *leps_requirement_name(const leps_requirement *requirement);

/* Never LEPS_PARZIALE, which is for rules. Of NULL: LEPS_NON_VALUTABILE. */
LEPS_API leps_verdict leps_requirement_verdict(const leps_requirement *requirement);

/* The gap; 0 where the requirement is met. NULL where it does not apply. */
LEPS_API const leps_gap *leps_requirement_gap(const leps_requirement *requirement);

/*
 * The distance, in the unit of the law, exact and never negative. Of conditions that are true or
 * false, how many are to be made true, without a unit. Apply it and the requirement holds; apply
 * any less and it does not.
 */
LEPS_API const leps_quantity *leps_gap_amount(const leps_gap *gap);

/* The datum that would close the gap, by name (`si colma con`); NULL where the rule names none. */
LEPS_API const char *leps_gap_lever(const leps_gap *gap);

/* True where the lever has to go down by the amount, not up: a waiting time, a case load. */
LEPS_API bool leps_gap_lever_goes_down(const leps_gap *gap);

/*
 * True where no change of the lever is enough, the rest being as it is. The amount then has neither
 * end.
 */
LEPS_API bool leps_gap_is_unreachable(const leps_gap *gap);

/* True where reaching the level is not enough: it must be passed (`più di`, `meno di`). */
LEPS_API bool leps_gap_is_strict(const leps_gap *gap);

/* Conditions that are certainly false, by name: how many, and each of them, from 0. */
LEPS_API size_t leps_gap_failing_count(const leps_gap *gap);
LEPS_API const char *leps_gap_failing(const leps_gap *gap, size_t index);

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

#ifdef __cplusplus
}
#endif

#endif /* LEPS_LEPS_H */
