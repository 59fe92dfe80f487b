#include "explain/verdict_sentence.hpp"

#include "explain/sentences.hpp"
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
  if (rule.forecast) text += Say(language)(sentences::mark_of_forecast);
  return text + result_marks(rule.draft, rule.doubts, language);
}

std::string verdict_in_full(const Explanation& rule, Language language) {
  std::string text(verdict_word(rule.verdict, language));
  if (!rule.within_tolerance.empty()) text += ", " + rule.within_tolerance;
  return text + verdict_marks(rule, language);
}

std::string verdict_sentence(const Explanation& explanation, Day survey_date, Language language) {
  const Say say(language);
  switch (explanation.verdict) {
    case Verdict::soddisfatto:
      return say(explanation.within_tolerance.empty() ? sentences::verdict_met
                                                      : sentences::verdict_within_tolerance);
    case Verdict::parziale:
      return say(sentences::verdict_partial);
    case Verdict::non_soddisfatto:
      return say(sentences::verdict_unmet);
    case Verdict::non_valutabile:
      break;
    case Verdict::non_applicabile:
      if (!explanation.term_to_come.empty()) return explanation.term_to_come;
      return explanation.applies_if
                 ? say(sentences::verdict_does_not_apply, explanation.applies_if->written)
                 : say(sentences::verdict_nothing_applies);
    case Verdict::non_vigente:
      return say(sentences::verdict_not_in_force, show_day(survey_date, language),
                 explanation.in_force);
  }

  std::vector<std::string> words;
  for (const Verdict verdict : explanation.possible) {
    words.push_back(uncapitalized(verdict_word(verdict, language)));
  }
  std::string text = say(sentences::verdict_undetermined, join_words(words, language, true));
  for (const std::string& why : explanation.no_value) text += " " + capitalized(why) + ".";
  return text;
}

std::string fragile_sentence(const Assessment& assessment, const Rulebook& rulebook,
                             const RuleResult& result, Language language, Naming naming) {
  if (!result.fragile) return {};
  const Say say(language);
  std::vector<std::string> unmet;
  for (const RuleId before : rulebook.prerequisites[result.outcome.rule]) {
    if (certainly_unmet(assessment.rules[before.index].outcome)) {
      unmet.push_back(rule_name(assessment.rules[before.index], rulebook, naming));
    }
  }
  return say.of(unmet.size() == 1, sentences::verdict_fragile, join_words(unmet, language));
}

}  // namespace leps::inline explaining
