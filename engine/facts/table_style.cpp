#include "facts/table_style.hpp"

#include "facts/wording.hpp"

#include <algorithm>

namespace leps::reading {
namespace {

enum class Evidence { none, italian, point, both };

bool reads(std::string_view text, NumberStyle style) {
  return std::holds_alternative<WrittenNumber>(read_number(text, style));
}

/// `1.234` or `1,234`: at most three digits that are not a lone zero, one sign, three digits.
bool could_be_thousands(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t sign = text.find_first_of(".,");
  if (sign == std::string_view::npos || sign == 0 || sign > 3 || text.size() != sign + 4 ||
      text.find_last_of(".,") != sign) {
    return false;
  }
  return text[0] != '0' && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == '.' || c == ',';
         });
}

Evidence evidence_of(std::string_view text) {
  if (text.find_first_of(".,") == std::string_view::npos) return Evidence::none;
  if (could_be_thousands(text)) return Evidence::both;
  // Zero is never the first of several groups.
  if (text.starts_with("0.") || text.starts_with("-0.")) {
    return reads(text, NumberStyle::table) ? Evidence::point : Evidence::none;
  }
  if (reads(text, NumberStyle::italian)) return Evidence::italian;
  return reads(text, NumberStyle::table) ? Evidence::point : Evidence::none;
}

}  // namespace

std::optional<NumberStyle> decide_style(const sheets::Grid& grid,
                                        const std::vector<Column>& columns, DiagnosticBag& bag) {
  const sheets::Cell* italian = nullptr;
  const sheets::Cell* point = nullptr;
  const sheets::Cell* both = nullptr;
  for (auto row = grid.rows.begin() + 1; row != grid.rows.end(); ++row) {
    for (const Column& column : columns) {
      const sheets::Cell* cell =
          column.meaning == Meaning::number ? row->at(column.index) : nullptr;
      if (!cell) continue;
      const Evidence evidence = evidence_of(cell->text);
      if (evidence == Evidence::italian && !italian) italian = cell;
      if (evidence == Evidence::point && !point) point = cell;
      if (evidence == Evidence::both && !both) both = cell;
    }
  }
  if (italian && point) {
    bag.report(Code::table_mixed_numbers, point->span)
        .label(point->span,
               {"qui il segno dei decimali è il punto", "here the decimal sign is the point"})
        .label(italian->span, {"qui è la virgola", "here it is the comma"})
        .hint({"scrivi tutti i numeri allo stesso modo, meglio con la virgola: 17,5",
               "write all numbers in one way, best with a comma: 17,5"});
    return std::nullopt;
  }
  if (!italian && !point && both) {
    bag.report(Code::table_two_readings, both->span,
               {quote(both->text), spoken(readings(both->text)[0]), readings(both->text)[1]})
        .hint({"nessun altro numero del file dice che cosa significhi il segno: scrivi le migliaia "
               "senza segno, e almeno un numero con i decimali, come 17,5",
               "no other number of the file says what the sign means: write thousands without a "
               "sign, and at least one number with decimals, such as 17,5"});
    return std::nullopt;
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

}  // namespace leps::reading
