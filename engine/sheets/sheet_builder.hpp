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

class SheetBuilder {
 public:
  SheetBuilder(std::string file, std::string sheet)
      : file_(std::move(file)), sheet_(std::move(sheet)) {}

  /// Takes a cell; one without text is left out. Of two at one address the first stays, which no
  /// program writes and is reported.
  void add(CellAddress at, CellKind kind, std::string text);
  /// A cell that cannot be used, whose text is shown all the same.
  void refuse(CellAddress at, std::string text, Code code, const std::vector<Text>& arguments,
              Text hint);
  /// Said once for the sheet, at the first such cell.
  void note_formula(CellAddress at);
  void note_hidden_row(std::uint32_t row);

  /// To be called for every cell that is looked at, empty ones too: a row of a few bytes may stand
  /// for a million, each of which would be walked.
  void visit() { full_ = full_ || ++visited_ > 20 * kMaxCells; }
  /// False once the sheet holds more than we read: there is no use in going on.
  [[nodiscard]] bool has_room() const { return !full_; }

  /// Adds the source, reports what waited, and gives the rows that hold something.
  std::optional<Grid> finish(SourceMap& sources, DiagnosticBag& bag) &&;

 private:
  struct Held {
    CellKind kind = CellKind::text;
    std::string text;
    bool usable = true;
  };
  struct Mistake {
    CellAddress at;
    Code code;
    std::vector<Text> arguments;
    Text hint;
  };
  Held& hold(CellAddress at, CellKind kind, std::string text);

  std::string file_, sheet_;
  std::map<CellAddress, Held> cells_;
  std::vector<Mistake> mistakes_;
  std::optional<CellAddress> formula_;
  std::vector<std::uint32_t> hidden_rows_;
  std::size_t bytes_ = 0, visited_ = 0;
  bool full_ = false;
};

}  // namespace leps::sheets
