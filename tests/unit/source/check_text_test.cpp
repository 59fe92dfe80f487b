#include "source/check_text.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace std::string_literals;
using WrongText = TextProblem::Kind;

TEST_CASE("text is clean UTF-8, whatever its line ends") {
  for (const std::string& good :
       {""s, "ambito: lodi\n"s, "a\r\nb\r\n"s, "\ta"s, "perché è così, €"s, "\U0001F600"s,
        "\xED\x9F\xBF\xEE\x80\x80"s, "\xF4\x8F\xBF\xBF"s, "\xC2\xA0"s}) {
    CAPTURE(good);
    std::string text = good;
    CHECK_FALSE(check_text(text).has_value());
    CHECK(text == good);
  }
}

TEST_CASE("the lines of an old Mac end as all others do") {
  struct Row {
    std::string text, read;
  };
  const Row rows[] = {
      {"a\rb\r", "a\nb\n"}, {"a\r\nb\rc\n", "a\r\nb\nc\n"}, {"\r\r\n\r", "\n\r\n\n"}, {"\r", "\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string text = row.text;
    CHECK_FALSE(check_text(text).has_value());
    CHECK(text == row.read);
  }
}

TEST_CASE("a byte-order mark is taken off, once") {
  std::string text =
      "\xEF\xBB\xBF"
      "è";
  CHECK_FALSE(check_text(text).has_value());
  CHECK(text == "è");
  text = "\xEF\xBB\xBF";
  CHECK_FALSE(check_text(text).has_value());
  CHECK(text.empty());
}

TEST_CASE("what is no text is found where it stands") {
  struct Row {
    std::string why;
    std::string text;
    WrongText kind;
    std::size_t offset;
    std::uint32_t value;
  };
  const Row rows[] = {
      {"UTF-16, little end first",
       "\xFF\xFE"
       "a\0"s,
       WrongText::utf16, 0, 0},
      {"UTF-16, big end first", "\xFE\xFF\0a"s, WrongText::utf16, 0, 0},
      {"UTF-32, little end first", "\xFF\xFE\0\0a\0\0\0"s, WrongText::utf32, 0, 0},
      {"UTF-32, big end first", "\0\0\xFE\xFF\0\0\0a"s, WrongText::utf32, 0, 0},
      {"Latin-1", "perch\xE9 no", WrongText::not_utf8, 5, 0xE9},
      {"after a mark, counted without it",
       "\xEF\xBB\xBF"
       "a\xE9",
       WrongText::not_utf8, 1, 0xE9},
      {"a lone continuation", "a\x80", WrongText::not_utf8, 1, 0x80},
      {"cut short", "a\xC3", WrongText::not_utf8, 1, 0xC3},
      {"cut short by a letter", "\xE2\x82z", WrongText::not_utf8, 0, 0xE2},
      {"longer than needed", "\xC0\xAF", WrongText::not_utf8, 0, 0xC0},
      {"longer than needed, three bytes", "\xE0\x9F\xBF", WrongText::not_utf8, 0, 0xE0},
      {"longer than needed, four bytes", "\xF0\x8F\xBF\xBF", WrongText::not_utf8, 0, 0xF0},
      {"half a UTF-16 pair", "\xED\xA0\x80", WrongText::not_utf8, 0, 0xED},
      {"beyond the last character", "\xF4\x90\x80\x80", WrongText::not_utf8, 0, 0xF4},
      {"no lead byte at all", "\xF5\x80\x80\x80", WrongText::not_utf8, 0, 0xF5},
      {"NUL", "a\0b"s, WrongText::control_character, 1, 0},
      {"escape", "a\x1B[31m", WrongText::control_character, 1, 0x1B},
      {"delete", "\x7F", WrongText::control_character, 0, 0x7F},
      {"next line of Latin-1", "\xC2\x85", WrongText::control_character, 0, 0x85},
      {"end of file of DOS", "a\n\x1A", WrongText::control_character, 2, 0x1A},
      {"right to left", "a\xE2\x80\xAE", WrongText::control_character, 1, 0x202E},
      {"isolate", "\xE2\x81\xA6", WrongText::control_character, 0, 0x2066},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    std::string text = row.text;
    const auto problem = check_text(text);
    REQUIRE(problem.has_value());
    CHECK(problem->kind == row.kind);
    CHECK(problem->offset == row.offset);
    CHECK(problem->value == row.value);
  }
}
