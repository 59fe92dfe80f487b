// Terms of the civil code: until when something may still be done.
// Source: art. 2963 c.c. (the first day is not counted, months end on the same day, a term that
// ends on a holiday ends on the next working day); art. 155 c.p.c.
#pragma once

#include "base/holidays.hpp"
#include "base/interval.hpp"

#include <optional>

namespace leps::inline base {

enum class TermUnit {
  days,          // of the calendar
  working_days,  // Monday to Friday, no national holiday, not the patron's feast
  months         // to the same day of the month, or to its last
};

struct TermEnd {
  Day day{};      // the last day on which it is not late
  Day counted{};  // the last day before it was moved off a Sunday or a national holiday
};

/// The end of a term that begins on a day. One in days or months that ends on a Sunday or on a
/// national holiday ends on the next day that is neither.
/// @param length  a part of a day or of a month does not count; fewer than none count as none
TermEnd end_of_term(Day from, const Rational& length, TermUnit unit,
                    std::optional<MonthDay> patron);

/// The same of a day and a length that may be anything between two ends, as numbers of days: it
/// only grows with both. Without an end where the day is `mai`, or the term longer than any law's.
Interval end_of_term(const Interval& from, const Interval& length, TermUnit unit,
                     std::optional<MonthDay> patron);

}  // namespace leps::inline base
