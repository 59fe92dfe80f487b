// What the author of a number in another unit than the one that is needed may have meant: a level
// turned round, a level without what it is a level of, half a level.
#pragma once

#include "check/context.hpp"
#include "resolve/instead.hpp"

namespace leps::inline checking {

/// Of an expression that is to be in `wanted`; no hint where nothing is known.
void hint_at_unit(const Context& context, Diagnostic& found, typed::ExprId side,
                  const Unit& wanted);

/// Of a written level that is to be in `wanted`.
std::optional<Instead> ratio_to_write(const Context& context, const ast::Ratio& ratio,
                                      const Unit& wanted);

/// Of a fraction without units, `1/5.000`, that is to be in `wanted`: it read as a level.
std::optional<Instead> level_to_write(const Context& context, const ast::Number& fraction,
                                      const Unit& wanted);

}  // namespace leps::inline checking
