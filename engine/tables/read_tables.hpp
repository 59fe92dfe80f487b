// Tables into documents: main tables, lists, and what ISTAT publishes, put together for each
// Ambito.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/read_number.hpp"
#include "facts/vocabulary.hpp"
#include "sheets/grid.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <vector>

namespace leps::inline tables {

struct TableDocuments {
  std::vector<DataNode> roots;  // one for each Ambito, as read_document() takes them
  NumberStyles styles;          // how each table writes its numbers
};

/// Every table is used or reported: one whose header says nothing that we know is named.
/// @param istat      texts of ISTAT's tables, of which the rows that `grids` name are read
/// @param documents  those in YAML: lists, and what ISTAT says, about a year that one of them has
///                   are added to it
TableDocuments read_tables(const Vocabulary& names, const SourceMap& sources,
                           const std::vector<sheets::Grid>& grids,
                           const std::vector<SourceId>& istat, std::vector<DataNode>& documents,
                           DiagnosticBag& bag);

}  // namespace leps::inline tables
