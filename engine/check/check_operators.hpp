// Types operators and `se … allora … altrimenti`, whose operands must go together.
#pragma once

#include "check/check_types.hpp"

namespace leps::inline checking {

/// @param where  the whole expression
Checked check_unary(Context& context, const ast::Unary& node, Span where);
Checked check_binary(Context& context, const ast::Binary& node, Span where);
/// A comparison of two sides that are checked already.
/// @param op_span  the word that compares them
Checked check_comparison(Context& context, ast::BinaryOp op, typed::ExprId left,
                         typed::ExprId right, Span op_span, Span where);
/// @param list  the list that a word in it must be of, where the context says so
Checked check_conditional(Context& context, const ast::Conditional& node,
                          std::optional<ChoiceTypeId> list, Span where);

}  // namespace leps::inline checking
