// One version of one rule: its conditions are conditions, its numbers numbers, and all that it uses
// is there on every day on which it is in force.
#pragma once

#include "check/linear.hpp"
#include "check/uses.hpp"

namespace leps::inline checking {

/// @param pack  whose text it is
typed::RuleVersion check_version(Context& context, const Uses& uses, LinearSolver& solver,
                                 const ast::RuleDecl& decl, PackId pack);

}  // namespace leps::inline checking
