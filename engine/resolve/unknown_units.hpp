// A word that stands where a unit may stand, and is none that is declared: a type by another name,
// a month, another unit than the one that is needed there.
#pragma once

#include "resolve/unknown_names.hpp"

namespace leps::inline resolving {

bool is_of_unit(const UnknownName& mistake);

/// True where the word is a type by another name, or the unit that is needed is known: that says
/// more than what else the word is the name of.
bool says_which_unit(const Resolved& resolved, const UnknownName& mistake);

/// The message, without its hint.
Diagnostic& report_unit(const Resolved& resolved, const UnknownName& mistake, DiagnosticBag& bag);

/// What to write in its place, where no declared unit is near it.
std::optional<Instead> unit_to_write(const Resolved& resolved, const UnknownName& mistake);

}  // namespace leps::inline resolving
