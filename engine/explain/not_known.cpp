#include "explain/not_known.hpp"

#include "explain/sentences.hpp"
#include "explain/used_data.hpp"
#include "words/text.hpp"

#include <vector>

namespace leps::inline explaining {
namespace {

constexpr std::size_t kMostNamed = 3;

std::string label(const MissingDatum& missing, const Typed& typed, Language language) {
  const typed::Datum& declared = typed.data[missing.datum];
  std::string text = plain(declared.title.empty() ? declared.name : declared.title);
  if (declared.field_of) {
    text = label_of_field(missing.datum, typed) + " (" + label_of_table(*declared.field_of, typed) +
           ")";
  }
  const Say say(language);
  if (missing.years_back == 1) text = say(sentences::of_the_year_before, text);
  if (missing.years_back > 1) {
    text = say(sentences::of_years_before, text, std::to_string(missing.years_back));
  }
  if (missing.of_group) text = say(sentences::of_the_others_of_the_group, text);
  return text;
}

}  // namespace

bool is_not_given(const MissingDatum& missing, const Evaluator& evaluator) {
  const typed::Datum& declared = evaluator.rulebook().typed.data[missing.datum];
  return missing.years_back > 0 || missing.of_group || declared.field_of ||
         !is_given(evaluator.facts().facts[missing.datum], declared);
}

std::optional<std::string> not_known_sentence(const DatumSet& rests_on, const Evaluator& evaluator,
                                              Language language) {
  const Say say(language);
  std::vector<std::string> names;
  for (const MissingDatum& missing : rests_on) {
    if (is_not_given(missing, evaluator)) {
      names.push_back(label(missing, evaluator.rulebook().typed, language));
    }
  }
  if (names.empty()) return std::nullopt;
  const std::size_t more = names.size() > kMostNamed ? names.size() - kMostNamed : 0;
  if (more > 0) {
    names.resize(kMostNamed);
    names.push_back(say.of(more == 1, sentences::more_data, std::to_string(more)));
  }
  return say(sentences::depends_on, join_words(names, language));
}

}  // namespace leps::inline explaining
