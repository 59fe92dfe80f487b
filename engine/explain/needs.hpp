// What closing the gaps of one Ambito takes: of each thing how much, and what is to be activated.
#pragma once

#include "explain/summary.hpp"

namespace leps::inline explaining {

/// Fills `needs` and `activations` from the requirements of the ranked rules.
/// @param page  its rules explained and ranked
void add_needs(AmbitoPage& page, const Typed& typed, Language language);

}  // namespace leps::inline explaining
