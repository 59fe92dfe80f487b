#include "prove/structure.hpp"

#include <algorithm>

namespace leps::inline proving {
namespace {

// With its length before it, a text cannot be taken for what follows it.
std::string quoted(const std::string& text) {
  return "\"" + std::to_string(text.size()) + ":" + text;
}

template <class Id>
std::string index(Id id) {
  return std::to_string(id.index);
}

template <class Enum>
std::string ordinal(Enum value) {
  return std::to_string(static_cast<int>(value));
}

std::string key_of(const Timetable& hours) {
  std::string key = "T";
  for (std::size_t i = 0; i < kDayKinds; ++i) {
    for (const MinuteSpan& span : hours.spans(day_kind(i))) {
      key += std::to_string(span.from) + "-" + std::to_string(span.to) + ",";
    }
    key += ";";
  }
  return key;
}

std::string key_of(const typed::ParameterVersion* version) {
  if (!version) return "?";
  const auto& value = version->value;
  if (const auto* number = std::get_if<Rational>(&value)) return to_string(*number);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "+" : "-";
  if (const auto* word = std::get_if<ChoiceWord>(&value)) return "w" + std::to_string(word->value);
  if (const auto* hours = std::get_if<Timetable>(&value)) return key_of(*hours);
  return quoted(std::get<std::string>(value));
}

/// What a node says beside its operands.
struct Head {
  const Typed& typed;
  const Reading& reading;

  std::string operator()(const typed::Constant& node) const { return to_string(node.value); }
  std::string operator()(const typed::TruthConstant& node) const { return node.value ? "+" : "-"; }
  std::string operator()(const typed::WordConstant& node) const {
    return index(node.word.type) + "." + std::to_string(node.word.value);
  }
  std::string operator()(const typed::DayConstant& node) const {
    return node.day.finite() ? to_string(node.day.value()) : "mai";
  }
  std::string operator()(const typed::SurveyDay&) const { return to_iso(reading.day); }
  std::string operator()(const typed::YearDayConstant& node) const {
    return std::to_string(unsigned{node.day.day.month()}) + "/" +
           std::to_string(unsigned{node.day.day.day()}) + "+" + std::to_string(node.day.years);
  }
  std::string operator()(const typed::EndOfTerm& node) const { return ordinal(node.unit); }
  std::string operator()(const typed::Within&) const { return ""; }
  std::string operator()(const typed::TextConstant& node) const { return quoted(node.text); }
  std::string operator()(const typed::TimetableConstant& node) const {
    return key_of(node.timetable);
  }
  std::string operator()(const typed::DatumRef& node) const { return datum(node.datum); }
  std::string operator()(const typed::FieldRef& node) const {
    return index(node.field) + "@" + std::to_string(node.level);
  }
  std::string operator()(const typed::ParameterRef& node) const {
    return key_of(reading.value(node.parameter, typed));
  }
  std::string operator()(const typed::ComputedRef& node) const {
    return index(node.computed) + values_under(typed, node.computed, reading);
  }
  std::string operator()(const typed::Negate&) const { return ""; }
  std::string operator()(const typed::Arithmetic& node) const { return ordinal(node.op); }
  std::string operator()(const typed::Convert& node) const { return to_string(node.factor); }
  std::string operator()(const typed::Extremum& node) const { return node.greatest ? "+" : "-"; }
  std::string operator()(const typed::Compare& node) const { return ordinal(node.relation); }
  std::string operator()(const typed::Same& node) const { return node.equal ? "+" : "-"; }
  std::string operator()(const typed::Not&) const { return ""; }
  std::string operator()(const typed::Logic& node) const { return node.conjunction ? "+" : "-"; }
  std::string operator()(const typed::Conditional&) const { return ""; }
  std::string operator()(const typed::OfPeriod& node) const { return ordinal(node.measure); }
  std::string operator()(const typed::Combine& node) const { return ordinal(node.op); }
  std::string operator()(const typed::OfTimetable& node) const { return ordinal(node.measure); }
  std::string operator()(const typed::Aggregate& node) const {
    return ordinal(node.kind) + "." + index(node.table) + "@" + std::to_string(node.level) +
           (node.body ? "b" : "") + (node.where ? "w" : "") + (node.due ? "d" : "");
  }
  std::string operator()(const typed::PreviousYear& node) const {
    return datum(node.datum) + "." + std::to_string(node.years);
  }
  std::string operator()(const typed::OverYears& node) const {
    return datum(node.datum) + "." + std::to_string(node.years) + (node.mean ? "m" : "");
  }
  std::string operator()(const typed::YearsHeld& node) const { return std::to_string(node.years); }
  std::string operator()(const typed::Begun&) const { return ""; }
  std::string operator()(const typed::Bands& node) const {
    return std::to_string(node.limits.size());
  }
  std::string operator()(const typed::Lookup&) const { return ""; }
  std::string operator()(const typed::Between&) const { return ""; }
  std::string operator()(const typed::OneOf&) const { return ""; }
  std::string operator()(const typed::HowMany& node) const {
    return std::to_string(node.conditions.size());
  }
  std::string operator()(const typed::GroupTotal& node) const { return index(node.group); }
  std::string operator()(const typed::GroupSize& node) const { return index(node.group); }
  std::string operator()(const typed::Round& node) const { return node.up ? "+" : "-"; }

 private:
  // Where nobody gives it, it is worth what `se manca` says.
  [[nodiscard]] std::string datum(DatumId id) const {
    const auto& amount = typed.data[id].if_missing;
    return index(id) + (amount ? values_under(typed, *amount, reading) : "");
  }
};

// As deep as one expression nests, which the grammar bounds.
void write(const Typed& typed, typed::ExprId expr, const Reading& reading, std::string& key) {
  const typed::Node& node = typed.exprs[expr].node;
  key += "(" + std::to_string(node.index()) + ":" + std::visit(Head{typed, reading}, node);
  for (const typed::ExprId operand : typed::operands(node)) write(typed, operand, reading, key);
  key += ")";
}

}  // namespace

std::string values_under(const Typed& typed, ComputedId amount, const Reading& reading) {
  std::vector<ParameterId> parameters = typed.computed[amount].parameters;
  std::sort(parameters.begin(), parameters.end());
  std::string key = "{";
  for (const ParameterId id : parameters) {
    key += index(id) + "=" + key_of(reading.value(id, typed)) + ";";
  }
  return key + "}";
}

std::string structure_of(const Typed& typed, typed::ExprId expr, const Reading& reading) {
  std::string key;
  write(typed, expr, reading, key);
  return key;
}

}  // namespace leps::inline proving
