// What a file is, by its bytes: names are changed by hand and given by web portals, and a message
// about a page of the web that is called `dati.xls` must say that it is one.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>

namespace leps::sheets {

enum class FileKind {
  empty,
  text,           // which of them, only a reader could say
  web_page,       // HTML, which portals call .xls
  flat_workbook,  // a spreadsheet in one file of XML: of Excel 2003, or .fods
  pdf,
  xlsx,
  ods,
  template_xlsx,  // a form to make workbooks from: .xltx, .ots
  template_ods,
  archive,        // a zip of anything else
  old_workbook,   // .xls, as Excel 97 to 2003 wrote it
  locked,         // of Office, with a password
  old_or_locked,  // one of the two, or another document of Office of those years
  unknown
};

FileKind find_kind(std::string_view bytes);

/// True where a file with that ending may be one of that kind, so that its reader is the one to say
/// what is wrong with it. @param extension  in small letters, with its point
bool may_be(FileKind kind, const std::string& extension);

/// Says what a file is, that its name says something else, and what to do.
void report_other_content(const std::string& name, const std::string& extension, FileKind kind,
                          DiagnosticBag& bag);

}  // namespace leps::sheets
