// Levels that grow by portions, by bands, by words.
#pragma once

#include "eval/evaluator.hpp"

namespace leps::inline evaluating {

Quantity begun_portions(const typed::Begun& node, Evaluator& evaluator);
/// All that it could be: the least and the greatest over every value inside what is not known, not
/// only its ends.
Quantity by_bands(const typed::Bands& node, Evaluator& evaluator);
/// The value of the word; where it is not known, all that those of its list could be.
Value look_up(const typed::Lookup& node, Evaluator& evaluator);

}  // namespace leps::inline evaluating
