// Which data a condition speaks of, through computed amounts too: tables and their fields, and
// what stands in for a datum that nobody gives.
#pragma once

#include "check/typed.hpp"

#include <set>

namespace leps::inline proving {

/// Every datum under some expressions.
std::set<DatumId> data_under(const Typed& typed, const std::vector<typed::ExprId>& exprs);

}  // namespace leps::inline proving
