// What is said of a workbook, word for word: numbers, places and names in the sentences.
#include "sheets/workbook_words.hpp"

#include "unit/sheets/workbook_bytes.hpp"

using namespace leps;
using namespace leps::test;

namespace {

/// `B2 the message`, a line for each finding; without the cell where it is about none.
std::string said_of(const Parts& parts) {
  SourceMap sources;
  DiagnosticBag bag;
  sheets::read_workbook(sources, "prova", zipped(parts), bag);
  std::string all;
  for (const Diagnostic& found : bag.all()) {
    if (found.where) all += to_string(sources.cell(*found.where)) + " ";
    all += found.message.it + "\n";
    CHECK(found.hints.size() == 1);
  }
  return all;
}

std::string said_of_rows(const std::string& rows, const std::string& behind = "") {
  Parts parts = xlsx_parts(rows, "", {"h:mm"});
  parts["xl/sheet.xml"] =
      "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>";
  return said_of(parts);
}

}  // namespace

TEST_CASE("xlsx: what is said of a cell names what stands in it") {
  struct Row {
    std::string why, cell, said;
  };
  const std::string sixty(60, 'x'), accents = std::string(59, 'x') + "à";
  const Row rows[] = {
      {"no number", "<c><v>molti</v></c>", "«molti»"},
      {"blanks are one", "<c><v>1  \n 2</v></c>", "«1 2»"},
      {"sixty signs are whole", "<c><v>" + sixty + "</v></c>", "«" + sixty + "»"},
      {"one more is cut", "<c><v>" + sixty + "y</v></c>", "«" + sixty + "…»"},
      {"a letter is not halved", "<c><v>" + accents + "y</v></c>",
       "«" + std::string(59, 'x') + "…»"},
      {"signs that nobody sees", "<c><v>a&#x202E;b</v></c>", "«?»"},
      {"a time", "<c s='1'><v>0.5</v></c>", "12:00"},
      {"an error", "<c t='e'><v>#N/A</v></c>", "#N/A"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string said = said_of_rows("<row>" + row.cell + "</row>");
    CAPTURE(said);
    CHECK(said.starts_with("A1 "));
    CHECK(said.find(row.said) != std::string::npos);
  }
}

TEST_CASE("xlsx: formulas are said once for a sheet, at the first of them by place") {
  const std::string formula = "<f>A9</f><v>5</v></c>";
  const std::string once = said_of_rows("<row r='2'><c r='C2'>" + formula + "<c r='D2'>" + formula +
                                        "</row><row r='3'><c r='A3'>" + formula + "</row>");
  CHECK(once.starts_with("C2 "));
  CHECK(std::count(once.begin(), once.end(), '\n') == 1);
}

TEST_CASE("xlsx: hidden rows that hold something are listed, not all of many") {
  const std::string visible = "<row r='1'><c><v>1</v></c></row>";
  const auto hidden = [](int row, const char* spelling = "1") {
    return "<row r='" + std::to_string(row) + "' hidden='" + spelling + "'><c><v>1</v></c></row>";
  };
  CHECK(said_of_rows(visible) == "");
  CHECK(said_of_rows(visible + hidden(2, "0") + hidden(3, "false")) == "");
  CHECK(said_of_rows(visible + "<row r='2' hidden='1'/><row r='3' hidden='1'><c/></row>") == "");
  const std::string two = said_of_rows(visible + hidden(2, "true") + hidden(7));
  CHECK(two.find("2, 7") != std::string::npos);
  CHECK(two.find("…") == std::string::npos);
  std::string many = visible;
  for (int row = 2; row <= 40; ++row) many += hidden(row);
  // Up to forty signs and the number that passes them; then that there are more.
  CHECK(said_of_rows(many).find("2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, …") !=
        std::string::npos);
}

TEST_CASE("xlsx: merged cells are refused at the first, and named whole") {
  const std::string row = "<row r='1'><c r='A1'><v>5</v></c><c r='C1'><v>6</v></c></row>";
  const auto merged = [](const std::string& range) {
    return "<mergeCells><mergeCell ref='" + range + "'/></mergeCells>";
  };
  const std::string said = said_of_rows(row, merged("A1:B7"));
  CHECK(said.starts_with("A1 "));
  CHECK(said.find("A1:B7") != std::string::npos);
  CHECK(said_of_rows(row, merged("B2:C3")).starts_with("B2 "));  // empty, and refused all the same
  CHECK(said_of_rows(row, "<mergeCells><other ref='A1:B7'/></mergeCells>") == "");
  const std::string outside = said_of_rows(row, merged("A0:B7"));
  CHECK(outside.find("A0:B7") != std::string::npos);
}

TEST_CASE("xlsx: what stands outside a sheet is named, where its address can be read") {
  const auto said = [](const std::string& address) {
    return said_of_rows("<row><c r='" + address + "'><v>5</v></c></row>");
  };
  CHECK(said("XFE1").find("dati") < said("XFE1").find("XFE1"));  // the sheet, then the address
  CHECK(said("XFE1").find("XFE1") != std::string::npos);
  CHECK(said("A1048577").find("A1048577") != std::string::npos);
  CHECK(said("AAAAAAAAAA9999999999").find("AAAAAAAAAA9999999999") != std::string::npos);
  CHECK(said("AAAAAAAAAA99999999999").find("AAAA") == std::string::npos);  // too long to be shown
  CHECK(said("A B").find("A B") == std::string::npos);
  CHECK(said("A&#x7F;").find('\x7F') == std::string::npos);
  CHECK(said("À1").find("À") == std::string::npos);
  const std::string first =
      said_of_rows("<row><c r='XFE1'><v>5</v></c><c r='XFF1'><v>5</v></c></row>");
  CHECK(first.find("XFE1") != std::string::npos);
  CHECK(first.find("XFF1") == std::string::npos);
}

TEST_CASE("ods: merged cells are named by where they begin and end") {
  const std::string said = said_of(ods_parts(
      ods_table("<t:table-row t:number-rows-repeated='2'><t:table-cell/><t:table-cell "
                "t:number-columns-spanned='3' t:number-rows-spanned='2'><x:p>x</x:p></t:table-cell>"
                "</t:table-row>")));
  CHECK(said.find("B1:D2") != std::string::npos);
  CHECK(said.find("B2:D3") != std::string::npos);
}

TEST_CASE("a character that no text has is named by its number") {
  struct Row {
    std::string character, number;
  };
  const Row rows[] = {{"&#x202E;", "U+202E"}, {"&#x85;", "U+0085"}, {"&#x1;", "U+0001"}};
  for (const Row& row : rows) {
    CAPTURE(row.character);
    const std::string said =
        said_of_rows("<row><c t='inlineStr'><is><t>a" + row.character + "</t></is></c></row>");
    CAPTURE(said);
    CHECK(said.find("(" + row.number + ")") != std::string::npos);
    CHECK(read_cells(zipped(xlsx_parts("<row><c t='inlineStr'><is><t>a" + row.character +
                                       "</t></is></c></row>"))) ==
          "A1 text ?\nA1 text/control-character\n");
  }
}

TEST_CASE("a sheet that holds too much says of what") {
  const auto cells = [](const std::string& more) {
    return said_of(ods_parts(ods_table(
        "<t:table-row t:number-rows-repeated='300'><t:table-cell t:number-columns-repeated='1000'>"
        "<x:p>x</x:p></t:table-cell></t:table-row>" +
        more)));
  };
  CHECK(cells("") == "");  // as many as may be
  CHECK(cells("<t:table-row><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>")
            .find("300000 celle") != std::string::npos);

  // Each text takes a byte more than it has, for the end of its line.
  const auto texts = [](std::size_t length) {
    return said_of(
        ods_parts(ods_table("<t:table-row><t:table-cell t:number-columns-repeated='16'><x:p>" +
                            std::string(length, 'x') + "</x:p></t:table-cell></t:table-row>")));
  };
  CHECK(texts(sheets::kMaxTextBytes / 16 - 1) == "");
  CHECK(texts(sheets::kMaxTextBytes / 16).find("16777216 byte di testo") != std::string::npos);
}
