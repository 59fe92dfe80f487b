// What a careful reader would say of rules that compile: those that cannot come out otherwise, that
// nobody can meet, that nobody needs. Without data: prove/ answers for every Ambito.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline linting {

/// Every finding, as warnings and notes. What cannot be decided is not a finding.
void lint(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps::inline linting
