// What the format of a cell makes of its number: to a workbook in Office Open XML a day is a number
// of days, and only the format of the cell says which numbers are days.
#pragma once

#include <string_view>

namespace leps::sheets {

/// `percent`: shown a hundred times as great, with its sign.
enum class NumberFormat { number, percent, day, time };

/// What a code such as `dd/mm/yyyy;@` shows (ECMA-376, part 1, 18.8.31), in capitals or not. Texts
/// in it, colours, languages and conditions say nothing. A day with a time is a day.
NumberFormat read_number_format(std::string_view code);

/// The formats that have a number and no code (ECMA-376, part 1, 18.8.30), those of other languages
/// too.
NumberFormat built_in_number_format(int id);

}  // namespace leps::sheets
