// Finds the files, of many, that gave no data: a Region counts what it received.
#pragma once

#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"
#include "tables/data_files.hpp"

#include <string>
#include <vector>

namespace leps::inline tables {

/// The paths, of those given, from which no Ambito, no datum and no row was read. What only says
/// what ISTAT's codes mean is no such file.
std::vector<std::string> find_silent_files(const std::vector<std::string>& paths,
                                           const DataFiles& files, const DataSet& data,
                                           const SourceMap& sources, const Rulebook& rulebook);

}  // namespace leps::inline tables
