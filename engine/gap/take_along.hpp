// Corrects a gap where its lever makes other data move (`parte di`): a lever that is a part makes a
// whole grow once it is as large as the whole; a lever that is a whole makes its parts shrink.
#pragma once

#include "gap/reach.hpp"

namespace leps::inline gaps {

/// The gap of a comparison in which a whole of the lever stands too. What it was if the whole
/// stayed becomes what it is as both move: exact where all is known and straight, else an interval.
/// @param gap  its amount as the lever must move by it, before steps
void take_along(Gap& gap, const LeverMove& move, Evaluator& evaluator);

/// Whether the comparison holds once the lever has moved by the gap, those that follow it too. Not
/// known: true.
bool holds_with_those_taken_along(const Gap& gap, const LeverMove& move, Evaluator& evaluator);

/// Fills which data the lever takes along, and how far.
void name_taken_along(Gap& gap, const LeverMove& move, Evaluator& evaluator);

}  // namespace leps::inline gaps
