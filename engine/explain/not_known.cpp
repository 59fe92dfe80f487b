#include "explain/not_known.hpp"

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
  const bool italian = language == Language::italian;
  if (missing.years_back == 1) text += italian ? ", dell'anno prima" : ", of the year before";
  if (missing.years_back > 1) {
    const std::string years = std::to_string(missing.years_back);
    text += italian ? ", di " + years + " anni prima" : ", of " + years + " years before";
  }
  if (missing.of_group) {
    text += italian ? ", degli altri del gruppo" : ", of the other members of the group";
  }
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
  const bool italian = language == Language::italian;
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
    const std::string many = std::to_string(more);
    names.push_back(italian ? (more == 1 ? "un altro dato" : "altri " + many + " dati")
                            : (more == 1 ? "one more datum" : many + " more data"));
  }
  return (italian ? "non si sa: dipende da " : "not known: it depends on ") +
         join_words(names, language);
}

}  // namespace leps::inline explaining
