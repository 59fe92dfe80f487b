// YAML into a tree of data. yaml_tree.cpp is the only file that knows yaml-cpp.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <cstddef>
#include <optional>

namespace leps::inline trees {

/// How many signs of YAML, of which a value takes three: yaml-cpp keeps all that stands between two
/// brackets, sign by sign, before it hands over the first value.
inline constexpr std::size_t kMaxYamlSigns = 10 * kMaxDataValues;

/// Reads a source that holds one YAML document. Reported: what is not YAML, doubled keys, and what
/// data have no use for and could hide something: anchors and aliases, tags, further documents,
/// deep nesting.
/// @return nothing where the file is empty or could not be read to its end
std::optional<DataNode> read_yaml(const SourceMap& sources, SourceId source, DiagnosticBag& bag);

}  // namespace leps::inline trees
