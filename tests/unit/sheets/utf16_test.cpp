#include "sheets/utf16.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::sheets;
using namespace std::string_literals;

namespace {

/// Units of sixteen bits as bytes.
std::string bytes_of(const std::u16string& units, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += little_endian ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

/// As the standard writes it (RFC 2781, 2.1), in units.
void append_units(std::u16string& units, char32_t character) {
  if (character < 0x10000) {
    units += static_cast<char16_t>(character);
    return;
  }
  const char32_t rest = character - 0x10000;
  units += static_cast<char16_t>(0xD800 + rest / 0x400);
  units += static_cast<char16_t>(0xDC00 + rest % 0x400);
}

}  // namespace

TEST_CASE("a character in UTF-8 has as many bytes as it needs") {
  struct Row {
    std::uint32_t character;
    std::string utf8;
  };
  const Row rows[] = {
      {0x00, "\0"s},
      {'a', "a"},
      {0x7F, "\x7F"},
      {0x80, "\xC2\x80"},
      {0xE0, "à"},
      {0x7FF, "\xDF\xBF"},
      {0x800, "\xE0\xA0\x80"},
      {0x20AC, "€"},
      {0xFFFF, "\xEF\xBF\xBF"},
      {0x10000, "\xF0\x90\x80\x80"},
      {0x1D11E, "𝄞"},
      {0x10FFFF, "\xF4\x8F\xBF\xBF"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.character);
    std::string utf8 = "x";
    append_utf8(utf8, row.character);
    CHECK(utf8 == "x" + row.utf8);
  }
}

TEST_CASE("UTF-16 is known by its mark, or by the sign that XML begins with") {
  struct Row {
    std::string why, bytes;
    bool is_xml;
  };
  const Row rows[] = {
      {"a mark", "\xFF\xFE<\0"s, true},
      {"of the other end", "\xFE\xFF\0<"s, true},
      {"no mark", "<\0?\0"s, true},
      {"of the other end", "\0<\0?"s, true},
      {"the mark of UTF-32", "\xFF\xFE\0\0<\0\0\0"s, false},
      {"UTF-32 without one", "<\0\0\0?\0\0\0"s, false},
      {"UTF-8", "<?xml", false},
      {"UTF-8 with a mark", "\xEF\xBB\xBF<?xml", false},
      {"nothing", "", false},
      {"a NUL and a letter", "\0a"s, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(is_utf16_xml(row.bytes) == row.is_xml);
  }
}

TEST_CASE("UTF-16 is read as it was written, in either order of its bytes") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const char32_t edges[] = {0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x103FF, 0x10FFFF};
  for (int i = 0; i < 500; ++i) {
    const bool little_endian = random() % 2 == 0, with_mark = random() % 2 == 0;
    std::u16string units = with_mark ? u"\uFEFF<" : u"<";
    std::string utf8 = "<";
    for (std::size_t left = random() % 8; left > 0; --left) {
      const char32_t drawn = random() % 2 ? edges[random() % std::size(edges)]
                                          : static_cast<char32_t>(1 + random() % 0x10FFFF);
      const char32_t character = drawn >= 0xD800 && drawn < 0xE000 ? U'x' : drawn;
      append_units(units, character);
      append_utf8(utf8, character);
    }
    CAPTURE(utf8);
    const std::string bytes = bytes_of(units, little_endian);
    CHECK(from_utf16(bytes).value_or("?") == utf8);
    CHECK_FALSE(from_utf16(bytes + "x").has_value());  // half a unit
  }
}

TEST_CASE("half of a character is none") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto high = [&] { return static_cast<char16_t>(0xD800 + random() % 0x400); };
  const auto low = [&] { return static_cast<char16_t>(0xDC00 + random() % 0x400); };
  for (int i = 0; i < 200; ++i) {
    const std::u16string broken[] = {{u'<', high()},           {u'<', low()},
                                     {u'<', high(), u'a'},     {u'<', high(), high()},
                                     {u'<', low(), high()},    {u'<', high(), u'\uE000'},
                                     {u'<', high(), u'\uD7FF'}};
    for (const std::u16string& units : broken) {
      for (const bool little_endian : {true, false}) {
        CAPTURE(&units - broken);
        CHECK_FALSE(from_utf16(bytes_of(units, little_endian)).has_value());
      }
    }
    CHECK(from_utf16(bytes_of({u'<', high(), low()}, true)).has_value());
  }
}
