// Recognises the program's own reports: yesterday's report that stands beside today's data is
// passed over.
#pragma once

#include "sheets/grid.hpp"

#include <string_view>
#include <vector>

namespace leps::inline tables {

/// Of tables: those of a report in CSV, or the sheets of one in xlsx.
bool is_own_report(const std::vector<sheets::Grid>& tables);

/// Of a text in JSON.
bool is_own_json(std::string_view bytes);

/// Of a whole file, in any format that the program writes; an empty file is nobody's.
bool is_own_report(std::string_view bytes);

}  // namespace leps::inline tables
