/*
 * A leps_control.cancelled that Python can leave alone: it reads a flag, and needs no interpreter.
 *
 * The library asks many times a millisecond whether to stop. Were the answer a Python function,
 * every question would wait for the interpreter's lock, and a thread that only computes would crawl
 * at the pace of the others.
 */
#include <stdatomic.h>
#include <stdbool.h>

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
bool leps_flag_is_raised(void *flag) {
  return atomic_load_explicit((atomic_int*)flag, memory_order_relaxed) != 0;
}
