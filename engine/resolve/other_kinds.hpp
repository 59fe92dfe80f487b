// A name that stands where a thing of another kind is needed: what it is, and what is written of
// such a thing there.
#pragma once

#include "resolve/unknown_names.hpp"

namespace leps::inline resolving {

/// What a name is anywhere: also of a check, a field or a requirement, whose names are no names of
/// values and of which several may be alike.
std::optional<OtherMeaning> meaning_elsewhere(const Names& names, const Resolved& resolved,
                                              std::string_view name);

/// Reports `totale(pari; a)`: the group comes last.
void report_swapped_total(const ast::Identifier& group, const ast::Identifier& amount,
                          DiagnosticBag& bag);

/// What to write in place of such a name, where there is something to say.
std::optional<Instead> what_to_write(const UnknownName& mistake);

}  // namespace leps::inline resolving
