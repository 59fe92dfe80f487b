// Office Open XML (ECMA-376, part 1, chapter 18): parts that refer to each other by relations,
// texts kept apart from the cells, days that are numbers with a format.
#include "sheets/plain_values.hpp"
#include "sheets/read_workbook.hpp"
#include "sheets/sheet_builder.hpp"
#include "sheets/workbook_words.hpp"
#include "sheets/xml_part.hpp"
#include "sheets/zip_parts.hpp"

#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace leps::sheets {
namespace {

struct Relation {
  std::string type;    // the last word of its address: `worksheet`
  std::string target;  // the part
};

/// `xl/` and `worksheets/sheet1.xml`: `xl/worksheets/sheet1.xml`.
std::string resolved(const std::string& folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path = folder;
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash =
        path.size() > 1 ? path.find_last_of('/', path.size() - 2) : std::string::npos;
    path = slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
  }
  return path + std::string(target);
}

enum class Format { number, day, time };

/// What a code such as `dd/mm/yyyy;@` shows. Texts in it, colours and the like say nothing.
Format format_of(std::string_view code) {
  bool day = false, time = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inner = code.substr(i + 1, end - i - 1);
      if (inner == "h" || inner == "hh" || inner == "m" || inner == "mm" || inner == "s")
        time = true;
      i = end;
    } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
      day = true;
    } else if (c == 'h' || c == 'H' || c == 's' || c == 'S') {
      time = true;
    } else if (code.substr(i, 7) == "General" || code.substr(i, 7) == "GENERAL") {
      i += 6;
    } else if (code.substr(i, 8) == "Standard") {
      i += 7;
    }
  }
  // `mmm`, a month alone, is a day too; minutes stand beside hours or seconds.
  if (!day && !time) day = code.find("mm") != std::string_view::npos;
  return day ? Format::day : time ? Format::time : Format::number;
}

Format built_in_format(int id) {
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
      (id >= 50 && id <= 58)) {
    return Format::day;
  }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) {
    return Format::time;
  }
  return Format::number;
}

int number_of(std::string_view text, int otherwise) {
  int number = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

/// `B7`; nothing for what is no address on a sheet.
std::optional<CellAddress> address_of(std::string_view text) {
  constexpr std::uint32_t kLastColumn = 16'384, kLastRow = 1'048'576;
  CellAddress at{0, 0};
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
    at.column = at.column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
    if (at.column > kLastColumn) return std::nullopt;
  }
  const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), at.row);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (at.column == 0 || at.row == 0 || at.row > kLastRow) return std::nullopt;
  return at;
}

/// Excel writes a character that XML does not allow as `_x000D_`.
std::string unescaped(std::string text) {
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(
        text.data() + at + 2, text.data() + std::min(at + 6, text.size()), value, 16);
    const bool whole = error == std::errc() && end == text.data() + at + 6;
    if (!whole || at + 6 >= text.size() || text[at + 6] != '_' || value >= 0x80) continue;
    text.replace(at, 7, 1, static_cast<char>(value));
  }
  return text;
}

/// The runs of a text one after the other, without the reading aids of eastern scripts.
std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& part : node.children()) {
    if (is_named(part, "t")) text += part.child_value();
    if (is_named(part, "r")) text += child(part, "t").child_value();
  }
  return unescaped(std::move(text));
}

class XlsxReader {
 public:
  XlsxReader(SourceMap& sources, const std::string& name, ZipParts& parts, DiagnosticBag& bag)
      : sources_(sources), name_(name), parts_(parts), bag_(bag) {}

  std::vector<Grid> read() {
    const auto top = relations("_rels/.rels", "");
    const auto workbook = std::find_if(top.begin(), top.end(), [](const auto& entry) {
      return entry.second.type == "officeDocument";
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
      if (attribute(node, "TargetMode") == "External") continue;
      const std::string_view type = attribute(node, "Type");
      all.emplace(attribute(node, "Id"),
                  Relation{std::string(type.substr(type.find_last_of('/') + 1)),
                           resolved(folder, attribute(node, "Target"))});
    }
    return all;
  }

  std::vector<Grid> read_sheets(const std::string& workbook) {
    const auto document = read_xml(parts_, workbook, name_, bag_);
    if (!document) return {};
    const std::size_t slash = workbook.find_last_of('/') + 1;  // 0 where there is none
    const std::string folder = workbook.substr(0, slash);
    const auto related = relations(folder + "_rels/" + workbook.substr(slash) + ".rels", folder);
    for (const auto& [id, relation] : related) {
      if (relation.type == "sharedStrings" && !read_texts(relation.target)) return {};
      if (relation.type == "styles" && !read_styles(relation.target)) return {};
    }
    if (std::any_of(parts_.names().begin(), parts_.names().end(), [](const std::string& part) {
          return part.find("/externalLinks/") != std::string::npos;
        })) {
      report_external_links(name_, bag_);
    }
    const pugi::xml_node root = document->document_element();
    const std::string_view since = attribute(child(root, "workbookPr"), "date1904");
    from_1904_ = since == "1" || since == "true";

    std::vector<Grid> grids;
    for (const pugi::xml_node& sheet : child(root, "sheets").children()) {
      const std::string title(attribute(sheet, "name"));
      const auto at = related.find(std::string(attribute(sheet, "id")));
      if (at == related.end() || at->second.type != "worksheet") continue;  // a chart
      const std::string_view state = attribute(sheet, "state");
      if (state == "hidden" || state == "veryHidden") {
        report_hidden_sheet(name_, title, bag_);
      } else if (auto grid = read_sheet(title, at->second.target)) {
        if (!grid->rows.empty()) grids.push_back(*std::move(grid));
      }
    }
    return grids;
  }

  bool read_texts(const std::string& part) {
    const auto document = read_xml(parts_, part, name_, bag_);
    if (!document) return false;
    for (const pugi::xml_node& item : document->document_element().children()) {
      if (is_named(item, "si")) texts_.push_back(text_of(item));
    }
    return true;
  }

  bool read_styles(const std::string& part) {
    const auto document = read_xml(parts_, part, name_, bag_);
    if (!document) return false;
    std::map<int, Format> own;
    const pugi::xml_node root = document->document_element();
    for (const pugi::xml_node& format : child(root, "numFmts").children()) {
      own[number_of(attribute(format, "numFmtId"), -1)] =
          format_of(attribute(format, "formatCode"));
    }
    for (const pugi::xml_node& style : child(root, "cellXfs").children()) {
      const int id = number_of(attribute(style, "numFmtId"), 0);
      const auto found = own.find(id);
      formats_.push_back(found == own.end() ? built_in_format(id) : found->second);
    }
    return true;
  }

  std::optional<Grid> read_sheet(const std::string& title, const std::string& part) {
    const auto document = read_xml(parts_, part, name_, bag_);
    if (!document) return std::nullopt;
    SheetBuilder sheet(name_, title);
    const pugi::xml_node root = document->document_element();
    std::uint32_t row_before = 0;
    for (const pugi::xml_node& row : child(root, "sheetData").children()) {
      if (!is_named(row, "row")) continue;
      // Both may leave their address out: they then follow the one before.
      const int stated = number_of(attribute(row, "r"), 0);
      CellAddress at{stated > 0 ? static_cast<std::uint32_t>(stated) : row_before + 1, 0};
      row_before = at.row;
      if (attribute(row, "hidden") == "1") sheet.note_hidden_row(at.row);
      for (const pugi::xml_node& cell : row.children()) {
        if (!is_named(cell, "c")) continue;
        const auto own = address_of(attribute(cell, "r"));
        at = own ? *own : CellAddress{at.row, at.column + 1};
        read_cell(cell, at, sheet);
        if (!sheet.has_room()) return std::move(sheet).finish(sources_, bag_);
      }
    }
    for (const pugi::xml_node& merged : child(root, "mergeCells").children()) {
      const std::string_view range = attribute(merged, "ref");
      const auto first = address_of(range.substr(0, range.find(':')));
      if (first) refuse_merged(sheet, *first, std::string(range));
    }
    return std::move(sheet).finish(sources_, bag_);
  }

  void read_cell(const pugi::xml_node& cell, CellAddress at, SheetBuilder& sheet) {
    const std::string_view type = attribute(cell, "t");
    const std::string stored = child(cell, "v").child_value();
    const pugi::xml_node formula = child(cell, "f");
    if (type == "e") return refuse_error(sheet, at, stored);
    if (formula) {
      if (stored.empty() && type != "str") return refuse_unsolved(sheet, at);
      sheet.note_formula(at);
    }
    if (type == "s") {
      const int index = number_of(stored, -1);
      if (index < 0 || static_cast<std::size_t>(index) >= texts_.size()) {
        return refuse_damaged(sheet, at, stored);
      }
      return sheet.add(at, CellKind::text, texts_[static_cast<std::size_t>(index)]);
    }
    if (type == "inlineStr") return sheet.add(at, CellKind::text, text_of(child(cell, "is")));
    if (type == "str") return sheet.add(at, CellKind::text, unescaped(stored));
    if (type == "b") return sheet.add(at, CellKind::truth, stored == "1" ? "sì" : "no");
    if (type == "d") return add_day(sheet, at, stored);
    if (stored.empty()) return;
    read_number(cell, at, stored, sheet);
  }

  void read_number(const pugi::xml_node& cell, CellAddress at, const std::string& stored,
                   SheetBuilder& sheet) {
    const auto number = to_plain_number(stored);
    if (!number) return refuse_damaged(sheet, at, stored);
    const int style = number_of(attribute(cell, "s"), 0);
    const Format format = style >= 0 && static_cast<std::size_t>(style) < formats_.size()
                              ? formats_[static_cast<std::size_t>(style)]
                              : Format::number;
    if (format == Format::number) return sheet.add(at, CellKind::number, *number);
    if (format == Format::day) {
      if (const auto day = to_plain_day(*number, from_1904_)) {
        return sheet.add(at, CellKind::day, *day);
      }
    }
    refuse_time(sheet, at, *number);
  }

  SourceMap& sources_;
  const std::string& name_;
  ZipParts& parts_;
  DiagnosticBag& bag_;
  std::vector<std::string> texts_;
  std::vector<Format> formats_;  // of each style
  bool from_1904_ = false;
};

}  // namespace

std::vector<Grid> read_xlsx(SourceMap& sources, const std::string& name, ZipParts& parts,
                            DiagnosticBag& bag) {
  return XlsxReader(sources, name, parts, bag).read();
}

}  // namespace leps::sheets
