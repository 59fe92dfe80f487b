// Slips of the hand that no lookup would notice: a name that is declared, that nobody uses, and
// that differs by one letter from another of its kind. With several packs in one run the other is
// declared elsewhere, so the slip would make a second thing in silence.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

namespace leps::inline resolving {

void report_slips(const Resolved& resolved, DiagnosticBag& bag);

}  // namespace leps::inline resolving
