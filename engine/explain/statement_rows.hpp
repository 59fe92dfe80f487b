// What a condition over the rows of a table asks and what there is: `via fittizia: serve in ogni
// comune; mancano: Codogno; non si sa: Lodi Vecchio`.
#pragma once

#include "explain/statement.hpp"

namespace leps::inline explaining {

/// Of `per ogni` and `esiste`.
/// @param gap  of a `per ogni`; none where it was not measured. Must outlive the statement
Statement describe_rows(const typed::Aggregate& over, typed::ExprId condition, const Gap* gap,
                        Evaluator& evaluator, Language language);

}  // namespace leps::inline explaining
