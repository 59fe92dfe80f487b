// A workbook being written (xlsx). workbook.cpp is the only file that knows libxlsxwriter.
//
// Every text is written as a text, whatever it begins with: a cell never becomes a formula, a link
// or a date. The same workbook gives the same bytes on every machine and on every day.
#pragma once

#include "base/interval.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::xlsx {

/// What a cell looks like; a verdict is never said by its colour alone.
enum class Face { plain, strong, head, title, quiet, alarm, met, partial, unmet, unknown };
/// What a cell holds, as far as its format depends on it.
enum class Kind { general, text, day, share };

/// From 0, as libxlsxwriter counts.
struct At {
  std::uint32_t row;
  std::uint16_t column;
};

/// What a spreadsheet says beside a cell that is being filled in.
struct Prompt {
  std::string title, message;
};

class Workbook;

/// One sheet; it lives as long as its workbook.
class Sheet {
 public:
  void text(At at, std::string_view text, Face face = Face::plain);
  /// The nearest number that a spreadsheet can hold, in a format that hides no digit which matters:
  /// nothing that is not zero shows as zero. Beyond what it can hold, the exact number as a text.
  void number(At at, const Rational& value, Face face = Face::plain);
  /// A number without grouping: a year, a count.
  void whole(At at, long long value);
  /// A share, as a percentage; less than all never shows as 100%.
  void share(At at, const Rational& value, Face face = Face::plain);
  /// A note that shows where the mouse stands on the cell.
  void comment(At at, std::string_view text);

  /// Before the column's texts: rows grow with what stands in them.
  void width(std::uint16_t column, int characters, Kind kind = Kind::general);
  /// Keeps the first rows and columns in sight; on paper, on every page.
  void freeze(At first_free);
  /// Buttons on a header by which to pick rows.
  void filter(At head, At last);
  /// On paper: lying, on as many pages across as it takes to be read.
  void print_lying();
  void hide();

  /// A list of words to pick from, for the cells of a column that are to be filled in. Another text
  /// gets a warning, not a refusal: `n.d.` is an answer too.
  void offer(std::uint16_t column, const std::vector<std::string>& words, const Prompt& prompt);
  /// The same, the words being the first `count` cells of a column of another sheet.
  void offer(std::uint16_t column, const std::string& sheet, std::uint16_t from_column,
             std::size_t count, const Prompt& prompt);
  /// A warning for what is no number within bounds.
  void expect_number(std::uint16_t column, const Interval& bounds, bool whole,
                     const Prompt& prompt);
  void expect_day(std::uint16_t column, const Prompt& prompt);
  /// Says how to fill in a column, and accepts anything.
  void explain(std::uint16_t column, const Prompt& prompt);

 private:
  friend class Workbook;
  Sheet(Workbook& workbook, void* worksheet) : workbook_(&workbook), worksheet_(worksheet) {}

  Workbook* workbook_;
  void* worksheet_;
};

/// How many rows below the header the lists and bounds of a form hold for.
inline constexpr std::uint32_t kFormRows = 2000;

class Workbook {
 public:
  explicit Workbook(const std::string& title);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// @param name  valid (see is_sheet_name), and that of no other sheet
  Sheet add_sheet(const std::string& name);
  /// The file; nothing where the system has no room for it. Nothing may be added after.
  std::optional<std::string> finish();

 private:
  friend class Sheet;
  struct Own;
  std::unique_ptr<Own> own_;
};

/// Whether spreadsheets take a name for a sheet: at most 31 characters, none of `[ ] : * ? / \`.
bool is_sheet_name(std::string_view name);

}  // namespace leps::xlsx
