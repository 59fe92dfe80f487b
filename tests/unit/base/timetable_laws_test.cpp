// The laws of timetables on random ones, and a peer that knows only minutes: a flag for each minute
// of each kind of day, a year walked day by day and minute by minute.
#include "base/timetable_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <random>
#include <string>
#include <vector>

using namespace leps;

namespace {

struct Plain {
  std::array<std::bitset<kMinutesInDay>, kDayKinds> open;
};

Timetable parsed(const std::string& text) { return std::get<Timetable>(parse_timetable(text)); }

// One line of text for the minutes of one day, found by looking at each of them.
std::string line(const std::string& day, const std::bitset<kMinutesInDay>& open) {
  std::string spans;
  for (int minute = 0; minute < kMinutesInDay; ++minute) {
    const auto at = static_cast<std::size_t>(minute);
    const bool begins = open[at] && (minute == 0 || !open[at - 1]);
    const bool ends = open[at] && (minute + 1 == kMinutesInDay || !open[at + 1]);
    const auto clock = [](int minutes) {
      const int rest = minutes % 60;
      return std::to_string(minutes / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
    };
    if (begins) spans += (spans.empty() ? "" : ", ") + clock(minute);
    if (ends) spans += "-" + clock(minute + 1);
  }
  return day + " " + (spans.empty() ? "chiuso" : spans) + "; ";
}

class Draw {
 public:
  explicit Draw(unsigned seed) : random_(seed) {}

  // Ends are few, so that spans often touch, meet and reach midnight.
  std::bitset<kMinutesInDay> day() {
    std::uniform_int_distribution<int> count(0, 3), end(0, 16);
    std::bitset<kMinutesInDay> open;
    for (int i = count(random_); i > 0; --i) {
      int from = end(random_) * 90, to = end(random_) * 90;
      if (from > to) std::swap(from, to);
      for (int minute = from; minute < to; ++minute) open.set(static_cast<std::size_t>(minute));
    }
    return open;
  }

  // A timetable as people write one: seven days, and a line for holidays or none.
  std::pair<std::string, Plain> timetable() {
    static const char* const names[] = {"lun", "mar", "mer", "gio", "ven", "sab", "dom"};
    Plain plain;
    std::string text;
    for (std::size_t i = 0; i < 7; ++i) {
      plain.open[i] = plain.open[i + 7] = day();
      text += line(names[i], plain.open[i]);
    }
    if (std::bernoulli_distribution()(random_)) {
      const auto holiday = day();
      for (std::size_t i = 7; i < kDayKinds; ++i) plain.open[i] = holiday;
      text += line("festivi", holiday);
    }
    return {text, plain};
  }

 private:
  std::mt19937 random_;
};

bool agree(const Timetable& timetable, const Plain& plain) {
  for (std::size_t i = 0; i < kDayKinds; ++i) {
    std::bitset<kMinutesInDay> open;
    int last = -1;  // spans are sorted, not empty and do not touch
    for (const MinuteSpan& span : timetable.spans(day_kind(i))) {
      if (span.from <= last || span.to <= span.from) return false;
      last = span.to;
      for (int minute = span.from; minute < span.to; ++minute) {
        open.set(static_cast<std::size_t>(minute));
      }
    }
    if (open != plain.open[i]) return false;
  }
  return true;
}

template <class Operation>
Plain each(const Plain& a, const Plain& b, Operation operation) {
  Plain result;
  for (std::size_t i = 0; i < kDayKinds; ++i) result.open[i] = operation(a.open[i], b.open[i]);
  return result;
}

}  // namespace

TEST_CASE("timetable: operations agree with a peer that looks at every minute") {
  const unsigned seed = 20260101;
  INFO("seed " << seed);
  Draw draw(seed);
  for (int i = 0; i < 100; ++i) {
    const auto drawn_a = draw.timetable(), drawn_b = draw.timetable();
    const auto& text_a = drawn_a.first;
    const auto& text_b = drawn_b.first;
    const auto& plain_a = drawn_a.second;
    const auto& plain_b = drawn_b.second;
    CAPTURE(text_a);
    CAPTURE(text_b);
    const Timetable a = parsed(text_a), b = parsed(text_b);
    CHECK(agree(a, plain_a));
    CHECK(agree(unite(a, b), each(plain_a, plain_b, [](auto x, auto y) { return x | y; })));
    CHECK(agree(intersect(a, b), each(plain_a, plain_b, [](auto x, auto y) { return x & y; })));
    CHECK(agree(complement(a), each(plain_a, plain_b, [](auto x, auto) { return ~x; })));
    const Plain outside = each(plain_a, plain_b, [](auto x, auto y) { return y & ~x; });
    const bool includes = std::all_of(outside.open.begin(), outside.open.end(),
                                      [](const auto& open) { return open.none(); });
    CHECK(a.includes(b) == includes);
  }
}

TEST_CASE("timetable: the laws of sets, and hours that add up") {
  const unsigned seed = 815;
  INFO("seed " << seed);
  Draw draw(seed);
  const MonthDay patron{std::chrono::June, std::chrono::day{24}};
  for (int i = 0; i < 200; ++i) {
    const std::string text_a = draw.timetable().first, text_b = draw.timetable().first;
    CAPTURE(text_a);
    CAPTURE(text_b);
    const Timetable a = parsed(text_a), b = parsed(text_b);
    const Timetable both = intersect(a, b), either = unite(a, b);
    CHECK(complement(complement(a)) == a);
    CHECK(complement(either) == intersect(complement(a), complement(b)));
    CHECK(complement(both) == unite(complement(a), complement(b)));
    CHECK(unite(a, b) == unite(b, a));
    CHECK(unite(a, complement(a)) == Timetable::always());
    CHECK(intersect(a, complement(a)).empty());
    CHECK(either.includes(a));
    CHECK(a.includes(both));
    CHECK(either.hours_in_week() + both.hours_in_week() == a.hours_in_week() + b.hours_in_week());
    for (const int year : {2024, 2025, 2026, 2027}) {
      CHECK(either.hours_in_year(year, patron) + both.hours_in_year(year, patron) ==
            a.hours_in_year(year, patron) + b.hours_in_year(year, patron));
      CHECK(a.hours_in_year(year, patron) + complement(a).hours_in_year(year, patron) ==
            days_in_year(year) * 24);
    }
    // Printed and read again: also the union, whose holidays may depend on their weekday.
    for (const Timetable& timetable : {a, either, both, complement(either)}) {
      for (const auto language : {DayLanguage::italian, DayLanguage::english}) {
        CHECK(parsed(to_text(timetable, language)) == timetable);
      }
    }
  }
}

TEST_CASE("timetable: the hours of a year agree with walking it minute by minute") {
  // Written out, and not asked of the code under test.
  const std::vector<std::string> fixed = {"01-01", "01-06", "04-25", "05-01", "06-02",
                                          "08-15", "11-01", "12-08", "12-25", "12-26"};
  const std::vector<std::string> others = {"2024-03-31", "2024-04-01", "2025-04-20", "2025-04-21",
                                           "2026-04-05", "2026-04-06", "2026-10-04", "2027-03-28",
                                           "2027-03-29", "2027-10-04"};
  const auto has = [](const std::vector<std::string>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
  };
  const unsigned seed = 86400;
  INFO("seed " << seed);
  Draw draw(seed);
  for (int year = 2024; year <= 2027; ++year) {
    for (const bool with_patron : {false, true}) {
      const auto drawn = draw.timetable();
      const auto& text = drawn.first;
      const auto& plain = drawn.second;
      CAPTURE(text);
      CAPTURE(year);
      int minutes = 0;
      for (Day day = *make_day(year, 1, 1); year_of(day) == year; day += std::chrono::days(1)) {
        const std::string date = to_iso(day);
        const bool holiday = has(fixed, date.substr(5)) || has(others, date) ||
                             (with_patron && date.substr(5) == "12-07");
        // 1 January 2024 was a Monday.
        const auto weekday = static_cast<std::size_t>((day - *make_day(2024, 1, 1)).count() % 7);
        const auto& open = plain.open[weekday + (holiday ? 7 : 0)];
        for (std::size_t minute = 0; minute < kMinutesInDay; ++minute) minutes += open[minute];
      }
      const MonthDay saint_ambrose{std::chrono::December, std::chrono::day{7}};
      const auto patron = with_patron ? std::optional(saint_ambrose) : std::nullopt;
      CHECK(parsed(text).minutes_in_year(year, patron) == minutes);
      CHECK(parsed(text).hours_in_year(year, patron) == Rational(minutes, 60));
    }
  }
}
