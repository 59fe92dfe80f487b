// The list that an expression is certainly a word of, so that a word beside it is read in it.
#pragma once

#include "check/context.hpp"

#include <optional>

namespace leps::inline checking {

std::optional<ChoiceTypeId> list_of_words(const Context& context, ast::ExprId expr);
/// That of either.
std::optional<ChoiceTypeId> list_of_words(const Context& context, ast::ExprId left,
                                          ast::ExprId right);

}  // namespace leps::inline checking
