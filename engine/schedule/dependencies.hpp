// Who needs whom, as graphs: computed amounts that use amounts, rules that come after rules. Each
// edge knows the place of its use, so that a message can show every step.
#pragma once

#include "check/typed.hpp"

#include <boost/graph/adjacency_list.hpp>

namespace leps::inline scheduling {

struct Use {
  Span where;
};
/// An edge goes from what needs to what is needed; a vertex is the index of its id.
using Dependencies =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Use>;

Dependencies uses_of_amounts(const Typed& typed);
/// Over all versions of a rule.
Dependencies rules_after_rules(const Typed& typed);

/// Every vertex after those that it needs, as far as they do not need each other; and for each
/// vertex the number of its group, those that do need each other having the same one.
struct Order {
  std::vector<std::size_t> vertices;
  std::vector<std::size_t> group;
};
Order order_of(const Dependencies& graph);

}  // namespace leps::inline scheduling
