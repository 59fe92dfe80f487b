// Resolved IR into typed IR: every expression gets a type and a unit, every period is checked for
// holes and overlaps, every lever is solved for the comparison that it closes.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"

namespace leps::inline checking {

/// Checks all that did resolve, so that the author needs one round trip; a part with a mistake is
/// reported once and left out of the result.
Typed check(const Resolved& resolved, DiagnosticBag& bag);

}  // namespace leps::inline checking
