// Types `livello di x o frazione`.
#pragma once

#include "check/check_types.hpp"

namespace leps::inline checking {

/// @param level, of  checked already
/// @param words      `o frazione`
/// @return nothing where the level does not say for each how many, which is reported
Checked check_begun(Context& context, typed::ExprId level, typed::ExprId of, Span words,
                    Span where);

}  // namespace leps::inline checking
