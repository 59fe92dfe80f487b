// Says in which units the gap of a requirement may be.
#pragma once

#include "check/context.hpp"

#include <vector>

namespace leps::inline checking {

/// The types that the gap of a condition may have: of a comparison, its unit, or that of the lever
/// that closes it; of an `o`, those of its alternatives; of rows that are closed one by one, what
/// all of them are short of, too; all else is counted.
std::vector<NumberOf> gap_types(const Context& context, const typed::Requirement& requirement);

}  // namespace leps::inline checking
