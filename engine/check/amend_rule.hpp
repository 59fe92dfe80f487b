// A rule as the packs that stand on its own change it: other texts of its requirements,
// requirements beside them, other titles, the end of some of them or of it all.
#pragma once

#include "check/linear.hpp"
#include "check/uses.hpp"

namespace leps::inline checking {

/// Changes a rule, one pack after the other, the lowest first. The text so amended is checked as a
/// rule of its own, with the days on which it holds.
/// @param rule  its versions as they are declared; they become what they are with all changes
void amend_rule(Context& context, const Uses& uses, LinearSolver& solver,
                const Resolved::RuleEntry& entry, typed::Rule& rule);

}  // namespace leps::inline checking
