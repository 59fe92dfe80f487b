// AST into canonical text, in either language: what `leps fmt` writes.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <string>

namespace leps {

/// The whole file in its canonical layout, comments included. Parsing it again gives the same AST.
std::string print(const ast::Program& program, const ast::File& file, Language language);
/// One declaration, without comments: two that print the same say the same.
std::string print(const ast::Program& program, const ast::Declaration& declaration,
                  Language language);
std::string print_expression(const ast::Program& program, ast::ExprId expr, Language language);

/// `5.000` in Italian, `5,000` in English, from the neutral `5000`; fractions too.
std::string print_digits(const std::string& digits, Language language);
/// `1 gennaio 2021`, `1 January 2021`.
std::string print_day(Day day, Language language);

}  // namespace leps
