// Words of the language as the file writes them in which a place stands: what a hint shows can be
// copied there.
#pragma once

#include "check/typed.hpp"
#include "syntax/keywords.hpp"

namespace leps::inline linting {

inline Language language_at(const Typed& typed, Span where) {
  const auto at = typed.languages.find(where.source);
  return at == typed.languages.end() ? Language::italian : at->second;
}

inline std::string word_at(const Typed& typed, Span where, Keyword keyword) {
  return std::string(word(keyword, language_at(typed, where)));
}

}  // namespace leps::inline linting
