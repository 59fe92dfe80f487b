// Numbers and days as a workbook stores them, into the form in which people would write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leps::sheets {

/// `17.100000000000001`, as a workbook stores 17.1, into `17.1`; `1.5E3` into `1500`. A spreadsheet
/// counts in binary and shows fifteen digits: those are the number that the office saw and meant.
/// @return nothing for what is no number, or one with more than forty digits before or behind the
///         point
std::optional<std::string> to_plain_number(std::string_view stored);

/// `1`, `true`, and as other writers have them, `1.0`, `TRUE`; nothing for what is neither true nor
/// false.
std::optional<bool> to_plain_truth(std::string_view stored);

/// The day that is so many days after the last of 1899, as spreadsheets count, or after the first
/// of 1904; nothing before March 1900, where they count a day that never was, and for a part of a
/// day.
std::optional<std::string> to_plain_day(std::string_view plain_number, bool from_1904);

/// The same day as the spreadsheet shows it: January and February 1900 too, which it counts a day
/// late.
std::optional<std::string> to_shown_day(std::string_view plain_number, bool from_1904);

/// `31/12/2025` of `2025-12-31`: a day as people write it in a table.
std::string day_first(std::string_view iso_day);

/// `0.75` as a format of time shows it, `18:00`; with a day, `31/12/2025 18:00`.
std::string to_shown_time(const std::string& plain_number, bool from_1904);

/// `0.5` as a format of hundredths shows it, `50%`.
std::string to_percent(const std::string& plain_number);

}  // namespace leps::sheets
