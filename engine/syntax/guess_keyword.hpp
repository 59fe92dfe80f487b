// Guesses the keyword that was meant by words that are none: misspelt, or of the other language.
#pragma once

#include "syntax/reader.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace leps::inline syntax {

/// As `nearest`, whatever the accents and the capitals. Words of one or two letters have too many
/// neighbours: they are found only where they differ in nothing else.
std::optional<Keyword> nearest_keyword(std::string_view words, std::span<const Keyword> among,
                                       Language language);

/// The keyword that the words at a place were probably meant to be.
struct Guess {
  Keyword keyword;
  Place end;  // behind the mistaken words
  bool other_language = false;
};
std::optional<Guess> guess_keyword(const Reader& reader, Place at, std::span<const Keyword> among);

/// The keyword of `among` of which all but the last word are there: `si applica` for `si applica
/// se`, `altro membro` for `altro membro di`. Two words are the fewest that cannot be names.
std::optional<Guess> begun_clause(const Reader& reader, Place at, std::span<const Keyword> among);

/// True where the word that follows is the missing one, misspelt.
bool ends_misspelt(const Reader& reader, const Guess& begun);

/// Only one, where the letters are those of the keyword: other capitals or accents, a blank lost or
/// added.
Readings readings_of_guess(std::string_view written, std::string_view meant);

/// Reports the words at `at` as `guess`, misspelt or in the other language.
void report_guess(Reader& reader, Place at, const Guess& guess, const Text& expected);

}  // namespace leps::inline syntax
