#include "syntax/keywords.hpp"

#include <array>
#include <unordered_map>

namespace leps {
namespace {

struct Row {
  std::string_view italian, english;
};

constexpr Row kRows[] = {
#define LEPS_KEYWORD(id, italian, english) {italian, english},
#include "syntax/keywords.def"
#undef LEPS_KEYWORD
};

constexpr Keyword kAll[] = {
#define LEPS_KEYWORD(id, italian, english) Keyword::id,
#include "syntax/keywords.def"
#undef LEPS_KEYWORD
};

using Words = std::unordered_map<std::string_view, Keyword>;

Words words_of(Language language) {
  Words words;
  for (const Keyword keyword : kAll) words.emplace(word(keyword, language), keyword);
  return words;
}

}  // namespace

std::string_view word(Keyword keyword, Language language) {
  const Row& row = kRows[static_cast<std::size_t>(keyword)];
  return language == Language::italian ? row.italian : row.english;
}

std::span<const Keyword> all_keywords() { return kAll; }

std::optional<Keyword> keyword(std::string_view text, Language language) {
  static const std::array<Words, 2> words = {words_of(Language::italian),
                                             words_of(Language::english)};
  const Words& table = words[language == Language::italian ? 0 : 1];
  const auto found = table.find(text);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

}  // namespace leps
