#include "sheets/number_format.hpp"

#include <doctest/doctest.h>

#include <cctype>
#include <random>
#include <string>
#include <vector>

#include "support/seed.hpp"

using namespace leps::sheets;

namespace {

std::string kind(NumberFormat format) {
  return format == NumberFormat::day ? "day" : format == NumberFormat::time ? "time" : "number";
}

}  // namespace

TEST_CASE("a format says whether a number is a day, a time or a number") {
  struct Row {
    const char* code;
    const char* kind;
  };
  const Row rows[] = {
      {"General", "number"},
      {"GENERAL", "number"},
      {"Standard", "number"},
      {"general;@", "number"},
      {"0", "number"},
      {"#,##0.00;[Red]-#,##0.00", "number"},
      {"[$-410]#,##0.0\" del giorno\"", "number"},
      {"0\\ \\m\\q", "number"},
      {"0\" mesi\"", "number"},
      {"_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", "number"},
      {"0.00E+00", "number"},
      {"##0.0e-0", "number"},
      {"# ?/?", "number"},
      {"0%", "number"},
      {"@", "number"},
      {"\"dal \"@", "number"},
      {"[>=100]0;[Magenta]0.0", "number"},
      {"[Red][<1]0.00;0", "number"},
      {"[DBNum1]General", "number"},
      {"[$€-410]\\ #,##0", "number"},
      {"_d0_m", "number"},
      {"0*y", "number"},
      {"0 gg", "number"},
      {"", "number"},
      {"dd/mm/yyyy", "day"},
      {"DD/MM/YYYY;@", "day"},
      {"YYYY", "day"},
      {"mmm", "day"},
      {"MMM", "day"},
      {"MMMM", "day"},
      {"mmm-yy", "day"},
      {"m", "day"},
      {"[$-410]d mmmm yyyy", "day"},
      {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "day"},
      {"[Red]YYYY\\-MM\\-DD", "day"},
      {"[>=100]dd/mm/yyyy;0", "day"},
      {"0;dd/mm/yyyy", "day"},
      {"dd/mm/yyyy hh:mm", "day"},
      {"gg/mm/aaaa", "day"},
      {"[$-411]ggge", "day"},
      {"h:mm", "time"},
      {"HH:MM", "time"},
      {"[h]:mm:ss", "time"},
      {"[H]:MM", "time"},
      {"[HH]:MM", "time"},
      {"[hhh]:mm", "time"},
      {"[ss]", "time"},
      {"[SS].00", "time"},
      {"[M]", "time"},
      {"mm:ss.0", "time"},
      {"h AM/PM", "time"},
      {"AM/PM", "time"},
      {"a/p", "time"},
      {"[$-F400]h:mm:ss\\ AM/PM", "time"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.code);
    CHECK(kind(read_number_format(row.code)) == row.kind);
  }
}

TEST_CASE("formats that have a number are those of every language") {
  struct Row {
    int first, last;
    const char* kind;
  };
  const Row rows[] = {{-1, 13, "number"}, {14, 17, "day"},  {18, 21, "time"},   {22, 22, "day"},
                      {23, 26, "number"}, {27, 31, "day"},  {32, 35, "time"},   {36, 36, "day"},
                      {37, 44, "number"}, {45, 47, "time"}, {48, 49, "number"}, {50, 58, "day"},
                      {59, 70, "number"}, {71, 74, "day"},  {75, 76, "time"},   {77, 77, "day"},
                      {78, 80, "time"},   {81, 81, "day"},  {82, 163, "number"}};
  for (const Row& row : rows) {
    for (int id = row.first; id <= row.last; ++id) {
      CAPTURE(id);
      CHECK(kind(built_in_number_format(id)) == row.kind);
    }
  }
}

// Whatever stands around the signs of a day, and in whatever capitals, it is one; without them
// nothing is.
TEST_CASE("what a format shows does not depend on capitals, texts, colours and conditions") {
  const std::uint32_t seed = leps::test::seed();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto one_of = [&](const std::vector<std::string>& words) {
    return words[random() % words.size()];
  };
  const std::vector<std::string> before = {
      "",   "[Red]",       "[$-410]",        "[>=100]", "[$€-410]\\ ",
      "_-", "\"giorno \"", "[Color 10][<5]", "\\d",     "* "};
  const std::vector<std::string> behind = {"", ";@", "\" h\"", "\\ \\s", "_d", ";\"mmm\"", ";;"};
  const std::vector<std::pair<std::string, std::vector<std::string>>> kinds = {
      {"number", {"0", "#,##0.00", "0%", "General", "0.00E+00", "# ?/?", "@", "[DBNum1]0"}},
      {"day", {"d", "dd/mm/yyyy", "mmm", "yyyy", "mmm\\-yy", "dd/mm/yyyy hh:mm", "m/d"}},
      {"time", {"[h]:mm", "h:mm", "[ss]", "mm:ss", "[mm]:ss", "h AM/PM", "[hh]:mm:ss.00"}}};
  for (int i = 0; i < 4000; ++i) {
    const auto& [expected, codes] = kinds[random() % kinds.size()];
    std::string code = one_of(codes);
    for (char& c : code) {
      if (random() % 2) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    code = one_of(before) + code + one_of(behind);
    CAPTURE(code);
    CHECK(kind(read_number_format(code)) == expected);
  }
}
