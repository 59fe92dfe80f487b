// A derivation: what a value rests on, as a tree, down to the law, the line of the rules and the
// cell of the data.
#pragma once

#include "facts/fact.hpp"

#include <string>
#include <variant>
#include <vector>

namespace leps {

/// One thing and what it was made from. The values themselves are found again by `expr`.
struct Derivation {
  /// An operation of a formula, or the formula of an amount when `subject` names it.
  typed::ExprId expr;
  std::variant<std::monostate, DatumId, ParameterId, ComputedId> subject;
  std::vector<Derivation> from;
};

/// The tree under an expression: computed amounts are opened, data and parameters are its leaves.
Derivation derive(const Typed& typed, typed::ExprId expr);

}  // namespace leps
