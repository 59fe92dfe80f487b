// A week's timetable: the minutes of each day on which a service is open, and what is different on
// holidays. Exact and pure: minutes are whole, hours are Rational, a year is counted on its own
// calendar.
//
// Inside there are fourteen kinds of day, not eight: after the union of a timetable that has a line
// for holidays with one that has not, a holiday depends on its weekday too.
#pragma once

#include "base/holidays.hpp"
#include "base/rational.hpp"

#include <array>
#include <optional>
#include <vector>

namespace leps::inline base {

inline constexpr int kMinutesInDay = 24 * 60;

/// `[from, to)` in minutes after midnight, within `0..kMinutesInDay`.
struct MinuteSpan {
  int from = 0, to = 0;
  auto operator<=>(const MinuteSpan&) const = default;
};

class Timetable {
 public:
  using Spans = std::vector<MinuteSpan>;

  Timetable() = default;  // never open
  static Timetable never() { return {}; }
  static Timetable always();
  /// From the spans of each kind of day, by `DayKind::index()`, in any order; they may overlap.
  static Timetable of(std::array<Spans, kDayKinds> days);

  friend Timetable unite(const Timetable& a, const Timetable& b);
  friend Timetable intersect(const Timetable& a, const Timetable& b);
  friend Timetable complement(const Timetable& a);

  /// The spans of a kind of day: sorted, none empty, none touching another.
  [[nodiscard]] const Spans& spans(DayKind kind) const { return days_[kind.index()]; }
  [[nodiscard]] bool is_open(DayKind kind, int minute) const;
  /// True where some holiday has other hours than its weekday.
  [[nodiscard]] bool differs_on_holidays() const;
  [[nodiscard]] bool empty() const;
  /// True where this is open whenever `other` is.
  [[nodiscard]] bool includes(const Timetable& other) const;

  [[nodiscard]] int minutes_on(DayKind kind) const;
  /// An ordinary week, without holidays.
  [[nodiscard]] int minutes_in_week() const;
  /// A calendar year, each holiday with the hours of holidays.
  [[nodiscard]] int minutes_in_year(int year, std::optional<MonthDay> patron) const;

  /// Of an ordinary week, how many days have any hour.
  [[nodiscard]] int days_in_week() const;

  [[nodiscard]] Rational hours_on(DayKind kind) const;
  [[nodiscard]] Rational hours_in_week() const;
  [[nodiscard]] Rational hours_in_year(int year, std::optional<MonthDay> patron) const;

  /// Equal where open at the same times, however it was written: a line for holidays that says what
  /// the weekdays say makes no difference.
  bool operator==(const Timetable&) const = default;

 private:
  std::array<Spans, kDayKinds> days_;
};

Timetable unite(const Timetable& a, const Timetable& b);
Timetable intersect(const Timetable& a, const Timetable& b);
/// The hours that `a` leaves uncovered.
Timetable complement(const Timetable& a);

}  // namespace leps::inline base
