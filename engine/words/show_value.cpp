#include "words/show_value.hpp"

#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline wording {

bool is_not_given(const Fact& fact, const typed::Datum& datum) { return !is_given(fact, datum); }

std::string show_value(const Value& value, const Type& type, const Typed& typed,
                       Language language) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    if (!quantity->zero_divisors.empty()) return "?";
    if (std::holds_alternative<DayOf>(type)) return show_days(quantity->range, language);
    return show_range_formal(quantity->range, measure_of(type), language);
  }
  if (const auto* truth = std::get_if<Truth>(&value)) {
    return truth->known() ? std::string(truth_word(truth->is_true(), language)) : "?";
  }
  if (const auto* period = std::get_if<PeriodValue>(&value)) {
    return period->period ? show_period(*period->period, language) : "?";
  }
  if (const auto* hours = std::get_if<TimetableValue>(&value)) {
    return hours->known() ? show_timetable(*hours->least, language) : "?";
  }
  if (const auto* text = std::get_if<TextValue>(&value)) {
    return text->text ? "\"" + plain(*text->text) + "\"" : "?";
  }
  const auto& chosen = std::get<Word>(value);
  return chosen.word ? typed.choice_types[chosen.word->type][chosen.word->value] : "?";
}

}  // namespace leps::inline wording
