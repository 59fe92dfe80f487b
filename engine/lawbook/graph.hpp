// What comes before what, drawn.
#pragma once

#include "lawbook/page.hpp"

#include <optional>
#include <vector>

namespace leps::lawbook {

/// What comes before what, drawn; nothing where nothing does.
/// @param rules    those to draw
/// @param current  the one whose page it is, if any
void add_graph(Node parent, const Book& book, const std::vector<RuleId>& rules,
               std::optional<RuleId> current);

}  // namespace leps::lawbook
