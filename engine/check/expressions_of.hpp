// Where the expressions of a rule stand.
#pragma once

#include "check/typed.hpp"

#include <vector>

namespace leps::inline checking {

/// Everything that a version says with an expression, in the order of its clauses.
std::vector<typed::ExprId> expressions_of(const typed::RuleVersion& version);

}  // namespace leps::inline checking
