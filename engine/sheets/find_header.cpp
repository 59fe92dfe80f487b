#include "sheets/find_header.hpp"

#include "base/plain_form.hpp"

#include <algorithm>

namespace leps::sheets {
namespace {

constexpr std::string_view kKeys[] = {"ambito", "anno"};
constexpr std::string_view kIstatKeys[] = {"ref_area", "time_period"};

bool holds_all(const std::vector<std::string>& forms, const std::string_view (&keys)[2]) {
  return std::all_of(std::begin(keys), std::end(keys), [&](std::string_view key) {
    return std::find(forms.begin(), forms.end(), key) != forms.end();
  });
}

std::vector<std::string> texts_of(const Row& row) {
  std::vector<std::string> texts;
  for (const Cell& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

/// The columns that say what a row is about: of data or of ISTAT; none where a header has neither.
std::vector<std::uint32_t> key_columns(const Row& header) {
  std::vector<std::uint32_t> columns;
  for (const auto& keys : {kKeys, kIstatKeys}) {
    columns.clear();
    for (const std::string_view key : {keys[0], keys[1]}) {
      for (const Cell& cell : header.cells) {
        if (plain_form(cell.text) == key) columns.push_back(cell.column);
      }
    }
    if (columns.size() >= 2) return columns;
  }
  return {};
}

enum class Below { data, note, total };

Below what_is(const Row& row, const std::vector<std::uint32_t>& keys) {
  const auto filled = [](const Cell* cell) { return cell && !cell->text.empty(); };
  const bool keyed = std::all_of(keys.begin(), keys.end(),
                                 [&](std::uint32_t column) { return filled(row.at(column)); });
  const bool refused = std::any_of(row.cells.begin(), row.cells.end(),
                                   [](const Cell& cell) { return cell.kind == CellKind::refused; });
  if (keyed || refused) return Below::data;
  const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                  [&](const Cell& cell) { return filled(&cell); });
  if (first == row.cells.end()) return Below::note;
  if (names_total(first->text)) return Below::total;
  const auto held = std::count_if(row.cells.begin(), row.cells.end(),
                                  [&](const Cell& cell) { return filled(&cell); });
  return held == 1 ? Below::note : Below::data;
}

}  // namespace

bool name_columns(const std::vector<std::string>& cells) {
  std::vector<std::string> forms;
  for (const std::string& cell : cells) forms.push_back(plain_form(cell));
  return holds_all(forms, kKeys) || holds_all(forms, kIstatKeys);
}

bool names_total(std::string_view text) {
  const std::string form = plain_form(text);
  return form.starts_with("total") || form.starts_with("somma") || form == "tot" ||
         form.starts_with("tot.") || form.starts_with("tot_");
}

void drop_above(Grid& grid, DiagnosticBag& bag) {
  const auto end =
      grid.rows.begin() + static_cast<std::ptrdiff_t>(std::min(grid.rows.size(), kLinesAbove));
  const auto header = std::find_if(grid.rows.begin(), end,
                                   [](const Row& row) { return name_columns(texts_of(row)); });
  if (header == end || header == grid.rows.begin()) return;
  bag.report(Code::table_lines_above, grid.rows.front().cells.front().span,
             {std::to_string(header->number)});
  grid.rows.erase(grid.rows.begin(), header);
}

void drop_below(Grid& grid, DiagnosticBag& bag) {
  if (grid.rows.empty()) return;
  const std::vector<std::uint32_t> keys = key_columns(grid.rows.front());
  if (keys.empty()) return;
  while (grid.rows.size() > 1) {
    const Row& last = grid.rows.back();
    const Below is = what_is(last, keys);
    if (is == Below::data) return;
    const Cell& first = *std::find_if(last.cells.begin(), last.cells.end() - 1,
                                      [](const Cell& cell) { return !cell.text.empty(); });
    bag.report(is == Below::total ? Code::table_total_below : Code::table_lines_below, first.span);
    grid.rows.pop_back();
  }
}

}  // namespace leps::sheets
