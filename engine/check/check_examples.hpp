// Examples: what they give fits the data, what they expect could come out.
#pragma once

#include "check/context.hpp"

namespace leps::inline checking {

/// @param context  its data, computed amounts and rules are checked
void check_examples(Context& context);

}  // namespace leps::inline checking
