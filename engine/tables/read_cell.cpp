#include "tables/read_cell.hpp"

#include "facts/number_texts.hpp"
#include "facts/read_field.hpp"
#include "sheets/plain_values.hpp"
#include "tables/table_documents.hpp"
#include "trees/wording.hpp"

namespace leps::inline tables {
namespace {

using sheets::Cell;
using sheets::CellKind;

/// `[22; 26]`: a value known between two bounds, as YAML writes it but for the comma.
std::optional<DataNode> as_range(const Cell& cell) {
  const auto written = ends_of_range(cell.text);
  if (!written) return std::nullopt;
  DataSequence ends;
  for (const std::string_view bound : {written->first, written->second}) {
    ends.items.push_back(bound.empty() || bound == "~" ? DataNode{DataNull{}, cell.span}
                                                       : text_node(std::string(bound), cell.span));
  }
  return DataNode{std::move(ends), cell.span};
}

/// `60.000` in a column in which every number with a sign is a whole one with three zeros.
void report_thousands(const Cell& cell, const Column& column, DiagnosticBag& bag) {
  const std::string_view number = *find_in_doubt(cell.text);
  const std::vector<std::string> meant = readings(number);
  bag.report(Code::table_thousands, cell.span,
             {column.name, quote(number), spoken(meant[0]), meant[1]})
      .hint(format({"scrivi {0} oppure {1}, senza il segno", "write {0} or {1}, without the sign"},
                   {meant[0].substr(0, meant[0].find('.')), meant[1]}));
}

/// A range is a text in a workbook too, with no other number to say what its signs mean.
bool fits_range(const Cell& cell, DiagnosticBag& bag) {
  const auto in_doubt = find_in_doubt(cell.text);
  if (!in_doubt) return true;
  const std::vector<std::string> meant = readings(*in_doubt);
  bag.report(Code::table_two_readings, cell.span, {quote(*in_doubt), spoken(meant[0]), meant[1]})
      .hint(format({"scrivi {0}, o {1}0 se sono decimali", "write {0}, or {1}0 for decimals"},
                   {meant[1], meant[0]}));
  return false;
}

bool fits_number(const Cell& cell, const Column& column, bool workbook, DiagnosticBag& bag) {
  if (cell.kind == CellKind::day) {
    report_day_for_number(cell, column.name, bag);
    return false;
  }
  const bool by_hand = workbook && cell.kind == CellKind::text;
  if (by_hand && ends_of_range(cell.text)) return fits_range(cell, bag);
  const auto meant = by_hand ? readings(cell.text) : std::vector<std::string>();
  if (meant.empty()) return true;
  const Text both = meant.size() == 1 ? spoken(meant[0])
                                      : format({"{0}, oppure {1}", "{0}, or {1}"},
                                               {spoken(meant[0]), spoken(meant[1])});
  bag.report(Code::table_text_for_number, cell.span, {column.name, quote(cell.text), both})
      .hint({"dai alla cella il formato numero e riscrivi il valore",
             "format the cell as a number and write the value anew"});
  return false;
}

void report_number_for_day(const Cell& cell, const Column& column, DiagnosticBag& bag) {
  const auto day = sheets::to_plain_day(cell.text, false);
  bag.report(
         Code::table_number_for_day, cell.span,
         {column.name, cell.text,
          day ? format({"il giorno {0}", "the day {0}"}, {*day}) : Text("nessun giorno", "no day")})
      .hint({"dai alla cella il formato data", "format the cell as a date"});
}

}  // namespace

std::optional<DataNode> read_cell(const Cell& cell, const Column& column, bool workbook,
                                  DiagnosticBag& bag) {
  if (cell.kind == CellKind::refused) return std::nullopt;
  if (cell.text.empty()) return DataNode{DataNull{}, cell.span};
  if (column.meaning == Meaning::number && !fits_number(cell, column, workbook, bag))
    return std::nullopt;
  if (column.meaning == Meaning::day) {
    const bool number_as_day = cell.kind == CellKind::day && !cell.number.empty() &&
                               !sheets::to_plain_day(cell.number, false);
    if (cell.kind == CellKind::number || number_as_day) {
      report_number_for_day(cell, column, bag);
      return std::nullopt;
    }
    if (const auto day = day_of_table(cell.text)) return text_node(to_iso(*day), cell.span);
  }
  if (column.in_doubt && find_in_doubt(cell.text)) {
    report_thousands(cell, column, bag);
    return std::nullopt;
  }
  if (column.meaning == Meaning::number) {
    if (auto range = as_range(cell)) return range;
  }
  return text_node(cell.text, cell.span);
}

void report_day_for_number(const Cell& cell, const std::string& column, DiagnosticBag& bag) {
  const std::string shown = sheets::day_first(cell.text);
  const bool small = !cell.number.empty() && cell.number.size() <= 4;  // up to the year 1927
  Diagnostic& found =
      small ? bag.report(Code::table_number_as_day, cell.span, {column, shown, cell.number})
            : bag.report(Code::table_day_for_number, cell.span, {column, shown});
  if (small) {
    found.hint(format({"se vale {0}, dai alla cella il formato numero",
                       "if {0} is meant, format the cell as a number"},
                      {cell.number}));
  } else {
    found.hint(
        {"i fogli di calcolo cambiano in date testi come 1/5 o 1.5: dai alla cella il "
         "formato numero e riscrivi il valore",
         "spreadsheets turn texts such as 1/5 or 1.5 into dates: format the cell as a "
         "number and write the value anew"});
  }
}

}  // namespace leps::inline tables
