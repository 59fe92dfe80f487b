// Diagnostics as they are seen: carets under the right characters, and nothing hostile let through.
#include "diagnostics/render.hpp"

#include "source/glyph.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <random>

#include "support/seed.hpp"

using namespace leps;

namespace {

struct Page {
  SourceMap sources;
  SourceId id;

  explicit Page(std::string text) : id(sources.add("rules/a.leps", std::move(text))) {}

  [[nodiscard]] Span find(const std::string& words) const {
    const std::size_t at = sources.text(id).find(words);
    REQUIRE(at != std::string_view::npos);
    return {id, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }
  [[nodiscard]] std::string render(const Diagnostic& diagnostic,
                                   Language language = Language::italian,
                                   bool color = false) const {
    return leps::render(diagnostic, sources, {language, color});
  }
};

/// The columns that a piece of a page takes on a terminal.
std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    columns += glyph.columns;
    at += glyph.length;
  }
  return columns;
}

Diagnostic mistake(Span where, Text message = {"sbagliato", "wrong"}) {
  return {Code::syntax_unexpected, where, {}, std::move(message), {}, {}};
}

}  // namespace

TEST_CASE("render: place, sentence, code, line and caret") {
  const Page page("uno\ndue tre\n");
  CHECK(page.render(mistake(page.find("tre"))) ==
        "rules/a.leps:2:5: errore: sbagliato [syntax/unexpected]\n"
        " 2 | due tre\n"
        "   |     ^^^\n");
  CHECK(page.render(mistake(page.find("tre")), Language::english) ==
        "rules/a.leps:2:5: error: wrong [syntax/unexpected]\n"
        " 2 | due tre\n"
        "   |     ^^^\n");
}

TEST_CASE("render: carets stand under the right characters") {
  struct Row {
    std::string why;
    const char* line;
    const char* words;
    const char* carets;
  };
  const Row rows[] = {
      {"behind è and ’", "è l’età x", "x", "         ^"},
      {"under è", "perché no", "é", "      ^"},
      {"behind a tab", "\tx", "x", "     ^"},
      {"behind an accent apart from its letter", "a\u0300 x", "x", "   ^"},
      {"under such a letter", "a\u0300 x", "a\u0300", " ^"},
      {"behind a wide character", "日 x", "x", "    ^"},
      {"behind a control character", "\x1B x", "x", "   ^"},
      {"behind a soft hyphen", "a\u00ADb x", "x", "     ^"},
      {"behind a sign that picks a shape", "\u2764\uFE0F x", "x", "   ^"},
      {"under a whole text", "a \"b c\" d", "\"b c\"", "   ^^^^^"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const Page page(row.line);
    const std::string shown = page.render(mistake(page.find(row.words)));
    CHECK(shown.ends_with("\n   |" + std::string(row.carets) + "\n"));
  }
}

TEST_CASE("render: places without width, at the ends of lines and of the file") {
  const Page page("uno\ndue");
  CHECK(page.render(mistake({page.id, 3, 3})).ends_with(" 1 | uno\n   |    ^\n"));
  CHECK(page.render(mistake({page.id, 7, 7})).ends_with(" 2 | due\n   |    ^\n"));
  CHECK(page.render(mistake({page.id, 99, 200})).find("a.leps:2:4:") != std::string::npos);
  CHECK(page.render(mistake({page.id, 1, 6})).ends_with(" 1 | uno\n   |  ^^\n"));  // two lines
  const Page empty("");
  CHECK(empty.render(mistake({empty.id, 0, 0})).ends_with(" 1 | \n   | ^\n"));
}

TEST_CASE("render: labels tell the story in their order, hints come last") {
  const Page page("regola a\n  usa b\nregola b\n  usa a\n");
  Diagnostic circle = mistake(page.find("usa b"), {"si rincorrono", "they chase each other"});
  circle.label(page.find("usa b"), {"qui 'a' usa 'b'", "here 'a' uses 'b'"})
      .label(page.find("usa a"), {"qui 'b' usa 'a'", "here 'b' uses 'a'"})
      .hint({"togli una delle due", "remove one of the two"});
  CHECK(page.render(circle) ==
        "rules/a.leps:2:3: errore: si rincorrono [syntax/unexpected]\n"
        " 2 |   usa b\n"
        "   |   ^^^^^ qui 'a' usa 'b'\n"
        " 4 |   usa a\n"
        "   |   ^^^^^ qui 'b' usa 'a'\n"
        "  suggerimento: togli una delle due\n");
}

TEST_CASE("render: labels on the same line share it, those of other files say where they are") {
  Page page("a b\n");
  const SourceId other = page.sources.add("rules/b.leps", "\n\n c\n");
  Diagnostic diagnostic = mistake(page.find("a"));
  diagnostic.label(page.find("b"), {"qui", "here"}).label({other, 3, 4}, {"e qui", "and here"});
  CHECK(page.render(diagnostic, Language::english) ==
        "rules/a.leps:1:1: error: wrong [syntax/unexpected]\n"
        " 1 | a b\n"
        "   | ^\n"
        "   |   ^ here\n"
        "   > rules/b.leps:3:2\n"
        " 3 |  c\n"
        "   |  ^ and here\n");
}

TEST_CASE("render: a long line is shown around its caret only") {
  const std::string line = std::string(1000, 'a') + "XYZ" + std::string(1000, 'b');
  const Page page(line);
  const std::string shown = page.render(mistake(page.find("XYZ")));
  const std::string begin = " 1 | …" + std::string(60, 'a') + "XYZ";
  CHECK(shown.find(begin) != std::string::npos);
  CHECK(shown.find("b…\n") != std::string::npos);
  CHECK(shown.ends_with("\n   | " + std::string(61, ' ') + "^^^\n"));
  CHECK(shown.size() < 400);

  const Page all(std::string(5000, 'x'));
  const std::string carets = all.render(mistake({all.id, 0, 5000}));
  CHECK(carets.size() < 500);
}

TEST_CASE("render: of a line of megabytes no more is looked at than of one of a page") {
  const std::string middle = std::string(300, 'a') + "XYZ" + std::string(300, 'b');
  const Page page(middle);
  const std::string shown = page.render(mistake(page.find("XYZ")));
  const std::string excerpt = shown.substr(shown.find('\n'));
  for (const char* filling : {"c", "è", "日", "e\u0300\u0301\u0302", "\u0300", "\u00AD", "\x80"}) {
    CAPTURE(std::string(filling));
    std::string far;
    while (far.size() < 3'000'000) far += filling;
    const Page long_page(far + middle + far);
    const std::string long_shown = long_page.render(mistake(long_page.find("XYZ")));
    CHECK(long_shown.substr(long_shown.find('\n')) == excerpt);
    const std::string deep =
        long_page.render(mistake({long_page.id, 1'500'000, 1'500'000 + 3'000'000}));
    CHECK(deep.size() < 16'000);
  }
}

TEST_CASE("render: whatever a line holds, carets begin under what they mean") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string pieces[] = {"a",      "è",      "e\u0300", "日",    "\t",         "\u00AD",
                                "\u200B", "\u202E", "\u3164",  "\x1B",  "\U0001F600", "\uFE0F",
                                "\x80",   " ",      "\u00A0",  "\uFEFF"};
  for (int round = 0; round < 500; ++round) {
    std::string line;
    for (std::size_t i = random() % 400; i > 0; --i) line += pieces[random() % std::size(pieces)];
    const std::size_t before = line.size();
    line += "<>";
    for (std::size_t i = random() % 400; i > 0; --i) line += pieces[random() % std::size(pieces)];
    const Page page(line);
    const auto begin = static_cast<std::uint32_t>(before);
    const std::string shown = page.render(mistake({page.id, begin, begin + 2}));
    const std::size_t quoted = shown.find(" | ") + 3, end = shown.find('\n', quoted);
    const std::size_t carets = shown.find(" | ", end) + 3;
    const std::size_t meant = shown.find("<>", quoted);
    REQUIRE(meant < end);
    CHECK(shown.find("^^\n", carets) - carets ==
          width(std::string_view(shown).substr(quoted, meant - quoted)));
    CHECK(width(std::string_view(shown).substr(quoted, end - quoted)) <= 162);
  }
}

TEST_CASE("render: nothing of the user's text can write to the terminal") {
  Page page("a\x1B[31mb \u202Ec \u200B\xFF\n");
  Diagnostic diagnostic = mistake(page.find("b"), Text("\x1B[2J\u202E\xFE\n"));
  diagnostic.label(page.find("c"), Text("\a\r\x7F")).hint(Text("\u2028\u0085"));
  const std::string shown = page.render(diagnostic);
  CHECK(shown.find('\x1B') == std::string::npos);
  CHECK(shown.find('\r') == std::string::npos);
  CHECK(shown.find('\a') == std::string::npos);
  CHECK(shown.find("\u202E") == std::string::npos);
  CHECK(shown.find("\u200B") == std::string::npos);
  CHECK(shown.find("\xFF") == std::string::npos);
  CHECK(shown.find("errore: ·[2J··· [") != std::string::npos);
  CHECK(shown.find("suggerimento: ··\n") != std::string::npos);
}

TEST_CASE("render: without a place, the path; without either, the sentence") {
  const Page page("x");
  Diagnostic missing{Code::io_is_a_folder,           std::nullopt, "rules",
                     {"è una cartella", "a folder"}, {},           {}};
  CHECK(page.render(missing) == "rules: errore: è una cartella [io/is-a-folder]\n");
  missing.path.clear();
  CHECK(page.render(missing, Language::english) == "error: a folder [io/is-a-folder]\n");
}

TEST_CASE("render: colours only where they are asked for") {
  const Page page("x");
  const Diagnostic diagnostic = mistake(page.find("x"));
  CHECK(page.render(diagnostic).find('\x1B') == std::string::npos);
  const std::string colored = page.render(diagnostic, Language::italian, true);
  CHECK(colored.find("\x1B[1;31merrore:\x1B[0m") != std::string::npos);
  CHECK(colored.find("\x1B[1;31m^\x1B[0m") != std::string::npos);
}

TEST_CASE("render: a bag is its diagnostics, one after the other") {
  const Page page("a b");
  DiagnosticBag bag;
  bag.report(Code::syntax_unexpected, page.find("a"), {Text("'a'"), Text("'b'")});
  bag.report(Code::syntax_unexpected, page.find("b"), {Text("'b'"), Text("'c'")});
  const std::string shown = leps::render(bag, page.sources, {Language::english, false});
  CHECK(shown.find("found 'a', expected 'b'") < shown.find("found 'b', expected 'c'"));
}

TEST_CASE("render: of a workbook the place is the file, the sheet and the cell") {
  SourceMap sources;
  const SourceId sheet =
      sources.add("dati.xlsx", {"comuni", "popolazione\nmolti\n", {{1, 2}, {7, 2}}});
  Diagnostic wrong = mistake({sheet, 12, 17});
  wrong.label({sheet, 12, 17}, {"questo", "this"})
      .label({sheet, 0, 11}, {"la colonna", "the column"});
  CHECK(render(wrong, sources, {Language::italian, false}) ==
        "dati.xlsx, foglio «comuni», cella B7: errore: sbagliato [syntax/unexpected]\n"
        " B7 | molti\n"
        "    | ^^^^^ questo\n"
        " B1 | popolazione\n"
        "    | ^^^^^^^^^^^ la colonna\n");
  CHECK(render(mistake({sheet, 12, 17}), sources, {Language::english, false}) ==
        "dati.xlsx, sheet “comuni”, cell B7: error: wrong [syntax/unexpected]\n"
        " B7 | molti\n"
        "    | ^^^^^\n");
}
