// Finds the unknown data that an expression rests on: those that `missing` names.
#pragma once

#include "eval/evaluator.hpp"

namespace leps::inline evaluating {

/// The data under an expression, through computed amounts, whose value is not known: of this Ambito
/// and year, and of the others that it asks. Of a table whose rows are known, the fields of which
/// some cell is not. A datum that is worked out where nobody gives it (`se manca`) stands with what
/// it is worked out from; one that is given stands alone, be it given between two ends.
DatumSet unknown_data(typed::ExprId expr, Evaluator& evaluator);

}  // namespace leps::inline evaluating
