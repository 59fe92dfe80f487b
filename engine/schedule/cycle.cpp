#include "schedule/cycle.hpp"

#include <algorithm>
#include <deque>

namespace leps::inline scheduling {
namespace {

/// How the search first came to a vertex.
struct Arrival {
  std::size_t from = 0;
  Span where;
  bool seen = false;
};

Circle walk_back(const std::vector<Arrival>& arrivals, std::size_t start, const Step& last) {
  Circle circle = {last};
  for (std::size_t at = last.from; at != start; at = arrivals[at].from) {
    circle.push_back({arrivals[at].from, at, arrivals[at].where});
  }
  std::reverse(circle.begin(), circle.end());
  return circle;
}

// Breadth first, within the group of `start`; nothing where `start` does not need itself.
Circle circle_through(const Dependencies& graph, const Order& order, std::size_t start,
                      std::vector<Arrival>& arrivals) {
  std::deque<std::size_t> open = {start};
  while (!open.empty()) {
    const std::size_t from = open.front();
    open.pop_front();
    for (const auto edge : boost::make_iterator_range(boost::out_edges(from, graph))) {
      const std::size_t to = boost::target(edge, graph);
      const Step step{from, to, graph[edge].where};
      if (to == start) return walk_back(arrivals, start, step);
      if (order.group[to] != order.group[start] || arrivals[to].seen) continue;
      arrivals[to] = {from, step.where, true};
      open.push_back(to);
    }
  }
  return {};
}

}  // namespace

std::vector<Circle> find_circles(const Dependencies& graph, const Order& order) {
  std::vector<Circle> circles;
  std::vector<Arrival> arrivals(boost::num_vertices(graph));
  std::vector<bool> group_done(boost::num_vertices(graph));
  for (std::size_t vertex = 0; vertex < boost::num_vertices(graph); ++vertex) {
    if (group_done[order.group[vertex]]) continue;
    group_done[order.group[vertex]] = true;
    Circle circle = circle_through(graph, order, vertex, arrivals);
    if (!circle.empty()) circles.push_back(std::move(circle));
  }
  return circles;
}

}  // namespace leps::inline scheduling
