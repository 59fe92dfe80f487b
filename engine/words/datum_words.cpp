#include "words/datum_words.hpp"

#include "words/format.hpp"
#include "words/words.hpp"

namespace leps::inline wording {

std::string type_words(const Type& type, const Typed& typed, Language language) {
  struct Words {
    const Typed& typed;
    Language language;

    [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
      return std::string(language == Language::italian ? italian : english);
    }
    std::string operator()(const NumberOf& number) const {
      if (!number.unit.none()) return say("numero in ", "number in ") + to_string(number.unit);
      return number.purity == Purity::share ? say("quota, da 0% a 100%", "share, from 0% to 100%")
                                            : say("numero", "number");
    }
    std::string operator()(const TruthValue&) const { return say("sì o no", "yes or no"); }
    std::string operator()(const WordOf& word) const {
      return say("una parola tra ", "a word of ") +
             join_words(typed.choice_types[word.list], language, true);
    }
    std::string operator()(const DayOf&) const { return say("data", "date"); }
    std::string operator()(const PeriodOf&) const { return say("periodo", "period"); }
    std::string operator()(const TimetableOf&) const { return say("orario", "timetable"); }
    std::string operator()(const TextOf&) const { return say("testo", "text"); }
    std::string operator()(const RowsOf&) const { return say("elenco", "table"); }
  };
  return std::visit(Words{typed, language}, type);
}

std::string bounds_words(const typed::Datum& datum, Language language) {
  if (!std::holds_alternative<NumberOf>(datum.type)) return {};
  const Measure measure = measure_of(datum.type);
  std::string text;
  const bool bounded = datum.bounds.lo.finite() || datum.bounds.hi.finite();
  if (bounded && !measure.share) text += ", " + show_range(datum.bounds, measure, language);
  if (datum.whole) text += language == Language::italian ? ", intero" : ", whole";
  return text;
}

std::string part_words(const typed::Datum& datum, const Typed& typed, Language language) {
  if (!datum.part_of) return {};
  return (language == Language::italian ? ", è parte di " : ", is part of ") +
         typed.data[datum.part_of->whole].name;
}

}  // namespace leps::inline wording
