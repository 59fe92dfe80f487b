// Finds levers that are counted one by one and whose gap may be a fraction: 5/2 more persons, that
// no datum can be given.
#include "lint/lint.hpp"

#include <algorithm>

namespace leps::linting {
namespace {

/// Whether a formula is a whole number whatever the data are.
class Whole {
 public:
  explicit Whole(const Typed& typed) : typed_(typed) {}

  [[nodiscard]] bool is(typed::ExprId expr) const {
    return std::visit(*this, typed_.exprs[expr].node);
  }

  bool operator()(const typed::Constant& constant) const { return is_whole(constant.value); }
  bool operator()(const typed::DatumRef& ref) const {
    const typed::Datum& datum = typed_.data[ref.datum];
    return datum.whole && !datum.if_missing;
  }
  bool operator()(const typed::ParameterRef& ref) const {
    const auto& versions = typed_.parameters[ref.parameter].versions;
    return std::all_of(versions.begin(), versions.end(), [](const auto& version) {
      const auto* number = std::get_if<Rational>(&version.value);
      return number && is_whole(*number);
    });
  }
  bool operator()(const typed::ComputedRef& ref) const {
    return is(typed_.computed[ref.computed].value);
  }
  bool operator()(const typed::Negate& node) const { return is(node.operand); }
  bool operator()(const typed::Arithmetic& node) const {
    return node.op != typed::ArithmeticOp::divide && is(node.left) && is(node.right);
  }
  bool operator()(const typed::Extremum& node) const {
    return std::all_of(node.operands.begin(), node.operands.end(),
                       [&](typed::ExprId operand) { return is(operand); });
  }
  bool operator()(const typed::Conditional& node) const { return is(node.yes) && is(node.no); }
  bool operator()(const typed::Aggregate& node) const {
    return node.kind == typed::Aggregation::count;
  }
  bool operator()(const auto&) const { return false; }

 private:
  const Typed& typed_;
};

// Where one unit of the lever is one unit of the difference, and both sides are whole, so is the gap.
bool gap_is_whole(const Typed& typed, const typed::Solution& solution) {
  const auto* coefficient =
      std::get_if<typed::Constant>(&typed.exprs[solution.coefficient].node);
  if (!coefficient || abs(coefficient->value) != 1) return false;
  const auto& compare = std::get<typed::Compare>(typed.exprs[solution.compare].node);
  const Whole whole(typed);
  return whole.is(compare.left) && whole.is(compare.right);
}

void find(const Typed& typed, const typed::Requirement& requirement, DiagnosticBag& bag) {
  for (std::size_t i = 0; i < requirement.levers.size(); ++i) {
    const typed::Lever& lever = requirement.levers[i];
    const typed::Datum& datum = typed.data[lever.datum];
    if (!datum.whole || lever.rounding != typed::Rounding::none) continue;
    const bool fractional = std::any_of(
        requirement.solutions.begin(), requirement.solutions.end(), [&](const auto& solution) {
          return solution.lever == i && !gap_is_whole(typed, solution);
        });
    if (!fractional) continue;
    bag.report(Code::lint_fractional_lever, lever.span, {requirement.name, datum.name})
        .label(datum.span, Text("il dato è 'intero' qui", "the datum is 'whole' here"))
        .hint(Text("aggiungi 'a unità intere' dopo 'si colma con " + datum.name + "'",
                   "add 'in whole units' after 'closed by " + datum.name + "'"));
  }
}

}  // namespace

void find_fractional(const Rulebook& rulebook, DiagnosticBag& bag) {
  for (const typed::Rule& rule : rulebook.typed.rules) {
    for (const typed::RuleVersion& version : rule.versions) {
      for (const typed::Requirement& requirement : version.requirements) {
        find(rulebook.typed, requirement, bag);
      }
    }
  }
}

}  // namespace leps::linting
