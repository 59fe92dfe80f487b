#include "base/timetable.hpp"

#include <algorithm>
#include <cassert>

namespace leps::inline base {
namespace {

using Spans = Timetable::Spans;

// Sorted, without empty spans, those that overlap or touch made one: one form for one set of
// minutes.
Spans tidy(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans tidied;
  for (const MinuteSpan& span : spans) {
    assert(0 <= span.from && span.from <= span.to && span.to <= kMinutesInDay);
    if (span.from == span.to) continue;
    if (!tidied.empty() && span.from <= tidied.back().to) {
      tidied.back().to = std::max(tidied.back().to, span.to);
    } else {
      tidied.push_back(span);
    }
  }
  return tidied;
}

Spans unite(Spans a, const Spans& b) {
  a.insert(a.end(), b.begin(), b.end());
  return tidy(std::move(a));
}

Spans complement(const Spans& spans) {
  Spans closed;
  int from = 0;
  for (const MinuteSpan& span : spans) {
    if (from < span.from) closed.push_back({from, span.from});
    from = span.to;
  }
  if (from < kMinutesInDay) closed.push_back({from, kMinutesInDay});
  return closed;
}

Spans intersect(const Spans& a, const Spans& b) {
  Spans both;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const int from = std::max(a[i].from, b[j].from), to = std::min(a[i].to, b[j].to);
    if (from < to) both.push_back({from, to});
    if (a[i].to < b[j].to) {
      ++i;
    } else {
      ++j;
    }
  }
  return both;
}

}  // namespace

Timetable Timetable::always() {
  Timetable timetable;
  timetable.days_.fill({{0, kMinutesInDay}});
  return timetable;
}

Timetable Timetable::of(std::array<Spans, kDayKinds> days) {
  Timetable timetable;
  for (std::size_t i = 0; i < kDayKinds; ++i) timetable.days_[i] = tidy(std::move(days[i]));
  return timetable;
}

Timetable unite(const Timetable& a, const Timetable& b) {
  Timetable result;
  for (std::size_t i = 0; i < kDayKinds; ++i) result.days_[i] = unite(a.days_[i], b.days_[i]);
  return result;
}

Timetable intersect(const Timetable& a, const Timetable& b) {
  Timetable result;
  for (std::size_t i = 0; i < kDayKinds; ++i) result.days_[i] = intersect(a.days_[i], b.days_[i]);
  return result;
}

Timetable complement(const Timetable& a) {
  Timetable result;
  for (std::size_t i = 0; i < kDayKinds; ++i) result.days_[i] = complement(a.days_[i]);
  return result;
}

bool Timetable::is_open(DayKind kind, int minute) const {
  const Spans& day = spans(kind);
  return std::any_of(day.begin(), day.end(), [&](const MinuteSpan& span) {
    return span.from <= minute && minute < span.to;
  });
}

bool Timetable::differs_on_holidays() const {
  return !std::equal(days_.begin(), days_.begin() + 7, days_.begin() + 7);
}

bool Timetable::empty() const { return *this == never(); }

bool Timetable::includes(const Timetable& other) const { return intersect(*this, other) == other; }

int Timetable::minutes_on(DayKind kind) const {
  int minutes = 0;
  for (const MinuteSpan& span : spans(kind)) minutes += span.to - span.from;
  return minutes;
}

int Timetable::minutes_in_week() const {
  int minutes = 0;
  for (std::size_t i = 0; i < 7; ++i) minutes += minutes_on(day_kind(i));
  return minutes;
}

int Timetable::minutes_in_year(int year, std::optional<MonthDay> patron) const {
  const auto days = days_by_kind(year, patron);
  int minutes = 0;
  for (std::size_t i = 0; i < kDayKinds; ++i) minutes += days[i] * minutes_on(day_kind(i));
  return minutes;
}

int Timetable::days_in_week() const {
  int days = 0;
  for (std::size_t i = 0; i < 7; ++i) days += spans(day_kind(i)).empty() ? 0 : 1;
  return days;
}

Rational Timetable::hours_on(DayKind kind) const { return Rational(minutes_on(kind), 60); }

Rational Timetable::hours_in_week() const { return Rational(minutes_in_week(), 60); }

Rational Timetable::hours_in_year(int year, std::optional<MonthDay> patron) const {
  return Rational(minutes_in_year(year, patron), 60);
}

}  // namespace leps::inline base
