// Prints an example as lines of text: what it gives, and what it expects.
#pragma once

#include "syntax/print_declarations.hpp"

namespace leps::inline syntax {

std::vector<Line> example_lines(const ast::Program& program, const ast::ExampleDecl& example,
                                Language language);

}  // namespace leps::inline syntax
