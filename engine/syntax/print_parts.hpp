// Pieces of text: what the parts of the printer share.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace leps::syntax {

std::string print_unit(const ast::UnitText& unit);
std::string print_number(const ast::Number& number, Language language);
/// `dal 1 gennaio 2025 al 31 dicembre 2025`
std::string print_period(const Period& period, Language language);
std::string print_value(const ast::Program& program, const ast::Value& value, Language language);
/// `24 volte (ore = 36; profilo = educatore)`
std::string print_row(const ast::Program& program, const ast::Row& row, Language language);

/// A line of a block, and where in the source what it says begins: the comments before that place
/// stand above it. Place 0: it begins where the line above it does.
struct Line {
  std::size_t depth = 0;
  std::string text;
  std::uint32_t at = 0;
};
std::vector<Line> declaration_lines(const ast::Program& program,
                                    const ast::Declaration& declaration, Language language);
std::vector<Line> package_lines(const ast::Program& program, const ast::File& file,
                                Language language);

}  // namespace leps::syntax
