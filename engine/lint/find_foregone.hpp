// Finds levels and conditions that can come out in one way only, whatever the data.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline linting {

/// Requirements that always or never hold, conditions that always or never apply, partials that
/// cannot show.
void find_foregone(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps::inline linting
