// One file of data, from its tree: the Ambito, its years, their data and waivers.
#pragma once

#include "facts/fact_table.hpp"
#include "facts/read_number.hpp"
#include "facts/vocabulary.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <vector>

namespace leps::inline reading {

/// A table for each year that could be made out, in the order of the file. `name` is empty where
/// the file does not give it.
/// @param styles  how the sources of the tree write numbers; what the tree says of itself counts
/// more
std::vector<FactTable> read_document(const Vocabulary& names, const SourceMap& sources,
                                     const DataNode& root, const NumberStyles& styles,
                                     DiagnosticBag& bag);

}  // namespace leps::inline reading
