// A text between quotes where something else stands: a name, a value, the words of a list.
#pragma once

#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

/// `"emporio solidale"` as a name.
std::string as_name(std::string_view text);

/// Says how what the text says is written there.
void hint_at_text(const Reader& reader, const Standing& standing, Diagnostic& diagnostic);

}  // namespace leps::inline syntax
