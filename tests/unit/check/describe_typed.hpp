// The typed IR as text, for tests: formulas with every parenthesis, types, days, levers solved.
#pragma once

#include "base/timetable_text.hpp"
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
    if (std::holds_alternative<DayOf>(type)) return "day";
    if (std::holds_alternative<PeriodOf>(type)) return "period";
    if (std::holds_alternative<TimetableOf>(type)) return "timetable";
    if (std::holds_alternative<TextOf>(type)) return "text";
    if (const auto* rows = std::get_if<RowsOf>(&type)) {
      return "rows of " + typed_.tables[rows->table].name;
    }
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
  std::string operator()(const typed::Round& node) const {
    return (node.up ? "up(" : "down(") + expr(node.operand) + ")";
  }
  std::string operator()(const typed::YearsHeld& node) const {
    return "held(" + std::to_string(node.years) + ")";
  }
  std::string operator()(const typed::Begun& node) const {
    return "begun(" + expr(node.level) + "; " + expr(node.of) + ")";
  }
  std::string operator()(const typed::Bands& node) const {
    return "bands(" + all(typed::operands(node)) + ")";
  }
  std::string operator()(const typed::Lookup& node) const {
    return expr(node.word) + " in (" + all(node.values) + ")";
  }
  std::string operator()(const typed::Between& node) const {
    return "between(" + expr(node.above) + "; " + expr(node.below) + ")";
  }
  std::string operator()(const typed::OneOf& node) const {
    return std::string(node.exhaustive ? "any" : "one of") + "(" + all(node.equal) + ")";
  }
  std::string operator()(const typed::HowMany& node) const {
    return "how many(" + all(node.conditions) + ")";
  }
  [[nodiscard]] std::string all(const std::vector<typed::ExprId>& exprs) const {
    std::string text;
    for (const typed::ExprId each : exprs) text += (text.empty() ? "" : "; ") + expr(each);
    return text;
  }
  std::string operator()(const typed::GroupSize& node) const {
    return "members(" + typed_.groups[node.group].name + ")";
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
  std::string operator()(const typed::DayConstant& node) const {
    return node.day.finite() ? "day " + to_string(node.day.value()) : "mai";
  }
  std::string operator()(const typed::SurveyDay&) const { return "survey day"; }
  std::string operator()(const typed::YearDayConstant& node) const {
    return std::to_string(unsigned{node.day.day.day()}) + "/" +
           std::to_string(unsigned{node.day.day.month()}) + (node.day.years < 0 ? "" : "+") +
           std::to_string(node.day.years);
  }
  std::string operator()(const typed::EndOfTerm& node) const {
    const char* units[] = {"", " working days", " months"};
    return "end(" + expr(node.length) + units[static_cast<int>(node.unit)] + " from " +
           expr(node.from) + ")";
  }
  std::string operator()(const typed::Within& node) const {
    return "within(" + expr(node.what) + "; " + expr(node.end) + ")";
  }
  std::string operator()(const typed::TextConstant& node) const { return "\"" + node.text + "\""; }
  std::string operator()(const typed::TimetableConstant& node) const {
    return "<" + to_text(node.timetable) + ">";
  }
  std::string operator()(const typed::FieldRef& node) const {
    return typed_.data[node.field].name + "@" + std::to_string(node.level);
  }
  std::string operator()(const typed::OfPeriod& node) const {
    const char* names[] = {"start", "finish", "days", "share", "months", "uncovered"};
    return std::string(names[static_cast<int>(node.measure)]) + "(" + expr(node.period) + ")";
  }
  std::string operator()(const typed::Combine& node) const {
    const char* names[] = {"unite(", "intersect(", "complement("};
    return names[static_cast<int>(node.op)] + list(node.operands, "; ") + ")";
  }
  std::string operator()(const typed::OfTimetable& node) const {
    const char* names[] = {"week(", "year(", "days(", "uncovered week(", "uncovered year("};
    return names[static_cast<int>(node.measure)] + expr(node.timetable) + ")";
  }
  std::string operator()(const typed::Aggregate& node) const {
    const char* names[] = {"count",   "sum",       "mean",      "min",   "max",
                           "percent", "uncovered", "for every", "exists"};
    std::string text = names[static_cast<int>(node.kind)];
    text += "(" + typed_.tables[node.table].name + "@" + std::to_string(node.level);
    if (node.where) text += " where " + expr(*node.where);
    if (node.due) text += " where due";
    if (node.body) text += ": " + expr(*node.body);
    return text + ")";
  }
  std::string operator()(const typed::PreviousYear& node) const {
    return "before(" + typed_.data[node.datum].name + ")";
  }
  std::string operator()(const typed::OverYears& node) const {
    return (node.mean ? "mean of years(" : "years(") + typed_.data[node.datum].name + "; " +
           std::to_string(node.years) + ")";
  }
  std::string operator()(const typed::GroupTotal& node) const {
    return "total(" + expr(node.amount) + "; " + typed_.groups[node.group].name + ")";
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

/// A value of a parameter, or one that an example gives.
struct ValuePrinter {
  const Typed& typed;
  std::string operator()(const Rational& number) const { return to_string(number); }
  std::string operator()(const Interval& range) const {
    if (range.known()) return to_string(range.lo.value());
    return describe(range.lo) + ".." + describe(range.hi);
  }
  std::string operator()(bool truth) const { return truth ? "sì" : "no"; }
  std::string operator()(const ChoiceWord& word) const {
    return typed.choice_types[word.type][word.value];
  }
  std::string operator()(const Period& period) const { return describe(period); }
  std::string operator()(const Timetable& timetable) const { return to_text(timetable); }
  std::string operator()(const std::string& text) const { return "\"" + text + "\""; }
  std::string operator()(const typed::GivenRows& rows) const {
    std::string text;
    for (const typed::GivenRow& row : rows) {
      text += (text.empty() ? "" : "; ") + std::to_string(row.times) + " x";
      for (const typed::Given& cell : row.cells) {
        text += " " + typed.data[cell.datum].name + "=";
        text += cell.value ? std::visit(*this, *cell.value) : "?";
      }
    }
    return "[" + text + "]";
  }
};

template <class Value>
std::string describe_value(const Typed& typed, const Value& value) {
  return std::visit(ValuePrinter{typed}, value);
}

inline std::string describe(const Typed& typed, const typed::Datum& datum) {
  return datum.name + " : " + TypedPrinter(typed).type(datum.type) + " " +
         describe(datum.bounds.lo) + ".." + describe(datum.bounds.hi) +
         (datum.whole ? " whole" : "");
}

inline std::string describe(const Typed& typed, const typed::Parameter& parameter) {
  std::string text = parameter.name + " : " + TypedPrinter(typed).type(parameter.type);
  for (const auto& version : parameter.versions) {
    text += ", " + describe(version.period) + " = " + describe_value(typed, version.value) + " '" +
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
