// Finds beneficiaries that are no count of people: an order compares them from rule to rule, and
// operators in FTE beside residents would put a rule in the wrong place.
#include "lint/find_beneficiaries.hpp"

#include "check/words.hpp"
#include "lint/file_words.hpp"
#include "prove/data_under.hpp"

#include <algorithm>
#include <set>

namespace leps::inline linting {
namespace {

// A datum in the same unit that may be a fraction: what it measures is not counted one by one.
const typed::Datum* measured_in(const Typed& typed, typed::ExprId expr, const Unit& unit) {
  for (const DatumId id : data_under(typed, {expr})) {
    const typed::Datum& datum = typed.data[id];
    const auto* number = std::get_if<NumberOf>(&datum.type);
    if (number && number->unit == unit && !datum.whole) return &datum;
  }
  return nullptr;
}

bool is_a_count(const NumberOf& number) {
  if (number.unit.none()) return number.purity != Purity::share;
  const auto& factors = number.unit.factors();
  return factors.size() == 1 && factors.front().exponent == 1 &&
         !is_built_in_unit(factors.front().symbol) && number.unit != Unit::euro();
}

void find(const Typed& typed, typed::ExprId expr, std::set<Span>& said, DiagnosticBag& bag) {
  const auto* number = std::get_if<NumberOf>(&typed.exprs[expr].type);
  if (!number) return;
  const typed::Datum* measured =
      number->unit.none() ? nullptr : measured_in(typed, expr, number->unit);
  const Span where = typed.exprs[expr].span;
  if ((is_a_count(*number) && !measured) || !said.insert(where).second) return;
  const Text share("una quota", "a share");
  const std::string unit = to_string(number->unit);
  Diagnostic& found = bag.report(
      Code::lint_beneficiaries_unit, where,
      {number->unit.none() ? share : Text("un numero in " + unit, "a number in " + unit)});
  if (!measured) {
    found.hint(
        Text("scrivi quante persone tocca la regola", "write how many people the rule is about"));
    return;
  }
  const std::string whole = word_at(typed, measured->span, Keyword::whole);
  found.label(measured->span, Text("si misura qui", "it is measured here"))
      .hint(Text("scrivi quante persone tocca la regola; se '" + measured->name +
                     "' ne conta, dichiaralo '" + whole + "'",
                 "write how many people the rule is about; if '" + measured->name +
                     "' counts them, declare it '" + whole + "'"));
}

}  // namespace

void find_beneficiaries(const Typed& typed, DiagnosticBag& bag) {
  std::set<Span> said;  // a layer repeats what it does not amend
  for (const typed::Rule& rule : typed.rules) {
    for (const typed::RuleVersion& version : rule.versions) {
      if (version.beneficiaries) find(typed, *version.beneficiaries, said, bag);
    }
  }
}

}  // namespace leps::inline linting
