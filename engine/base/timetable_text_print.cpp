// Prints a timetable: days with equal hours on one line, in the order of the week, holidays last.
#include "base/timetable_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace leps::inline base {
namespace {

using WeekDays = std::vector<std::size_t>;  // of the week, by Weekday, ascending

void append(std::string& text, std::string_view separator, std::string_view more) {
  if (!text.empty()) text += separator;
  text += more;
}

std::string clock(int minutes) {
  char text[8];
  std::snprintf(text, sizeof text, "%02u:%02u", static_cast<unsigned>(minutes) / 60 % 100,
                static_cast<unsigned>(minutes) % 60);
  return text;
}

// `lun, mer-ven`, each of them after the words that lead it, such as `festivi di `.
std::string day_list(const WeekDays& days, const std::string& lead, DayLanguage language) {
  std::string list;
  for (std::size_t i = 0; i < days.size();) {
    std::size_t last = i;
    while (last + 1 < days.size() && days[last + 1] == days[last] + 1) ++last;
    std::string run = lead + std::string(word(static_cast<Weekday>(days[i]), language));
    if (last > i) run += "-" + std::string(word(static_cast<Weekday>(days[last]), language));
    append(list, ", ", run);
    i = last + 1;
  }
  return list;
}

// The days of `which`, grouped by their hours, in the order of the first day of each group.
std::vector<WeekDays> grouped(const Timetable& timetable, WeekDays which, bool holiday) {
  const auto spans = [&](std::size_t day) -> const Timetable::Spans& {
    return timetable.spans({static_cast<Weekday>(day), holiday});
  };
  std::vector<WeekDays> groups;
  for (const std::size_t day : which) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const WeekDays& group) {
      return spans(group.front()) == spans(day);
    });
    if (same == groups.end()) {
      groups.push_back({day});
    } else {
      same->push_back(day);
    }
  }
  return groups;
}

}  // namespace

std::string to_text(const Timetable::Spans& spans, DayLanguage language) {
  std::string text;
  for (const MinuteSpan& span : spans) append(text, ", ", clock(span.from) + "-" + clock(span.to));
  return text.empty() ? std::string(word(TimetableWord::closed, language)) : text;
}

std::string to_text(const Timetable& timetable, DayLanguage language) {
  const WeekDays week = {0, 1, 2, 3, 4, 5, 6};
  const std::string every_day(word(TimetableWord::every_day, language));
  const std::string holidays(word(TimetableWord::holidays, language));
  const std::string of = holidays + " " + std::string(word(TimetableWord::of, language)) + " ";

  std::string text;
  const auto add_line = [&](const std::string& days, const WeekDays& group, bool holiday) {
    const DayKind kind{static_cast<Weekday>(group.front()), holiday};
    append(text, "; ", days + " " + to_text(timetable.spans(kind), language));
  };
  for (const WeekDays& group : grouped(timetable, week, false)) {
    add_line(group == week ? every_day : day_list(group, "", language), group, false);
  }
  if (!timetable.differs_on_holidays()) return text;

  if (grouped(timetable, week, true).size() == 1) {
    add_line(holidays, week, true);
    return text;
  }
  WeekDays different;  // the others need no line: a holiday that none names is its weekday
  for (const std::size_t day : week) {
    const auto weekday = static_cast<Weekday>(day);
    if (timetable.spans({weekday, true}) != timetable.spans({weekday, false})) {
      different.push_back(day);
    }
  }
  for (const WeekDays& group : grouped(timetable, different, true)) {
    add_line(day_list(group, of, language), group, true);
  }
  return text;
}

}  // namespace leps::inline base
