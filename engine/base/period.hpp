// Days and periods. Both ends of a period are part of it; a period without an end still runs.
#pragma once

#include "base/rational.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline base {

using Day = std::chrono::sys_days;

struct Period {
  Day from{};
  std::optional<Day> to;  // the last day, part of the period

  [[nodiscard]] bool contains(Day day) const { return from <= day && (!to || day <= *to); }
  [[nodiscard]] bool contains(const Period& other) const {
    return from <= other.from && (!to || (other.to && *other.to <= *to));
  }
  [[nodiscard]] bool overlaps(const Period& other) const {
    return (!to || other.from <= *to) && (!other.to || from <= *other.to);
  }
  bool operator==(const Period&) const = default;
};

/// The days that two periods share; none where they share none.
std::optional<Period> common_days(const Period& a, const Period& b);

/// The day of a calendar date, or nothing where there is no such date (30 February).
std::optional<Day> make_day(int year, unsigned month, unsigned day);
/// A date as ISO writes it, `2025-12-31`; nothing for any other text.
std::optional<Day> parse_iso_day(std::string_view text);
std::string to_iso(Day day);
int year_of(Day day);
Day first_day_of(int year);
Day last_day_of(int year);
int days_in_year(int year);

/// How many days of the year the period covers, both of its ends included.
int days_within(const Period& period, int year);
/// Those days over the days of the year: from 1 October 2025 on, it is 92/365 of 2025.
Rational share_of_year_by_days(const Period& period, int year);
/// The calendar months of the year that are wholly inside the period, over 12. A month of which a
/// day is missing does not count.
Rational share_of_year_by_months(const Period& period, int year);
/// The stretches of the year that none of the periods covers, by date, none next to another; they
/// may overlap and come in any order.
std::vector<Period> uncovered_periods(std::span<const Period> periods, int year);
/// How many days those stretches have.
int uncovered_days(std::span<const Period> periods, int year);

}  // namespace leps::inline base
