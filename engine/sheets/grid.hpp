// A table as an office keeps it: rows of cells with their places. What a column means is for
// whoever knows its name; only a workbook says more of a cell than its text.
#pragma once

#include "source/span.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leps::sheets {

enum class CellKind {
  text,    // as written: every cell of a CSV
  number,  // a workbook says so; `17.5`, with a decimal point whatever the screen shows
  day,     // likewise; `2025-12-31`
  truth,   // likewise; `sì` or `no`
  refused  // reported already: whoever meets it says nothing more
};

struct Cell {
  std::uint32_t column = 0;  // from 1
  CellKind kind = CellKind::text;
  std::string text;  // without blanks around it; of an empty cell of a CSV, empty
  Span span;
  std::string number = {};  // of a day that a workbook keeps as a number, that number: `45778`
};

struct Row {
  std::uint32_t number = 0;  // from 1
  std::vector<Cell> cells;   // by column; cells that a workbook leaves empty are not here

  [[nodiscard]] const Cell* at(std::uint32_t column) const {
    const auto found = std::lower_bound(
        cells.begin(), cells.end(), column,
        [](const Cell& cell, std::uint32_t wanted) { return cell.column < wanted; });
    return found == cells.end() || found->column != column ? nullptr : &*found;
  }
};

struct Grid {
  SourceId source;
  std::string name;           // of a sheet, its own; of a CSV, the file's without folder and ending
  bool workbook = false;      // its cells bring their kind
  std::vector<Row> rows;      // those that hold something; the first is the header
  bool rows_refused = false;  // some are not here: they were reported
};

/// Sheets of the form that we hand out which hold no data: how to fill it in, and the words that
/// its cells offer.
inline bool is_form_helper(std::string_view sheet) {
  return sheet == "Istruzioni" || sheet == "opzioni";
}

/// How much one file may hold, in all its sheets: the tables of a Region need some thousands of
/// cells, and each of them may need a message.
inline constexpr std::size_t kMaxCells = 300'000;
/// How many bytes the texts of a workbook's cells may have together: as many as a CSV.
inline constexpr std::size_t kMaxTextBytes = std::size_t{16} << 20;

/// How much all files that are read together may hold: two files as large as one may be.
struct Room {
  std::size_t cells = 2 * kMaxCells;
  std::size_t bytes = 2 * kMaxTextBytes;
};

}  // namespace leps::sheets
