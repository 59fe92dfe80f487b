#include "words/narrowed_data.hpp"

#include "words/citation.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/sentences.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace leps::inline wording {
namespace {

template <class Element>
void add_once(std::vector<Element>& all, Element element) {
  if (std::find(all.begin(), all.end(), element) == all.end()) all.push_back(element);
}

std::vector<DatumId> narrowing(const NarrowedDatum& narrowed) {
  std::vector<DatumId> by;
  for (const auto& end : {narrowed.by.lo, narrowed.by.hi}) {
    if (end) by.push_back(end->by);
  }
  return by;
}

}  // namespace

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

std::vector<DatumId> doubtful_parts(Confidence confidence,
                                    const std::vector<NarrowedDatum>& narrowed,
                                    const Typed& typed) {
  std::vector<DatumId> found;
  for (const NarrowedDatum& each : narrowed) {
    for (const DatumId part : parts_that_narrow(each, typed)) {
      if (typed.data[part].part_of->confidence == confidence) add_once(found, part);
    }
  }
  return found;
}

std::vector<ParameterId> doubtful_parameters(Confidence confidence,
                                             const std::vector<NarrowedDatum>& narrowed,
                                             const Typed& typed) {
  std::vector<ParameterId> found;
  for (const NarrowedDatum& each : narrowed) {
    for (const DatumId by : narrowing(each)) {
      if (!each.there->is_worked_out(by)) continue;
      for (const ParameterId id : typed.computed[*typed.data[by].if_missing].parameters) {
        const auto* version = typed.parameters[id].at(each.there->facts().survey_date);
        if (version && version->confidence == confidence) add_once(found, id);
      }
    }
  }
  return found;
}

std::vector<std::string> doubtful_names(Confidence confidence, std::vector<ParameterId> parameters,
                                        const std::vector<NarrowedDatum>& narrowed,
                                        const Typed& typed) {
  for (const ParameterId id : doubtful_parameters(confidence, narrowed, typed)) {
    add_once(parameters, id);
  }
  std::vector<std::string> names;
  for (const ParameterId id : parameters) names.push_back(typed.parameters[id].name);
  for (const DatumId part : doubtful_parts(confidence, narrowed, typed)) {
    names.push_back(typed.data[part].name);
  }
  return names;
}

}  // namespace leps::inline wording
