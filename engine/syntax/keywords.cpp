#include "syntax/keywords.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace leps::inline syntax {
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
#define LEPS_LOCAL_WORD(id, italian, english)
#include "syntax/keywords.def"
#undef LEPS_KEYWORD
};

using Words = std::unordered_map<std::string_view, Keyword>;

Words words_of(Language language) {
  Words words;
  for (const Keyword keyword : kAll) words.emplace(word(keyword, language), keyword);
  return words;
}

// `manca` of `se manca`: a name behind `se` would turn it into another keyword.
std::unordered_set<std::string_view> completing_words() {
  std::unordered_set<std::string_view> words;
  for (const Language language : {Language::italian, Language::english}) {
    for (const Keyword before : {Keyword::if_, Keyword::in}) {  // a name may follow these
      const std::string begun = std::string(word(before, language)) + ' ';
      for (const Keyword known : kAll) {
        const std::string_view text = word(known, language);
        if (text.starts_with(begun)) words.insert(text.substr(begun.size()));
      }
    }
  }
  return words;
}

}  // namespace

std::string_view word(Keyword keyword, Language language) {
  const Row& row = kRows[static_cast<std::size_t>(keyword)];
  return language == Language::italian ? row.italian : row.english;
}

std::vector<std::string_view> all_words(Language language) {
  std::vector<std::string_view> words;
  for (const Row& row : kRows) {
    words.push_back(language == Language::italian ? row.italian : row.english);
  }
  return words;
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

bool is_reserved(std::string_view name) {
  static const std::unordered_set<std::string_view> completing = completing_words();
  return keyword(name, Language::italian) || keyword(name, Language::english) ||
         completing.contains(name);
}

}  // namespace leps::inline syntax
