#include "sheets/file_kind.hpp"

#include "unit/sheets/workbook_bytes.hpp"

using namespace leps;
using namespace leps::sheets;
using namespace std::string_literals;

namespace {

/// The name of a stream in a document of Office from before 2007.
std::string office(const std::string& stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (const char c : stream) bytes += {c, '\0'};
  return bytes + "\0\0"s;
}

test::Parts typed(const char* type) {
  return {{"[Content_Types].xml", std::string("<Types><Override ContentType='application/vnd."
                                              "openxmlformats-officedocument.") +
                                      type + "'/></Types>"},
          {"xl/workbook.xml", "<workbook/>"}};
}

}  // namespace

TEST_CASE("a file whose name says something else is told what it is") {
  const std::string xlsx = test::zipped(typed("spreadsheetml.sheet.main+xml"));
  const std::string xltx = test::zipped(typed("spreadsheetml.template.main+xml"));
  const std::string ods = test::zipped(test::ods_parts(""));
  test::Parts template_parts = test::ods_parts("");
  template_parts["mimetype"] += "-template";
  const std::string ots = test::zipped(template_parts);
  struct Row {
    std::string why;
    const char* extension;
    std::string bytes;
    const char* said;
  };
  const Row rows[] = {
      {"sound", ".xlsx", xlsx, ""},
      {"either is read by what it is", ".ods", xlsx, ""},
      {"likewise", ".xlsx", ods, ""},
      {"a template that is read", ".xlsx", xltx, ""},
      {"a workbook as an archive", ".zip", xlsx, "un foglio di calcolo xlsx, non un file .zip"},
      {"as a CSV", ".csv", xlsx, "un foglio di calcolo xlsx, non un file .csv"},
      {"as a document", ".yaml", ods, "un foglio di calcolo ods, non un file .yaml"},
      {"as a template", ".xltx", xlsx, "un foglio di calcolo xlsx, non un file .xltx"},
      {"likewise", ".ots", ods, "un foglio di calcolo ods, non un file .ots"},
      {"as nothing", "", ods, "un foglio di calcolo ods, non un file YAML"},
      {"a template as a CSV", ".csv", xltx,
       "un modello di foglio di calcolo xltx, non un file .csv"},
      {"likewise", ".zip", ots, "un modello di foglio di calcolo ots, non un file .zip"},
      {"the old format as a CSV", ".csv", office("Workbook"),
       "un foglio di calcolo nel vecchio formato xls, non un file .csv"},
      {"as a new one", ".xlsx", office("Book"),
       "un foglio di calcolo nel vecchio formato xls, non un file .xlsx"},
      {"as what it is", ".xls", office("Workbook"), ""},
      {"locked", ".xlsx", office("EncryptedPackage"), "sheet/password"},
      {"locked, as an old one", ".xls", office("EncryptedPackage"), "sheet/password"},
      {"nobody knows which", ".xlsx", office("x"), ""},
      {"a CSV as a workbook", ".xlsx", "a;b\n1;2\n", "un testo, forse un CSV, non un file .xlsx"},
      {"as an old one", ".xls", "a\tb\n1\t2\n", "un testo, forse un CSV, non un file .xls"},
      {"in UTF-16", ".xls",
       "\xFF\xFE"
       "a\0"s,
       "un testo, forse un CSV, non un file .xls"},
      {"in Windows-1252", ".ods", "citt\xE0;b\n", "un testo, forse un CSV, non un file .ods"},
      {"a page of the web", ".xls", "\n<!DOCTYPE HTML><html></html>",
       "una pagina web (HTML), non un file .xls"},
      {"likewise", ".xlsx", "\xEF\xBB\xBF<table><tr><td>a</td></tr></table>",
       "una pagina web (HTML), non un file .xlsx"},
      {"as a CSV", ".csv", "<HTML>", "una pagina web (HTML), non un file .csv"},
      {"as a document", ".json", "<?xml version='1.0'?><html/>",
       "una pagina web (HTML), non un file .json"},
      {"in XML of Excel", ".xls",
       "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
       "un foglio di calcolo in XML, non un file .xls"},
      {"a PDF", ".xlsx", "%PDF-1.7", "un PDF, non un file .xlsx"},
      {"empty", ".xlsx", "", "vuoto, non un file .xlsx"},
      {"another archive", ".csv", test::zipped({{"a.csv", "a;b"}}),
       "un archivio zip, non un file .csv"},
      {"an archive as a workbook", ".xlsx", test::zipped({{"a.csv", "a;b"}}), ""},
      {"a CSV", ".csv", "a;b\n", ""},
      {"a document", ".yaml", "ambito: lodi\n", ""},
      {"bytes of nothing", ".xlsx", "\x01\x02", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CAPTURE(row.extension);
    const FileKind kind = find_kind(row.bytes);
    DiagnosticBag bag;
    if (!may_be(kind, row.extension)) report_other_content("prova", row.extension, kind, bag);
    std::string said;
    for (const Diagnostic& found : bag.all()) {
      said = found.code == Code::sheet_other_content ? found.message.it
                                                     : std::string(name(found.code));
      CHECK(found.hints.size() == 1);
    }
    const std::string words = row.said;
    CHECK(said == (words.empty() || words == "sheet/password" ? words : "il file è " + words));
  }
}
