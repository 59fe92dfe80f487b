// The keywords of the language, in both of its languages.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace leps {

enum class Keyword {
#define LEPS_KEYWORD(id, italian, english) id,
#include "syntax/keywords.def"
#undef LEPS_KEYWORD
};

std::string_view word(Keyword keyword, Language language);
/// Every keyword, in the order of keywords.def.
std::span<const Keyword> all_keywords();
/// The keyword that `text` is in `language`, words separated by one space.
std::optional<Keyword> keyword(std::string_view text, Language language);

}  // namespace leps
