// Finds `e` and `o` side by side without parentheses. They are read as the grammar says, and many
// authors mean the other way.
#pragma once

#include "base/text.hpp"
#include "syntax/ast.hpp"

#include <cstddef>

namespace leps::inline syntax {

/// A remark for each expression that mixes them, among those from the `first` on.
void find_mixed_words(ast::Program& program, std::size_t first, Language language);

}  // namespace leps::inline syntax
