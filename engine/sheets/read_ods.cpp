// OpenDocument (ODF 1.3, part 3, chapter 9): one part holds all sheets, cells bring their type, and
// whatever is alike is written once with a number of times.
#include "sheets/read_ods.hpp"

#include "sheets/plain_values.hpp"
#include "sheets/sheet_builder.hpp"
#include "sheets/workbook_words.hpp"
#include "sheets/xml_part.hpp"
#include "sheets/zip_parts.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace leps::sheets {
namespace {

/// A cell's own text; a comment that hangs on it, and the reading aids of eastern scripts, are not.
/// Paragraphs may stand in lists, to any depth: walked without recursion, for the file chooses it.
std::string paragraphs_of(const pugi::xml_node& cell) {
  std::string text;
  for (pugi::xml_node node = cell.first_child(); node;) {
    if (is_named(node, "p") || is_named(node, "h")) {
      text += " " + text_below(node, {"annotation", "ruby-text"}, {"s", "tab", "line-break"});
    } else if ((is_named(node, "list") || is_named(node, "list-item") ||
                is_named(node, "list-header") || is_named(node, "section")) &&
               node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != cell && !node.next_sibling()) node = node.parent();
    node = node == cell ? pugi::xml_node() : node.next_sibling();
  }
  return tidy(text);
}

/// A value as it is stored, without white space around it.
std::string stored_in(const pugi::xml_node& cell, std::string_view name) {
  return tidy(std::string(attribute(cell, name)));
}

class OdsReader {
 public:
  OdsReader(SourceMap& sources, const std::string& name, ZipParts& parts, DiagnosticBag& bag)
      : sources_(sources), name_(name), parts_(parts), bag_(bag) {}

  std::vector<Grid> read() {
    if (is_locked()) {
      bag_.report(Code::sheet_password, name_)
          .hint({"salvalo senza password", "save it without a password"});
      return {};
    }
    const auto document = read_xml(parts_, "content.xml", name_, bag_);
    if (!document) return {};
    const pugi::xml_node root = document->document_element();
    const pugi::xml_node sheets = child(child(root, "body"), "spreadsheet");
    if (!sheets) {
      bag_.report(Code::sheet_no_workbook, name_)
          .hint({"salvalo con il foglio di calcolo, come .xlsx o .ods",
                 "save it with the spreadsheet program, as .xlsx or .ods"});
      return {};
    }
    std::set<std::string, std::less<>> hidden_styles;
    for (const pugi::xml_node& style : child(root, "automatic-styles").children()) {
      if (attribute(child(style, "table-properties"), "display") == "false") {
        hidden_styles.emplace(attribute(style, "name"));
      }
    }
    std::vector<Grid> grids;
    for (const pugi::xml_node& table : sheets.children()) {
      if (!is_named(table, "table")) continue;
      const std::string title(attribute(table, "name"));
      if (hidden_styles.contains(attribute(table, "style-name"))) {
        report_hidden_sheet(name_, title, bag_);
      } else if (auto grid = read_sheet(title, table)) {
        if (!grid->rows.empty()) grids.push_back(*std::move(grid));
      } else {
        return {};  // too much, in this sheet and those before
      }
    }
    if (links_elsewhere_) report_external_links(name_, bag_);
    return grids;
  }

 private:
  bool is_locked() {
    if (!parts_.has("META-INF/manifest.xml")) return false;
    const auto manifest = read_xml(parts_, "META-INF/manifest.xml", name_, bag_);
    if (!manifest) return false;
    for (const pugi::xml_node& file : manifest->document_element().children()) {
      if (child(file, "encryption-data")) return true;
    }
    return false;
  }

  std::optional<Grid> read_sheet(const std::string& title, const pugi::xml_node& table) {
    SheetBuilder sheet(name_, title, taken_);
    links_elsewhere_ = links_elsewhere_ || child(table, "table-source");
    // Rows stand in groups, to any depth: walked without recursion, for the file chooses the depth.
    std::uint64_t row_before = 0, column_before = 0;
    for (pugi::xml_node node = table.first_child(); node;) {
      const bool group = is_named(node, "table-row-group") || is_named(node, "table-rows") ||
                         is_named(node, "table-header-rows") ||
                         is_named(node, "table-column-group") || is_named(node, "table-columns") ||
                         is_named(node, "table-header-columns");
      if (is_named(node, "table-column")) note_if_hidden(node, column_before, sheet);
      if (is_named(node, "table-row")) read_row(node, row_before, sheet);
      if (!sheet.has_room()) break;
      if (group && node.first_child()) {
        node = node.first_child();
        continue;
      }
      while (node && node != table && !node.next_sibling()) node = node.parent();
      node = !node || node == table ? pugi::xml_node() : node.next_sibling();
    }
    return std::move(sheet).finish(sources_, bag_);
  }

  static void note_if_hidden(const pugi::xml_node& columns, std::uint64_t& before,
                             SheetBuilder& sheet) {
    const std::uint64_t first = before + 1;
    before += count_attribute(columns, "number-columns-repeated");
    const std::string_view seen = attribute(columns, "visibility");
    if (seen == "collapse" || seen == "filter") {
      sheet.note_hidden_columns(clipped(first), clipped(before));
    }
  }

  /// The cells of a row that are written once.
  struct Alike {
    pugi::xml_node cell;
    std::uint64_t first, behind;  // columns
  };
  struct RowCells {
    std::vector<Alike> held, merged;  // what says something, and what is merged and may be empty
  };

  void read_row(const pugi::xml_node& row, std::uint64_t& row_before, SheetBuilder& sheet) {
    const std::uint64_t first = row_before + 1;
    row_before += count_attribute(row, "number-rows-repeated");
    const RowCells cells = read_once(row, first, sheet);
    if (cells.held.empty() && cells.merged.empty()) return;  // most often a million of them
    const std::string_view seen = attribute(row, "visibility");
    const bool hidden = seen == "collapse" || seen == "filter";
    // One row beyond the last is enough to say that there are some.
    const std::uint64_t last = std::min<std::uint64_t>(row_before, kLastRow + 1);
    for (std::uint64_t number = first; number <= last && sheet.has_room(); ++number) {
      if (cells.held.empty()) break;
      if (hidden) sheet.note_hidden_row(clipped(number));
      for (const Alike& alike : cells.held) repeat(alike, first, number, sheet);
    }
    for (const Alike& alike : cells.merged) refuse_merged_cells(alike, first, last, sheet);
  }

  /// Reads the row's cells where they first stand: each is taken from there to its other places, so
  /// that a row of a few bytes that stands for a million is not read a million times.
  RowCells read_once(const pugi::xml_node& row, std::uint64_t number, SheetBuilder& sheet) {
    RowCells cells;
    std::uint64_t column = 1;
    for (const pugi::xml_node& cell : row.children()) {
      const bool covered = is_named(cell, "covered-table-cell");
      if (!covered && !is_named(cell, "table-cell")) continue;
      const Alike alike{cell, column, column + count_attribute(cell, "number-columns-repeated")};
      column = alike.behind;
      if (covered) continue;
      const CellAddress at = address(number, alike.first);
      read_cell(cell, at, sheet);
      if (sheet.holds(at)) cells.held.push_back(alike);
      if (is_merged(cell)) cells.merged.push_back(alike);
    }
    return cells;
  }

  static void repeat(const Alike& alike, std::uint64_t first, std::uint64_t row,
                     SheetBuilder& sheet) {
    const CellAddress from = address(first, alike.first);
    const std::uint64_t end = std::min<std::uint64_t>(alike.behind, kLastColumn + 2);
    for (std::uint64_t column = alike.first; column < end && sheet.has_room(); ++column) {
      if (const CellAddress at = address(row, column); at != from) sheet.repeat(from, at);
    }
  }

  static void refuse_merged_cells(const Alike& alike, std::uint64_t first, std::uint64_t last,
                                  SheetBuilder& sheet) {
    const std::uint64_t rows = count_attribute(alike.cell, "number-rows-spanned");
    const std::uint64_t columns = count_attribute(alike.cell, "number-columns-spanned");
    const std::uint64_t end = std::min<std::uint64_t>(alike.behind, kLastColumn + 2);
    for (std::uint64_t row = first; row <= last && sheet.has_room(); ++row) {
      for (std::uint64_t column = alike.first; column < end && sheet.has_room(); ++column) {
        refuse_merged(sheet, address(row, column),
                      to_string(address(row, column)) + ":" +
                          to_string(address(row + rows - 1, column + columns - 1)));
      }
    }
  }

  static std::uint32_t clipped(std::uint64_t number) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(number, std::numeric_limits<std::uint32_t>::max()));
  }
  static CellAddress address(std::uint64_t row, std::uint64_t column) {
    return {clipped(row), clipped(column)};
  }

  static bool is_merged(const pugi::xml_node& cell) {
    return count_attribute(cell, "number-columns-spanned") > 1 ||
           count_attribute(cell, "number-rows-spanned") > 1;
  }

  void read_cell(const pugi::xml_node& cell, CellAddress at, SheetBuilder& sheet) {
    const std::string_view type = attribute(cell, "value-type");
    const std::string_view formula = attribute(cell, "formula");
    const std::string shown = paragraphs_of(cell);
    if (!formula.empty()) {
      links_elsewhere_ = links_elsewhere_ || formula.find("'file:") != std::string_view::npos;
      // LibreOffice gives a failed formula the value 0 or an empty text, and shows the failure.
      if (shown.starts_with('#') || shown.starts_with("Err:"))
        return refuse_error(sheet, at, shown);
      const bool nothing = type != "string" && shown.empty() && any_value(cell).empty();
      if (type.empty() || nothing) return refuse_unsolved(sheet, at);
      sheet.note_formula(at);
    }
    if (type == "string") {
      const std::string stored = stored_in(cell, "string-value");
      sheet.add(at, CellKind::text, stored.empty() ? shown : stored);
    } else if (type == "float" || type == "currency") {
      add_stored(sheet, at, stored_in(cell, "value"), shown, {"un numero", "a number"}, add_number);
    } else if (type == "percentage") {
      add_stored(sheet, at, stored_in(cell, "value"), shown, {"un numero", "a number"},
                 add_percent);
    } else if (type == "boolean") {
      add_stored(sheet, at, stored_in(cell, "boolean-value"), shown,
                 {"un sì o un no", "a yes or a no"}, add_truth);
    } else if (type == "date") {
      add_stored(sheet, at, stored_in(cell, "date-value"), shown, {"un giorno", "a day"}, add_day);
    } else if (type == "time") {
      const std::string time = shown.empty() ? stored_in(cell, "time-value") : shown;
      if (!time.empty()) refuse_time(sheet, at, time);
    } else if (const std::string stored = any_value(cell); !stored.empty()) {
      refuse_damaged(sheet, at, stored, {"un valore con il suo tipo", "a value with its type"});
    } else {
      sheet.add(at, CellKind::text, shown);
    }
  }

  /// What is only shown is in the language of whoever saved it, and rounded: it is never read.
  template <class Add>
  static void add_stored(SheetBuilder& sheet, CellAddress at, const std::string& stored,
                         const std::string& shown, const Text& expected, Add add) {
    if (!stored.empty()) {
      add(sheet, at, stored);
    } else if (!shown.empty()) {
      refuse_damaged(sheet, at, shown, expected);
    }
  }

  static void add_number(SheetBuilder& sheet, CellAddress at, const std::string& stored) {
    const auto number = to_plain_number(stored);
    if (number) return sheet.add(at, CellKind::number, *number);
    refuse_damaged(sheet, at, stored, {"un numero", "a number"});
  }

  static void add_percent(SheetBuilder& sheet, CellAddress at, const std::string& stored) {
    const auto number = to_plain_number(stored);
    if (number) return sheet.add(at, CellKind::number, to_percent(*number));
    refuse_damaged(sheet, at, stored, {"un numero", "a number"});
  }

  /// What is stored, whatever its type.
  static std::string any_value(const pugi::xml_node& cell) {
    for (const char* name :
         {"value", "boolean-value", "date-value", "time-value", "string-value"}) {
      if (std::string stored = stored_in(cell, name); !stored.empty()) return stored;
    }
    return {};
  }

  SourceMap& sources_;
  const std::string& name_;
  ZipParts& parts_;
  DiagnosticBag& bag_;
  Taken taken_;
  bool links_elsewhere_ = false;
};

}  // namespace

std::vector<Grid> read_ods(SourceMap& sources, const std::string& name, ZipParts& parts,
                           DiagnosticBag& bag) {
  return OdsReader(sources, name, parts, bag).read();
}

}  // namespace leps::sheets
