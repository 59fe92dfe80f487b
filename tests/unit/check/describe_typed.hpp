// The typed IR as text, for tests: formulas with every parenthesis, types, days, levers solved.
#pragma once

#include "check/check.hpp"
#include "unit/resolve/packs.hpp"

#include <string>

namespace leps::test {

/// A pack read, resolved and checked.
struct CheckedPacks : Packs {
  Typed typed;
  explicit CheckedPacks(std::string_view text) : Packs(text), typed(check(resolved, bag)) {}
};

class TypedPrinter {
 public:
  explicit TypedPrinter(const Typed& typed) : typed_(typed) {}

  std::string expr(typed::ExprId id) const { return std::visit(*this, typed_.exprs[id].node); }

  std::string type(const Type& type) const {
    if (const auto* number = std::get_if<NumberOf>(&type)) {
      if (!number->unit.none()) return to_string(number->unit);
      const char* names[] = {"plain", "share", "bare"};
      return names[static_cast<int>(number->purity)];
    }
    if (std::holds_alternative<TruthValue>(type)) return "truth";
    std::string words;
    for (const std::string& word : typed_.choice_types[std::get<WordOf>(type).list]) {
      words += (words.empty() ? "" : "|") + word;
    }
    return words;
  }

  std::string operator()(const typed::Constant& node) const { return node.text; }
  std::string operator()(const typed::TruthConstant& node) const {
    return node.value ? "sì" : "no";
  }
  std::string operator()(const typed::WordConstant& node) const {
    return typed_.choice_types[node.word.type][node.word.value];
  }
  std::string operator()(const typed::DatumRef& node) const { return typed_.data[node.datum].name; }
  std::string operator()(const typed::ParameterRef& node) const {
    return typed_.parameters[node.parameter].name;
  }
  std::string operator()(const typed::ComputedRef& node) const {
    return typed_.computed[node.computed].name;
  }
  std::string operator()(const typed::Negate& node) const { return "-" + expr(node.operand); }
  std::string operator()(const typed::Arithmetic& node) const {
    const char* signs[] = {" + ", " - ", " * ", " / ", " di "};
    return "(" + expr(node.left) + signs[static_cast<int>(node.op)] + expr(node.right) + ")";
  }
  std::string operator()(const typed::Convert& node) const {
    return "[" + expr(node.operand) + " x " + to_string(node.factor) + "]";
  }
  std::string operator()(const typed::Extremum& node) const {
    return (node.greatest ? "max(" : "min(") + list(node.operands, "; ") + ")";
  }
  std::string operator()(const typed::Compare& node) const {
    const char* signs[] = {" >= ", " <= ", " > ", " < ", " == ", " != "};
    return "(" + expr(node.left) + signs[static_cast<int>(node.relation)] + expr(node.right) + ")";
  }
  std::string operator()(const typed::Same& node) const {
    return "(" + expr(node.left) + (node.equal ? " is " : " is not ") + expr(node.right) + ")";
  }
  std::string operator()(const typed::Not& node) const { return "non " + expr(node.operand); }
  std::string operator()(const typed::Logic& node) const {
    return "(" + list(node.operands, node.conjunction ? " e " : " o ") + ")";
  }
  std::string operator()(const typed::Conditional& node) const {
    return "(se " + expr(node.condition) + " allora " + expr(node.yes) + " altrimenti " +
           expr(node.no) + ")";
  }

  std::string list(const std::vector<typed::ExprId>& exprs, const char* between) const {
    std::string text;
    for (const typed::ExprId id : exprs) text += (text.empty() ? "" : between) + expr(id);
    return text;
  }

  template <class Id, class Table>
  std::string names(const std::vector<Id>& ids, const Table& table) const {
    std::string text;
    for (const Id id : ids) text += (text.empty() ? "" : " ") + table[id].name;
    return text;
  }

 private:
  const Typed& typed_;
};

inline std::string describe(const Bound& bound) {
  if (bound.finite()) return to_string(bound.value());
  return bound.sign() < 0 ? "-inf" : "+inf";
}

inline std::string describe(const Period& period) {
  return to_iso(period.from) + ".." + (period.to ? to_iso(*period.to) : "");
}

inline std::string describe(const Typed& typed, const std::variant<Rational, bool, ChoiceWord>& v) {
  if (const auto* number = std::get_if<Rational>(&v)) return to_string(*number);
  if (const auto* truth = std::get_if<bool>(&v)) return *truth ? "sì" : "no";
  const ChoiceWord word = std::get<ChoiceWord>(v);
  return typed.choice_types[word.type][word.value];
}

inline std::string describe(const Typed& typed, const typed::GivenValue& value) {
  if (const auto* range = std::get_if<Interval>(&value)) {
    if (range->known()) return to_string(range->lo.value());
    return describe(range->lo) + ".." + describe(range->hi);
  }
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "sì" : "no";
  return describe(typed, std::variant<Rational, bool, ChoiceWord>(std::get<ChoiceWord>(value)));
}

inline std::string describe(const Typed& typed, const typed::Datum& datum) {
  return datum.name + " : " + TypedPrinter(typed).type(datum.type) + " " +
         describe(datum.bounds.lo) + ".." + describe(datum.bounds.hi) +
         (datum.whole ? " whole" : "");
}

inline std::string describe(const Typed& typed, const typed::Parameter& parameter) {
  std::string text = parameter.name + " : " + TypedPrinter(typed).type(parameter.type);
  for (const auto& version : parameter.versions) {
    text += ", " + describe(version.period) + " = " + describe(typed, version.value) + " '" +
            version.text + "'";
  }
  return text;
}

inline std::string describe(const Typed& typed, const typed::Computed& computed) {
  const TypedPrinter print(typed);
  return computed.name + " : " + print.type(computed.type) + " = " + print.expr(computed.value);
}

inline std::string describe(const Typed& typed, const typed::Requirement& requirement) {
  const TypedPrinter print(typed);
  std::string text = requirement.name + ": " + print.expr(requirement.condition);
  if (requirement.applies_if) text += " if " + print.expr(*requirement.applies_if);
  for (const typed::Lever& lever : requirement.levers) {
    text += ", lever " + typed.data[lever.datum].name;
    if (lever.rounding != typed::Rounding::none) text += " by " + to_string(lever.step);
    if (lever.cost) text += " cost " + print.expr(*lever.cost);
    if (lever.net_of) text += " net of " + print.expr(*lever.net_of);
  }
  for (const typed::Solution& solution : requirement.solutions) {
    text += ", " + print.expr(solution.compare) + " by " +
            typed.data[requirement.levers[solution.lever].datum].name + " x " +
            print.expr(solution.coefficient) + " in " +
            print.type(typed.exprs[solution.coefficient].type);
  }
  return text;
}

}  // namespace leps::test
