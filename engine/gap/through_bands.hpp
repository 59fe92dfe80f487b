// A lever that stands in bands: at which value the comparison turns, band by band.
#pragma once

#include "gap/moved.hpp"

namespace leps::inline gaps {

/// What the lever is worth where `left` and `right` are equal: everything where limits or rates are
/// not known.
/// @param solution  with `through`
/// @param at_zero   as if the lever were 0
/// @param up        whether the lever must rise, else fall
/// @param strict    whether the level must be passed
Interval turn_through_bands(const typed::Solution& solution, const typed::Compare& compare, bool up,
                            bool strict, Moved& at_zero, const Typed& typed);

}  // namespace leps::inline gaps
