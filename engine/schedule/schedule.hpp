// Typed IR into an order: computed amounts each after those they use, rules each with all that it
// comes after. The only room that knows Boost.Graph.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline scheduling {

/// @return the rulebook, or nothing where amounts or prerequisites run in a circle, which is
///         reported step by step, each with its place.
std::optional<Rulebook> schedule(Typed typed, DiagnosticBag& bag);

}  // namespace leps::inline scheduling
