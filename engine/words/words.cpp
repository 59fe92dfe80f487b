#include "words/words.hpp"

#include "words/sentences.hpp"

namespace leps::inline wording {

std::string_view verdict_word(Verdict verdict, Language language) {
  static constexpr Sentence kWords[] = {terms::met,
                                        terms::partly_met,
                                        terms::not_met,
                                        terms::cannot_be_judged,
                                        terms::not_applicable,
                                        terms::not_in_force};
  return kWords[static_cast<std::size_t>(verdict)].in(language).many;
}

std::string_view verdict_symbol(Verdict verdict) {
  constexpr std::string_view kSymbols[] = {"●", "◐", "✗", "?", "–", "·"};
  return kSymbols[static_cast<std::size_t>(verdict)];
}

std::string_view draft_word(Language language) { return terms::draft.in(language).many; }

std::string no_rule_judges_it(Language language) { return Say(language)(terms::no_rule_judges); }

std::string_view confidence_word(Confidence confidence, Language language) {
  static constexpr Sentence kWords[] = {terms::verified, terms::to_be_verified, terms::assumption};
  return kWords[static_cast<std::size_t>(confidence)].in(language).many;
}

std::string ordinal(int place, Language language) {
  static constexpr Sentence kWords[] = {terms::first, terms::second, terms::third,   terms::fourth,
                                        terms::fifth, terms::sixth,  terms::seventh, terms::eighth,
                                        terms::ninth, terms::tenth};
  const Say say(language);
  if (place >= 1 && place <= 10) return say(kWords[place - 1]);
  static constexpr Sentence kEndings[] = {terms::ending_in_th, terms::ending_in_st,
                                          terms::ending_in_nd, terms::ending_in_rd};
  const bool teen = place % 100 >= 11 && place % 100 <= 13;
  const int last = place % 10;
  return say(teen || last > 3 ? terms::ending_in_th : kEndings[last], std::to_string(place));
}

std::string_view criterion_word(typed::Criterion criterion, Language language) {
  static constexpr Sentence kWords[] = {terms::category, terms::causes_first,  terms::relative_gap,
                                        terms::cost,     terms::beneficiaries, terms::deadline,
                                        terms::score};
  return kWords[static_cast<std::size_t>(criterion)].in(language).many;
}

std::string_view truth_word(bool value, Language language) {
  return (value ? terms::yes : terms::no).in(language).many;
}

std::string join_words(const std::vector<std::string>& words, Language language,
                       bool alternatives) {
  const Say say(language);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 == words.size()) {
      return say(alternatives ? terms::or_the_last : terms::and_the_last, text, words[i]);
    }
    if (i > 0) text += ", ";
    text += words[i];
  }
  return text;
}

}  // namespace leps::inline wording
