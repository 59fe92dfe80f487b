#include "schedule/dependencies.hpp"

#include "check/walk.hpp"

#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <numeric>
#include <set>

namespace leps::inline scheduling {
namespace {

// The first use of each thing: one edge, one place.
void add_use(Dependencies& graph, std::set<std::size_t>& seen, std::size_t from, std::size_t to,
             Span where) {
  if (seen.insert(to).second) boost::add_edge(from, to, Use{where}, graph);
}

}  // namespace

Dependencies uses_of_amounts(const Typed& typed) {
  Dependencies graph(typed.computed.size());
  for (const ComputedId id : typed.computed.keys()) {
    std::set<std::size_t> seen;
    for_each_under(typed, typed.computed[id].value, [&](const typed::Expr& expr) {
      if (const auto used = typed::amount_of(typed, expr.node)) {
        add_use(graph, seen, id.index, used->index, expr.span);
      }
    });
  }
  return graph;
}

Dependencies rules_after_rules(const Typed& typed) {
  Dependencies graph(typed.rules.size());
  for (const RuleId id : typed.rules.keys()) {
    std::set<std::size_t> seen;
    for (const typed::RuleVersion& version : typed.rules[id].versions) {
      for (std::size_t i = 0; i < version.after.size(); ++i) {
        add_use(graph, seen, id.index, version.after[i].index, version.after_spans[i]);
      }
    }
  }
  return graph;
}

Order order_of(const Dependencies& graph) {
  Order order;
  order.group.resize(boost::num_vertices(graph));
  order.vertices.resize(boost::num_vertices(graph));
  // Tarjan's groups are numbered as they are left, the needed before those that need them.
  boost::strong_components(graph, boost::make_iterator_property_map(
                                      order.group.begin(), boost::get(boost::vertex_index, graph)));
  std::iota(order.vertices.begin(), order.vertices.end(), std::size_t{0});
  std::stable_sort(order.vertices.begin(), order.vertices.end(),
                   [&](std::size_t a, std::size_t b) { return order.group[a] < order.group[b]; });
  return order;
}

}  // namespace leps::inline scheduling
