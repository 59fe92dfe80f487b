// Where a table begins and ends in what an office keeps in one file: the names of the columns may
// stand below a title or a block of metadata, and notes or a total below the rows.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::sheets {

/// How many lines from the top the names of the columns are looked for.
inline constexpr std::size_t kLinesAbove = 100;

/// Whether these are names of columns: of an Ambito and a year, or those of ISTAT's tables.
bool name_columns(const std::vector<std::string>& cells);

/// `Totale`, `TOT.`, `Somma`: what names a row that sums others up.
bool names_total(std::string_view text);

/// Takes out of the rows those above the names of the columns, where these are found, and says so.
void drop_above(Grid& grid, DiagnosticBag& bag);

/// Takes out the last rows as long as they are notes or totals and no rows of data, and says so.
/// The first row names the columns.
void drop_below(Grid& grid, DiagnosticBag& bag);

}  // namespace leps::sheets
