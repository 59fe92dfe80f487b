// Whether a mutant that no example notices could be noticed by one.
#pragma once

#include "mutate/mutant.hpp"
#include "schedule/rulebook.hpp"

#include <vector>

namespace leps::inline mutating {

/// Proves that no verdict changes, or finds an Ambito for which one does; writes what it found
/// into the mutant.
void prove_mutant(const ast::Program& program, const Rulebook& rulebook, Mutant& mutant);

/// The parameters that a check rests on, through amounts too.
std::vector<ParameterId> parameters_of(const Typed& typed, const typed::Check& check);

}  // namespace leps::inline mutating
