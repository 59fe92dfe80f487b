/*
 * The layout of everything in leps.h that a compiled program holds in itself: structs, enums,
 * macros. A line that stops compiling means that programs already built would break: the change
 * needs a new LEPS_ABI_VERSION, not a new number here.
 */
#include <leps/leps.h>

#include <assert.h>

#define IS(what, value) static_assert((what) == (value), #what " is no longer " #value)

IS(LEPS_ABI_VERSION, 1);

IS(LEPS_OK, 0);
IS(LEPS_ERROR_RULES, 1);
IS(LEPS_ERROR_DATA, 2);
IS(LEPS_ERROR_ARGUMENT, 3);
IS(LEPS_ERROR_MEMORY, 4);
IS(LEPS_ERROR_INTERNAL, 5);
IS(LEPS_ERROR_LIMIT, 6);
IS(LEPS_CANCELLED, 7);

IS(LEPS_ITALIAN, 0);
IS(LEPS_ENGLISH, 1);

IS(LEPS_SEVERITY_ERROR, 0);
IS(LEPS_SEVERITY_WARNING, 1);
IS(LEPS_SEVERITY_NOTE, 2);

IS(LEPS_STAGE_READING, 0);
IS(LEPS_STAGE_CHECKING, 1);
IS(LEPS_STAGE_EVALUATING, 2);
IS(LEPS_STAGE_EXAMPLES, 3);

IS(LEPS_LOG_DEBUG, 0);
IS(LEPS_LOG_INFO, 1);
IS(LEPS_LOG_WARNING, 2);

IS(LEPS_SODDISFATTO, 0);
IS(LEPS_PARZIALE, 1);
IS(LEPS_NON_SODDISFATTO, 2);
IS(LEPS_NON_VALUTABILE, 3);
IS(LEPS_NON_APPLICABILE, 4);
IS(LEPS_NON_VIGENTE, 5);
IS(LEPS_VERDICT_BIT(LEPS_SODDISFATTO), 1);
IS(LEPS_VERDICT_BIT(LEPS_NON_VIGENTE), 32);

IS(LEPS_GAP_DISTANCE, 0);
IS(LEPS_GAP_ACTIVATION, 1);
IS(LEPS_GAP_PARTS, 2);
IS(LEPS_GAP_ALTERNATIVES, 3);
IS(LEPS_GAP_ROWS, 4);

IS(LEPS_STEP_REQUIREMENT, 0);
IS(LEPS_STEP_APPLIES_IF, 1);
IS(LEPS_STEP_PARTIAL_IF, 2);
IS(LEPS_STEP_BENEFICIARIES, 3);
IS(LEPS_STEP_COST, 4);
IS(LEPS_STEP_NET_OF, 5);
IS(LEPS_STEP_OPERATION, 6);
IS(LEPS_STEP_AMOUNT, 7);
IS(LEPS_STEP_PARAMETER, 8);
IS(LEPS_STEP_DATUM, 9);

/* In pointers, so that one list holds for machines of 32 and of 64 bits. */
IS(sizeof(leps_status), sizeof(int));
IS(sizeof(leps_verdict), sizeof(int));
IS(sizeof(size_t), sizeof(void *));

IS(offsetof(leps_text, name), 0);
IS(offsetof(leps_text, text), 1 * sizeof(void *));
IS(offsetof(leps_text, length), 2 * sizeof(void *));
IS(sizeof(leps_text), 3 * sizeof(void *));

IS(offsetof(leps_control, size), 0);
IS(offsetof(leps_control, user), 1 * sizeof(void *));
IS(offsetof(leps_control, cancelled), 2 * sizeof(void *));
IS(offsetof(leps_control, progress), 3 * sizeof(void *));
IS(offsetof(leps_control, log), 4 * sizeof(void *));
IS(offsetof(leps_control, max_milliseconds),
   (5 * sizeof(void *) + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t));
IS(offsetof(leps_control, max_memory), offsetof(leps_control, max_milliseconds) + sizeof(uint64_t));
IS(offsetof(leps_control, max_input), offsetof(leps_control, max_memory) + 1 * sizeof(size_t));
IS(offsetof(leps_control, max_results), offsetof(leps_control, max_memory) + 2 * sizeof(size_t));
IS(offsetof(leps_control, max_nesting), offsetof(leps_control, max_memory) + 3 * sizeof(size_t));
IS(sizeof(leps_control), offsetof(leps_control, max_memory) + 4 * sizeof(size_t));

IS(offsetof(leps_compile_options, size), 0);
IS(offsetof(leps_compile_options, control), 1 * sizeof(void *));
IS(offsetof(leps_compile_options, include), 2 * sizeof(void *));
IS(offsetof(leps_compile_options, include_user), 3 * sizeof(void *));
IS(sizeof(leps_compile_options), 4 * sizeof(void *));

IS(offsetof(leps_load_options, size), 0);
IS(offsetof(leps_load_options, control), 1 * sizeof(void *));
IS(sizeof(leps_load_options), 2 * sizeof(void *));

IS(offsetof(leps_evaluate_options, size), 0);
IS(offsetof(leps_evaluate_options, control), 1 * sizeof(void *));
IS(offsetof(leps_evaluate_options, ordering), 2 * sizeof(void *));
IS(offsetof(leps_evaluate_options, ambiti), 3 * sizeof(void *));
IS(offsetof(leps_evaluate_options, ambito_count), 4 * sizeof(void *));
IS(offsetof(leps_evaluate_options, year), 5 * sizeof(void *));
IS(sizeof(leps_evaluate_options), 6 * sizeof(void *));

IS(offsetof(leps_change, ambito), 0);
IS(offsetof(leps_change, year), 1 * sizeof(void *));
IS(offsetof(leps_change, datum), 2 * sizeof(void *));
IS(offsetof(leps_change, value), 3 * sizeof(void *));
IS(sizeof(leps_change), 4 * sizeof(void *));
