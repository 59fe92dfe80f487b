#include "sheets/read_workbook.hpp"

#include "diagnostics/load_source.hpp"
#include "sheets/read_ods.hpp"
#include "sheets/read_xlsx.hpp"
#include "sheets/zip_parts.hpp"

#include <algorithm>

namespace leps::sheets {
namespace {

bool holds_macros(const ZipParts& parts) {
  return std::any_of(parts.names().begin(), parts.names().end(), [](const std::string& part) {
    return part.ends_with("vbaproject.bin") || part.find("macrosheets/") != std::string::npos ||
           part.starts_with("basic/") || part.starts_with("scripts/");
  });
}

}  // namespace

std::vector<Grid> read_workbook(SourceMap& sources, const std::string& name, std::string_view bytes,
                                DiagnosticBag& bag) {
  if (bytes.size() > kMaxDataBytes) {
    bag.report(Code::text_too_large, name,
               {std::to_string(bytes.size()), std::to_string(kMaxDataBytes)});
    return {};
  }
  // What Excel 2003 wrote, and what any Excel writes where there is a password.
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    bag.report(Code::sheet_old_or_locked, name)
        .hint({"togli la password, o salvalo come .xlsx",
               "take the password away, or save it as .xlsx"});
    return {};
  }
  auto parts = ZipParts::open(bytes, name, bag);
  if (!parts) return {};
  if (holds_macros(*parts)) {
    bag.report(Code::sheet_macros, name)
        .hint({"salvalo come .xlsx o .ods senza macro", "save it as .xlsx or .ods without macros"});
    return {};
  }
  if (parts->has("content.xml")) return read_ods(sources, name, *parts, bag);
  if (parts->has("_rels/.rels")) return read_xlsx(sources, name, *parts, bag);
  bag.report(Code::sheet_no_workbook, name)
      .hint({"salvalo con il foglio di calcolo, come .xlsx o .ods",
             "save it with the spreadsheet program, as .xlsx or .ods"});
  return {};
}

}  // namespace leps::sheets
