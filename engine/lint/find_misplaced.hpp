// Rules that stand in the wrong place among the others.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline linting {

/// Rules of another category that ask for no more than a binding level; prerequisites that are
/// never in force with what comes after them.
void find_misplaced(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps::inline linting
