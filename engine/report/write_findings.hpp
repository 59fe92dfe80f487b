// What was found in the data, as a letter that can be sent back: one part for each Ambito.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/fact_table.hpp"
#include "source/source_map.hpp"

#include <string>
#include <vector>

namespace leps::inline reports {

/// How a findings file begins, by which it is known again.
bool begins_findings(std::string_view text);

/// Errors first, then warnings, of each Ambito by its key; then what is about no Ambito. Without
/// carets: places are named by file, row or cell, and column.
/// @param silent  files that gave nothing, which are named too
std::string write_findings(const DiagnosticBag& bag, const SourceMap& sources, const DataSet& data,
                           const std::vector<std::string>& silent, Language language);

}  // namespace leps::inline reports
