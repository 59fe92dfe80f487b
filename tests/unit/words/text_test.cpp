#include "words/text.hpp"

#include "source/sha256.hpp"
#include "words/link.hpp"
#include "words/words.hpp"

#include <doctest/doctest.h>

using namespace leps;

TEST_CASE("plain: what could act instead of being read becomes a dot") {
  struct Row {
    std::string why;
    std::string text;
    const char* shown;
  };
  const Row rows[] = {
      {"ordinary text stays", "Città — «È» 100 €", "Città — «È» 100 €"},
      {"markup is text, here", "<b>&amp;</b>", "<b>&amp;</b>"},
      {"a terminal's escape", "a\x1b[31mb", "a·[31mb"},
      {"a nul", std::string("a\0b", 3), "a·b"},
      {"line ends and tabs are spaces, one of them", "a\r\n\tb", "a b"},
      {"a line separator too",
       "a\xE2\x80\xA8"
       "b",
       "a b"},
      {"turned writing",
       "a\xE2\x80\xAE"
       "b",
       "a·b"},
      {"a soft hyphen, which only shows at the end of a line", "Am\u00ADbito", "Am·bito"},
      {"a letter without a shape", "a\u3164", "a·"},
      {"an isolate", "\xE2\x81\xA6", "·"},
      {"a byte-order mark",
       "\xEF\xBB\xBF"
       "a",
       "·a"},
      {"a C1 control",
       "\xC2\x9B"
       "31m",
       "·31m"},
      {"an invisible tag", "\xF3\xA0\x81\x81", "·"},
      {"broken UTF-8",
       "a\xFF"
       "b",
       "a·b"},
      {"a cut sequence", "a\xE2\x82", "a··"},
      {"an overlong slash", "\xC0\xAF", "··"},
      {"a surrogate", "\xED\xA0\x80", "···"},
      {"not a character", "\xEF\xBF\xBF", "·"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(plain(row.text) == row.shown);
  }
}

TEST_CASE("width: what the eye sees") {
  struct Row {
    const char* text;
    std::size_t width;
  };
  const Row rows[] = {
      {"abc", 3}, {"città", 5}, {"cittàe\xCC\x80", 6},       {"漢字", 4},
      {"●", 1},   {"", 0},      {"\x1b[31mrosso\x1b[0m", 5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
  }
  CHECK(pad_right("è", 3) == "è  ");
  CHECK(pad_left("è", 3) == "  è");
  CHECK(pad_left("lungo", 3) == "lungo");
}

TEST_CASE("wrap: at spaces, and a long word whole") {
  CHECK(wrap("uno due tre", 7) == "uno due\ntre");
  CHECK(wrap("uno due tre", 7, 0, 2) == "uno due\n  tre");
  CHECK(wrap("uno due tre", 9, 4, 4) == "uno\n    due\n    tre");
  CHECK(wrap("precipitevolissimevolmente sì", 5) == "precipitevolissimevolmente\nsì");
  CHECK(wrap("", 5) == "");
}

TEST_CASE("words") {
  CHECK(capitalized("è così") == "È così");
  CHECK(capitalized("prima") == "Prima");
  CHECK(capitalized("«x»") == "«x»");
  CHECK(ordinal(1, Language::italian) == "prima");
  CHECK(ordinal(11, Language::italian) == "11ª");
  CHECK(ordinal(11, Language::english) == "11th");
  CHECK(ordinal(21, Language::english) == "21st");
  CHECK(ordinal(112, Language::english) == "112th");
  CHECK(join_words({"a", "b", "c"}, Language::italian) == "a, b e c");
  CHECK(join_words({"a", "b"}, Language::english, true) == "a or b");
  CHECK(join_words({}, Language::italian) == "");
}

TEST_CASE("links: only web addresses and state acts") {
  struct Row {
    const char* url;
    bool linked;
  };
  const Row rows[] = {
      {"https://www.lavoro.gov.it/node/5620", true},
      {"http://example.org/a?b=c&d=e#f", true},
      {"javascript:alert(1)", false},
      {"JavaScript:alert(1)", false},
      {"data:text/html,x", false},
      {"//example.org", false},
      {"https://", false},
      {"https://buono.it@cattivo.it/", false},
      {"https://example.org/\"onclick=", false},
      {"https://example.org/a b", false},
      {" https://example.org", false},
      {"", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(web_link(row.url).has_value() == row.linked);
  }
  CHECK(normattiva_link("urn:nir:stato:legge:2020-12-30;178~art1-com797") ==
        "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2020-12-30;178~art1-com797");
  CHECK_FALSE(normattiva_link("urn:isbn:123"));
  CHECK_FALSE(normattiva_link("urn:nir:\"><script>"));
}

TEST_CASE("sha256: the standard's own examples") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("what would run in a cell has an apostrophe before it") {
  struct Row {
    std::string text, cell;
  };
  const Row rows[] = {
      {"=1+1", "'=1+1"}, {"+1", "'+1"},      {"-1", "'-1"},    {"@A1", "'@A1"},  {" =1", "' =1"},
      {"   -1", "' -1"}, {"\t=1", "' =1"},   {"\r=1", "' =1"}, {"\n=1", "' =1"}, {"\tx", "' x"},
      {"\rx", "' x"},    {" \n @x", "' @x"}, {"", ""},         {" ", " "},       {"x=1", "x=1"},
      {"1-1", "1-1"},    {"'=1", "'=1"},     {"\nx", " x"},    {"*1", "*1"},     {"/1", "/1"},
      {"\x01=1", "·=1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(cell_text(row.text) == row.cell);
    CHECK(would_run(cell_text(row.text)) == false);
  }
}
