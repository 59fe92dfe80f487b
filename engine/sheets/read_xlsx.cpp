// Office Open XML (ECMA-376, part 1, chapter 18): parts that refer to each other by relations,
// texts kept apart from the cells, days that are numbers with a format.
#include "sheets/read_xlsx.hpp"

#include "sheets/number_format.hpp"
#include "sheets/plain_values.hpp"
#include "sheets/sheet_builder.hpp"
#include "sheets/utf16.hpp"
#include "sheets/workbook_words.hpp"
#include "sheets/xml_part.hpp"
#include "sheets/zip_parts.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace leps::sheets {
namespace {

struct Relation {
  std::string type;    // the last word of its address: `worksheet`
  std::string target;  // the part
  bool external = false;
};

/// `xl/` and `worksheets/sheet1.xml`: `xl/worksheets/sheet1.xml`.
std::string resolved(const std::string& folder, std::string written) {
  std::replace(written.begin(), written.end(), '\\', '/');
  std::string_view target = written;
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path = folder;
  for (;;) {
    if (target.starts_with("./")) target.remove_prefix(2);
    if (!target.starts_with("../")) break;
    target.remove_prefix(3);
    const std::size_t slash =
        path.size() > 1 ? path.find_last_of('/', path.size() - 2) : std::string::npos;
    path = slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
  }
  return path + std::string(target);
}

int number_of(std::string_view text, int otherwise) {
  int number = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

/// `B7`; nothing for what is no address on a sheet.
std::optional<CellAddress> address_of(std::string_view text) {
  CellAddress at{0, 0};
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char letter = static_cast<char>(text[i] & ~0x20);  // in capitals
    if (letter < 'A' || letter > 'Z') break;
    at.column = at.column * 26 + static_cast<std::uint32_t>(letter - 'A' + 1);
    if (at.column > kLastColumn) return std::nullopt;
  }
  const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), at.row);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (at.column == 0 || at.row == 0 || at.row > kLastRow) return std::nullopt;
  return at;
}

/// Excel writes a character that XML does not allow as `_x000D_`; others, any that they like.
std::string unescaped(const std::string& text) {
  constexpr std::size_t kLength = 7;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    unsigned value = 0;
    const char* digits = text.data() + at + 2;
    const bool whole = text.compare(at, 2, "_x") == 0 && at + kLength <= text.size() &&
                       text[at + kLength - 1] == '_' &&
                       std::from_chars(digits, digits + 4, value, 16).ptr == digits + 4;
    const bool half = value >= 0xD800 && value < 0xE000;  // of a character
    if (whole && !half) {
      append_utf8(plain, value);
      at += kLength;
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

/// The runs of a text one after the other, without the reading aids of eastern scripts.
std::string runs_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& part : node.children()) {
    if (is_named(part, "t")) text += text_below(part);
    if (!is_named(part, "r")) continue;
    for (const pugi::xml_node& piece : part.children()) {
      if (is_named(piece, "t")) text += text_below(piece);
    }
  }
  return unescaped(text);
}

bool is_true(std::string_view stored) { return to_plain_truth(stored).value_or(false); }

class XlsxReader {
 public:
  XlsxReader(SourceMap& sources, const std::string& name, ZipParts& parts, DiagnosticBag& bag)
      : sources_(sources), name_(name), parts_(parts), bag_(bag) {}

  std::vector<Grid> read() {
    const auto top = relations("_rels/.rels", "");
    const auto workbook = std::find_if(top.begin(), top.end(), [](const auto& entry) {
      return entry.second.type == "officeDocument" && !entry.second.external;
    });
    if (workbook == top.end() || !workbook->second.target.ends_with(".xml")) {
      bag_.report(Code::sheet_no_workbook, name_)
          .hint({"salvalo con il foglio di calcolo, come .xlsx o .ods",
                 "save it with the spreadsheet program, as .xlsx or .ods"});
      return {};
    }
    return read_sheets(workbook->second.target);
  }

 private:
  std::map<std::string, Relation> relations(const std::string& part, const std::string& folder) {
    std::map<std::string, Relation> all;
    if (!parts_.has(part)) return all;
    const auto document = read_xml(parts_, part, name_, bag_);
    if (!document) return all;
    for (const pugi::xml_node& node : document->document_element().children()) {
      if (!is_named(node, "Relationship")) continue;
      const std::string_view type = attribute(node, "Type");
      const bool is_new =
          all.emplace(attribute(node, "Id"),
                      Relation{std::string(type.substr(type.find_last_of('/') + 1)),
                               resolved(folder, std::string(attribute(node, "Target"))),
                               attribute(node, "TargetMode") == "External"})
              .second;
      if (!is_new) report_damaged(name_, part, bag_);  // of two, which one is meant?
    }
    return all;
  }

  std::vector<Grid> read_sheets(const std::string& workbook) {
    const std::vector<Listed> listed = read_list(workbook);
    const std::size_t slash = workbook.find_last_of('/') + 1;  // 0 where there is none
    const std::string folder = workbook.substr(0, slash);
    const auto related = relations(folder + "_rels/" + workbook.substr(slash) + ".rels", folder);
    for (const auto& [id, relation] : related) {
      if (relation.external) continue;
      if (relation.type == "sharedStrings" && !read_texts(relation.target)) return {};
      if (relation.type == "styles" && !read_styles(relation.target)) return {};
    }
    if (std::any_of(parts_.names().begin(), parts_.names().end(), [](const std::string& part) {
          return part.find("/externallinks/") != std::string::npos;
        })) {
      report_external_links(name_, bag_);
    }
    std::vector<Grid> grids;
    for (const Listed& sheet : listed) {
      const auto at = related.find(sheet.relation);
      const std::string_view type = at == related.end() ? "" : std::string_view(at->second.type);
      if (type == "chartsheet" || type == "dialogsheet") continue;  // they have no cells
      if (sheet.hidden) {
        report_hidden_sheet(name_, sheet.title, bag_);
      } else if (type != "worksheet" || at->second.external) {
        report_unreachable_sheet(name_, sheet.title, type == "worksheet", bag_);
      } else if (auto grid = read_sheet(sheet.title, at->second.target)) {
        if (!grid->rows.empty()) grids.push_back(*std::move(grid));
      } else if (taken_.too_much()) {
        return {};
      }
    }
    return grids;
  }

  /// A sheet as the workbook lists it.
  struct Listed {
    std::string title, relation;
    bool hidden;
  };

  /// Ends with the tree of the workbook: only one tree at a time takes memory.
  std::vector<Listed> read_list(const std::string& workbook) {
    const auto document = read_xml(parts_, workbook, name_, bag_);
    if (!document) return {};
    const pugi::xml_node root = document->document_element();
    from_1904_ = is_true(attribute(child(root, "workbookPr"), "date1904"));
    stale_ = is_true(attribute(child(root, "calcPr"), "fullCalcOnLoad"));
    std::vector<Listed> listed;
    for (const pugi::xml_node& sheet : child(root, "sheets").children()) {
      if (!is_named(sheet, "sheet")) continue;
      const std::string_view state = attribute(sheet, "state");
      listed.push_back({std::string(attribute(sheet, "name")), std::string(attribute(sheet, "id")),
                        state == "hidden" || state == "veryHidden"});
    }
    return listed;
  }

  bool read_texts(const std::string& part) {
    const auto document = read_xml(parts_, part, name_, bag_);
    if (!document) return false;
    for (const pugi::xml_node& item : document->document_element().children()) {
      // One long text may stand in every cell: what can be done once is not done for each.
      if (is_named(item, "si")) texts_.push_back(tidy(runs_of(item)));
    }
    return true;
  }

  bool read_styles(const std::string& part) {
    const auto document = read_xml(parts_, part, name_, bag_);
    if (!document) return false;
    std::map<int, NumberFormat> own;
    const pugi::xml_node root = document->document_element();
    for (const pugi::xml_node& format : child(root, "numFmts").children()) {
      if (!is_named(format, "numFmt")) continue;
      own[number_of(attribute(format, "numFmtId"), -1)] =
          read_number_format(attribute(format, "formatCode"));
    }
    for (const pugi::xml_node& style : child(root, "cellXfs").children()) {
      if (!is_named(style, "xf")) continue;
      const int id = number_of(attribute(style, "numFmtId"), 0);
      const auto found = own.find(id);
      formats_.push_back(found == own.end() ? built_in_number_format(id) : found->second);
    }
    return true;
  }

  std::optional<Grid> read_sheet(const std::string& title, const std::string& part) {
    const auto document = read_xml(parts_, part, name_, bag_);
    if (!document) return std::nullopt;
    SheetBuilder sheet(name_, title, taken_);
    const pugi::xml_node root = document->document_element();
    note_hidden_columns(root, sheet);
    std::uint32_t row_before = 0;
    for (const pugi::xml_node& row : child(root, "sheetData").children()) {
      if (!is_named(row, "row")) continue;
      // Both may leave their address out: they then follow the one before.
      const std::string_view stated = attribute(row, "r");
      CellAddress at{row_before + 1, 0};
      if (!stated.empty()) {
        const auto first = address_of("A" + std::string(stated));
        if (!first && row.first_child()) sheet.note_outside("A" + std::string(stated));
        if (!first) continue;
        at.row = first->row;
      }
      row_before = at.row;
      if (is_true(attribute(row, "hidden"))) sheet.note_hidden_row(at.row);
      for (const pugi::xml_node& cell : row.children()) {
        if (!is_named(cell, "c")) continue;
        const std::string_view written = attribute(cell, "r");
        const auto own = address_of(written);
        if (!own && !written.empty()) {
          if (cell.first_child()) sheet.note_outside(std::string(written));
          continue;
        }
        at = own ? *own : CellAddress{at.row, at.column + 1};
        read_cell(cell, at, sheet);
        if (!sheet.has_room()) return std::move(sheet).finish(sources_, bag_);
      }
    }
    for (const pugi::xml_node& merged : child(root, "mergeCells").children()) {
      if (!is_named(merged, "mergeCell")) continue;
      const std::string_view range = attribute(merged, "ref");
      const auto first = address_of(range.substr(0, range.find(':')));
      if (first) {
        refuse_merged(sheet, *first, std::string(range));
      } else {
        sheet.note_outside(std::string(range));
      }
    }
    return std::move(sheet).finish(sources_, bag_);
  }

  static void note_hidden_columns(const pugi::xml_node& root, SheetBuilder& sheet) {
    for (const pugi::xml_node& columns : child(root, "cols").children()) {
      if (!is_named(columns, "col") || !is_true(attribute(columns, "hidden"))) continue;
      const int first = number_of(attribute(columns, "min"), 0);
      const int last = number_of(attribute(columns, "max"), first);
      if (first < 1 || last < first) continue;
      sheet.note_hidden_columns(static_cast<std::uint32_t>(first),
                                static_cast<std::uint32_t>(last));
    }
  }

  void read_cell(const pugi::xml_node& cell, CellAddress at, SheetBuilder& sheet) {
    if (!cell.first_child()) return;  // formatted and empty, most often thousands of them
    const std::string_view type = attribute(cell, "t");
    const std::string stored = text_below(child(cell, "v"));
    const std::string own = runs_of(child(cell, "is"));
    const std::string value = tidy(type == "inlineStr" ? own : stored);
    if (is_there_twice(cell, "v") || is_there_twice(cell, "is")) {
      return refuse_twice(sheet, at, value);
    }
    if (type == "e" && !value.empty()) return refuse_error(sheet, at, value);
    if (child(cell, "f")) {
      if (value.empty() && type != "str") return refuse_unsolved(sheet, at);
      if (stale_) return refuse_stale(sheet, at, value);
      sheet.note_formula(at);
    }
    const std::string other = tidy(type == "inlineStr" ? stored : own);
    if (!other.empty()) {
      return refuse_damaged(sheet, at, other,
                            {"un valore del tipo che ha", "a value of the type that it has"});
    }
    if (value.empty()) return;
    if (type == "s") return add_shared(sheet, at, value);
    if (type == "inlineStr") return sheet.add(at, CellKind::text, value);
    if (type == "str") return sheet.add(at, CellKind::text, unescaped(stored));
    if (type == "b") return add_truth(sheet, at, value);
    if (type == "d") return add_day(sheet, at, value);
    if (type.empty() || type == "n") return read_number(cell, at, value, sheet);
    refuse_damaged(sheet, at, value, {"un tipo che esista", "a type that there is"});
  }

  static bool is_there_twice(const pugi::xml_node& cell, std::string_view name) {
    return std::count_if(cell.begin(), cell.end(),
                         [&](const pugi::xml_node& node) { return is_named(node, name); }) > 1;
  }

  void add_shared(SheetBuilder& sheet, CellAddress at, const std::string& stored) {
    const int index = number_of(stored, -1);
    if (index < 0 || static_cast<std::size_t>(index) >= texts_.size()) {
      return refuse_damaged(
          sheet, at, stored,
          {"il numero di uno dei testi del file", "the number of one of the texts of the file"});
    }
    sheet.add(at, CellKind::text, texts_[static_cast<std::size_t>(index)]);
  }

  void read_number(const pugi::xml_node& cell, CellAddress at, const std::string& stored,
                   SheetBuilder& sheet) {
    const auto number = to_plain_number(stored);
    if (!number) return refuse_damaged(sheet, at, stored, {"un numero", "a number"});
    const auto format = format_of(attribute(cell, "s"));
    if (!format) {
      return refuse_damaged(sheet, at, stored,
                            {"un formato che il file ha", "a format that the file has"});
    }
    switch (*format) {
      case NumberFormat::number:
        return sheet.add(at, CellKind::number, *number);
      case NumberFormat::percent:
        return sheet.add(at, CellKind::number, to_percent(*number));
      case NumberFormat::day:
        if (const auto day = to_shown_day(*number, from_1904_)) {
          return sheet.add(at, CellKind::day, *day, *number);
        }
        break;
      case NumberFormat::time:
        break;
    }
    refuse_time(sheet, at, to_shown_time(*number, from_1904_));
  }

  /// Of a cell with that style; nothing where the file has no such style, and a number could be a
  /// day.
  [[nodiscard]] std::optional<NumberFormat> format_of(std::string_view style) const {
    const int index = style.empty() ? 0 : number_of(style, -1);
    if (index == 0 && formats_.empty()) return NumberFormat::number;
    if (index < 0 || static_cast<std::size_t>(index) >= formats_.size()) return std::nullopt;
    return formats_[static_cast<std::size_t>(index)];
  }

  SourceMap& sources_;
  const std::string& name_;
  ZipParts& parts_;
  DiagnosticBag& bag_;
  std::vector<std::string> texts_;
  std::vector<NumberFormat> formats_;  // of each style
  Taken taken_;
  bool from_1904_ = false;
  bool stale_ = false;  // the file itself says that the results of its formulas do not hold
};

}  // namespace

std::vector<Grid> read_xlsx(SourceMap& sources, const std::string& name, ZipParts& parts,
                            DiagnosticBag& bag) {
  return XlsxReader(sources, name, parts, bag).read();
}

}  // namespace leps::sheets
