// Characters as the language sees them: blanks, letters with their accents, digits. UTF-8 is read
// one character at a time; nothing here asks the locale.
#pragma once

#include "base/digits.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace leps::inline syntax {

/// A place in the text that is being read.
using Place = const char*;

inline std::string_view between(Place begin, Place end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

struct Character {
  char32_t code = 0;
  std::size_t length = 0;  // in bytes; 0 at the end of the text and where it is not UTF-8
};
Character character_at(Place at, Place end);

inline bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
/// A to Z and the accented letters of the languages of Europe that use them.
bool is_letter(char32_t code);
/// An accent written as a character of its own, after its letter (Unicode's NFD).
bool is_combining_mark(char32_t code);

/// The end of the word that begins at `at`; `at` itself where none does. A word begins with a
/// letter and goes on with letters, digits and `_`; combining marks are kept, to be reported.
Place word_end(Place at, Place end);

/// The word with its combining marks joined to their letters: `unita` + U+0300 is `unità`.
std::string composed(std::string_view word);
bool has_combining_marks(std::string_view word);
/// The word without accents and capitals, to compare what people type: `Unità` is `unita`.
std::string folded(std::string_view word);
/// The beginning of a text too long to be quoted whole in a message.
std::string shortened(std::string_view text);

}  // namespace leps::inline syntax
