// Adds to a finding about a cell its Ambito, year and column: an office looks for those first, and
// for a line and a character only after them.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"

#include <vector>

namespace leps::inline tables {

/// Says beside the place of every finding about a cell of a table which Ambito and year its row
/// is about, and what its column is called.
void name_cells(const std::vector<sheets::Grid>& tables, DiagnosticBag& bag);

}  // namespace leps::inline tables
