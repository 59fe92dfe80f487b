// One file of data, from its tree: the Ambito, its years, their data and waivers.
#pragma once

#include "facts/fact_table.hpp"
#include "facts/vocabulary.hpp"
#include "facts/yaml_tree.hpp"

#include <vector>

namespace leps::reading {

/// A table for each year that could be made out, in the order of the file. `name` is empty where
/// the file does not give it.
std::vector<FactTable> read_document(const Vocabulary& names, const SourceMap& sources,
                                     const YamlNode& root, DiagnosticBag& bag);

}  // namespace leps::reading
