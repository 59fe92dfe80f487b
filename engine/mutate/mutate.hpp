// Mutation testing of packs: every small change to the rules should be noticed by some example.
#pragma once

#include "mutate/mutant.hpp"
#include "schedule/rulebook.hpp"

#include <functional>
#include <vector>

namespace leps::inline mutating {

/// Makes every change to a program, one at a time, and runs the examples on each.
/// @param rulebook  what the program compiles to; all its examples hold
/// @param threads   how many work at it
/// @param progress  is told how many are done, of how many; by one thread at a time
/// @return in the order of the text, whatever the machine and the threads
std::vector<Mutant> mutate(const ast::Program& program, const Rulebook& rulebook, unsigned threads,
                           const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace leps::inline mutating
