// Lists the small changes to an expression and to all that it is made of.
#pragma once

#include "base/text.hpp"
#include "syntax/ast.hpp"

#include <functional>

namespace leps::inline mutating {

/// Which expression something is at, wherever it stands in a copy of the program.
using Slot = std::function<ast::ExprId&(ast::Program&)>;

/// Takes a change: where it is, what it says, and what makes it.
using AddChange =
    std::function<void(Span where, Text change, std::function<void(ast::Program&)> apply)>;

void list_expression(const ast::Program& program, ast::ExprId id, const Slot& slot,
                     const AddChange& add);
/// The same of a condition, or of a part of one joined by `e` or `o`: where it is a name, its
/// opposite too.
void list_condition(const ast::Program& program, ast::ExprId id, const Slot& slot,
                    const AddChange& add);

}  // namespace leps::inline mutating
