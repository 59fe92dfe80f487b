// Small numbers as people write them in words: the language has figures only.
#pragma once

#include "syntax/keywords.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace leps::inline syntax {

/// `due` is 2: those up to ten, and the tens of terms.
std::optional<int> number_in_words(std::string_view word, Language language);

/// What part of something a word says, in figures: `metà` is 50%, two `terzi` are 2/3, `doppio` is
/// 200%.
std::optional<std::string> part_in_words(std::string_view word, int how_many, Language language);

/// `la`, `the`: a word that may stand before either.
bool is_article(std::string_view word, Language language);

/// False of nearly all words that neither says, nor an article before one: it is asked at every
/// operand.
bool may_begin_part(std::string_view word);

}  // namespace leps::inline syntax
