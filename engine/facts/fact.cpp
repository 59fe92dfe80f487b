#include "facts/fact.hpp"

namespace leps::inline reading {

bool same(const FactValue& a, const FactValue& b) {
  const auto* word = std::get_if<ChoiceWord>(&a);
  const auto* other = std::get_if<ChoiceWord>(&b);
  if (word && other) return word->value == other->value;
  if (a.index() != b.index()) return false;
  if (const auto* range = std::get_if<Interval>(&a)) return *range == std::get<Interval>(b);
  if (const auto* truth = std::get_if<bool>(&a)) return *truth == std::get<bool>(b);
  if (const auto* period = std::get_if<Period>(&a)) return *period == std::get<Period>(b);
  if (const auto* hours = std::get_if<Timetable>(&a)) return *hours == std::get<Timetable>(b);
  if (const auto* text = std::get_if<std::string>(&a)) return *text == std::get<std::string>(b);
  return std::holds_alternative<std::monostate>(a);
}

Fact missing_fact(const typed::Datum& datum) {
  Fact fact;
  if (std::holds_alternative<NumberOf>(datum.type)) fact.value = datum.bounds;
  return fact;
}

bool is_given(const Fact& fact, const typed::Datum& datum) {
  if (std::holds_alternative<std::monostate>(fact.value)) return false;
  const auto* range = std::get_if<Interval>(&fact.value);
  return !range || range->single() || !(*range == datum.bounds);
}

bool is_known(const Fact& fact) {
  if (const auto* range = std::get_if<Interval>(&fact.value)) return range->single();
  return !std::holds_alternative<std::monostate>(fact.value);
}

}  // namespace leps::inline reading
