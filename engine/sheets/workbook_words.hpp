// What is said of a workbook, the same whichever program wrote it.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/sheet_builder.hpp"

#include <string>

namespace leps::sheets {

/// Says that a sheet was not read; nothing of a helper of our own form.
void report_hidden_sheet(const std::string& file, const std::string& sheet, DiagnosticBag& bag);
/// A sheet that the file lists, and that is not in it. @param elsewhere  it is in another file
void report_unreachable_sheet(const std::string& file, const std::string& sheet, bool elsewhere,
                              DiagnosticBag& bag);
void report_external_links(const std::string& file, DiagnosticBag& bag);

void refuse_merged(SheetBuilder& sheet, CellAddress first, const std::string& range);
/// `#DIV/0!` and its like.
void refuse_error(SheetBuilder& sheet, CellAddress at, const std::string& shown);
/// A formula that nobody has worked out.
void refuse_unsolved(SheetBuilder& sheet, CellAddress at);
/// A formula whose saved result the file itself calls out of date.
void refuse_stale(SheetBuilder& sheet, CellAddress at, const std::string& stored);
/// A time, or a day with one: no datum is of that kind.
void refuse_time(SheetBuilder& sheet, CellAddress at, const std::string& shown);
/// What is said to be a number, a day or a text, and is not.
/// @param expected  `un numero`
void refuse_damaged(SheetBuilder& sheet, CellAddress at, const std::string& shown,
                    const Text& expected);

/// What has two values.
void refuse_twice(SheetBuilder& sheet, CellAddress at, const std::string& shown);

/// A yes or no as both formats write it, `1` or `true`.
void add_truth(SheetBuilder& sheet, CellAddress at, const std::string& stored);
/// A day as both formats write it, `2025-12-31` or `2025-12-31T00:00:00`.
void add_day(SheetBuilder& sheet, CellAddress at, const std::string& stored);

}  // namespace leps::sheets
