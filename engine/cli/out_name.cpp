#include "cli/out_name.hpp"

#include "source/extension.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace leps::cli {

void check_ending(const Options& options, DiagnosticBag& bag) {
  const bool of_check = options.command == Command::check;
  const bool of_list = options.command == Command::test || options.command == Command::lint;
  if (!options.out || !(of_check || of_list || options.command == Command::explain)) return;
  const std::string ending = extension_of(*options.out);
  const auto among = [&](std::initializer_list<std::string_view> those) {
    return std::find(those.begin(), those.end(), ending) != those.end();
  };
  if (ending.empty() || ending == ".txt") return;
  if (of_check && among({".json", ".csv", ".md", ".html", ".xlsx"})) return;
  if (of_list && ending == ".json") return;
  const bool of_others = among({".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".ods", ".xlsm",
                                ".ppt", ".pptx", ".png", ".jpg", ".zip"});
  if (options.format_given && !of_others) return;
  Diagnostic& wrong = bag.report(Code::command_out_ending, "", {*options.out});
  if (!of_check) {
    wrong.hint(of_list ? Text("fallo finire in .txt o .json", "let it end in .txt or .json")
                       : Text("fallo finire in .txt", "let it end in .txt"));
  } else {
    wrong.hint({"fallo finire in .txt, .html, .md, .csv, .xlsx o .json",
                "let it end in .txt, .html, .md, .csv, .xlsx or .json"});
    if (ending == ".pdf") {
      wrong.hint({"per un PDF scrivi un .html, aprilo e stampalo in PDF",
                  "for a PDF write an .html, open it and print it to PDF"});
    } else if (among({".doc", ".docx", ".odt", ".rtf"})) {
      wrong.hint({"un .html si apre anche con Word e LibreOffice",
                  "an .html opens in Word and LibreOffice too"});
    } else if (among({".xls", ".ods", ".xlsm"})) {
      wrong.hint({"per un foglio di calcolo scrivi un .xlsx", "for a spreadsheet write an .xlsx"});
    }
  }
}

}  // namespace leps::cli
