#include "words/datum_words.hpp"

#include "words/format.hpp"
#include "words/sentences.hpp"
#include "words/words.hpp"

namespace leps::inline wording {

std::string type_words(const Type& type, const Typed& typed, Language language) {
  struct Words {
    const Typed& typed;
    Say say;

    std::string operator()(const NumberOf& number) const {
      if (!number.unit.none()) return say(terms::type_number_in, to_string(number.unit));
      return say(number.purity == Purity::share ? terms::type_share : terms::type_number);
    }
    std::string operator()(const TruthValue&) const { return say(terms::type_truth); }
    std::string operator()(const WordOf& word) const {
      return say(terms::type_word, join_words(typed.choice_types[word.list], say.language(), true));
    }
    std::string operator()(const DayOf&) const { return say(terms::type_day); }
    std::string operator()(const PeriodOf&) const { return say(terms::type_period); }
    std::string operator()(const TimetableOf&) const { return say(terms::type_timetable); }
    std::string operator()(const TextOf&) const { return say(terms::type_text); }
    std::string operator()(const RowsOf&) const { return say(terms::type_rows); }
  };
  return std::visit(Words{typed, Say(language)}, type);
}

std::string bounds_words(const typed::Datum& datum, Language language) {
  if (!std::holds_alternative<NumberOf>(datum.type)) return {};
  const Say say(language);
  const Measure measure = measure_of(datum.type);
  std::string text;
  const bool bounded = datum.bounds.lo.finite() || datum.bounds.hi.finite();
  if (bounded && !measure.share) {
    text += say(terms::and_bounded, show_range(datum.bounds, measure, language));
  }
  if (datum.whole) text += say(terms::and_whole);
  return text;
}

std::string part_words(const typed::Datum& datum, const Typed& typed, Language language) {
  if (!datum.part_of) return {};
  return Say(language)(terms::and_part_of, typed.data[datum.part_of->whole].name);
}

}  // namespace leps::inline wording
