// Declarations as lines of text: what print() lays out.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace leps::inline syntax {

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

}  // namespace leps::inline syntax
