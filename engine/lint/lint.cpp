#include "lint/lint.hpp"

#include "lint/find_assumptions.hpp"
#include "lint/find_bare_numbers.hpp"
#include "lint/find_beneficiaries.hpp"
#include "lint/find_counted_days.hpp"
#include "lint/find_exact_levels.hpp"
#include "lint/find_foregone.hpp"
#include "lint/find_fractional.hpp"
#include "lint/find_idle_names.hpp"
#include "lint/find_lowered_levels.hpp"
#include "lint/find_misplaced.hpp"
#include "lint/find_open_data.hpp"
#include "lint/find_past_days.hpp"
#include "lint/find_percents.hpp"
#include "lint/find_twins.hpp"
#include "lint/find_unused_rows.hpp"

namespace leps::inline linting {

void lint(const Rulebook& rulebook, DiagnosticBag& bag) {
  linting::find_foregone(rulebook, bag);
  linting::find_misplaced(rulebook, bag);
  linting::find_fractional(rulebook, bag);
  linting::find_past_days(rulebook.typed, bag);
  linting::find_counted_days(rulebook.typed, bag);
  linting::find_exact_levels(rulebook.typed, bag);
  linting::find_percents(rulebook.typed, bag);
  linting::find_unused_rows(rulebook.typed, bag);
  linting::find_lowered_levels(rulebook.typed, bag);
  linting::find_beneficiaries(rulebook.typed, bag);
  linting::find_bare_numbers(rulebook.typed, bag);
  linting::find_open_data(rulebook.typed, bag);
  linting::find_twins(rulebook.typed, bag);
  linting::find_idle_names(rulebook.typed, bag);
  linting::find_assumptions(rulebook.typed, bag);
  bag.append(rulebook.typed.remarks);  // what the parser saw, that the IR no longer shows
}

}  // namespace leps::inline linting
