// Names that nothing uses.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"

namespace leps::inline linting {

/// Names that are declared and not used; units that share the name of a value.
void find_idle_names(const Typed& typed, DiagnosticBag& bag);

}  // namespace leps::inline linting
