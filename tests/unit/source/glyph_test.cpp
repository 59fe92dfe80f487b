#include "source/glyph.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace leps;
using namespace std::string_literals;

TEST_CASE("a character has the columns that a terminal gives it, if it can be seen") {
  struct Row {
    std::string why;
    std::string text;
    std::size_t length, columns;
    bool is_seen;
  };
  const Row rows[] = {
      {"a letter", "a", 1, 1, true},
      {"with an accent", "è", 2, 1, true},
      {"an accent over the letter before", "\u0300", 2, 0, true},
      {"a sign that picks the shape of the one before", "\uFE0F", 3, 0, true},
      {"Chinese", "日", 3, 2, true},
      {"a face", "\U0001F600", 4, 2, true},
      {"a space that keeps words together", "\u00A0", 2, 1, true},
      {"NUL", "\0"s, 1, 1, false},
      {"escape", "\x1B", 1, 1, false},
      {"a soft hyphen", "\u00AD", 2, 1, false},
      {"a space without width", "\u200B", 3, 1, false},
      {"a joiner", "\u200D", 3, 1, false},
      {"a word joiner", "\u2060", 3, 1, false},
      {"a letter without a shape", "\u3164", 3, 1, false},
      {"writing turned around", "\u202E", 3, 1, false},
      {"a byte-order mark", "\uFEFF", 3, 1, false},
      {"a tag", "\U000E0041", 4, 1, false},
      {"no character", "\xEF\xBF\xBF", 3, 1, false},
      {"broken UTF-8", "\xC3", 1, 1, false},
      {"half a pair", "\xED\xA0\x80", 1, 1, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Glyph glyph = glyph_at(row.text, 0);
    CHECK(glyph.length == row.length);
    CHECK(glyph.columns == row.columns);
    CHECK(glyph.is_seen == row.is_seen);
  }
}
