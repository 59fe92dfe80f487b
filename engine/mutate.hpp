// Mutation testing of packs: every small change to the rules should be noticed by some example.
#pragma once

#include "mutations.hpp"
#include "pipeline.hpp"

#include <functional>

namespace leps {

/// A changed pack, and what became of it.
struct Mutant {
  enum class Fate {
    noticed,   // an example comes out otherwise
    refused,   // it does not compile
    survived,  // no example notices
    same,      // proved: no Ambito gets another result, whatever is known of it
    unseen     // no example could: on the days that it changes nothing uses it
  };
  Mutation mutation;
  Fate fate = Fate::survived;
  /// Of `survived`, an example that would notice, where one is known; of the last two, why.
  Text remark;
};

/// Makes every change to a program, one at a time, and runs the examples on each.
/// @param rulebook  what the program compiles to; all its examples hold
/// @param threads   how many work at it
/// @param progress  is told how many are done, of how many; by one thread at a time
/// @return in the order of the text, whatever the machine and the threads
std::vector<Mutant> mutate(const ast::Program& program, const Rulebook& rulebook, unsigned threads,
                           const std::function<void(std::size_t, std::size_t)>& progress);

/// The parameters that a check rests on, through amounts too.
std::vector<ParameterId> parameters_of(const Typed& typed, const typed::Check& check);

/// Whether a mutant that no example notices could be noticed by one: proves that no verdict
/// changes, or finds an Ambito for which one does.
void weigh_mutant(const ast::Program& program, const Rulebook& rulebook, Mutant& mutant);

}  // namespace leps
