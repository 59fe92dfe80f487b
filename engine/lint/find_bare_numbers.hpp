#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline linting {

void find_bare_numbers(const Typed& typed, DiagnosticBag& bag);

}  // namespace leps::inline linting
