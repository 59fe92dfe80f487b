// Rows: what is counted, added up, compared over them. A row whose `dove` is not known may be there
// or not; a cell that is not known may be anything that its field allows.
#pragma once

#include "eval/evaluator.hpp"

#include <functional>

namespace leps::inline evaluating {

/// A field of the row on which its aggregate stands.
Value field_value(const typed::FieldRef& ref, Evaluator& evaluator);

/// The value of an aggregate. Over none, a sum and a count are 0, `esiste` is false, `per ogni` is
/// true, and the rest have no value; over rows that are not known, all that any of them could give.
Value aggregate(const typed::Aggregate& node, typed::ExprId expr, Evaluator& evaluator);

/// The truth of a `per ogni` where there is a row at all: with none it would hold of nothing, and
/// its requirement asks nothing.
Truth for_every_of_some(const typed::Aggregate& node, const Truth& for_every, Evaluator& evaluator);

/// Calls back for every row that could count, standing on it: whether it does.
void for_each_row(const typed::Aggregate& node, const std::vector<FactRow>& rows,
                  Evaluator& evaluator,
                  const std::function<void(const FactRow& row, const Truth& counts)>& visit);

}  // namespace leps::inline evaluating
