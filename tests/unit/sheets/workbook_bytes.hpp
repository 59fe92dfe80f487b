// Workbooks as bytes, made part by part as no spreadsheet program would be asked to, and what is
// read of them, in lines that a test can compare.
#pragma once

#include "sheets/read_workbook.hpp"
#include "unit/sheets/describe.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace leps::test {

using Parts = std::map<std::string, std::string>;

inline std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* file = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
  REQUIRE(file);
  for (const auto& [name, content] : parts) {
    zip_source_t* part = zip_source_buffer(file, content.data(), content.size(), 0);
    REQUIRE(zip_file_add(file, name.c_str(), part, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(zip_close(file) == 0);
  std::string bytes;
  zip_source_open(memory);
  zip_source_seek(memory, 0, SEEK_END);
  bytes.resize(static_cast<std::size_t>(zip_source_tell(memory)));
  zip_source_seek(memory, 0, SEEK_SET);
  zip_source_read(memory, bytes.data(), bytes.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

inline const std::string kDocument =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string relation(const std::string& id, const std::string& type,
                            const std::string& target, const std::string& more = "") {
  return "<Relationship Id='" + id + "' Type='" + kDocument + "/" + type + "' Target='" + target +
         "' " + more + "/>";
}

/// The parts of a sound xlsx whose one sheet, `dati`, has that inside its `sheetData`.
/// @param texts    `<si>` elements
/// @param formats  codes of numbers; style 1 has the first of them, and style 0 none
inline Parts xlsx_parts(const std::string& rows, const std::string& texts = "",
                        const std::vector<std::string>& formats = {}) {
  std::string codes, styles = "<xf numFmtId='0'/>";
  for (const std::string& format : formats) {
    const std::string id = std::to_string(164 + (&format - formats.data()));
    codes += "<numFmt numFmtId='" + id + "' formatCode='" + format + "'/>";
    styles += "<xf numFmtId='" + id + "'/>";
  }
  return {
      {"_rels/.rels",
       "<Relationships>" + relation("1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml", "<workbook><sheets><sheet name='dati' r:id='1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships>" + relation("1", "worksheet", "sheet.xml") +
                                         relation("2", "sharedStrings", "texts.xml") +
                                         relation("3", "styles", "styles.xml") +
                                         "</Relationships>"},
      {"xl/texts.xml", "<sst>" + texts + "</sst>"},
      {"xl/styles.xml", "<styleSheet><numFmts>" + codes + "</numFmts>\n<cellXfs>\n" + styles +
                            "\n</cellXfs></styleSheet>"},
      {"xl/sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
  };
}

/// The parts of an ods whose spreadsheet holds those tables.
inline Parts ods_parts(const std::string& tables) {
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          {"content.xml", "<o:document-content><o:body><o:spreadsheet>" + tables +
                              "</o:spreadsheet></o:body></o:document-content>"}};
}

inline std::string ods_table(const std::string& rows) {
  return "<t:table t:name='dati'>" + rows + "</t:table>";
}

/// `B2 number 17.5`, a line for each cell; then `B2 sheet/time` for each finding, without the cell
/// where it is about none.
inline std::string read_cells(const std::string& bytes) {
  SourceMap sources;
  DiagnosticBag bag;
  std::string all;
  const auto line = [&](Span at, std::string_view words) {
    all += to_string(sources.cell(at)) + " " + std::string(words);
  };
  static const char* const kKinds[] = {"text", "number", "day", "truth", "refused"};
  for (const sheets::Grid& grid : sheets::read_workbook(sources, "prova", bytes, bag)) {
    for (const sheets::Row& row : grid.rows) {
      for (const sheets::Cell& cell : row.cells) {
        line(cell.span, kKinds[static_cast<int>(cell.kind)]);
        all += " " + cell.text + "\n";
      }
    }
  }
  for (const Diagnostic& found : bag.all()) {
    if (found.where) line(*found.where, "");
    all += std::string(name(found.code)) + "\n";
  }
  return all;
}

}  // namespace leps::test
