// The words of a timetable written as one line of text, in Italian and in English. Reading takes
// both; printing chooses.
#pragma once

#include "base/holidays.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline base {

enum class DayLanguage : std::uint8_t { italian, english };

/// A word by what it says, besides the names of the days.
enum class TimetableWord : std::uint8_t {
  every_day,  // tutti
  holidays,   // festivi
  of,         // di, in `festivi di lun-ven`: the holidays that fall on those days
  closed,     // chiuso
  whole_day   // h24
};

/// `lun`, `mon`: the short name, with which a timetable is printed.
std::string_view word(Weekday day, DayLanguage language);
std::string_view word(TimetableWord meaning, DayLanguage language);

/// The day that a short or a full name says, in either language, in capitals or not, `lunedì` also
/// without its accent; nothing for any other word.
std::optional<Weekday> read_weekday(std::string_view text);
std::optional<TimetableWord> read_timetable_word(std::string_view text);

/// Every word that may begin a line, for "forse volevi dire …".
std::vector<std::string> day_words();

}  // namespace leps::inline base
