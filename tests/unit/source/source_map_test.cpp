#include "source/source_map.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "support/seed.hpp"

using namespace leps;

TEST_CASE("a cell is named as spreadsheets name it") {
  struct Row {
    CellAddress at;
    const char* name;
  };
  const Row rows[] = {
      {{1, 1}, "A1"},   {{7, 2}, "B7"},    {{9, 26}, "Z9"},    {{9, 27}, "AA9"},
      {{1, 52}, "AZ1"}, {{1, 702}, "ZZ1"}, {{1, 703}, "AAA1"}, {{1'048'576, 16'384}, "XFD1048576"}};
  for (const Row& row : rows) CHECK(to_string(row.at) == row.name);
}

TEST_CASE("a sheet knows the cell of every span, and counts rows and columns") {
  SourceMap sources;
  const SourceId text = sources.add("a.yaml", "uno\ndue\n");
  const SourceId sheet =
      sources.add("a.xlsx", {"comuni", "ambito\nperché\n17.5\n", {{1, 1}, {2, 3}, {7, 2}}});
  CHECK(sources.sheet(text) == nullptr);
  REQUIRE(sources.sheet(sheet) != nullptr);
  CHECK(*sources.sheet(sheet) == "comuni");

  const auto at = [&](std::uint32_t offset) { return sources.cell({sheet, offset, offset}); };
  CHECK(at(0) == CellAddress{1, 1});
  CHECK(at(6) == CellAddress{1, 1});
  CHECK(at(7) == CellAddress{2, 3});
  CHECK(at(15) == CellAddress{7, 2});
  CHECK(at(999) == CellAddress{7, 2});
  CHECK(sources.line_column(sheet, 15).line == 7);
  CHECK(sources.line_column(sheet, 15).column == 2);
  CHECK(sources.line_at(sheet, 15) == "17.5");
  CHECK(sources.line_column(text, 5).line == 2);
  CHECK(sources.line_column(text, 5).column == 2);
}

TEST_CASE("a place is counted in characters, however long the lines are") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string pieces[] = {"a", "è", "€", "\U0001F600", "\t", "\n"};
  for (const std::size_t characters : {0U, 1U, 1'023U, 1'024U, 5'000U, 100'000U}) {
    for (const unsigned per_line : {7U, 100'000'000U}) {
      std::string text;
      for (std::size_t i = 0; i < characters; ++i) {
        text += random() % per_line == 0 ? "\n" : pieces[random() % 5];
      }
      SourceMap sources;
      const SourceId id = sources.add("a.yaml", text);
      std::size_t line = 1, column = 0, start = 0;
      bool right = true;
      for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) ++column;
        const LineColumn at = sources.line_column(id, i);
        const std::size_t end = std::min(text.find('\n', start), text.size());
        right = right && at.line == line &&
                (i == text.size() || at.column == column ||
                 (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80);
        if (i % 997 == 0)
          right = right && sources.line_at(id, i) == text.substr(start, end - start);
        if (i < text.size() && text[i] == '\n') {
          ++line;
          column = 0;
          start = i + 1;
        }
      }
      CAPTURE(characters);
      CHECK(right);
      CHECK(sources.line_column(id, text.size() + 99).line == line);
    }
  }
}
