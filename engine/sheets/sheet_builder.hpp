// One sheet of a workbook on its way to a grid: cells come in as they are found, mistakes about
// them wait until the sheet is a source and has places.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"
#include "source/source_map.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace leps::sheets {

/// The last row and column of a sheet, in either format.
inline constexpr std::uint32_t kLastRow = 1'048'576, kLastColumn = 16'384;

/// What the sheets of one workbook have taken so far: its limits are of the whole file, since a few
/// bytes can name a hundred sheets with the same content.
struct Taken {
  std::size_t cells = 0, bytes = 0;
  [[nodiscard]] bool too_much() const { return cells > kMaxCells || bytes > kMaxTextBytes; }
};

class SheetBuilder {
 public:
  /// @param taken  of the workbook; must outlive the builder
  SheetBuilder(std::string file, std::string sheet, Taken& taken)
      : file_(std::move(file)), sheet_(std::move(sheet)), taken_(taken) {}

  /// Takes a cell; one without text is left out. Of two at one address the first stays, which no
  /// program writes and is reported.
  /// @param number  of a day that the workbook keeps as a number, that number
  void add(CellAddress at, CellKind kind, std::string text, std::string number = {});
  /// A cell that cannot be used, whose text is shown all the same.
  void refuse(CellAddress at, std::string text, Code code, const std::vector<Text>& arguments,
              Text hint);
  /// Takes a cell once more at another place, with all that is wrong with it.
  void repeat(CellAddress from, CellAddress at);
  [[nodiscard]] bool holds(CellAddress at) const { return cells_.contains(at); }
  /// Said once for the sheet, at the first such cell.
  void note_formula(CellAddress at);
  void note_hidden_row(std::uint32_t row);
  void note_hidden_columns(std::uint32_t first, std::uint32_t last);
  /// Something stands where no sheet has a cell. Said once, of the first. @param where  as written
  void note_outside(const std::string& where);

  /// False once the workbook holds more than we read: there is no use in going on.
  [[nodiscard]] bool has_room() const { return !taken_.too_much(); }

  /// Adds the source, reports what waited, and gives the rows that hold something.
  /// @return nothing, and a diagnostic, where the workbook holds too much
  std::optional<Grid> finish(SourceMap& sources, DiagnosticBag& bag) &&;

 private:
  struct Mistake {
    Code code;
    std::vector<Text> arguments;
    Text hint;
  };
  struct Held {
    CellKind kind = CellKind::text;
    std::string text, number;
    bool usable = true;
    std::vector<Mistake> mistakes;
  };
  /// Null where the address is outside the sheet, which is noted.
  Held* hold(CellAddress at, CellKind kind, std::string text, std::string number);
  void add_mistake(Held& cell, Mistake mistake);
  void report_too_large(DiagnosticBag& bag) const;
  void report_hidden_rows(const Grid& grid, DiagnosticBag& bag) const;
  void report_hidden_columns(DiagnosticBag& bag) const;

  std::string file_, sheet_;
  Taken& taken_;
  std::map<CellAddress, Held> cells_;
  std::optional<CellAddress> formula_;
  std::vector<std::uint32_t> hidden_rows_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns_;  // from, to
  std::string outside_;                                                  // where the first is
};

/// A text on one line, without blanks around it: line ends and indents within a cell are layout.
std::string tidy(const std::string& text);

}  // namespace leps::sheets
