#include "check/check.hpp"

#include "check/check_declarations.hpp"
#include "check/check_examples.hpp"
#include "check/check_parts.hpp"
#include "check/check_rules.hpp"

namespace leps::inline checking {

Typed check(const Resolved& resolved, DiagnosticBag& bag) {
  using namespace checking;
  Context context{resolved, *resolved.program, bag, {}, {}, {}, {}, {}, {}, {}, {}, {}};

  context.typed.units = resolved.units;
  declare_types(context);  // first: a formula may use what is declared after it
  check_sources(context);
  check_categories(context);
  check_areas(context);
  check_data(context);
  check_parts(context);
  check_tables(context);
  check_groups(context);
  check_parameters(context);
  check_computed(context);
  check_fallbacks(context);
  check_checks(context);

  const Uses uses(context);
  fill_what_amounts_rest_on(context, uses);
  check_rules(context, uses);
  check_orderings(context);
  check_examples(context);  // last: what they expect has the units that the rules gave it
  context.typed.languages = std::move(context.languages);
  context.typed.remarks = context.program.remarks;
  return std::move(context.typed);
}

}  // namespace leps::inline checking
