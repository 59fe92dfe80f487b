// The Italian civil calendar: which days of a year are national holidays and since when, and what
// kinds of day a year is made of. A Sunday is not a holiday for being a Sunday; the feast of the
// patron is one where the patron is known.
#pragma once

#include "base/period.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace leps::inline base {

using MonthDay = std::chrono::month_day;

enum class Weekday : std::uint8_t { lun, mar, mer, gio, ven, sab, dom };

/// What a timetable can tell apart: the day of the week, and whether it is a holiday.
struct DayKind {
  Weekday weekday = Weekday::lun;
  bool holiday = false;

  [[nodiscard]] constexpr std::size_t index() const {
    return static_cast<std::size_t>(weekday) + (holiday ? 7 : 0);
  }
  auto operator<=>(const DayKind&) const = default;
};

inline constexpr std::size_t kDayKinds = 14;
/// Every kind in the order of `index()`: the ordinary week, then holidays from Monday to Sunday.
constexpr DayKind day_kind(std::size_t index) {
  return {static_cast<Weekday>(index % 7), index >= 7};
}

/// Easter Sunday in the Gregorian calendar.
Day easter(int year);

/// The holidays of a year, in order; a day that is one twice over (a Monday after Easter that is 25
/// April, a patron on 4 October) stands once. A patron on 29 February has no feast in the other
/// years. Feasts that were abolished are not among them, so a year before 1986 has fewer than it
/// had.
/// Source: L. 260/1949, art. 2, with its amendments.
std::vector<Day> holidays(int year, std::optional<MonthDay> patron);
bool is_holiday(Day day, std::optional<MonthDay> patron);

Weekday weekday_of(Day day);
/// How many days of each kind the year has, by `DayKind::index()`; they add up to its days.
std::array<int, kDayKinds> days_by_kind(int year, std::optional<MonthDay> patron);

}  // namespace leps::inline base
