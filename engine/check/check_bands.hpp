// Types `a scaglioni di x: fino a A vale r; oltre vale u`.
#pragma once

#include "check/check_types.hpp"

namespace leps::inline checking {

/// @param where  the whole expression
Checked check_bands(Context& context, const ast::Bands& node, Span where);

}  // namespace leps::inline checking
