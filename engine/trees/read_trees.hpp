// Files of data into trees, each by its own reader.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <vector>

namespace leps::inline trees {

/// @param files  YAML, or JSON where the name says so
/// @return those that could be read and are not empty, in their order
std::vector<trees::DataNode> read_trees(const SourceMap& sources,
                                        const std::vector<SourceId>& files, DiagnosticBag& bag);

}  // namespace leps::inline trees
