// Quotes that are too many, or that are missing: a word of a `uno di` in quotes, a number in
// quotes, a text without them.
#pragma once

#include "check/context.hpp"

namespace leps::inline checking {

/// What to write in place of a text where `wanted` must stand, if it is known.
std::optional<Text> without_quotes(const Context& context, const std::string& text,
                                   const Type& wanted);

/// What to write where one of two that are compared is a text: on which side its quotes are too
/// many, or missing.
std::optional<Text> quotes_to_write(const Context& context, typed::ExprId left,
                                    typed::ExprId right);

}  // namespace leps::inline checking
