#include "base/timetable_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace leps;

namespace {

using Kind = TimetableMistake::Kind;

std::string describe(std::string_view text, DayLanguage language = DayLanguage::italian) {
  const auto read = parse_timetable(text);
  if (const auto* const mistake = std::get_if<TimetableMistake>(&read)) {
    return "mistake " + std::to_string(static_cast<int>(mistake->kind)) + " at " + mistake->found;
  }
  return to_text(std::get<Timetable>(read), language);
}

}  // namespace

TEST_CASE("timetable text: read, and printed in its one form") {
  struct Row {
    const char* text;
    const char* printed;
  };
  const Row rows[] = {
      {"lun-ven 18:00-08:00; sab-dom 00:00-24:00; festivi chiuso",
       "lun-ven 00:00-08:00, 18:00-24:00; sab-dom 00:00-24:00; festivi chiuso"},
      {"lun-ven 9:00-12:30, 14.00-17.00", "lun-ven 09:00-12:30, 14:00-17:00; sab-dom chiuso"},
      {"lun, mer 9:00-12:00", "lun, mer 09:00-12:00; mar, gio-dom chiuso"},
      {"tutti h24", "tutti 00:00-24:00"},
      {"tutti chiuso", "tutti chiuso"},
      {"mar chiuso", "tutti chiuso"},
      {"sab-lun 8:00-9:00", "lun, sab-dom 08:00-09:00; mar-ven chiuso"},
      {"dom-sab h24", "tutti 00:00-24:00"},
      {"sab-dom, festivi 10:00-11:00", "lun-ven chiuso; sab-dom 10:00-11:00; festivi 10:00-11:00"},
      {"festivi 10:00-11:00", "tutti chiuso; festivi 10:00-11:00"},
      {"lun 14:00-15:00, 9:00-10:00", "lun 09:00-10:00, 14:00-15:00; mar-dom chiuso"},
      {"lun 9:00-10:00, 10:00-11:00", "lun 09:00-11:00; mar-dom chiuso"},
      {"lun 22:00-00:00", "lun 22:00-24:00; mar-dom chiuso"},
      {"lun 00:00-00:01", "lun 00:00-00:01; mar-dom chiuso"},
      {"Luned\xC3\xAC-VENERD\xC3\x8C 9:00-10:00", "lun-ven 09:00-10:00; sab-dom chiuso"},
      {"lunedi, Mercoled\xC3\xAC, sabato, domenica h24",
       "lun, mer, sab-dom 00:00-24:00; mar, gio-ven chiuso"},
      {"mon-fri 9:00-10:00; sat, Sunday 8:00-9:00; holidays closed",
       "lun-ven 09:00-10:00; sab-dom 08:00-09:00; festivi chiuso"},
      {"all 9:00-10:00", "tutti 09:00-10:00"},
      {"lun\xE2\x80\x93ven 9:00\xE2\x80\x93"
       "10:00",
       "lun-ven 09:00-10:00; sab-dom chiuso"},
      {"  lun - ven\t9:00 - 10:00 ;\nsab h24 ; ",
       "lun-ven 09:00-10:00; sab 00:00-24:00; dom chiuso"},
      {"tutti h24; festivi di lun-ven 10:00-11:00",
       "tutti 00:00-24:00; festivi di lun-ven 10:00-11:00"},
      {"tutti h24; festivi di mar, festivi di gio-ven chiuso; holidays on sat 9:00-10:00",
       "tutti 00:00-24:00; festivi di mar, festivi di gio-ven chiuso; "
       "festivi di sab 09:00-10:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(describe(row.text) == row.printed);
    CHECK(describe(row.printed) == row.printed);
  }
}

TEST_CASE("timetable text: printed in English, it says the same") {
  const char* const text = "lun-ven 09:00-17:00; sab, festivi di mer chiuso; dom h24";
  const std::string english = describe(text, DayLanguage::english);
  CHECK(english == "mon-fri 09:00-17:00; sat closed; sun 00:00-24:00; holidays on wed closed");
  CHECK(std::get<Timetable>(parse_timetable(english)) ==
        std::get<Timetable>(parse_timetable(text)));
  CHECK(to_text(Timetable::Spans{}, DayLanguage::english) == "closed");
  CHECK(to_text(Timetable::Spans{{0, 61}, {90, 1440}}) == "00:00-01:01, 01:30-24:00");
}

TEST_CASE("timetable text: a mistake has its kind, its place and what was found there") {
  struct Row {
    const char* text;
    Kind kind;
    std::size_t begin;
    const char* found;
  };
  const Row rows[] = {
      {"", Kind::empty, 0, ""},
      {" \t\n", Kind::empty, 0, ""},
      {";", Kind::empty_line, 0, ";"},
      {"lun h24;; mar h24", Kind::empty_line, 8, ";"},
      {"h24", Kind::day_expected, 0, "h24"},
      {"chiuso", Kind::day_expected, 0, "chiuso"},
      {"9:00-10:00", Kind::day_expected, 0, "9:00"},
      {"lun, 9:00-10:00", Kind::day_expected, 5, "9:00"},
      {"lun-", Kind::day_expected, 4, ""},
      {"festivi di h24", Kind::day_expected, 11, "h24"},
      {"lunn 9:00-10:00", Kind::unknown_day, 0, "lunn"},
      {"lun-ven18:00-08:00", Kind::unknown_day, 4, "ven18"},
      {"lun h24; domani h24", Kind::unknown_day, 9, "domani"},
      {"lun-festivi h24", Kind::not_in_range, 4, "festivi"},
      {"festivi-lun h24", Kind::not_in_range, 0, "festivi"},
      {"tutti - lun h24", Kind::not_in_range, 0, "tutti"},
      {"festivi di tutti h24", Kind::not_in_range, 11, "tutti"},
      {"lun - lun h24", Kind::range_of_one_day, 0, "lun - lun"},
      {"lun-ven h24; mer chiuso", Kind::day_twice, 13, "mer"},
      {"lun 9:00-10:00; lun 11:00-12:00", Kind::day_twice, 16, "lun"},
      {"lun, lun h24", Kind::day_twice, 5, "lun"},
      {"festivi h24; dom, festivi h24", Kind::day_twice, 18, "festivi"},
      {"festivi h24; festivi di dom chiuso", Kind::day_twice, 13, "festivi di dom"},
      {"lun", Kind::hours_expected, 3, ""},
      {"lun mar 9:00-10:00", Kind::hours_expected, 4, "mar"},
      {"lun: 9:00-10:00", Kind::not_a_time, 3, ":"},
      {"lun 9:00-", Kind::hours_expected, 9, ""},
      {"lun 9:00-10:00,", Kind::hours_expected, 15, ""},
      {"lun (9:00-10:00)", Kind::hours_expected, 4, "("},
      {"lun 9:00 10:00", Kind::dash_expected, 9, "10:00"},
      {"lun 9:00", Kind::dash_expected, 8, ""},
      {"lun 9:00-10:00 mar h24", Kind::separator_expected, 15, "mar"},
      {"lun 9:00-10:00-11:00", Kind::separator_expected, 14, "-"},
      {"lun chiuso mar h24", Kind::separator_expected, 11, "mar"},
      {"lun 9:00-10:00, mar 11:00-12:00", Kind::day_after_comma, 16, "mar"},
      {"lun 9:00-10:00, festivi chiuso", Kind::day_after_comma, 16, "festivi"},
      {"lun 8-12", Kind::hour_alone, 4, "8"},
      {"lun 8:00-18", Kind::hour_alone, 9, "18"},
      {"lun 8:0-9:00", Kind::not_a_time, 4, "8:0"},
      {"lun 0800-0900", Kind::not_a_time, 4, "0800"},
      {"lun 8:00:00-9:00", Kind::not_a_time, 4, "8:00:00"},
      {"lun :30-9:00", Kind::not_a_time, 4, ":30"},
      {"lun 008:00-9:00", Kind::not_a_time, 4, "008:00"},
      {"lun 25:00-26:00", Kind::hour_out_of_range, 4, "25:00"},
      {"lun 9:00-24:30", Kind::hour_out_of_range, 9, "24:30"},
      {"lun 9:60-10:00", Kind::minute_out_of_range, 4, "9:60"},
      {"lun 24:00-08:00", Kind::begins_at_midnight, 4, "24:00"},
      {"lun 8:00 - 08:00", Kind::same_times, 4, "8:00 - 08:00"},
      {"lun 00:00-00:00", Kind::same_times, 4, "00:00-00:00"},
      {"lun 9:00-12:00, 11:59-13:00", Kind::overlap, 16, "11:59-13:00"},
      {"lun 11:59-13:00, 9:00-12:00", Kind::overlap, 17, "9:00-12:00"},
      {"lun 18:00-08:00, 7:00-9:00", Kind::overlap, 17, "7:00-9:00"},
      {"lun h24, 9:00-10:00", Kind::overlap, 9, "9:00-10:00"},
      {"lun 9:00-10:00, 9:00-10:00", Kind::overlap, 16, "9:00-10:00"},
      {"lun chiuso, 9:00-10:00", Kind::closed_with_hours, 4, "chiuso"},
      {"lun 9:00-10:00, chiuso", Kind::closed_with_hours, 16, "chiuso"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto read = parse_timetable(row.text);
    const auto* const mistake = std::get_if<TimetableMistake>(&read);
    CHECK(mistake != nullptr);
    if (mistake == nullptr) continue;
    CHECK(static_cast<int>(mistake->kind) == static_cast<int>(row.kind));
    CHECK(mistake->begin == row.begin);
    CHECK(mistake->found == row.found);
    const std::string_view text = row.text;
    CHECK(mistake->end <= text.size());
    if (row.kind != Kind::empty) {
      CHECK(text.substr(mistake->begin, mistake->end - mistake->begin) == mistake->found);
    }
  }
}

TEST_CASE("timetable text: of a day named twice, the first one is said") {
  const auto day = [](const char* text) {
    return std::get<TimetableMistake>(parse_timetable(text)).day;
  };
  CHECK(day("mer, ven h24; lun-ven chiuso") == DayKind{Weekday::mer, false});
  CHECK(day("dom h24; tutti chiuso") == DayKind{Weekday::dom, false});
  CHECK(day("festivi h24; festivi di dom h24") == DayKind{Weekday::dom, true});
  CHECK_FALSE(day("lun"));
}

TEST_CASE("timetable text: beyond its limits it is refused, up to them it is read") {
  const auto many = [](std::size_t spans) {
    std::string text = "lun ";
    for (std::size_t i = 0; i < spans; ++i) {
      char span[16];
      std::snprintf(span, sizeof span, "%02u:%02u-%02u:%02u", static_cast<unsigned>(i / 6 % 24),
                    static_cast<unsigned>(i % 6 * 10), static_cast<unsigned>(i / 6 % 24),
                    static_cast<unsigned>(i % 6 * 10 + 5));
      text += (i > 0 ? "," : "") + std::string(span);
    }
    return text;
  };
  const auto read = parse_timetable(many(kMostSpansInLine));
  CHECK(std::holds_alternative<Timetable>(read));
  CHECK(std::get<Timetable>(read).minutes_in_week() == 5 * static_cast<int>(kMostSpansInLine));
  CHECK(std::get<TimetableMistake>(parse_timetable(many(kMostSpansInLine + 1))).kind ==
        Kind::too_many_spans);

  std::string longest = "lun h24";
  longest.resize(kLongestTimetableText, ' ');
  CHECK(std::holds_alternative<Timetable>(parse_timetable(longest)));
  CHECK(std::get<TimetableMistake>(parse_timetable(longest + " ")).kind == Kind::too_long);
}

TEST_CASE("timetable text: bytes that are no text are found, not read") {
  for (const std::string& text :
       {std::string("\0", 1), std::string("lun\0 h24", 8), std::string("\xFF\xFE"),
        std::string("lun \xE2\x80"), std::string("lun \xE2\x80\x94 ven h24"),
        std::string(kLongestTimetableText, '9'), std::string(kLongestTimetableText, ';'),
        "lun " + std::string(1900, '9') + ":00-10:00"}) {
    CAPTURE(text);
    CHECK(std::holds_alternative<TimetableMistake>(parse_timetable(text)));
  }
}
