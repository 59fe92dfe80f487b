#include "lint/lint.hpp"

namespace leps {

void lint(const Rulebook& rulebook, DiagnosticBag& bag) {
  linting::find_foregone(rulebook, bag);
  linting::find_misplaced(rulebook, bag);
  linting::find_fractional(rulebook, bag);
  linting::find_idle_names(rulebook.typed, bag);
  linting::find_assumptions(rulebook.typed, bag);
}

}  // namespace leps
