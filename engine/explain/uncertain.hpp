// What of a rule is only assumed, or still to be verified, by the word of whoever wrote it: numbers
// that the result rests on, the day from which the rule is in force, what it comes after.
#pragma once

#include "explain/explain.hpp"

namespace leps::inline explaining {

/// Adds to an explanation that has its parameters and requirements already.
/// @param narrowed  what the rule reads narrower than it is given
void add_uncertain(Explanation& explanation, const std::vector<NarrowedDatum>& narrowed,
                   const Assessment& assessment, Evaluator& evaluator, Naming naming,
                   Language language);

}  // namespace leps::inline explaining
