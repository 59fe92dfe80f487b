#include "lint/lint.hpp"

#include "lint/find_assumptions.hpp"
#include "lint/find_foregone.hpp"
#include "lint/find_fractional.hpp"
#include "lint/find_idle_names.hpp"
#include "lint/find_misplaced.hpp"

namespace leps::inline linting {

void lint(const Rulebook& rulebook, DiagnosticBag& bag) {
  linting::find_foregone(rulebook, bag);
  linting::find_misplaced(rulebook, bag);
  linting::find_fractional(rulebook, bag);
  linting::find_idle_names(rulebook.typed, bag);
  linting::find_assumptions(rulebook.typed, bag);
}

}  // namespace leps::inline linting
