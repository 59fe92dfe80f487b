// Days, periods, timetables and feasts, as forms write them.
#pragma once

#include "base/timetable.hpp"
#include "facts/read_field.hpp"

#include <optional>

namespace leps::inline reading {

/// `2025-12-31`, or `mai` for what is known not to have happened; the number that stands for it.
std::optional<Interval> read_day_or_never(const ReadingContext& context, const DataNode& node,
                                          const Text& what);

/// `{dal: 2025-10-01, al: 2025-12-31}`, both ends included; without `al`, while it lasts. As one
/// text too: `dal 2025-10-01 al 2025-12-31`.
std::optional<Period> read_period(const ReadingContext& context, const DataNode& node,
                                  const Text& what);

/// `lun-ven 08:00-16:00; festivi chiuso`
std::optional<Timetable> read_timetable(const ReadingContext& context, const DataNode& node,
                                        const Text& what);

/// `19/01`, `19 gennaio`: a day of every year.
std::optional<MonthDay> read_month_day(const ReadingContext& context, const DataNode& node,
                                       const Text& what);

}  // namespace leps::inline reading
