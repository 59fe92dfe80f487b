// Days, periods, timetables and feasts, as forms write them.
#include "facts/read_time.hpp"

#include "base/timetable_text.hpp"
#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::reading;

namespace {

const Interval kNever{Bound::plus_infinity(), Bound::plus_infinity()};

/// One field, and what becomes of it: the value, or the codes of what is said.
class Field {
 public:
  explicit Field(DataNode node) : node_(std::move(node)) { sources_.add("dati.yaml", "x"); }
  explicit Field(const std::string& text) : Field(DataNode{text, {}}) {}

  std::string period() {
    const auto read = read_period(context(), node_, "servizio");
    return said(read ? show(*read) : "nothing");
  }
  std::string day_or_never() {
    const auto read = read_day_or_never(context(), node_, "attivazione");
    if (!read) return said("nothing");
    if (!read->lo.finite()) return said(*read == kNever ? "never" : "a range");
    return said(read->known() ? to_string(read->lo.value()) : "a range");
  }
  std::string month_day() {
    const auto read = read_month_day(context(), node_, "patrono");
    return said(read ? std::to_string(static_cast<unsigned>(read->month())) + "-" +
                           std::to_string(static_cast<unsigned>(read->day()))
                     : "nothing");
  }
  std::string timetable() {
    const auto read = read_timetable(context(), node_, "orario");
    return said(read ? to_text(*read) : "nothing");
  }

  static std::string show(const Period& period) {
    return to_iso(period.from) + ".." + (period.to ? to_iso(*period.to) : "");
  }

 private:
  [[nodiscard]] ReadingContext context() { return {names_, sources_, bag_, {}}; }
  [[nodiscard]] std::string said(std::string value) const {
    for (const Diagnostic& found : bag_.all()) {
      value += " " + std::string(name(found.code));
      CHECK(found.hints.size() == 1);
    }
    return value;
  }

  DataNode node_;
  Rulebook rulebook_ = test::small_rulebook();
  Vocabulary names_{rulebook_};
  SourceMap sources_;
  DiagnosticBag bag_;
};

DataNode map_of(const std::vector<std::pair<const char*, DataNode>>& entries) {
  DataMap map;
  for (const auto& [key, value] : entries) map.entries.push_back({key, {}, value});
  return {std::move(map), {}};
}

struct TimeRow {
  std::string written, read;
};

}  // namespace

TEST_CASE("a period in one text: two words, each before its day") {
  const TimeRow rows[] = {
      {"dal 2025-10-01 al 2025-12-31", "2025-10-01..2025-12-31"},
      {"dal 2025-10-01", "2025-10-01.."},
      {"al 2025-12-31 dal 2025-10-01", "2025-10-01..2025-12-31"},
      {"  dal   2025-10-01  al 2025-12-31 ", "2025-10-01..2025-12-31"},
      {"dal 2025-05-01 al 2025-05-01", "2025-05-01..2025-05-01"},  // one day
      {"dal 2025-05-02 al 2025-05-01", "nothing data/period-backwards"},
      {"dal 2024-02-29 al 2024-02-29", "2024-02-29..2024-02-29"},
      {"dal 2025-02-29", "nothing data/bad-date"},
      {"dal 2025-10-01 al n.d.", "2025-10-01.."},
      {"dal n.d. al 2025-10-01", "nothing data/missing-key"},
      {"al 2025-12-31", "nothing data/missing-key"},
      {"dal 2025-10-01 al 31/12/2025", "nothing data/bad-date"},
      {"dal 1/10/2025 al 31/12/2025", "nothing data/bad-date data/bad-date"},
      {"dal 2025-10-01 al 2025-12-31 dal 2026-01-01", "nothing data/wrong-kind"},
      {"dal 2025-10-01 al 2025-12-31 al 2026-01-01", "nothing data/wrong-kind"},
      {"dal 2025-10-01 2025-12-31", "nothing data/wrong-kind"},
      {"dal al 2025-12-31", "nothing data/wrong-kind"},
      {"dal 2025-10-01 al", "nothing data/wrong-kind"},
      {"al dal", "nothing data/wrong-kind"},
      {"dal", "nothing data/wrong-kind"},
      {"2025-10-01", "nothing data/wrong-kind"},
      {"2025-10-01 dal 2025-12-31", "nothing data/wrong-kind"},
      {"from 2025-10-01 to 2025-12-31", "nothing data/wrong-kind"},
      {"Dal 2025-10-01", "nothing data/wrong-kind"},
      {"", "nothing data/wrong-kind"},
  };
  for (const TimeRow& row : rows) {
    CAPTURE(row.written);
    CHECK(Field(row.written).period() == row.read);
  }
}

TEST_CASE("a period as a group of entries") {
  const auto day = [](const char* text) { return DataNode{std::string(text), {}}; };
  const DataNode none{DataNull{}, {}};
  struct Group {
    DataNode node;
    std::string read;
  };
  const Group groups[] = {
      {map_of({{"dal", day("2025-05-01")}, {"al", day("2025-05-01")}}), "2025-05-01..2025-05-01"},
      {map_of({{"dal", day("2025-05-01")}, {"al", none}}), "2025-05-01.."},
      {map_of({{"dal", day("2025-05-01")}}), "2025-05-01.."},
      {map_of({{"dal", none}, {"al", day("2025-05-01")}}), "nothing data/missing-key"},
      {map_of({}), "nothing data/missing-key"},
      {map_of({{"dal", day("2025-05-01")}, {"al", day("mai")}}), "nothing data/bad-date"},
      {map_of({{"dal", day("2025-05-01")}, {"fino", day("2025-06-01")}}),
       "2025-05-01.. data/unknown-key"},
      {DataNode{DataSequence{{day("2025-05-01")}}, {}}, "nothing data/wrong-kind"},
  };
  for (const Group& group : groups) {
    CAPTURE(&group - groups);
    CHECK(Field(group.node).period() == group.read);
  }
}

// Either form says the same of any two days, in whatever order its two words come.
TEST_CASE("a period is its two ends, however it is written") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 300; ++i) {
    const Day from = *make_day(1990, 1, 1) + std::chrono::days(random() % 20'000);
    const Day to = from + std::chrono::days(static_cast<int>(random() % 5) - 2);
    const std::string begin = to_iso(from), end = to_iso(to);
    CAPTURE(begin);
    CAPTURE(end);
    const std::string expected =
        to < from ? "nothing data/period-backwards" : Field::show(Period{from, to});
    CHECK(Field("dal " + begin + " al " + end).period() == expected);
    CHECK(Field("al " + end + " dal " + begin).period() == expected);
    CHECK(Field(map_of({{"dal", {begin, {}}}, {"al", {end, {}}}})).period() == expected);
    CHECK(Field("dal " + begin).period() == Field::show(Period{from, std::nullopt}));
    CHECK(Field(begin).day_or_never() == std::to_string(from.time_since_epoch().count()));
  }
}

TEST_CASE("a day, or never") {
  const TimeRow rows[] = {
      {"1970-01-01", "0"},
      {"1970-01-02", "1"},
      {" 2025-12-31 ", "20453"},
      {"mai", "never"},
      {" mai ", "never"},
      {"Mai", "nothing data/bad-date"},
      {"never", "nothing data/bad-date"},
      {"31/12/2025", "nothing data/bad-date"},
      {"n.d.", "nothing"},
      {"", "nothing"},
  };
  for (const TimeRow& row : rows) {
    CAPTURE(row.written);
    CHECK(Field(row.written).day_or_never() == row.read);
  }
  CHECK(Field(DataNode{DataNull{}, {}}).day_or_never() == "nothing");
  CHECK(Field(DataNode{DataSequence{}, {}}).day_or_never() == "nothing data/bad-date");
}

TEST_CASE("a day of every year") {
  const TimeRow rows[] = {
      {"19/01", "1-19"},
      {"19/1", "1-19"},
      {"1/12", "12-1"},
      {"19 gennaio", "1-19"},
      {"19  gennaio", "1-19"},
      {" 31 dicembre ", "12-31"},
      {"7 dicembre", "12-7"},
      {"24 giugno", "6-24"},
      {"29/2", "2-29"},  // in some years
      {"30/2", "nothing data/bad-month-day"},
      {"31/4", "nothing data/bad-month-day"},
      {"0/1", "nothing data/bad-month-day"},
      {"1/0", "nothing data/bad-month-day"},
      {"1/13", "nothing data/bad-month-day"},
      {"12", "nothing data/bad-month-day"},
      {"gennaio", "nothing data/bad-month-day"},
      {"19 gennnaio", "nothing data/bad-month-day"},
      {"19 january", "nothing data/bad-month-day"},
      {"19 per", "nothing data/bad-month-day"},  // a word of the language, and no month
      {"19 dal", "nothing data/bad-month-day"},
      {"x/01", "nothing data/bad-month-day"},
      {"1x/01", "nothing data/bad-month-day"},
      {"-1/01", "nothing data/bad-month-day"},
      {"19/01/2025", "nothing data/bad-month-day"},
      {"99999999999/01", "nothing data/bad-month-day"},
      {"n.d.", "nothing"},
      {"", "nothing"},
  };
  for (const TimeRow& row : rows) {
    CAPTURE(row.written);
    CHECK(Field(row.written).month_day() == row.read);
  }
  CHECK(Field(DataNode{DataSequence{}, {}}).month_day() == "nothing data/bad-month-day");
  const char* const months[] = {"gennaio",   "febbraio", "marzo",    "aprile",
                                "maggio",    "giugno",   "luglio",   "agosto",
                                "settembre", "ottobre",  "novembre", "dicembre"};
  for (unsigned month = 1; month <= 12; ++month) {
    const std::string read = std::to_string(month) + "-15";
    CHECK(Field("15 " + std::string(months[month - 1])).month_day() == read);
    CHECK(Field("15/" + std::to_string(month)).month_day() == read);
  }
}

TEST_CASE("a timetable stands on one line") {
  CHECK(Field("lun-ven 08:00-16:00").timetable() == "lun-ven 08:00-16:00; sab-dom chiuso");
  CHECK(Field("lun 16:00-08:00x").timetable() == "nothing data/timetable");
  CHECK(Field("").timetable() == "nothing data/timetable");
  CHECK(Field(DataNode{DataNull{}, {}}).timetable() == "nothing data/wrong-kind");
  CHECK(Field(DataNode{DataSequence{}, {}}).timetable() == "nothing data/wrong-kind");
}
