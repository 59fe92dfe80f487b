// Finds what is one small step away: the operators that one may be mistaken for, the numbers beside
// one.
#pragma once

#include "syntax/ast.hpp"

#include <optional>
#include <vector>

namespace leps::inline mutating {

/// The operators that may stand in the place of one, and make it say something else.
std::vector<ast::BinaryOp> instead_of(ast::BinaryOp op);

/// The number with its last written digit one up or down; of a fraction, its denominator. Nothing
/// where that would be no number of at least zero.
/// @param by  1 or -1
std::optional<ast::Number> moved(const ast::Number& number, int by);

}  // namespace leps::inline mutating
