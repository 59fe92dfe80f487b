#include "sheets/file_kind.hpp"

#include "sheets/zip_parts.hpp"

#include <algorithm>

namespace leps::sheets {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBeginning = 4096;  // as much as tells what a text is

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

/// Documents of Office from before 2007 keep their streams by name, in UTF-16.
FileKind kind_of_old_office(std::string_view bytes) {
  const auto has_stream = [&](std::string_view name) {
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    return bytes.find(wide + '\0' + '\0') != std::string_view::npos;
  };
  if (has_stream("EncryptedPackage")) return FileKind::locked;
  if (has_stream("Workbook") || has_stream("Book")) return FileKind::old_workbook;
  return FileKind::old_or_locked;
}

FileKind kind_of_archive(std::string_view bytes) {
  DiagnosticBag nobody;  // a damaged archive is for its reader to report
  auto parts = ZipParts::open(bytes, "", nobody);
  if (!parts) return FileKind::archive;
  const auto says = [&](const char* part, std::string_view words) {
    const auto text = parts->has(part) ? parts->read(part, nobody) : std::nullopt;
    return text && text->find(words) != std::string::npos;
  };
  if (says("mimetype", "opendocument.spreadsheet-template")) return FileKind::template_ods;
  if (says("mimetype", "opendocument.spreadsheet")) return FileKind::ods;
  if (says("[Content_Types].xml", "spreadsheetml.template.main+xml")) {
    return FileKind::template_xlsx;
  }
  const bool is_xlsx =
      parts->has("xl/workbook.xml") || says("[Content_Types].xml", "spreadsheetml.sheet.main+xml");
  return is_xlsx ? FileKind::xlsx : FileKind::archive;
}

/// Nothing but what stands in a text, in any encoding of eight bits.
bool is_text(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
}

FileKind kind_of_text(std::string_view beginning) {
  std::string text = in_small_letters(beginning);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  const auto begins = [&](std::string_view words) { return text.starts_with(words); };
  const auto holds = [&](std::string_view words) { return text.find(words) != std::string::npos; };
  if (begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") ||
      begins("<table") || begins("<meta") || (begins("<") && holds("<html"))) {
    return FileKind::web_page;
  }
  if (begins("<?xml") && (holds("urn:schemas-microsoft-com:office:spreadsheet") ||
                          holds("opendocument.spreadsheet"))) {
    return FileKind::flat_workbook;
  }
  return FileKind::text;
}

Text in_words(FileKind kind) {
  switch (kind) {
    case FileKind::empty:
      return {"vuoto", "empty"};
    case FileKind::text:
      return {"un testo, forse un CSV", "a text, perhaps a CSV"};
    case FileKind::web_page:
      return {"una pagina web (HTML)", "a page of the web (HTML)"};
    case FileKind::flat_workbook:
      return {"un foglio di calcolo in XML", "a spreadsheet in XML"};
    case FileKind::pdf:
      return {"un PDF", "a PDF"};
    case FileKind::xlsx:
      return {"un foglio di calcolo xlsx", "an xlsx spreadsheet"};
    case FileKind::ods:
      return {"un foglio di calcolo ods", "an ods spreadsheet"};
    case FileKind::template_xlsx:
      return {"un modello di foglio di calcolo xltx", "an xltx template of a spreadsheet"};
    case FileKind::template_ods:
      return {"un modello di foglio di calcolo ots", "an ots template of a spreadsheet"};
    case FileKind::archive:
      return {"un archivio zip", "a zip archive"};
    case FileKind::old_workbook:
      return {"un foglio di calcolo nel vecchio formato xls",
              "a spreadsheet in the old format xls"};
    case FileKind::locked:
    case FileKind::old_or_locked:
      return {"un documento di Office nel vecchio formato, o chiuso da una password",
              "a document of Office in the old format, or locked by a password"};
    case FileKind::unknown:
      break;
  }
  return {"di un altro formato", "of another format"};
}

Text what_to_do(FileKind kind) {
  switch (kind) {
    case FileKind::empty:
      return {"scaricalo o salvalo di nuovo", "download it or save it anew"};
    case FileKind::text:
      return {
          "se è un CSV cambia la fine del nome in .csv; se no, chiedi di nuovo il file a chi "
          "l'ha fatto",
          "if it is a CSV change the end of its name to .csv; if not, ask whoever made the file "
          "for it again"};
    case FileKind::xlsx:
      return {"cambia la fine del nome in .xlsx", "change the end of its name to .xlsx"};
    case FileKind::ods:
      return {"cambia la fine del nome in .ods", "change the end of its name to .ods"};
    case FileKind::archive:
      return {"estrai i file che contiene, e dai quelli",
              "extract the files in it, and give those"};
    case FileKind::pdf:
      return {"chiedi i dati in .xlsx, .ods o .csv a chi ha fatto il file",
              "ask whoever made the file for the data in .xlsx, .ods or .csv"};
    case FileKind::locked:
      return {"togli la password e salvalo come .xlsx o .ods",
              "take the password away and save it as .xlsx or .ods"};
    case FileKind::web_page:
    case FileKind::flat_workbook:
    case FileKind::template_xlsx:
    case FileKind::template_ods:
    case FileKind::old_workbook:
    case FileKind::old_or_locked:
    case FileKind::unknown:
      break;
  }
  return {"aprilo con il foglio di calcolo e salvalo come .xlsx o .ods",
          "open it with the spreadsheet program and save it as .xlsx or .ods"};
}

}  // namespace

FileKind find_kind(std::string_view bytes) {
  if (bytes.empty()) return FileKind::empty;
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return kind_of_old_office(bytes);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    return kind_of_archive(bytes);
  }
  if (bytes.starts_with("%PDF-")) return FileKind::pdf;
  const std::string_view beginning = bytes.substr(0, kBeginning);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return FileKind::text;
  return is_text(beginning) ? kind_of_text(beginning) : FileKind::unknown;
}

bool may_be(FileKind kind, const std::string& extension) {
  const auto ends = [&](std::initializer_list<std::string_view> those) {
    return std::find(those.begin(), those.end(), extension) != those.end();
  };
  switch (kind) {
    case FileKind::empty:
    case FileKind::text:
      return !ends(
          {".xlsx", ".ods", ".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ots", ".numbers"});
    case FileKind::flat_workbook:
      return ends({".fods"});
    case FileKind::xlsx:
    case FileKind::ods:
      return ends({".xlsx", ".ods", ".xlsm", ".xlsb", ".xltm"});
    case FileKind::template_xlsx:
    case FileKind::template_ods:
      return ends({".xlsx", ".ods", ".xltx", ".xltm", ".ots"});
    case FileKind::archive:  // of another document, or a damaged workbook
      return ends({".xlsx", ".ods", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ots", ".numbers"});
    case FileKind::old_workbook:
      return ends({".xls"});
    case FileKind::old_or_locked:
      return ends({".xls", ".xlsx", ".ods"});
    case FileKind::unknown:
      return true;
    case FileKind::web_page:
    case FileKind::pdf:
    case FileKind::locked:
      return false;
  }
  return true;
}

void report_other_content(const std::string& name, const std::string& extension, FileKind kind,
                          DiagnosticBag& bag) {
  if (kind == FileKind::locked) {
    bag.report(Code::sheet_password, name).hint(what_to_do(kind));
    return;
  }
  const Text wanted = extension.empty() ? Text("un file YAML", "a YAML file")
                                        : format({"un file {0}", "a {0} file"}, {extension});
  bag.report(Code::sheet_other_content, name, {in_words(kind), wanted}).hint(what_to_do(kind));
}

}  // namespace leps::sheets
