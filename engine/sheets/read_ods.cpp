// OpenDocument (ODF 1.3, part 3, chapter 9): one part holds all sheets, cells bring their type, and
// whatever is alike is written once with a number of times.
#include "sheets/plain_values.hpp"
#include "sheets/read_workbook.hpp"
#include "sheets/sheet_builder.hpp"
#include "sheets/workbook_words.hpp"
#include "sheets/xml_part.hpp"
#include "sheets/zip_parts.hpp"

#include <set>

namespace leps::sheets {
namespace {

/// The text of a paragraph, whatever is nested in it.
class ParagraphText final : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    if (is_named(node, "s") || is_named(node, "tab") || is_named(node, "line-break")) text += ' ';
    return true;
  }
  std::string text;
};

/// A cell's own text; a comment that hangs on it is not.
std::string text_of(const pugi::xml_node& cell) {
  ParagraphText walker;
  for (pugi::xml_node paragraph : cell.children()) {
    if (!is_named(paragraph, "p")) continue;
    if (!walker.text.empty()) walker.text += ' ';
    paragraph.traverse(walker);
  }
  return std::move(walker.text);
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
      } else if (auto grid = read_sheet(title, table); grid && !grid->rows.empty()) {
        grids.push_back(*std::move(grid));
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
    SheetBuilder sheet(name_, title);
    links_elsewhere_ = links_elsewhere_ || child(table, "table-source");
    // Rows stand in groups, to any depth: walked without recursion, for the file chooses the depth.
    std::uint64_t row_before = 0;
    for (pugi::xml_node node = table.first_child(); node;) {
      const bool group = is_named(node, "table-row-group") || is_named(node, "table-rows") ||
                         is_named(node, "table-header-rows");
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

  void read_row(const pugi::xml_node& row, std::uint64_t& row_before, SheetBuilder& sheet) {
    constexpr std::uint64_t kLastRow = 1'048'576, kLastColumn = 16'384;
    const std::uint64_t times = count_attribute(row, "number-rows-repeated");
    const bool holds = std::any_of(row.begin(), row.end(), [](const pugi::xml_node& cell) {
      return cell.first_child() || attribute(cell, "value-type") != "" ||
             attribute(cell, "formula") != "" || is_merged(cell);
    });
    const std::uint64_t first = row_before + 1;
    row_before += times;
    if (!holds) return;  // formatted and empty, most often a million of them
    for (std::uint64_t number = first; number < first + times && number <= kLastRow; ++number) {
      const auto at_row = static_cast<std::uint32_t>(number);
      const std::string_view seen = attribute(row, "visibility");
      if (seen == "collapse" || seen == "filter") sheet.note_hidden_row(at_row);
      std::uint64_t column = 1;
      for (const pugi::xml_node& cell : row.children()) {
        const bool covered = is_named(cell, "covered-table-cell");
        sheet.visit();
        if (!sheet.has_room()) return;
        if (!covered && !is_named(cell, "table-cell")) continue;
        const std::uint64_t end = column + count_attribute(cell, "number-columns-repeated");
        const bool empty =
            covered || (!cell.first_child() && attribute(cell, "value-type").empty() &&
                        attribute(cell, "formula").empty() && !is_merged(cell));
        if (!empty) {
          for (; column < end && column <= kLastColumn && sheet.has_room(); ++column) {
            sheet.visit();
            read_cell(cell, {at_row, static_cast<std::uint32_t>(column)}, sheet);
          }
        }
        column = end;
        if (column > kLastColumn) break;
      }
      if (!sheet.has_room()) return;
    }
  }

  static bool is_merged(const pugi::xml_node& cell) {
    return count_attribute(cell, "number-columns-spanned") > 1 ||
           count_attribute(cell, "number-rows-spanned") > 1;
  }

  void read_cell(const pugi::xml_node& cell, CellAddress at, SheetBuilder& sheet) {
    const std::string_view type = attribute(cell, "value-type");
    const std::string_view formula = attribute(cell, "formula");
    const std::string shown = text_of(cell);
    if (!formula.empty()) {
      links_elsewhere_ = links_elsewhere_ || formula.find("'file:") != std::string_view::npos;
      // LibreOffice gives a failed formula the value 0 or an empty text, and shows the failure.
      if (shown.starts_with('#') || shown.starts_with("Err:"))
        return refuse_error(sheet, at, shown);
      if (type.empty()) return refuse_unsolved(sheet, at);
      sheet.note_formula(at);
    }
    if (type == "string") {
      const std::string_view stored = attribute(cell, "string-value");
      sheet.add(at, CellKind::text, stored.empty() ? shown : std::string(stored));
    } else if (type == "float" || type == "percentage" || type == "currency") {
      const auto number = to_plain_number(attribute(cell, "value"));
      if (number) {
        sheet.add(at, CellKind::number, *number);
      } else {
        refuse_damaged(sheet, at, shown);
      }
    } else if (type == "boolean") {
      sheet.add(at, CellKind::truth, attribute(cell, "boolean-value") == "true" ? "sì" : "no");
    } else if (type == "date") {
      add_day(sheet, at, std::string(attribute(cell, "date-value")));
    } else if (type == "time") {
      refuse_time(sheet, at, shown);
    } else {
      sheet.add(at, CellKind::text, shown);
    }
    if (is_merged(cell)) {
      const CellAddress last{at.row + count_attribute(cell, "number-rows-spanned") - 1,
                             at.column + count_attribute(cell, "number-columns-spanned") - 1};
      refuse_merged(sheet, at, to_string(at) + ":" + to_string(last));
    }
  }

  SourceMap& sources_;
  const std::string& name_;
  ZipParts& parts_;
  DiagnosticBag& bag_;
  bool links_elsewhere_ = false;
};

}  // namespace

std::vector<Grid> read_ods(SourceMap& sources, const std::string& name, ZipParts& parts,
                           DiagnosticBag& bag) {
  return OdsReader(sources, name, parts, bag).read();
}

}  // namespace leps::sheets
