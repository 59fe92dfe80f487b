// Finds the circle when amounts or rules need each other. Boost.Graph only throws "must be a DAG";
// the author needs the path and the places.
#pragma once

#include "schedule/dependencies.hpp"

namespace leps::inline scheduling {

struct Step {
  std::size_t from, to;
  Span where;  // where `from` needs `to`
};
/// A shortest way from a vertex back to itself: each step begins where the one before ends.
using Circle = std::vector<Step>;

/// One circle of each group of vertices that need each other, by their smallest vertex.
std::vector<Circle> find_circles(const Dependencies& graph, const Order& order);

}  // namespace leps::inline scheduling
