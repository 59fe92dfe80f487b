// JSON into the same tree of texts that YAML is read into: numbers stay as they are written.
// Strict, as RFC 8259 has it: what only looks like JSON is refused, in the words of whoever wrote
// it.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <optional>

namespace leps::inline trees {

/// Reads a source that holds one JSON document. Reported: what is not JSON, at its first mistake,
/// and then nothing is read; doubled keys; what is too deep or too long, as read_yaml() does.
/// @return nothing where the file is empty or could not be read to its end
std::optional<DataNode> read_json(const SourceMap& sources, SourceId source, DiagnosticBag& bag);

}  // namespace leps::inline trees
