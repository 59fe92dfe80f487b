// Terms (`x entro 30 giorni da d`): where one may stand, and what it asks.
#pragma once

#include "check/check_types.hpp"

#include <optional>
#include <vector>

namespace leps::inline checking {

/// A term asks nothing before it is due, so it stands only where that takes something out: alone in
/// a requirement, or in a condition on rows.
Checked check_term(Context& context, const ast::Within& node, Span where);

/// Whether all of some terms are due; nothing of none.
std::optional<typed::ExprId> all_due(Context& context, std::vector<typed::ExprId> due, Span where);

}  // namespace leps::inline checking
