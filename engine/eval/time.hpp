// Periods and timetables: what is measured of them in the year of the data.
#pragma once

#include "eval/evaluator.hpp"

namespace leps::inline evaluating {

TimetableValue timetable_value(const Timetable& timetable);
/// Any hours at all.
TimetableValue unknown_timetable(DatumSet rests_on);
/// One of the two, and it is not known which.
TimetableValue either_timetable(const TimetableValue& a, const TimetableValue& b,
                                const DatumSet& which);

/// A day or a number of the period: its ends, its days in the data year, the share of that year.
Value measure(const typed::OfPeriod& node, Evaluator& evaluator);
TimetableValue combine_timetables(const typed::Combine& node, Evaluator& evaluator);
/// Hours of a week or of the data year, with its holidays and the local feast.
Value measure(const typed::OfTimetable& node, Evaluator& evaluator);

}  // namespace leps::inline evaluating
