// A report as a workbook.
#pragma once

#include "assess/report.hpp"
#include "report/write_options.hpp"

#include <optional>
#include <string>

namespace leps::inline reports {

/// A workbook (xlsx), one sheet a question: for the officers of a Region, who sort, pick and add
/// up.
/// @return nothing where the system has no room for it
std::optional<std::string> write_xlsx(const Report& report, WriteOptions options);

}  // namespace leps::inline reports
