#include "words/words.hpp"

#include <array>

namespace leps::inline wording {
namespace {

struct Both {
  std::string_view it, en;
  [[nodiscard]] std::string_view in(Language language) const {
    return language == Language::italian ? it : en;
  }
};

}  // namespace

std::string_view verdict_word(Verdict verdict, Language language) {
  constexpr Both kWords[] = {
      {"Soddisfatto", "Met"},
      {"Parziale", "Partial"},
      {"Non soddisfatto", "Not met"},
      {"Non valutabile", "Cannot be judged"},
      {"Non applicabile", "Not applicable"},
      {"Non vigente", "Not in force"},
  };
  return kWords[static_cast<std::size_t>(verdict)].in(language);
}

std::string_view verdict_symbol(Verdict verdict) {
  constexpr std::string_view kSymbols[] = {"●", "◐", "✗", "?", "–", "·"};
  return kSymbols[static_cast<std::size_t>(verdict)];
}

std::string_view draft_word(Language language) {
  return language == Language::italian ? "BOZZA" : "DRAFT";
}

std::string_view confidence_word(Confidence confidence, Language language) {
  constexpr Both kWords[] = {
      {"verificato", "verified"},
      {"da verificare", "to be verified"},
      {"ipotesi", "assumption"},
  };
  return kWords[static_cast<std::size_t>(confidence)].in(language);
}

std::string ordinal(int place, Language language) {
  constexpr std::array<Both, 10> kWords = {{{"prima", "first"},
                                            {"seconda", "second"},
                                            {"terza", "third"},
                                            {"quarta", "fourth"},
                                            {"quinta", "fifth"},
                                            {"sesta", "sixth"},
                                            {"settima", "seventh"},
                                            {"ottava", "eighth"},
                                            {"nona", "ninth"},
                                            {"decima", "tenth"}}};
  if (place >= 1 && place <= 10) {
    return std::string(kWords[static_cast<std::size_t>(place - 1)].in(language));
  }
  const std::string digits = std::to_string(place);
  if (language == Language::italian) return digits + "ª";
  const bool teen = place % 100 >= 11 && place % 100 <= 13;
  constexpr std::string_view kEndings[] = {"th", "st", "nd", "rd"};
  const int last = place % 10;
  return digits + std::string(teen || last > 3 ? "th" : kEndings[last]);
}

std::string_view criterion_word(typed::Criterion criterion, Language language) {
  constexpr Both kWords[] = {
      {"categoria", "category"},
      {"prima le cause", "causes first"},
      {"lacuna relativa", "relative gap"},
      {"costo", "cost"},
      {"beneficiari", "beneficiaries"},
      {"scadenza", "deadline"},
      {"punteggio", "score"},
  };
  return kWords[static_cast<std::size_t>(criterion)].in(language);
}

std::string_view truth_word(bool value, Language language) {
  if (!value) return "no";
  return language == Language::italian ? "sì" : "yes";
}

std::string join_words(const std::vector<std::string>& words, Language language,
                       bool alternatives) {
  const Both last = alternatives ? Both{" o ", " or "} : Both{" e ", " and "};
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? std::string(last.in(language)) : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace leps::inline wording
