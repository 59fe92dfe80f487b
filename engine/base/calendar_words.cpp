#include "base/calendar_words.hpp"

namespace leps::inline base {
namespace {

struct CalendarWord {
  std::string_view word;
  int days;
};
constexpr CalendarWord kCalendarWords[] = {
#define LEPS_CALENDAR_WORD(word, days) {word, days},
#include "base/calendar_words.def"
#undef LEPS_CALENDAR_WORD
};

}  // namespace

std::optional<int> days_of_calendar_word(std::string_view word) {
  for (const CalendarWord& each : kCalendarWords) {
    if (each.word == word) return each.days;
  }
  return std::nullopt;
}

}  // namespace leps::inline base
