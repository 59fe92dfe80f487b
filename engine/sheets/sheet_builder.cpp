#include "sheets/sheet_builder.hpp"

#include "base/watch.hpp"
#include "sheets/zip_parts.hpp"
#include "source/check_text.hpp"

#include <algorithm>

namespace leps::sheets {
namespace {

std::string tidy(const std::string& text) {
  std::string line;
  bool gap = false;  // line ends and indents within a cell are layout, not text
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      gap = !line.empty();
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

std::string hexadecimal(std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (int shift = value > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    text += kDigits[value >> static_cast<unsigned>(shift) & 0xFU];
  }
  return "U+" + text;
}

}  // namespace

SheetBuilder::Held& SheetBuilder::hold(CellAddress at, CellKind kind, std::string text) {
  checkpoint();
  text = tidy(text);
  bytes_ += text.size() + 1;
  if (const auto problem = check_text(text)) {
    const std::string found = hexadecimal(problem->value);
    text = "?";
    mistakes_.push_back(
        {at, Code::text_control_character, {found}, {"riscrivi la cella", "write the cell anew"}});
  }
  const auto [cell, is_new] = cells_.try_emplace(at, Held{kind, std::move(text), true});
  // One string of a megabyte may stand in every cell of a sheet.
  full_ = full_ || cells_.size() > kMaxCells || bytes_ > kMaxUnpackedBytes;
  if (!is_new) {
    mistakes_.push_back({at,
                         Code::sheet_cell_twice,
                         {},
                         {"apri il file con il foglio di calcolo e salvalo di nuovo",
                          "open the file with the spreadsheet program and save it anew"}});
  }
  return cell->second;
}

void SheetBuilder::add(CellAddress at, CellKind kind, std::string text) {
  if (full_ || text.find_first_not_of(" \t\r\n") == std::string::npos) return;
  hold(at, kind, std::move(text));
}

void SheetBuilder::refuse(CellAddress at, std::string text, Code code,
                          const std::vector<Text>& arguments, Text hint) {
  if (full_) return;
  const auto found = cells_.find(at);
  Held& cell = found != cells_.end() ? found->second : hold(at, CellKind::text, std::move(text));
  cell.usable = false;
  mistakes_.push_back({at, code, arguments, std::move(hint)});
}

void SheetBuilder::note_formula(CellAddress at) {
  if (!formula_) formula_ = at;
}

void SheetBuilder::note_hidden_row(std::uint32_t row) { hidden_rows_.push_back(row); }

std::optional<Grid> SheetBuilder::finish(SourceMap& sources, DiagnosticBag& bag) && {
  if (full_) {
    bag.report(Code::sheet_too_large, file_, {sheet_, std::to_string(kMaxCells)})
        .hint({"togli dal foglio ciò che non è una riga di dati, o dividilo",
               "take out of the sheet what is no row of data, or split it"});
    return std::nullopt;
  }
  SheetSource source{sheet_, {}, {}};
  std::map<CellAddress, std::uint32_t> begins;
  for (const auto& [at, cell] : cells_) {
    begins.emplace(at, static_cast<std::uint32_t>(source.text.size()));
    source.text += cell.text + '\n';
    source.cells.push_back(at);
  }
  const SourceId id = sources.add(file_, std::move(source));
  const auto span = [&](CellAddress at) {
    const std::uint32_t begin = begins.at(at);
    return Span{id, begin, begin + static_cast<std::uint32_t>(cells_.at(at).text.size())};
  };
  for (const Mistake& mistake : mistakes_) {
    bag.report(mistake.code, span(mistake.at), mistake.arguments).hint(mistake.hint);
  }
  if (formula_ && cells_.contains(*formula_)) {
    bag.report(Code::sheet_formulas, span(*formula_), {sheet_})
        .hint({"i numeri sono quelli dell'ultimo salvataggio: se il foglio è stato cambiato da un "
               "altro programma, aprilo, ricalcola e salva",
               "the numbers are those of the last save: if another program has changed the sheet, "
               "open it, recalculate and save"});
  }

  Grid grid{id, sheet_, true, {}};
  for (auto& [at, cell] : cells_) {
    if (grid.rows.empty() || grid.rows.back().number != at.row) grid.rows.push_back({at.row, {}});
    const CellKind kind = cell.usable ? cell.kind : CellKind::refused;
    grid.rows.back().cells.push_back({at.column, kind, cell.text, span(at)});
  }
  std::string hidden;
  for (const std::uint32_t row : hidden_rows_) {
    if (hidden.size() > 40) {
      hidden += ", …";
      break;
    }
    const bool holds =
        std::binary_search(grid.rows.begin(), grid.rows.end(), Row{row, {}},
                           [](const Row& a, const Row& b) { return a.number < b.number; });
    if (holds) hidden += (hidden.empty() ? "" : ", ") + std::to_string(row);
  }
  if (!hidden.empty()) {
    bag.report(Code::sheet_hidden_rows, file_, {sheet_, hidden})
        .hint({"le ho lette come le altre: se non valgono, cancellale",
               "they were read like the others: if they do not count, delete them"});
  }
  return grid;
}

}  // namespace leps::sheets
