/*
 * The layout of everything in leps.h that a compiled program holds in itself: structs, enums,
 * macros. A line that stops compiling means that programs already built would break: the change
 * needs a new LEPS_ABI_VERSION, not a new number here.
 */
#include <leps/leps.h>

#include <assert.h>

#define IS(what, value) static_assert((what) == (value), #what " is no longer " #value)

IS(LEPS_ABI_VERSION, 0);

IS(LEPS_OK, 0);
IS(LEPS_ERROR_RULES, 1);
IS(LEPS_ERROR_DATA, 2);
IS(LEPS_ERROR_ARGUMENT, 3);
IS(LEPS_ERROR_MEMORY, 4);
IS(LEPS_ERROR_INTERNAL, 5);

IS(LEPS_ITALIAN, 0);
IS(LEPS_ENGLISH, 1);

IS(LEPS_SEVERITY_ERROR, 0);
IS(LEPS_SEVERITY_WARNING, 1);

IS(LEPS_SODDISFATTO, 0);
IS(LEPS_PARZIALE, 1);
IS(LEPS_NON_SODDISFATTO, 2);
IS(LEPS_NON_VALUTABILE, 3);
IS(LEPS_NON_APPLICABILE, 4);
IS(LEPS_NON_VIGENTE, 5);
IS(LEPS_VERDICT_BIT(LEPS_SODDISFATTO), 1);
IS(LEPS_VERDICT_BIT(LEPS_NON_VIGENTE), 32);

/* In pointers, so that one list holds for machines of 32 and of 64 bits. */
IS(sizeof(leps_status), sizeof(int));
IS(sizeof(leps_verdict), sizeof(int));
IS(sizeof(size_t), sizeof(void *));

IS(offsetof(leps_text, name), 0);
IS(offsetof(leps_text, text), 1 * sizeof(void *));
IS(offsetof(leps_text, length), 2 * sizeof(void *));
IS(sizeof(leps_text), 3 * sizeof(void *));

IS(offsetof(leps_evaluate_options, size), 0);
IS(offsetof(leps_evaluate_options, ordering), 1 * sizeof(void *));
IS(sizeof(leps_evaluate_options), 2 * sizeof(void *));
