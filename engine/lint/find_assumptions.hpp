// What nobody has confirmed.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"

namespace leps::inline linting {

/// Numbers that are assumptions, and what rests on them.
void find_assumptions(const Typed& typed, DiagnosticBag& bag);

}  // namespace leps::inline linting
