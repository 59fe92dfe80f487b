#include "words/narrowed_data.hpp"

#include "words/citation.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/sentences.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace leps::inline wording {
std::string narrowed_sentence(const NarrowedDatum& narrowed, const SourceMap* sources,
                              Language language) {
  const Say say(language);
  Evaluator& there = *narrowed.there;
  const Typed& typed = there.rulebook().typed;
  const Measure measure = measure_of(typed.data[narrowed.datum.datum].type);
  const auto worth = [&](DatumId by) {
    const Value value = there.own_value(by);
    std::string text = show_range(std::get<Quantity>(value).range, measure, language);
    const std::optional<Span>& cell = there.facts().facts[by].cell;
    if (cell) text += ", " + place_of(*cell, sources);
    return text;
  };
  std::string text;
  if (const auto& lo = narrowed.by.lo) {
    const Interval from_there{lo->at, Bound::plus_infinity()};
    text = say(terms::narrowed_by_part, show_range(from_there, measure, language),
               plain(typed.data[lo->by].name), worth(lo->by));
  }
  if (const auto& hi = narrowed.by.hi) {
    const Interval up_to_there{Bound::minus_infinity(), hi->at};
    if (!text.empty()) text += "; ";
    text += say(terms::narrowed_by_whole, show_range(up_to_there, measure, language),
                plain(typed.data[hi->by].name), worth(hi->by));
  }
  return text;
}

Text describe(const Contradiction& found, Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const auto said = [&](Language language) {
    const auto worth = [&](DatumId datum) {
      const Value value = evaluator.own_value(datum);
      return show_value(value, typed.data[datum].type, typed, language);
    };
    return Say(language)(terms::part_beyond_whole, typed.data[found.part].name, worth(found.part),
                         typed.data[found.whole].name, worth(found.whole));
  };
  return {said(Language::italian), said(Language::english)};
}

}  // namespace leps::inline wording
