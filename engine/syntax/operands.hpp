// Finds what operators are said of in a text that could not be read, so that messages can show it
// as it should read.
#pragma once

#include "syntax/reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline syntax {

/// Where the operand that ends at `at` begins, in the clause that begins at `from`.
Place operand_begin(const Reader& reader, Place from, Place at);
/// Where the operand that begins at `at` ends, on its line.
Place operand_end(const Reader& reader, Place at);
std::string text_between(Place begin, Place end);
/// The first word of the type of a datum, if the file declares it and the word is a keyword: `sì`,
/// `uno di`.
std::optional<Keyword> type_word_of(const Reader& reader, std::string_view datum);
/// Where the line of a place begins.
Place line_begin(const Reader& reader, Place at);
/// The word, or the function, that ends at `end`; empty where none does.
std::string word_before(const Reader& reader, Place end);
/// The last keyword before a place, where only blanks are between; where it begins.
struct KeywordBefore {
  Keyword keyword;
  Place begin;
};
std::optional<KeywordBefore> keyword_before(const Reader& reader, Place at);

/// The place behind the keyword, the word, the text or the sign that begins at `at`.
Place behind_lexeme(const Reader& reader, Place at);

/// `a, b, c`, with what stands between them.
std::string joined(const std::vector<std::string>& items, std::string_view by);

bool is_comparison(Keyword word);
std::string in_words(const Reader& reader, Keyword keyword);

}  // namespace leps::inline syntax
