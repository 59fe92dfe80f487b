#include "diagnostics/timetable_wording.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace leps;

namespace {

using Kind = TimetableMistake::Kind;

TimetableWording words_for(const std::string& text) {
  return wording(std::get<TimetableMistake>(parse_timetable(text)));
}

}  // namespace

TEST_CASE("timetable wording: every kind has its own message and hint, in both languages") {
  std::set<std::string> messages;
  const auto last = static_cast<int>(Kind::closed_with_hours);
  for (int kind = 0; kind <= last; ++kind) {
    CAPTURE(kind);
    const TimetableWording words =
        wording({static_cast<Kind>(kind), 0, 3, "xyz", DayKind{Weekday::mer, false}});
    for (const Text& text : {words.message, words.hint}) {
      CHECK_FALSE(text.it.empty());
      CHECK_FALSE(text.en.empty());
      CHECK(text.it != text.en);
      CHECK((text.it + text.en).find('{') == std::string::npos);
    }
    messages.insert(words.message.it);
  }
  CHECK(messages.size() == static_cast<std::size_t>(last) + 1);
}

TEST_CASE("timetable wording: what a reader sees") {
  struct Row {
    const char* text;
    const char* italian;
    const char* english;
    const char* hint;
  };
  const Row rows[] = {
      {"lun-vne 09:00-17:00", "«vne» non è un giorno", "“vne” is not a day",
       "forse volevi dire «ven»?"},
      {"lun-ven 09:00-17:00; mercoledì chiuso", "il giorno mer è detto due volte",
       "the day wed is given twice",
       "scrivi tutte le ore di un giorno in una riga, separate da virgole: "
       "«lun 09:00-12:00, 14:00-17:00»"},
      {"festivi chiuso; festivi h24", "il giorno festivi è detto due volte",
       "the day holidays is given twice",
       "scrivi tutte le ore di un giorno in una riga, separate da virgole: "
       "«lun 09:00-12:00, 14:00-17:00»"},
      {"lun 8-12", "«8» è un'ora senza minuti", "“8” is an hour without minutes",
       "scrivi anche i minuti, come 08:00"},
      {"lun", "qui serve un'ora, trovato la fine del testo",
       "a time is expected here, found the end of the text",
       "dopo i giorni vengono le ore: «09:00-17:00», «h24» o «chiuso»; più giorni si separano "
       "con una virgola"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const TimetableWording words = words_for(row.text);
    CHECK(words.message.it == row.italian);
    CHECK(words.message.en == row.english);
    CHECK(words.hint.it == row.hint);
  }
}

TEST_CASE("timetable wording: what is found is cut where a message could not bear it") {
  std::string days;
  for (int i = 0; i < 500; ++i) days += "è";
  const TimetableWording words = words_for(days);
  CHECK(words.message.it.size() < 100);
  CHECK(words.message.it.find("è…»") != std::string::npos);
  CHECK(words_for(std::string(kLongestTimetableText + 1, ' ')).message.en ==
        "the text is too long: the limit is 2000 bytes");
}
