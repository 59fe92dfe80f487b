// Finds the unknown data that can still change whether a condition holds: those that `deciding`
// names.
#pragma once

#include "eval/evaluator.hpp"

namespace leps::inline evaluating {

/// The unknown data that, alone or together with others of the set, can turn a condition that is
/// not decided; none where it is. Looks into the branches of `se` and the operands of `min` and
/// `max`: of a branch that falls short of the level whatever it is worth, only the condition
/// decides; of an operand that another always exceeds, nothing. Exact where each datum stands once
/// under `e`, `o`, `non`, `se`, comparisons of order between extremes of sums and products; else a
/// superset.
DatumSet deciding_data(typed::ExprId condition, Evaluator& evaluator);

}  // namespace leps::inline evaluating
