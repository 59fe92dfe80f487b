// The functions of the language and what each word before a parenthesis can mean: `min` in English
// is a function of values and one of rows, and what follows decides.
#pragma once

#include "syntax/ast.hpp"
#include "syntax/keywords.hpp"

#include <optional>
#include <string_view>

namespace leps::inline syntax {

/// What a word before a parenthesis may be.
struct FunctionWord {
  std::optional<ast::Function> function;        // of values: `min(a; b)`
  std::optional<ast::Aggregation> aggregation;  // of rows: `minimo(e per ogni x in l)`
  bool total = false;                           // of a group: `totale(e; g)`
  bool members = false;                         // of a group: `membri(g)`
};

/// @return nothing where `word` is no function of `language`.
std::optional<FunctionWord> function_word(std::string_view word, Language language);
/// The words that may stand before a parenthesis.
std::span<const Keyword> function_words();

Keyword word_of(ast::Function function);
/// Of all but `for_every` and `exists` the word stands before a parenthesis.
Keyword word_of(ast::Aggregation aggregation);

}  // namespace leps::inline syntax
