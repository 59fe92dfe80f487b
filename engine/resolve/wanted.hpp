// What a place says of the name that stands in it: what it is needed for, and where.
#pragma once

#include "resolve/names.hpp"

namespace leps::inline resolving {

/// Where a name stands, as far as that changes what to write there.
enum class Role {
  any,
  type,              // behind the colon of a declaration
  value,             // in an expression
  literal,           // where only a written value can stand: in a parameter, in a bound
  example_value,     // the same in an example, where it may be unknown
  given,             // before the `=` of an example's data
  lever,             // behind `si colma con`
  after,             // behind `dopo`
  expected_verdict,  // behind `attesi`
  expected_amount,
  expected_finding
};

/// True where no name of a value can stand.
constexpr bool is_literal(Role role) {
  return role == Role::literal || role == Role::example_value;
}

/// What a place needs a name for.
struct Wanted {
  Text what;                    // «un dato, un parametro o un calcolo»
  std::vector<NameKind> kinds;  // whose names may be meant
  Role role = Role::any;
  const ast::TypeText* type = nullptr;  // of what must stand there, where that is known
  std::optional<Rational> count = {};   // of a unit: the number before it
};

}  // namespace leps::inline resolving
