// Quotes that are too many, or that are missing: a word of a `uno di` in quotes, a number in
// quotes, a text without them.
#pragma once

#include "check/context.hpp"
#include "resolve/instead.hpp"

namespace leps::inline checking {

/// What to write in place of a text where `wanted` must stand, if it is known.
std::optional<Instead> without_quotes(const Context& context, const std::string& text,
                                      const Type& wanted);

/// Where one of two that are compared is a text: on which side its quotes are too many, or missing.
void hint_at_quotes(const Context& context, Diagnostic& found, typed::ExprId left,
                    typed::ExprId right);

}  // namespace leps::inline checking
