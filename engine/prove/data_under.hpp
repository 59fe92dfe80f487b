// Which data a condition speaks of, through computed amounts too.
#pragma once

#include "check/typed.hpp"

#include <set>

namespace leps {

/// Every datum under some expressions.
std::set<DatumId> data_under(const Typed& typed, const std::vector<typed::ExprId>& exprs);

}  // namespace leps
