#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline linting {

void find_unused_rows(const Typed& typed, DiagnosticBag& bag);

}  // namespace leps::inline linting
