// Values of other years and of other Ambiti: the year before, sums of years, totals of a group.
#pragma once

#include "eval/evaluator.hpp"

namespace leps::inline evaluating {

/// The same datum so many years before; not known where the data have no such year. Of an Ambito
/// made by a merger since then, the sum of what its parts had, where it is an amount.
Value year_before(DatumId datum, int years, Evaluator& evaluator);

Value sum_of_years(const typed::YearsSum& node, Evaluator& evaluator);

/// Over the members that are in the data; not known where a declared one is not.
Value group_total(const typed::GroupTotal& node, Evaluator& evaluator);

}  // namespace leps::inline evaluating
