// Finds levers that are counted one by one and whose gap may be a fraction: 5/2 more persons, that
// no datum can be given.
#include "lint/find_fractional.hpp"

#include "check/walk.hpp"
#include "check/whole.hpp"
#include "lint/file_words.hpp"

#include <algorithm>
#include <set>

namespace leps::inline linting {
namespace {

// Where one unit of the lever is one unit of the difference, and both sides are whole, so is the
// gap.
bool gap_is_whole(const Typed& typed, const typed::Solution& solution) {
  const auto* coefficient = std::get_if<typed::Constant>(&typed.exprs[solution.coefficient].node);
  if (!coefficient || abs(coefficient->value) != 1) return false;
  const auto& compare = std::get<typed::Compare>(typed.exprs[solution.compare].node);
  return is_always_whole(typed, compare.left) && is_always_whole(typed, compare.right);
}

/// @param said  where it was said already: a layer repeats the requirements that it does not amend
void find(const Typed& typed, const typed::Requirement& requirement, std::set<Span>& said,
          DiagnosticBag& bag) {
  for (std::size_t i = 0; i < requirement.levers.size(); ++i) {
    const typed::Lever& lever = requirement.levers[i];
    const typed::Datum& datum = typed.data[lever.datum];
    if (!datum.whole || lever.rounding != typed::Rounding::none) continue;
    const bool fractional = std::any_of(
        requirement.solutions.begin(), requirement.solutions.end(), [&](const auto& solution) {
          return solution.lever == i && !gap_is_whole(typed, solution);
        });
    if (!fractional || !said.insert(lever.span).second) continue;
    const std::string whole = word_at(typed, lever.span, Keyword::in_whole_units);
    const std::string closed = word_at(typed, lever.span, Keyword::closed_by) + " " + datum.name;
    bag.report(Code::lint_fractional_lever, lever.span, {requirement.name, datum.name})
        .label(datum.span, Text("il dato è 'intero' qui", "the datum is 'whole' here"))
        .hint(Text("aggiungi '" + whole + "' dopo '" + closed + "'",
                   "add '" + whole + "' after '" + closed + "'"));
  }
}

}  // namespace

void find_fractional(const Rulebook& rulebook, DiagnosticBag& bag) {
  std::set<Span> said;
  for_each_requirement(rulebook.typed, [&](const typed::Requirement& requirement) {
    find(rulebook.typed, requirement, said, bag);
  });
}

}  // namespace leps::inline linting
