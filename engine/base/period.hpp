// Days and periods. Both ends of a period are part of it; a period without an end still runs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace leps {

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

/// The day of a calendar date, or nothing where there is no such date (30 February).
std::optional<Day> make_day(int year, unsigned month, unsigned day);
/// A date as ISO writes it, `2025-12-31`; nothing for any other text.
std::optional<Day> parse_iso_day(std::string_view text);
std::string to_iso(Day day);
int year_of(Day day);
Day last_day_of(int year);

}  // namespace leps
