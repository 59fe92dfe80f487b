// Reads one cell of a table, as far as its column says what may stand in it.
#pragma once

#include "sheets/grid.hpp"
#include "tables/table_columns.hpp"
#include "trees/data_tree.hpp"

#include <optional>
#include <string>

namespace leps::inline tables {

/// @param workbook  whether the table is of one, which knows numbers, days and texts
/// @return nothing, and a message, where a workbook says that the cell is of another kind than its
///         column, or where its number could be two
std::optional<DataNode> read_cell(const sheets::Cell& cell, const Column& column, bool workbook,
                                  DiagnosticBag& bag);

/// Reports a number that is shown as a day, or a text that a spreadsheet has turned into one.
void report_day_for_number(const sheets::Cell& cell, const std::string& column, DiagnosticBag& bag);

}  // namespace leps::inline tables
