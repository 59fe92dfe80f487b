// A timetable as one line of text: `lun-ven 09:00-12:30, 14:00-17:00; festivi chiuso`.
//
// Lines are separated by `;`, and one after the last is fine. A line is its days, then its hours.
// Days are `lun` … `dom` or their full names, ranges (`lun-ven`, `sab-lun`), `tutti`, `festivi` and
// `festivi di lun-ven` (only the holidays that fall on those days), separated by commas; hours are
// spans separated by commas, or `h24`, or `chiuso`. English words are read too. A day that no line
// names is closed; a holiday that no line names is its weekday. A span that ends before it begins
// is that day's hours outside it: `18:00-08:00` is 00:00-08:00 and 18:00-24:00 of each day named.
#pragma once

#include "base/timetable.hpp"
#include "base/timetable_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace leps::inline base {

/// Text beyond these limits is hostile or broken.
inline constexpr std::size_t kLongestTimetableText = 2000;  // bytes
inline constexpr std::size_t kMostSpansInLine = 64;

/// What is wrong with the text of a timetable, and where; diagnostics/ has the words for it.
struct TimetableMistake {
  enum class Kind : std::uint8_t {
    too_long,             // more than kLongestTimetableText
    empty,                // no line at all
    empty_line,           // nothing between two `;`
    day_expected,         // something else where a line, or a list of days, wants a day
    unknown_day,          // a word that is no day
    not_in_range,         // `festivi` or `tutti` at an end of a range of days
    range_of_one_day,     // `lun-lun`: one day, or all of them?
    day_twice,            // a day already named
    hours_expected,       // something else where a span wants a time
    dash_expected,        // no `-` after the time at which a span begins
    separator_expected,   // neither `,` nor `;` after a span or `chiuso`
    day_after_comma,      // a new line of days begun with `,` instead of `;`
    hour_alone,           // `8`
    not_a_time,           // `8:0`, `0800`
    hour_out_of_range,    // `25:00`, `24:30`
    minute_out_of_range,  // `8:60`
    begins_at_midnight,   // `24:00` as a beginning
    same_times,           // `08:00-08:00`: nothing, or the whole day?
    overlap,              // a span that shares hours with another of its line
    too_many_spans,       // more than kMostSpansInLine
    closed_with_hours,    // `chiuso` beside spans
  };

  Kind kind = Kind::empty;
  std::size_t begin = 0, end = 0;  // the bytes `[begin, end)` of the text
  std::string found;           // those bytes; empty where the text ends too soon, or is all of it
  std::optional<DayKind> day;  // of day_twice: the first day named again
};

/// The timetable that the text says, or the first mistake in it. Takes time linear in the text.
std::variant<Timetable, TimetableMistake> parse_timetable(std::string_view text);

/// The text that says a timetable, the same for equal ones: every day, those with equal hours on
/// one line; holidays only where they differ. Reading it gives the timetable again, unless the text
/// has outgrown the limits above, as that of a union of many may.
std::string to_text(const Timetable& timetable, DayLanguage language = DayLanguage::italian);

/// `09:00-12:30, 14:00-17:00`; `chiuso` for none.
std::string to_text(const Timetable::Spans& spans, DayLanguage language = DayLanguage::italian);

}  // namespace leps::inline base
