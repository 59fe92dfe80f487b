// Levers that may be asked for a part of what comes only whole.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline linting {

/// Levers that are counted one by one and may be asked for a fraction.
void find_fractional(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps::inline linting
