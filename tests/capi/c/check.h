/* Says what is not so, where, and counts it: one count a file of tests. */
#ifndef LEPS_TESTS_CHECK_H
#define LEPS_TESTS_CHECK_H

#include <stdio.h>

static int failures = 0;

#define CHECK(what)                                             \
  do {                                                          \
    if (!(what)) {                                              \
      printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #what); \
      ++failures;                                               \
    }                                                           \
  } while (0)

#endif
