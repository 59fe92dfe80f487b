#include "explain/verdict_sentence.hpp"

#include "priority/prerequisites.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline explaining {

std::string result_marks(bool draft, const std::vector<ShownDoubt>& doubts, Language language) {
  std::string text;
  if (draft) text += " · " + std::string(draft_word(language));
  if (!doubts.empty()) text += " · " + doubt_mark(doubts, language);
  return text;
}

std::string verdict_marks(const Explanation& rule, Language language) {
  std::string text;
  if (rule.forecast) text += language == Language::italian ? " (previsione)" : " (forecast)";
  return text + result_marks(rule.draft, rule.doubts, language);
}

std::string verdict_in_full(const Explanation& rule, Language language) {
  std::string text(verdict_word(rule.verdict, language));
  if (!rule.within_tolerance.empty()) text += ", " + rule.within_tolerance;
  return text + verdict_marks(rule, language);
}

std::string verdict_sentence(const Explanation& explanation, Day survey_date, Language language) {
  const auto say = [&](std::string_view italian, std::string_view english) {
    return std::string(language == Language::italian ? italian : english);
  };
  switch (explanation.verdict) {
    case Verdict::soddisfatto:
      return explanation.within_tolerance.empty()
                 ? say("Il livello è raggiunto.", "The level is met.")
                 : say("Il livello non è raggiunto, ma la distanza sta nella tolleranza.",
                       "The level is not reached, but the distance is within the tolerance.");
    case Verdict::parziale:
      return say("Il livello non è raggiunto, ma la soglia intermedia sì.",
                 "The level is not met, but the intermediate threshold is.");
    case Verdict::non_soddisfatto:
      return say("Il livello non è raggiunto.", "The level is not met.");
    case Verdict::non_valutabile:
      break;
    case Verdict::non_applicabile:
      return explanation.applies_if
                 ? say("Qui non si applica: non è vero che «",
                       "It does not apply here: it is not so that «") +
                       explanation.applies_if->written + "»."
                 : say("Qui non si applica: nessuno dei suoi requisiti riguarda questo Ambito.",
                       "It does not apply here: none of its requirements concerns this Ambito.");
    case Verdict::non_vigente:
      return say("Al ", "On ") + show_day(survey_date, language) +
             say(" non è in vigore: lo è ", " it is not in force: it is ") + explanation.in_force +
             ".";
  }

  std::vector<std::string> words;
  for (const Verdict verdict : explanation.possible) {
    words.push_back(uncapitalized(verdict_word(verdict, language)));
  }
  std::string text = say("Con i dati che ci sono non si può dire: potrebbe essere ",
                         "The data at hand cannot tell: it could be ") +
                     join_words(words, language, true) + ".";
  for (const std::string& why : explanation.no_value) text += " " + capitalized(why) + ".";
  return text;
}

std::string fragile_sentence(const Assessment& assessment, const Rulebook& rulebook,
                             const RuleResult& result, Language language, Naming naming) {
  if (!result.fragile) return {};
  const auto say = [&](std::string_view italian, std::string_view english) {
    return std::string(language == Language::italian ? italian : english);
  };
  std::vector<std::string> unmet;
  for (const RuleId before : rulebook.prerequisites[result.outcome.rule]) {
    if (certainly_unmet(assessment.rules[before.index].outcome)) {
      unmet.push_back(rule_name(assessment.rules[before.index], rulebook, naming));
    }
  }
  return say("Soddisfatto ma fragile: viene dopo ", "Met but fragile: it comes after ") +
         join_words(unmet, language) +
         (unmet.size() == 1 ? say(", che non è soddisfatto.", ", which is not met.")
                            : say(", che non sono soddisfatti.", ", which are not met."));
}

}  // namespace leps::inline explaining
