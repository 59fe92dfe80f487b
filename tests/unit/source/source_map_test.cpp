#include "source/source_map.hpp"

#include <doctest/doctest.h>

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
