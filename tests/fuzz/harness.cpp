#include "fuzz/harness.hpp"

#include <cstdio>
#include <cstdlib>

namespace leps {

void broken(const char* law) {
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

}  // namespace leps
