// Reports names that are probably slips of the hand: declared, used by nobody, and one letter away
// from another name of their kind. No lookup fails on such a name: where several packs are read,
// the right one is declared elsewhere, and the slip would declare a second thing in silence.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

namespace leps::inline resolving {

void report_slips(const Resolved& resolved, DiagnosticBag& bag);

}  // namespace leps::inline resolving
