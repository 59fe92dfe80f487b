// Types what stands between two ends, what is one of a list, and how many of a list hold.
#pragma once

#include "check/check_types.hpp"

namespace leps::inline checking {

/// @param where  the whole expression
Checked check_between(Context& context, const ast::Between& node, Span where);
Checked check_one_among(Context& context, const ast::OneAmong& node, Span where);
Checked check_count_among(Context& context, const ast::CountAmong& node, Span where);

}  // namespace leps::inline checking
