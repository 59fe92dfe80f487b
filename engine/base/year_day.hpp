// A day of the data's year, or of one near it: `31 marzo dell'anno successivo`.
#pragma once

#include "base/holidays.hpp"
#include "base/period.hpp"

#include <variant>

namespace leps::inline base {

/// Never 29 February, which most years do not have.
struct YearDay {
  MonthDay day{};
  int years = 0;  // 1: of the next year; -1: of the previous one

  [[nodiscard]] Day in(int data_year) const {
    return Day{std::chrono::year{data_year + years} / day.month() / day.day()};
  }
  bool operator==(const YearDay&) const = default;
};

/// A day of the calendar, or one of the data's year.
using AnyDay = std::variant<Day, YearDay>;

inline Day day_in(const AnyDay& day, int data_year) {
  if (const auto* fixed = std::get_if<Day>(&day)) return *fixed;
  return std::get<YearDay>(day).in(data_year);
}

}  // namespace leps::inline base
