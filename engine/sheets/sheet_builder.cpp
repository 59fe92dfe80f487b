#include "sheets/sheet_builder.hpp"

#include "base/blanks.hpp"
#include "base/watch.hpp"
#include "sheets/find_header.hpp"
#include "source/check_text.hpp"

#include <algorithm>
#include <set>

namespace leps::sheets {
namespace {

std::string hexadecimal(std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (int shift = value > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    text += kDigits[value >> static_cast<unsigned>(shift) & 0xFU];
  }
  return "U+" + text;
}

}  // namespace

std::string tidy(const std::string& text) {
  std::string line;
  bool gap = false;
  for (const char c : trimmed(text)) {
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

SheetBuilder::Held* SheetBuilder::hold(CellAddress at, CellKind kind, std::string text,
                                       std::string number) {
  checkpoint();
  if (at.row > kLastRow || at.column > kLastColumn) {
    note_outside(to_string(at));
    return nullptr;
  }
  text = tidy(text);
  const auto problem = check_text(text);
  const std::string found = problem ? hexadecimal(problem->value) : std::string();
  if (problem) text = "?";
  ++taken_.cells;
  taken_.bytes += text.size() + 1;
  const auto [cell, is_new] =
      cells_.try_emplace(at, Held{kind, std::move(text), std::move(number), true, {}});
  Held& held = cell->second;
  if (problem) {
    add_mistake(
        held,
        {Code::text_control_character, {found}, {"riscrivi la cella", "write the cell anew"}});
  }
  if (!is_new) {
    add_mistake(held, {Code::sheet_cell_twice,
                       {},
                       {"apri il file con il foglio di calcolo e salvalo di nuovo",
                        "open the file with the spreadsheet program and save it anew"}});
  }
  return &held;
}

/// Each is a message to come, and takes as much room as a cell.
void SheetBuilder::add_mistake(Held& cell, Mistake mistake) {
  if (!cell.mistakes.empty()) ++taken_.cells;
  for (const Text& argument : mistake.arguments) taken_.bytes += argument.it.size();
  cell.mistakes.push_back(std::move(mistake));
}

void SheetBuilder::add(CellAddress at, CellKind kind, std::string text, std::string number) {
  if (!has_room() || trimmed(text).empty()) return;
  hold(at, kind, std::move(text), std::move(number));
}

void SheetBuilder::refuse(CellAddress at, std::string text, Code code,
                          const std::vector<Text>& arguments, Text hint) {
  if (!has_room()) return;
  const auto found = cells_.find(at);
  Held* cell =
      found != cells_.end() ? &found->second : hold(at, CellKind::text, std::move(text), {});
  if (!cell) return;
  cell->usable = false;
  add_mistake(*cell, {code, arguments, std::move(hint)});
}

void SheetBuilder::repeat(CellAddress from, CellAddress at) {
  if (!has_room()) return;
  const Held& first = cells_.at(from);
  Held* again = hold(at, first.kind, first.text, first.number);
  if (!again) return;
  again->usable = first.usable;
  again->mistakes.clear();
  for (const Mistake& mistake : first.mistakes) add_mistake(*again, mistake);
}

void SheetBuilder::note_formula(CellAddress at) {
  if (!formula_) formula_ = at;
}

void SheetBuilder::note_hidden_row(std::uint32_t row) { hidden_rows_.push_back(row); }

void SheetBuilder::note_hidden_columns(std::uint32_t first, std::uint32_t last) {
  hidden_columns_.emplace_back(first, last);
}

void SheetBuilder::note_outside(const std::string& where) {
  constexpr std::size_t kLongest = 20;  // an address has ten characters at most
  const bool readable =
      where.size() <= kLongest &&
      std::all_of(where.begin(), where.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  if (outside_.empty()) outside_ = readable ? where : "?";
}

void SheetBuilder::report_too_large(DiagnosticBag& bag) const {
  const Text limit =
      taken_.cells > kMaxCells
          ? format({"{0} celle", "{0} cells"}, {std::to_string(kMaxCells)})
          : format({"{0} byte di testo", "{0} bytes of text"}, {std::to_string(kMaxTextBytes)});
  bag.report(Code::sheet_too_large, file_, {sheet_, limit})
      .hint({"togli dal file ciò che non è una riga di dati, o dividilo",
             "take out of the file what is no row of data, or split it"});
}

void SheetBuilder::report_hidden_rows(const Grid& grid, DiagnosticBag& bag) const {
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
  if (hidden.empty()) return;
  bag.report(Code::sheet_hidden_rows, file_, {sheet_, hidden})
      .hint({"le ho lette come le altre: se non valgono, cancellale",
             "they were read like the others: if they do not count, delete them"});
}

void SheetBuilder::report_hidden_columns(DiagnosticBag& bag) const {
  std::set<std::uint32_t> held;
  for (const auto& [at, cell] : cells_) held.insert(at.column);
  std::string hidden;
  for (const std::uint32_t column : held) {
    const bool is_hidden = std::any_of(
        hidden_columns_.begin(), hidden_columns_.end(),
        [&](const auto& range) { return range.first <= column && column <= range.second; });
    if (!is_hidden) continue;
    if (hidden.size() > 40) {
      hidden += ", …";
      break;
    }
    const std::string letters = to_string(CellAddress{1, column});
    hidden += (hidden.empty() ? "" : ", ") + letters.substr(0, letters.size() - 1);
  }
  if (hidden.empty()) return;
  bag.report(Code::sheet_hidden_columns, file_, {sheet_, hidden})
      .hint({"le ho lette come le altre: se non valgono, cancellale",
             "they were read like the others: if they do not count, delete them"});
}

std::optional<Grid> SheetBuilder::finish(SourceMap& sources, DiagnosticBag& bag) && {
  if (!has_room()) {
    report_too_large(bag);
    return std::nullopt;
  }
  SheetSource source{sheet_, {}, {}};
  for (const auto& [at, cell] : cells_) {
    source.text += cell.text + '\n';
    source.cells.push_back(at);
  }
  const SourceId id = sources.add(file_, std::move(source));
  bag.expect_rows(id);

  Grid grid{id, sheet_, true, {}};
  std::uint32_t begin = 0;
  for (auto& [at, cell] : cells_) {
    const Span span{id, begin, begin + static_cast<std::uint32_t>(cell.text.size())};
    begin = span.end + 1;
    for (const Mistake& mistake : cell.mistakes) {
      bag.report(mistake.code, span, mistake.arguments).hint(mistake.hint);
    }
    if (formula_ == at) {
      bag.report(Code::sheet_formulas, span, {sheet_})
          .hint({"i numeri sono quelli dell'ultimo salvataggio: se il foglio è stato cambiato da "
                 "un altro programma, aprilo, ricalcola e salva",
                 "the numbers are those of the last save: if another program has changed the "
                 "sheet, open it, recalculate and save"});
    }
    if (grid.rows.empty() || grid.rows.back().number != at.row) grid.rows.push_back({at.row, {}});
    const CellKind kind = cell.usable ? cell.kind : CellKind::refused;
    grid.rows.back().cells.push_back(
        {at.column, kind, std::move(cell.text), span, std::move(cell.number)});
  }
  if (!is_form_helper(sheet_)) {
    drop_above(grid, bag);
    drop_below(grid, bag);
  }
  report_hidden_rows(grid, bag);
  report_hidden_columns(bag);
  if (!outside_.empty()) {
    bag.report(Code::sheet_outside, file_, {sheet_, outside_})
        .hint({"un foglio arriva fino a XFD1048576: sposta lì dentro i dati, o cancella ciò che "
               "sta oltre, e salva",
               "a sheet goes up to XFD1048576: move the data within, or delete what stands beyond, "
               "and save"});
  }
  return grid;
}

}  // namespace leps::sheets
