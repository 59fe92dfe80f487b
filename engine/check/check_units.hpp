// Units: what a written unit is, and how two numbers that stand side by side agree on one.
#pragma once

#include "check/context.hpp"

namespace leps::inline checking {

/// The unit as written; nothing where one of its words is not declared (resolve/ reported it).
std::optional<Unit> unit_of(const Resolved& resolved, const ast::UnitText& text);

/// Brings two numbers that are added, compared or chosen between to one unit: the left one's, by an
/// exact conversion of the right one where there is one. A literal 0 takes the other's unit.
/// @param right  replaced where it had to be converted
/// @param where  the operator, or the word, that brings them together
/// @return the type of both; nothing where they do not agree, which is reported
std::optional<NumberOf> agree(Context& context, typed::ExprId left, typed::ExprId& right,
                              Span where);

/// The type of a product or a quotient.
NumberOf product(const NumberOf& left, const NumberOf& right);
NumberOf quotient(const NumberOf& left, const NumberOf& right);

/// The expression in another unit: itself where it is the same, a conversion where it is exact, a 0
/// as it is; nothing where the two units measure different things.
std::optional<typed::ExprId> in_unit(Context& context, typed::ExprId expr, const Unit& unit);

}  // namespace leps::inline checking
