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
  text = say(sentences::named, text);  // a title may have commas, and stands in a list
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

std::string first_data(const std::vector<MissingDatum>& data, const Typed& typed,
                       Language language) {
  const Say say(language);
  std::vector<std::string> names;
  for (const MissingDatum& missing : data) {
    if (names.size() == kMostNamed) break;
    names.push_back(label(missing, typed, language));
  }
  if (const std::size_t more = data.size() - names.size(); more > 0) {
    names.push_back(say.of(more == 1, sentences::more_data, std::to_string(more)));
  }
  return join_words(names, language);
}

std::optional<std::string> not_known_sentence(const DatumSet& rests_on, const Evaluator& evaluator,
                                              Language language) {
  std::vector<MissingDatum> not_given;
  for (const MissingDatum& missing : rests_on) {
    if (is_not_given(missing, evaluator)) not_given.push_back(missing);
  }
  if (not_given.empty()) return std::nullopt;
  return Say(language)(sentences::depends_on,
                       first_data(not_given, evaluator.rulebook().typed, language));
}

}  // namespace leps::inline explaining
