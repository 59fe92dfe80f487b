#include "check/check_row_keys.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

/// The key as data would say it; none where it is not known, or not exactly.
std::optional<std::string> key_of(const typed::GivenRow& row, DatumId key) {
  const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                 [&](const typed::Given& given) { return given.datum == key; });
  if (cell == row.cells.end() || !cell->value) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&*cell->value)) return *text;
  const auto* number = std::get_if<Interval>(&*cell->value);
  if (!number || number->lo != number->hi) return std::nullopt;
  return to_string(number->lo.value());
}

Span place_of(const Context& context, const ast::Row& row, DatumId key) {
  for (const ast::Given& cell : row.cells) {
    if (context.resolved.meaning<DatumId>(cell.datum) == key) return cell.value.span;
  }
  return row.span;
}

}  // namespace

void check_row_keys(Context& context, const typed::Table& table, const ast::Rows& written,
                    const typed::GivenRows& rows) {
  if (!table.key) return;
  const DatumId key = table.fields[*table.key];
  std::map<std::string, Span> seen;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::optional<std::string> name = key_of(rows[i], key);
    if (!name) continue;
    const Span where = place_of(context, written.rows[i], key);
    const auto [first, added] = seen.emplace(*name, where);
    if (added && rows[i].times == 1) continue;
    Diagnostic& found = context.bag.report(
        Code::data_row_twice, where, {table.name, Text("«" + *name + "»", "“" + *name + "”")});
    if (!added) found.label(first->second, Text("è già qui", "it is already here"));
    found.hint(Text("se è la stessa cosa, tieni una riga sola; se sono due, distinguile",
                    "if it is the same thing, keep one row; if they are two, tell them apart"));
  }
}

}  // namespace leps::inline checking
