// Finds `e` and `o` side by side without parentheses. They are read as the grammar says, and many
// authors mean the other way.
#pragma once

#include "base/text.hpp"
#include "syntax/ast.hpp"

#include <cstddef>
#include <string_view>

namespace leps::inline syntax {

/// A remark for each expression that mixes them, among those from the `first` on.
/// @param text  of the file that they stand in
void find_mixed_words(ast::Program& program, std::size_t first, std::string_view text,
                      Language language);

}  // namespace leps::inline syntax
