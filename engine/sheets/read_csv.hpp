// A CSV into a grid, as RFC 4180 has it, with `;`, `,` or a tab between fields. Our own reader, of
// the size of the glue that a library would need: each cell must know its place in the file, and
// quotation marks that never close, a row with too many fields or too few, are mistakes to be shown
// at their place and not to be repaired.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"
#include "source/source_map.hpp"

#include <functional>
#include <optional>
#include <string>

namespace leps::sheets {

/// Whether a row of a table is to be kept. Those that are not count for nothing that a table may
/// hold at most.
using KeepRow = std::function<bool(const Row& header, const Row& row)>;

/// The character that stands between fields is the one of the three that the first row has most
/// of, quoted texts aside. Rows of empty fields are passed over. A row with more or fewer fields
/// than the first is reported and left out.
/// @param name  of the grid
/// @param keep  none: all rows; asked only of rows with as many fields as the first
/// @return nothing where the file holds no row, or could not be read to its end
std::optional<Grid> read_csv(const SourceMap& sources, SourceId source, std::string name,
                             DiagnosticBag& bag, const KeepRow& keep = {});

}  // namespace leps::sheets
