#include "sheets/workbook_words.hpp"

#include "base/period.hpp"
#include "sheets/plain_values.hpp"
#include "source/check_text.hpp"

namespace leps::sheets {
namespace {

/// What stands in a cell, as much of it as a message bears.
std::string brief(const std::string& shown) {
  constexpr std::size_t kLongest = 60;
  std::string text = tidy(shown);
  if (check_text(text)) return "?";
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

Text quoted(const std::string& shown) {
  const std::string text = brief(shown);
  if (text.empty()) return {"niente", "nothing"};
  return {"«" + text + "»", "“" + text + "”"};
}

}  // namespace

void report_hidden_sheet(const std::string& file, const std::string& sheet, DiagnosticBag& bag) {
  if (is_form_helper(sheet)) return;
  bag.report(Code::sheet_hidden, file, {sheet})
      .hint({"se contiene dati, mostralo e salva", "if it holds data, show it and save"});
}

void report_unreachable_sheet(const std::string& file, const std::string& sheet, bool elsewhere,
                              DiagnosticBag& bag) {
  const Text where = elsewhere ? Text("sta in un altro file", "is in another file")
                               : Text("nel file non c'è", "is not in the file");
  bag.report(Code::sheet_unreachable, file, {sheet, where})
      .hint(elsewhere
                ? Text("nessun altro file viene aperto: copia qui il foglio, o dai anche quel file",
                       "no other file is opened: copy the sheet into this one, or give that file "
                       "too")
                : Text("apri il file con il foglio di calcolo, guarda se il foglio c'è, e salvalo "
                       "di nuovo",
                       "open the file with the spreadsheet program, see whether the sheet is "
                       "there, and save it anew"));
}

void report_external_links(const std::string& file, DiagnosticBag& bag) {
  bag.report(Code::sheet_external_links, file)
      .hint({"nessun altro file viene aperto: valgono i valori salvati in questo",
             "no other file is opened: the values saved in this one count"});
}

void refuse_merged(SheetBuilder& sheet, CellAddress first, const std::string& range) {
  sheet.refuse(first, "", Code::sheet_merged, {range},
               {"dividi le celle unite e scrivi il valore in ognuna",
                "split the merged cells and write the value into each"});
}

void refuse_error(SheetBuilder& sheet, CellAddress at, const std::string& shown) {
  sheet.refuse(at, shown, Code::sheet_error_cell, {brief(shown)},
               {"correggi la formula; se il dato non è noto, lascia vuota la cella",
                "mend the formula; if the datum is not known, leave the cell empty"});
}

void refuse_unsolved(SheetBuilder& sheet, CellAddress at) {
  sheet.refuse(at, "=", Code::sheet_unsolved_formula, {},
               {"apri il file con il foglio di calcolo e salvalo, o scrivi il valore",
                "open the file with the spreadsheet program and save it, or write the value"});
}

void refuse_stale(SheetBuilder& sheet, CellAddress at, const std::string& stored) {
  sheet.refuse(at, stored, Code::sheet_stale_formula, {quoted(stored)},
               {"apri il file con il foglio di calcolo e salvalo, o scrivi il valore",
                "open the file with the spreadsheet program and save it, or write the value"});
}

void refuse_time(SheetBuilder& sheet, CellAddress at, const std::string& shown) {
  sheet.refuse(at, shown, Code::sheet_time, {brief(shown)},
               {"un numero di ore va in una cella con formato numero: per 18:00 scrivi 18; un "
                "giorno si scrive senza l'ora, come 31/12/2025; un orario va in una cella con "
                "formato testo",
                "a number of hours goes into a cell formatted as a number: for 18:00 write 18; a "
                "day is written without the time, such as 31/12/2025; a timetable goes into a cell "
                "formatted as text"});
}

void refuse_damaged(SheetBuilder& sheet, CellAddress at, const std::string& shown,
                    const Text& expected) {
  sheet.refuse(at, shown, Code::sheet_damaged_cell, {quoted(shown), expected},
               {"riscrivi la cella e salva il file", "write the cell anew and save the file"});
}

void refuse_twice(SheetBuilder& sheet, CellAddress at, const std::string& shown) {
  sheet.refuse(at, shown, Code::sheet_cell_twice, {},
               {"apri il file con il foglio di calcolo e salvalo di nuovo",
                "open the file with the spreadsheet program and save it anew"});
}

void add_truth(SheetBuilder& sheet, CellAddress at, const std::string& stored) {
  const auto truth = to_plain_truth(stored);
  if (!truth) return refuse_damaged(sheet, at, stored, {"un sì o un no", "a yes or a no"});
  sheet.add(at, CellKind::truth, *truth ? "sì" : "no");
}

void add_day(SheetBuilder& sheet, CellAddress at, const std::string& stored) {
  const std::string_view text(stored);
  const auto day =
      parse_iso_day(text.substr(0, std::min<std::size_t>(text.find('T'), text.size())));
  if (!day) {
    return refuse_damaged(sheet, at, stored,
                          {"un giorno, come 2025-12-31", "a day, such as 2025-12-31"});
  }
  const std::size_t time = text.find('T');
  if (time != std::string_view::npos &&
      text.find_first_not_of("0:.Z", time + 1) != std::string_view::npos) {
    return refuse_time(sheet, at, stored);
  }
  sheet.add(at, CellKind::day, to_iso(*day));
}

}  // namespace leps::sheets
