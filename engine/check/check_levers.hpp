// Levers: what an Ambito changes to meet a requirement. Each is solved for the comparisons that it
// can close.
#pragma once

#include "check/linear.hpp"

namespace leps::inline checking {

/// Costs that are added up for one rule must be in one unit: the first that was written.
struct CostUnit {
  Unit unit;
  Span where;
};

/// Fills `levers` and `solutions` of a requirement whose condition is checked.
void check_levers(Context& context, const Uses& uses, LinearSolver& solver,
                  const ast::Requirement& decl, typed::Requirement& requirement,
                  std::optional<CostUnit>& cost_unit);

}  // namespace leps::inline checking
