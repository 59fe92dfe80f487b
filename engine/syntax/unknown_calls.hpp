// A parenthesis behind a word that is no function: `arrotonda(x)`, `tasso(a65)`.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// True where one opens right behind the word at a place: it is refused, with what to write.
bool refuse_unknown_call(Reader& reader, Place at);
/// Says which function may be meant by a word before a parenthesis.
void hint_at_function(const Reader& reader, Place begin, Place end, Diagnostic& found);

}  // namespace leps::inline syntax
