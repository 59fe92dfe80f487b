// What a careful reader would say of rules that compile: those that cannot come out otherwise, that
// nobody can meet, that nobody needs. Without data: prove/ answers for every Ambito.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps {

/// Every finding, as warnings and notes. What cannot be decided is not a finding.
void lint(const Rulebook& rulebook, DiagnosticBag& bag);

namespace linting {

/// Requirements that always or never hold, conditions that always or never apply, partials that
/// cannot show.
void find_foregone(const Rulebook& rulebook, DiagnosticBag& bag);
/// Rules of another category that ask for no more than a binding level; prerequisites that are
/// never in force with what comes after them.
void find_misplaced(const Rulebook& rulebook, DiagnosticBag& bag);
/// Levers that are counted one by one and may be asked for a fraction.
void find_fractional(const Rulebook& rulebook, DiagnosticBag& bag);
/// Names that are declared and not used; units that share the name of a value.
void find_idle_names(const Typed& typed, DiagnosticBag& bag);
/// Numbers that are assumptions, and what rests on them.
void find_assumptions(const Typed& typed, DiagnosticBag& bag);

}  // namespace linting
}  // namespace leps
