// Every amendment of every pack, held against what it amends: the levels of a binding category can
// only be made stricter, by each layer.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline proving {

/// For every rule of a binding category and every pack that amends it, or a parameter that it uses:
/// whoever meets a requirement as amended must meet it as it was before, on every day. What is not
/// proved is reported, as an error, where the pack amends it. Other categories may be amended
/// freely.
void check_amendments(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps::inline proving
