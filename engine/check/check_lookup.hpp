// Types `tasso[f.fascia]`, of a parameter that has a value for each word of a list.
#pragma once

#include "check/check_types.hpp"

namespace leps::inline checking {

/// @param where  the whole expression
Checked check_lookup(Context& context, const ast::Lookup& node, Span where);

}  // namespace leps::inline checking
