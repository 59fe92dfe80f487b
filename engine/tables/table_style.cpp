#include "tables/table_style.hpp"

#include "facts/number_texts.hpp"
#include "facts/read_field.hpp"
#include "trees/wording.hpp"

#include <algorithm>

namespace leps::inline tables {
namespace {

enum class Evidence { none, italian, point, both };

Evidence evidence_of(std::string_view number) {
  if (number.find_first_of(".,") == std::string_view::npos) return Evidence::none;
  if (could_be_thousands(number)) return Evidence::both;
  if (reads(number, NumberStyle::italian)) return Evidence::italian;
  return reads(number, NumberStyle::table) ? Evidence::point : Evidence::none;
}

/// Every number of the column that has a sign, in the style of the file: `60.000`, `27.000`.
void mark_thousands(const sheets::Grid& grid, std::vector<Column>& columns, NumberStyle style) {
  const char decimal = style == NumberStyle::italian ? ',' : '.';
  for (Column& column : columns) {
    if (column.meaning != Meaning::number) continue;
    bool any = false, all = true;
    for (auto row = grid.rows.begin() + 1; row != grid.rows.end(); ++row) {
      const sheets::Cell* cell = row->at(column.index);
      if (!cell) continue;
      for (const std::string_view number : numbers_in(cell->text)) {
        const std::size_t sign = number.find(decimal);
        if (sign == std::string_view::npos) continue;
        any = true;
        all = all && could_be_thousands(number) && number.substr(sign + 1) == "000";
      }
    }
    column.in_doubt = any && all;
  }
}

NumberStyle decide_of_file(const sheets::Grid& grid, const std::vector<Column>& columns,
                           DiagnosticBag& bag) {
  const sheets::Cell* italian = nullptr;
  const sheets::Cell* point = nullptr;
  const sheets::Cell* both = nullptr;
  std::string_view in_doubt;  // the number in the cell that is `both`
  for (auto row = grid.rows.begin() + 1; row != grid.rows.end(); ++row) {
    for (const Column& column : columns) {
      const sheets::Cell* cell =
          column.meaning == Meaning::number ? row->at(column.index) : nullptr;
      if (!cell) continue;
      for (const std::string_view number : numbers_in(cell->text)) {
        const Evidence evidence = evidence_of(number);
        if (evidence == Evidence::italian && !italian) italian = cell;
        if (evidence == Evidence::point && !point) point = cell;
        if (evidence != Evidence::both || both) continue;
        both = cell;
        in_doubt = number;
      }
    }
  }
  if (italian && point) {
    bag.report(Code::table_mixed_numbers, point->span)
        .label(point->span,
               {"qui il segno dei decimali è il punto", "here the decimal sign is the point"})
        .label(italian->span, {"qui è la virgola", "here it is the comma"})
        .hint({"scrivi tutti i numeri allo stesso modo, meglio con la virgola: 17,5",
               "write all numbers in one way, best with a comma: 17,5"});
    return NumberStyle::undecided;
  }
  if (!italian && !point && both) {
    const std::vector<std::string> meant = readings(in_doubt);
    bag.report(Code::table_two_readings, both->span, {quote(in_doubt), spoken(meant[0]), meant[1]})
        .hint({"nessun altro numero del file dice che cosa significhi il segno: scrivi le migliaia "
               "senza segno, e almeno un numero con i decimali, come 17,5",
               "no other number of the file says what the sign means: write thousands without a "
               "sign, and at least one number with decimals, such as 17,5"});
    return NumberStyle::undecided;
  }
  if (italian) {
    bag.report(Code::table_style, italian->span,
               {{"con la virgola decimale e punti fra le migliaia",
                 "with a decimal comma and points between thousands"}});
    return NumberStyle::italian;
  }
  if (point) {
    bag.report(Code::table_style, point->span,
               {{"con il punto decimale e nessun segno fra le migliaia",
                 "with a decimal point and no sign between thousands"}});
  }
  return NumberStyle::table;
}

}  // namespace

NumberStyle decide_style(const sheets::Grid& grid, std::vector<Column>& columns,
                         DiagnosticBag& bag) {
  const NumberStyle style = decide_of_file(grid, columns, bag);
  if (style != NumberStyle::undecided) mark_thousands(grid, columns, style);
  return style;
}

}  // namespace leps::inline tables
