// A workbook of OpenDocument into grids: what read_workbook() makes of an ods.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"
#include "sheets/zip_parts.hpp"
#include "source/source_map.hpp"

#include <string>
#include <vector>

namespace leps::sheets {

/// @param name  of the file, for messages
/// @return the sheets that can be seen and could be read, in their order
std::vector<Grid> read_ods(SourceMap& sources, const std::string& name, ZipParts& parts,
                           DiagnosticBag& bag);

}  // namespace leps::sheets
