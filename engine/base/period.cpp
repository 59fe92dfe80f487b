#include "base/period.hpp"

#include <algorithm>
#include <cstdio>

namespace leps::inline base {
namespace {

// The part of the period that lies in the year, with an end; nothing where there is none.
std::optional<Period> within(const Period& period, int year) {
  const Day from = std::max(period.from, first_day_of(year));
  const Day to = std::min(period.to.value_or(last_day_of(year)), last_day_of(year));
  if (to < from) return std::nullopt;
  return Period{from, to};
}

int days_of(const Period& closed) {
  return static_cast<int>((*closed.to - closed.from).count()) + 1;
}

}  // namespace

std::optional<Period> common_days(const Period& a, const Period& b) {
  if (!a.overlaps(b)) return std::nullopt;
  Period common{std::max(a.from, b.from), a.to};
  if (b.to && (!common.to || *b.to < *common.to)) common.to = b.to;
  return common;
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (!date.ok() || year < 1 || year > 9999) return std::nullopt;
  return Day{date};
}

std::optional<Day> parse_iso_day(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(at, length)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string to_iso(Day day) {
  const std::chrono::year_month_day date{day};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

Day first_day_of(int year) {
  return Day{std::chrono::year{year} / std::chrono::January / std::chrono::day{1}};
}

Day last_day_of(int year) {
  return Day{std::chrono::year{year} / std::chrono::December / std::chrono::day{31}};
}

int days_in_year(int year) { return std::chrono::year{year}.is_leap() ? 366 : 365; }

int days_within(const Period& period, int year) {
  const auto part = within(period, year);
  return part ? days_of(*part) : 0;
}

Rational share_of_year_by_days(const Period& period, int year) {
  return Rational(days_within(period, year), days_in_year(year));
}

Rational share_of_year_by_months(const Period& period, int year) {
  int months = 0;
  for (unsigned month = 1; month <= 12; ++month) {
    const auto name = std::chrono::year{year} / std::chrono::month{month};
    const Period whole{Day{name / 1}, Day{name / std::chrono::last}};
    if (period.contains(whole)) ++months;
  }
  return Rational(months, 12);
}

std::vector<Period> uncovered_periods(std::span<const Period> periods, int year) {
  std::vector<Period> covered;
  for (const Period& period : periods) {
    if (const auto part = within(period, year)) covered.push_back(*part);
  }
  std::sort(covered.begin(), covered.end(),
            [](const Period& a, const Period& b) { return a.from < b.from; });
  std::vector<Period> free;
  Day next = first_day_of(year);  // the first day that may still be uncovered
  for (const Period& part : covered) {
    if (next < part.from) free.push_back({next, part.from - std::chrono::days(1)});
    next = std::max(next, *part.to + std::chrono::days(1));
  }
  if (next <= last_day_of(year)) free.push_back({next, last_day_of(year)});
  return free;
}

int uncovered_days(std::span<const Period> periods, int year) {
  int days = 0;
  for (const Period& period : uncovered_periods(periods, year)) days += days_of(period);
  return days;
}

}  // namespace leps::inline base
