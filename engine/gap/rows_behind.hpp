// The rows behind a comparison of two counts over one table: which of them are missing, by name.
#pragma once

#include "eval/evaluator.hpp"
#include "gap/gap.hpp"

namespace leps::inline gaps {

/// Where a count of rows is to reach another count over the same table («the Comuni with a street
/// at least the Comuni», worked out from `comuni`), names the rows that the other counts and this
/// one does not, and those of which it is not known. Where one comparison of numbers is all that
/// sets the two counts apart, its distances are added up in `gap.shortfall`.
///
/// The amount, the unit and the lever stay those of the comparison. Nothing is named where a side
/// was given as a total.
void name_rows_behind(Gap& gap, const typed::Compare& compare, Evaluator& evaluator);

}  // namespace leps::inline gaps
