// Values of other years and of other Ambiti: the year before, sums of years, totals of a group.
#pragma once

#include "eval/evaluator.hpp"

#include <vector>

namespace leps::inline evaluating {

/// The same datum so many years before; not known where the data have no such year. Of an Ambito
/// made by a merger since then, the sum of what its parts had, where it is an amount.
Value year_before(DatumId datum, int years, Evaluator& evaluator);

Value over_years(const typed::OverYears& node, Evaluator& evaluator);

/// Which of this year and those before it, `years` in all, the data hold of this Ambito: 0 is this
/// year, 1 the year before it.
std::vector<int> years_held(int years, const Evaluator& evaluator);

/// How many Ambiti make up the group, those that the data have and those that it declares.
Value group_size(const typed::GroupSize& node, const Evaluator& evaluator);
/// Over the members that are in the data; not known where a declared one is not.
Value group_total(const typed::GroupTotal& node, Evaluator& evaluator);

}  // namespace leps::inline evaluating
