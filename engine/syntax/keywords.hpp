// The keywords of the language, in Italian and in English. Names of functions and types are words
// of the language only where the grammar looks for them; elsewhere they are free.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace leps::inline syntax {

enum class Keyword {
#define LEPS_KEYWORD(id, italian, english) id,
#include "syntax/keywords.def"
#undef LEPS_KEYWORD
};

/// Of the two, the language that this is not.
constexpr Language other(Language language) {
  return language == Language::italian ? Language::english : Language::italian;
}

std::string_view word(Keyword keyword, Language language);
/// Every keyword, in the order of keywords.def; without the local words.
std::span<const Keyword> all_keywords();
/// All that they are made of, the local words too.
std::vector<std::string_view> all_words(Language language);
/// The keyword that `text` is in `language`, words separated by one space; never a local word.
std::optional<Keyword> keyword(std::string_view text, Language language);
/// True for a word that cannot be a name in either language, so that a pack can be printed in both:
/// a keyword, or one that makes another keyword of the keyword before it.
bool is_reserved(std::string_view name);

/// The month of its name, from 1; nothing for any other keyword.
constexpr std::optional<unsigned> month_of(Keyword word) {
  if (word < Keyword::january || word > Keyword::december) return std::nullopt;
  return static_cast<unsigned>(word) - static_cast<unsigned>(Keyword::january) + 1;
}
/// @param month  1 to 12
constexpr Keyword name_of_month(unsigned month) {
  return static_cast<Keyword>(static_cast<unsigned>(Keyword::january) + month - 1);
}

}  // namespace leps::inline syntax
