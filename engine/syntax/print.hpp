// AST into canonical text, in either language: what `leps fmt` writes.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <string>

namespace leps::inline syntax {

/// The whole file in its canonical layout, comments included. Parsing it again gives the same AST.
std::string print(const ast::Program& program, const ast::File& file, Language language);
/// One declaration, without comments: two that print the same say the same.
std::string print(const ast::Program& program, const ast::Declaration& declaration,
                  Language language);

}  // namespace leps::inline syntax
