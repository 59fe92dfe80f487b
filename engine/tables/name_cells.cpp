#include "tables/name_cells.hpp"

#include "base/plain_form.hpp"
#include "trees/format_names.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace leps::inline tables {
namespace {

using sheets::Cell;
using sheets::Grid;
using sheets::Row;

/// The row in whose cells a place is; null where it is in none below the header.
const Row* row_at(const Grid& grid, Span where) {
  const auto behind = std::upper_bound(
      grid.rows.begin() + 1, grid.rows.end(), where.begin,
      [](std::uint32_t at, const Row& row) { return at < row.cells.front().span.begin; });
  if (behind == grid.rows.begin() + 1) return nullptr;
  const Row& row = *(behind - 1);
  return where.begin <= row.cells.back().span.end ? &row : nullptr;
}

const Cell* cell_at(const Row& row, Span where) {
  const auto behind =
      std::upper_bound(row.cells.begin(), row.cells.end(), where.begin,
                       [](std::uint32_t at, const Cell& cell) { return at < cell.span.begin; });
  return behind == row.cells.begin() ? nullptr : &*(behind - 1);
}

/// `lodi, 2025, popolazione`, and the key alone.
struct CellName {
  std::string whole, ambito;
};

CellName name_of(const Grid& grid, Span where) {
  const Row* row = row_at(grid, where);
  if (!row) return {};
  CellName name;
  const Cell* own = cell_at(*row, where);
  for (const Cell& header : grid.rows.front().cells) {
    const std::string form = plain_form(header.text);
    const bool is_key = form == key::ambito || form == key::anno;
    const bool is_own = own && own->column == header.column;
    if (!is_key && !is_own) continue;
    const Cell* cell = row->at(header.column);
    const std::string part = is_key ? (cell ? cell->text : std::string()) : header.text;
    if (!part.empty()) name.whole += (name.whole.empty() ? "" : ", ") + part;
    if (form == key::ambito && cell) name.ambito = cell->text;
  }
  return name;
}

}  // namespace

void name_cells(const std::vector<Grid>& tables, DiagnosticBag& bag) {
  std::map<SourceId, const Grid*> by_source;
  for (const Grid& grid : tables) by_source.emplace(grid.source, &grid);
  bag.amend([&](Diagnostic& diagnostic) {
    if (!diagnostic.where) return;
    const auto grid = by_source.find(diagnostic.where->source);
    if (grid == by_source.end() || grid->second->rows.empty()) return;
    const CellName name = name_of(*grid->second, *diagnostic.where);
    if (name.whole.empty()) return;
    diagnostic.ambito = name.ambito;
    const auto own =
        std::find_if(diagnostic.labels.begin(), diagnostic.labels.end(),
                     [&](const auto& label) { return label.where == *diagnostic.where; });
    if (own == diagnostic.labels.end()) {
      diagnostic.labels.insert(diagnostic.labels.begin(), {*diagnostic.where, Text(name.whole)});
    } else {
      own->text = format(Text("{0}: {1}"), {Text(name.whole), own->text});
    }
  });
}

}  // namespace leps::inline tables
