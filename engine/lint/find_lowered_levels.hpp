#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline linting {

void find_lowered_levels(const Typed& typed, DiagnosticBag& bag);

}  // namespace leps::inline linting
