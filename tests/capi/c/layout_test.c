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

IS(LEPS_SODDISFATTO, 0);
IS(LEPS_PARZIALE, 1);
IS(LEPS_NON_SODDISFATTO, 2);
IS(LEPS_NON_VALUTABILE, 3);
IS(LEPS_NON_APPLICABILE, 4);
IS(LEPS_NON_VIGENTE, 5);

IS(LEPS_STAGE_READING, 0);
IS(LEPS_STAGE_CHECKING, 1);
IS(LEPS_STAGE_EVALUATING, 2);
IS(LEPS_STAGE_EXAMPLES, 3);

IS(LEPS_LOG_DEBUG, 0);
IS(LEPS_LOG_INFO, 1);
IS(LEPS_LOG_WARNING, 2);

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

IS(LEPS_VERDICT_BIT(LEPS_SODDISFATTO), 1);
IS(LEPS_VERDICT_BIT(LEPS_NON_VIGENTE), 32);

/* In pointers, so that one list holds for machines of 32 and of 64 bits. */
#define AT(type, field, pointers) IS(offsetof(type, field), (pointers) * sizeof(void *))
#define SIZE(type, pointers) IS(sizeof(type), (pointers) * sizeof(void *))

IS(sizeof(leps_status), sizeof(int));
IS(sizeof(leps_verdict), sizeof(int));
IS(sizeof(leps_step_kind), sizeof(int));
IS(sizeof(size_t), sizeof(void *));
IS(sizeof(void (*)(void)), sizeof(void *));

AT(leps_text, name, 0);
AT(leps_text, text, 1);
AT(leps_text, length, 2);
SIZE(leps_text, 3);

/* After the callbacks there is an integer of 64 bits: on machines of 32 it is two pointers. */
#define LONG_INTEGER (sizeof(uint64_t) / sizeof(void *))
AT(leps_control, size, 0);
AT(leps_control, user, 1);
AT(leps_control, cancelled, 2);
AT(leps_control, progress, 3);
AT(leps_control, log, 4);
IS(offsetof(leps_control, max_memory),
   offsetof(leps_control, max_milliseconds) + LONG_INTEGER * sizeof(void *));
IS(offsetof(leps_control, max_input), offsetof(leps_control, max_memory) + 1 * sizeof(void *));
IS(offsetof(leps_control, max_results), offsetof(leps_control, max_memory) + 2 * sizeof(void *));
IS(offsetof(leps_control, max_nesting), offsetof(leps_control, max_memory) + 3 * sizeof(void *));
IS(sizeof(void *) == 8 ? sizeof(leps_control) : 80, 80);

AT(leps_compile_options, size, 0);
AT(leps_compile_options, control, 1);
AT(leps_compile_options, include, 2);
AT(leps_compile_options, include_user, 3);
SIZE(leps_compile_options, 4);

AT(leps_load_options, size, 0);
AT(leps_load_options, control, 1);
SIZE(leps_load_options, 2);

AT(leps_evaluate_options, size, 0);
AT(leps_evaluate_options, control, 1);
AT(leps_evaluate_options, ordering, 2);
AT(leps_evaluate_options, ambiti, 3);
AT(leps_evaluate_options, ambito_count, 4);
AT(leps_evaluate_options, year, 5);
SIZE(leps_evaluate_options, 6);

AT(leps_change, ambito, 0);
AT(leps_change, year, 1);
AT(leps_change, datum, 2);
AT(leps_change, value, 3);
SIZE(leps_change, 4);
