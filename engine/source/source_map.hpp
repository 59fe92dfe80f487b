// Texts and their names: every place in a message or a derivation is a span of one of these.
#pragma once

#include "source/span.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline source {

/// Line and column as a person counts them: from 1, a column for each character, not each byte.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Row and column of a cell, from 1: `B7` is row 7, column 2.
struct CellAddress {
  std::uint32_t row = 1;
  std::uint32_t column = 1;
  auto operator<=>(const CellAddress&) const = default;
};

/// `B7`, as every spreadsheet writes it.
std::string to_string(CellAddress address);

/// One sheet of a workbook as a source: its text is that of its cells, one on each line.
struct SheetSource {
  std::string sheet;               // its name
  std::string text;                // lines end in '\n'; within a cell there is none
  std::vector<CellAddress> cells;  // of each line
};

/// A copy shares the texts, which never change: it costs no more than their names.
class SourceMap {
 public:
  /// @param name  what messages call it: the path as the user wrote it
  /// @param text  UTF-8, without a byte-order mark
  SourceId add(std::string name, std::string text);
  /// @param name  the path of the workbook, the same for each of its sheets
  SourceId add(std::string name, SheetSource sheet);

  /// The id that the next add() gives: for places in a text that is still being written.
  [[nodiscard]] SourceId next() const {
    return SourceId{static_cast<std::uint32_t>(sources_.size())};
  }
  [[nodiscard]] std::size_t size() const { return sources_.size(); }
  [[nodiscard]] const std::string& name(SourceId id) const { return sources_[id]->name; }
  [[nodiscard]] std::string_view text(SourceId id) const { return sources_[id]->text; }
  [[nodiscard]] std::string_view text(Span span) const;
  /// The whole line in which `offset` falls, without its end.
  [[nodiscard]] std::string_view line_at(SourceId id, std::size_t offset) const;
  /// Of a sheet, row and column of the cell.
  [[nodiscard]] LineColumn line_column(SourceId id, std::size_t offset) const;
  [[nodiscard]] LineColumn line_column(Span span) const {
    return line_column(span.source, span.begin);
  }

  /// The sheet that a source is; nothing where it is a text.
  [[nodiscard]] const std::string* sheet(SourceId id) const;
  /// Whether two sources are one file: the same text, or two sheets of one workbook.
  [[nodiscard]] bool same_file(SourceId a, SourceId b) const;
  /// The cell in which a span of a sheet begins.
  [[nodiscard]] CellAddress cell(Span span) const;

 private:
  struct Source {
    std::string name, text;
    std::vector<std::size_t> line_starts;
    std::vector<std::size_t> characters;  // before each block of the text, so that a place deep in
                                          // a long line is found without counting from its start
    std::optional<std::string> sheet;
    std::vector<CellAddress> cells;  // of a sheet: that of each line
  };
  static Source make(std::string name, std::string text);
  [[nodiscard]] static std::size_t line_index(const Source& source, std::size_t offset);
  [[nodiscard]] static std::size_t characters_before(const Source& source, std::size_t offset);

  IdMap<SourceId, std::shared_ptr<const Source>> sources_;
};

}  // namespace leps::inline source
