// Rules: their conditions are conditions, their numbers numbers, and all that they use is there on
// every day on which they are in force.
#pragma once

#include "check/uses.hpp"

namespace leps::inline checking {

void check_rules(Context& context, const Uses& uses);

}  // namespace leps::inline checking
