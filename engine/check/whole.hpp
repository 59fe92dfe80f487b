// Which formulas are whole numbers, whatever the data are.
#pragma once

#include "check/typed.hpp"

namespace leps::inline checking {

/// False too where it only cannot be told.
bool is_always_whole(const Typed& typed, typed::ExprId expr);
/// Likewise of a datum: `intero`, and what works it out (`se manca`) gives nothing else.
bool is_always_whole(const Typed& typed, DatumId datum);

}  // namespace leps::inline checking
