// A grid and what was said of it, in lines that a test can compare.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"
#include "source/source_map.hpp"

#include <string>

namespace leps::test {

/// `2: lodi|2025|`, a line a row.
inline std::string describe(const sheets::Grid& grid) {
  std::string all;
  for (const sheets::Row& row : grid.rows) {
    all += std::to_string(row.number) + ":";
    const char* separator = " ";
    for (const sheets::Cell& cell : row.cells) {
      all += separator + cell.text;
      separator = "|";
    }
    all += "\n";
  }
  return all;
}

/// `3:7 sheet/row-length`, a line for each.
inline std::string places(const DiagnosticBag& bag, const SourceMap& sources) {
  std::string all;
  for (const Diagnostic& diagnostic : bag.all()) {
    if (diagnostic.where) {
      const LineColumn at = sources.line_column(*diagnostic.where);
      all += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    }
    all += std::string(name(diagnostic.code)) + "\n";
  }
  return all;
}

}  // namespace leps::test
