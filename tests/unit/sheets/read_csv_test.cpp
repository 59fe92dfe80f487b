#include "sheets/read_csv.hpp"

#include "sheets/add_table_text.hpp"
#include "unit/sheets/describe.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::sheets;
using namespace std::string_literals;

namespace {

/// The grid of a file, then what was said of it.
std::string read(const std::string& bytes) {
  SourceMap sources;
  DiagnosticBag bag;
  std::string all;
  if (const auto id = add_table_text(sources, "dati.csv", bytes, bag)) {
    if (const auto grid = read_csv(sources, *id, "dati", bag)) all = test::describe(*grid);
  }
  return all + test::places(bag, sources);
}

}  // namespace

TEST_CASE("csv: rows of fields, however they are separated and quoted") {
  struct Row {
    std::string why;
    std::string bytes, grid;
  };
  const Row rows[] = {
      {"semicolons", "a;b\n1;2\n", "1: a|b\n2: 1|2\n"},
      {"commas", "a,b\n1,2\n", "1: a|b\n2: 1|2\n"},
      {"tabs", "a\tb\n1\t2\n", "1: a|b\n2: 1|2\n"},
      {"the most frequent of the three", "a;b;c\n1,5;2,5;3,5\n", "1: a|b|c\n2: 1,5|2,5|3,5\n"},
      {"a separator within quotation marks does not count", "\"a,b,c\";d\n1;2\n",
       "1: a,b,c|d\n2: 1|2\n"},
      {"Windows line ends", "a;b\r\n1;2\r\n", "1: a|b\n2: 1|2\n"},
      {"line ends of old systems", "a;b\r1;2\r", "1: a|b\n2: 1|2\n"},
      {"no line end at the end", "a;b\n1;2", "1: a|b\n2: 1|2\n"},
      {"doubled quotation marks", "a;b\n\"il \"\"Vecchio\"\"\";2\n",
       "1: a|b\n2: il \"Vecchio\"|2\n"},
      {"a line end within a field", "a;b\n\"uno\ndue\";2\n", "1: a|b\n2: uno due|2\n"},
      {"white space around fields", "a ; b\n 1 ;\" 2 \" \n", "1: a|b\n2: 1|2\n"},
      {"an empty field is there, and empty", "a;b\n;2\n", "1: a|b\n2: |2\n"},
      {"empty rows are passed over, and counted", "\n;;\na;b\n\n1;2\n;\n", "3: a|b\n5: 1|2\n"},
      {"empty fields behind the last column", "a;b;;\n1;2;;\n3;4\n", "1: a|b\n2: 1|2\n3: 3|4\n"},
      {"of two as frequent the semicolon", "a;b,c\n1;2,3\n", "1: a|b,c\n2: 1|2,3\n"},
      {"then the tab", "a\tb,c\n1\t2,3\n", "1: a|b,c\n2: 1|2,3\n"},
      {"only the first row decides", "a;b\n1,2,3;4\n", "1: a|b\n2: 1,2,3|4\n"},
      {"that is not blank", "\n\na,b\n1,2\n", "3: a|b\n4: 1|2\n"},
      {"a row of separators is the first", ";;;\na;b\n1;2\n", "2: a|b\n3: 1|2\n"},
      {"a name of two lines", "\"a\nb,c,d\";e\n1;2\n", "1: a b,c,d|e\n2: 1|2\n"},
      {"a tab within quotation marks", "a;b\n\"1\t2\";3\n", "1: a|b\n2: 1 2|3\n"},
      {"quotation marks and nothing", "a;b\n\"\";2\n", "1: a|b\n2: |2\n"},
      {"only quotation marks", "a;b\n\"\"\"\";2\n", "1: a|b\n2: \"|2\n"},
      {"one column", "a\n1\n", "1: a\n2: 1\n"},
      {"a byte-order mark",
       "\xEF\xBB\xBF"
       "a;b\n",
       "1: a|b\n"},
      {"UTF-8", "a\nperch\xC3\xA9\n", "1: a\n2: perché\n"},
      {"Windows-1252", "a\nperch\xE9 \x80 \x92\n", "1: a\n2: perché € ’\nsheet/windows-1252\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(read(row.bytes) == row.grid);
  }
}

TEST_CASE("csv: what is wrong is said at its place") {
  struct Row {
    std::string why;
    std::string bytes, said;
  };
  const Row rows[] = {
      {"nothing in it", "", "1:1 data/empty-file\n"},
      {"only empty rows", "\n;;\n", "1:1 data/empty-file\n"},
      {"too many fields", "a,b\n1,17,5\n3,4\n", "1: a|b\n3: 3|4\n2:6 sheet/row-length\n"},
      {"one empty and one more", "a,b\n1,2,,3,\n", "1: a|b\n2:5 sheet/row-length\n"},
      {"quotation marks behind blanks that do not close", "a;b\n  \"1\n", "2:3 sheet/open-quote\n"},
      {"too few", "a;b;c\n1;2\n", "1: a|b|c\n2:3 sheet/row-length\n"},
      {"quotation marks that do not close", "a;b\n1;\"2\n3;4\n", "2:3 sheet/open-quote\n"},
      {"quotation marks within a field", "a;b\n1;due\"2\n", "2:6 sheet/stray-quote\n"},
      {"text behind them", "a;b\n1;\"due\"2\n", "2:7 sheet/stray-quote\n"},
      {"a NUL", "a;b\n1;\0\n"s, "2:3 text/control-character\n"},
      {"UTF-16",
       "\xFF\xFE"
       "a\0;\0b\0"s,
       "text/other-encoding\n"},
      {"UTF-8 and Windows-1252 mixed", "a;b\n\xC3\xA9;\xE9\n", "2:3 text/not-utf8\n"},
      {"a byte that Windows-1252 lacks", "a;b\n1;\x81\n", "2:3 text/not-utf8\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(read(row.bytes) == row.said);
  }
}

TEST_CASE("csv: a file larger than any table of data is refused") {
  std::string many = "a;b\n";
  for (std::size_t i = 0; i <= kMaxCells / 2; ++i) many += "1;2\n";
  CHECK(read(many) == "150001:1 sheet/too-many-cells\n");
  CHECK(read(std::string(kMaxCells + 1, ';')) == "1:300001 sheet/too-many-cells\n");
}

// Whatever stands in a field, and however much of it is quoted, it is read as what it is, and its
// place in the text is where it stands.
TEST_CASE("csv: a field is read as what was written into it") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto one_of = [&](const std::vector<std::string>& words) {
    return words[random() % words.size()];
  };
  for (int round = 0; round < 500; ++round) {
    const std::string separator = one_of({";", ",", "\t"});
    const std::string line_end = one_of({"\n", "\r\n", "\r"});
    const std::size_t width = 2 + random() % 4;
    std::string bytes, expected;
    for (std::size_t row = 1; row <= 4; ++row) {
      std::string line;
      for (std::size_t column = 0; column < width; ++column) {
        std::string text = row == 1 ? "c" + std::to_string(column) : "";
        for (std::size_t left = random() % 4; row > 1 && left > 0; --left) {
          text += one_of({"a", "à", "1", ";", ",", "'", "\"", ".", "-", "a b"});
        }
        if (column == 0) text = "x" + text;  // no row is empty
        line += (column > 0 ? "|" : "") + text;
        std::string doubled;
        for (const char c : text) doubled += c == '"' ? "\"\"" : std::string(1, c);
        const bool must_quote = text.find_first_of("\";,\t") != std::string::npos;
        const std::string blank = one_of({"", "", " ", "  "});
        bytes += column > 0 ? separator : "";
        bytes += blank + (must_quote || random() % 3 == 0 ? "\"" + doubled + "\"" : text) + blank;
      }
      bytes += row == 4 && random() % 2 ? "" : line_end;
      expected += std::to_string(row) + ": " + line + "\n";
    }
    CAPTURE(bytes);
    CHECK(read(bytes) == expected);
  }
}

TEST_CASE("csv: the place of a field is what stands between the separators, without blanks") {
  struct Row {
    std::string why, bytes, places;
  };
  const Row rows[] = {
      {"bare", "a;b\n12;345\n", "<a><b>/<12><345>/"},
      {"blanks around", "a;b\n  1 2  ;  3 \n", "<a><b>/<1 2><3>/"},
      {"quoted", "a;b\n \"1;2\" ;\"\"\n", "<a><b>/<\"1;2\"><\"\">/"},
      {"empty", "a;b\n1;\n", "<a><b>/<1><>/"},
      {"blank", "a;b\n1;   \n", "<a><b>/<1><>/"},
      {"blanks before all of it", " ab ;c\n", "<ab><c>/"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    SourceMap sources;
    DiagnosticBag bag;
    const auto id = add_table_text(sources, "dati.csv", row.bytes, bag);
    const auto grid = read_csv(sources, *id, "dati", bag);
    REQUIRE(grid.has_value());
    std::string places;
    for (const sheets::Row& read : grid->rows) {
      for (std::size_t i = 0; i < read.cells.size(); ++i) {
        CHECK(read.cells[i].column == i + 1);
        places += "<" + std::string(sources.text(read.cells[i].span)) + ">";
      }
      places += "/";
    }
    CHECK(places == row.places);
  }
}
