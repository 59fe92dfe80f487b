// Reads from declarations of which type a value is, and checks that its formula is of that type.
#pragma once

#include "check/check_types.hpp"

namespace leps::inline checking {

/// The type that a declaration names; nothing where a unit in it is not declared.
std::optional<Type> declared_type(const Resolved& resolved, const ast::TypeText& text);

/// A calcolo's formula must be what it is declared to be; a number is converted to its unit.
Checked check_declared(Context& context, ast::ExprId expr, const Type& declared,
                       const ast::Identifier& name);

}  // namespace leps::inline checking
