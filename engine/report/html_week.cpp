// The week as a drawing: seven days of twenty-four hours, solid where it is covered, hatched where
// it may be, empty where it is not. The sentence beside it says the same to who does not see it.
#include "report/html_week.hpp"

#include "report/html_page.hpp"

#include <array>

namespace leps::inline reports::pages {
namespace {

// In units of the drawing: a minute is one across, so that no hour is rounded.
constexpr int kLeft = 130, kTop = 50, kRow = 62, kBar = 46, kWidth = kLeft + kMinutesInDay + 30;

std::string number(int value) { return std::to_string(value); }

Node rect(Node svg, int row, MinuteSpan span, const char* css_class) {
  Node node = add(svg, "rect", css_class);
  attribute(node, "x", number(kLeft + span.from));
  attribute(node, "y", number(kTop + row * kRow));
  attribute(node, "width", number(span.to - span.from));
  attribute(node, "height", number(kBar));
  return node;
}

void label(Node svg, int x, int y, std::string_view text_there, const char* css_class) {
  Node node = add_text(svg, "text", text_there, css_class);
  attribute(node, "x", number(x));
  attribute(node, "y", number(y));
}

void day(Node svg, int row, std::string_view name, const ShownWeek& week, DayKind kind) {
  label(svg, kLeft - 16, kTop + row * kRow + 34, name, "giorno");
  rect(svg, row, {0, kMinutesInDay}, "vuoto");
  for (const MinuteSpan& span : week.most.spans(kind)) {
    attribute(rect(svg, row, span, "forse"), "fill", "url(#tratteggio)");
  }
  for (const MinuteSpan& span : week.least.spans(kind)) rect(svg, row, span, "pieno");
  rect(svg, row, {0, kMinutesInDay}, "bordo");
}

// One row for the holidays says it all only where they are alike, whatever their weekday.
bool holidays_alike(const Timetable& timetable) {
  const Timetable::Spans& first = timetable.spans({Weekday::lun, true});
  for (std::size_t i = 7; i < kDayKinds; ++i) {
    if (timetable.spans(day_kind(i)) != first) return false;
  }
  return true;
}

}  // namespace

void add_week(Node parent, const ShownWeek& week, Voice say) {
  const DayLanguage days =
      say.language == Language::italian ? DayLanguage::italian : DayLanguage::english;
  const bool differs = week.least.differs_on_holidays() || week.most.differs_on_holidays();
  const bool holidays = differs && holidays_alike(week.least) && holidays_alike(week.most);
  const int rows = holidays ? 8 : 7;
  const std::string sentence = week_sentence(week, say.language);

  Node figure = add(parent, "figure", "settimana");
  Node svg = add(figure, "svg");
  attribute(svg, "role", "img");
  attribute(svg, "aria-label", say("La settimana, ", "The week, ") + sentence);
  attribute(svg, "viewBox", "0 0 " + number(kWidth) + " " + number(kTop + rows * kRow));
  attribute(svg, "width", "100%");
  for (int hour = 0; hour <= 24; hour += 3) {
    label(svg, kLeft + hour * 60, kTop - 14, number(hour), "ora");
  }
  for (int row = 0; row < 7; ++row) {
    const auto weekday = static_cast<Weekday>(row);
    day(svg, row, word(weekday, days), week, {weekday, false});
  }
  if (holidays) day(svg, 7, say("festivi", "holidays"), week, {Weekday::lun, true});
  for (int hour = 1; hour < 24; ++hour) {
    Node line = add(svg, "path", hour % 6 == 0 ? "sesta" : "riga-ora");
    attribute(line, "d",
              "M" + number(kLeft + hour * 60) + " " + number(kTop) + "V" +
                  number(kTop + (rows - 1) * kRow + kBar));
  }
  Node caption = add(figure, "figcaption");
  add_text(caption, "code", week.formula);
  text(caption, ": " + sentence + ". ");
  text(caption, say("Pieno: coperto; vuoto: scoperto; tratteggiato: non si sa.",
                    "Solid: covered; empty: uncovered; hatched: not known."));
  for (const std::string& line : week.holidays) {
    text(caption, " ");
    add_text(caption, "span", line + ".");
  }
}

}  // namespace leps::inline reports::pages
