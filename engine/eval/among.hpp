// What is one of a list, and how many conditions of a list hold.
#pragma once

#include "eval/evaluator.hpp"

namespace leps::inline evaluating {

Truth one_of(const typed::OneOf& node, Evaluator& evaluator);
/// From those that certainly hold to those that may. What a condition that has no value could be
/// is both: it keeps the number from nothing that the others decide.
Quantity how_many(const typed::HowMany& node, Evaluator& evaluator);
/// A comparison of how many hold; where it is not decided, with what keeps some from having a
/// value.
Truth compare_how_many(const typed::HowMany& node, const typed::Compare& compare,
                       Evaluator& evaluator);

}  // namespace leps::inline evaluating
