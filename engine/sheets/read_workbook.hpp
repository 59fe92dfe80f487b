// Reads a workbook, xlsx or ods, into grids. We read it ourselves with libzip and pugixml: Orcus,
// the library of this field in Debian, leaves out inline strings and cells with an error without a
// word that its caller could hear, does not say which sheets are hidden, and writes to the
// terminal; a form must lose nothing in silence.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"
#include "source/source_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace leps::sheets {

/// Reads every sheet that can be seen; hidden ones are named in a warning. Refused, each with its
/// place: macros, passwords, document types, too much of anything, merged cells, errors of
/// formulas, formulas without a result, times of day.
/// @param name  of the file, for messages
/// @return the sheets that could be read, none empty, in their order
std::vector<Grid> read_workbook(SourceMap& sources, const std::string& name, std::string_view bytes,
                                DiagnosticBag& bag);

}  // namespace leps::sheets
