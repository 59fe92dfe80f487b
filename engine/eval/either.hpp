// One of two values, as a condition falls that is not decided.
#pragma once

#include "eval/value.hpp"

namespace leps::inline evaluating {

/// A number of this range, worked out from two: one that is known rests on nothing more.
Quantity combine(Interval range, const Quantity& a, const Quantity& b);

/// All that either could be, unless both say the same.
Value either(const Truth& condition, const Value& yes, const Value& no);

}  // namespace leps::inline evaluating
