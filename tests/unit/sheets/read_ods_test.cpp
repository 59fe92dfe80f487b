#include "unit/sheets/workbook_bytes.hpp"

using namespace leps;
using namespace leps::test;

namespace {

std::string rows(const std::string& inner) {
  return read_cells(zipped(ods_parts(ods_table(inner))));
}

/// What is read of one cell, A1, that has those attributes and content.
std::string cell(const std::string& attributes, const std::string& content) {
  return rows("<t:table-row><t:table-cell " + attributes + ">" + content +
              "</t:table-cell></t:table-row>");
}

}  // namespace

TEST_CASE("ods: a cell is what its type says, or it is refused") {
  struct Row {
    const char* why;
    const char* attributes;
    const char* content;
    const char* read;
  };
  const Row table[] = {
      {"yes", "o:value-type='boolean' o:boolean-value='true'", "<x:p>VERO</x:p>", "A1 truth sì\n"},
      {"in capitals", "o:value-type='boolean' o:boolean-value='FALSE'", "", "A1 truth no\n"},
      {"a number", "o:value-type='boolean' o:boolean-value='1'", "", "A1 truth sì\n"},
      {"only shown", "o:value-type='boolean'", "<x:p>VERO</x:p>",
       "A1 refused VERO\nA1 sheet/damaged-cell\n"},
      {"rubbish", "o:value-type='boolean' o:boolean-value='forse'", "",
       "A1 refused forse\nA1 sheet/damaged-cell\n"},
      {"empty", "o:value-type='boolean'", "", ""},
      {"an empty number", "o:value-type='float'", "<x:p/>", ""},
      {"a number that is only shown", "o:value-type='float'", "<x:p>1.234</x:p>",
       "A1 refused 1.234\nA1 sheet/damaged-cell\n"},
      {"an empty day", "o:value-type='date'", "", ""},
      {"a day that is only shown", "o:value-type='date'", "<x:p>1/2/25</x:p>",
       "A1 refused 1/2/25\nA1 sheet/damaged-cell\n"},
      {"an empty time", "o:value-type='time'", "", ""},
      {"a time", "o:value-type='time' o:time-value='PT8H'", "", "A1 refused PT8H\nA1 sheet/time\n"},
      {"a value without a type", "o:value='5'", "<x:p>5</x:p>",
       "A1 refused 5\nA1 sheet/damaged-cell\n"},
      {"a formula without a result", "t:formula='of:=[.B1]' o:value-type='float'", "",
       "A1 refused =\nA1 sheet/unsolved-formula\n"},
      {"a formula whose result is an empty text", "t:formula='of:=[.B1]' o:value-type='string'", "",
       ""},
      {"white space around a number", "o:value-type='float' o:value=' 17.5 '", "",
       "A1 number 17.5\n"},
  };
  for (const Row& row : table) {
    CAPTURE(row.why);
    CHECK(cell(row.attributes, row.content) == row.read);
  }
}

TEST_CASE("ods: all pieces of a text are read, blank ones too") {
  struct Row {
    const char* why;
    const char* content;
    const char* text;
  };
  const Row table[] = {
      {"a blank between spans", "<x:p><x:span>Città</x:span> <x:span>di Lodi</x:span></x:p>",
       "Città di Lodi"},
      {"a blank in a span", "<x:p><x:span>Città</x:span><x:span> </x:span>di Lodi</x:p>",
       "Città di Lodi"},
      {"blanks that are elements", "<x:p>Città<x:s x:c='2'/>di<x:tab/>Lodi<x:line-break/>qui</x:p>",
       "Città di Lodi qui"},
      {"paragraphs", "<x:p>Città</x:p>\n<x:p>di Lodi</x:p>", "Città di Lodi"},
      {"a link", "<x:p>Città<x:a> di <x:span>Lodi</x:span></x:a></x:p>", "Città di Lodi"},
      {"a comment in between", "<x:p>Cit<!-- qui -->tà</x:p>", "Città"},
      {"a part that is not parsed", "<x:p>Cit<![CDATA[tà]]></x:p>", "Città"},
      {"a list",
       "<x:list><x:list-item><x:p>Città</x:p></x:list-item><x:list-item><x:list>"
       "<x:list-item><x:p>di Lodi</x:p></x:list-item></x:list></x:list-item></x:list>",
       "Città di Lodi"},
      {"a note that hangs on the cell", "<o:annotation><x:p>no</x:p></o:annotation><x:p>Lodi</x:p>",
       "Lodi"},
      {"a note within", "<x:p>Lo<o:annotation><x:p>no</x:p></o:annotation>di</x:p>", "Lodi"},
      {"reading aids",
       "<x:p><x:ruby><x:ruby-base>Lo</x:ruby-base><x:ruby-text>no</x:ruby-text>"
       "</x:ruby>di</x:p>",
       "Lodi"},
  };
  for (const Row& row : table) {
    CAPTURE(row.why);
    const std::string read = std::string("A1 text ") + row.text + "\n";
    CHECK(cell("o:value-type='string'", row.content) == read);
    CHECK(cell("", row.content) == read);
  }
}

TEST_CASE("ods: what is written once stands wherever it is repeated") {
  struct Row {
    const char* why;
    const char* rows;
    const char* read;
  };
  const Row table[] = {
      {"columns and rows",
       "<t:table-row t:number-rows-repeated='2'><t:table-cell/><t:table-cell "
       "t:number-columns-repeated='2'><x:p>x</x:p></t:table-cell></t:table-row>",
       "B1 text x\nC1 text x\nB2 text x\nC2 text x\n"},
      {"what is wrong with it too",
       "<t:table-row t:number-rows-repeated='2'><t:table-cell o:value-type='boolean' "
       "o:boolean-value='x'/></t:table-row>",
       "A1 refused x\nA2 refused x\nA1 sheet/damaged-cell\nA2 sheet/damaged-cell\n"},
      {"blank cells",
       "<t:table-row t:number-rows-repeated='1000000'><t:table-cell o:value-type='string' "
       "t:number-columns-repeated='16384'><x:p/></t:table-cell></t:table-row><t:table-row>"
       "<t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>",
       "A1000001 text x\n"},
      {"rows beyond the last",
       "<t:table-row t:number-rows-repeated='1048575'><t:table-cell/></t:table-row>"
       "<t:table-row t:number-rows-repeated='2'><t:table-cell><x:p>x</x:p></t:table-cell>"
       "</t:table-row>",
       "A1048576 text x\nsheet/outside\n"},
      {"a row beyond the last",
       "<t:table-row t:number-rows-repeated='99999999999'><t:table-cell/></t:table-row>"
       "<t:table-row><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>",
       "sheet/outside\n"},
      {"columns beyond the last",
       "<t:table-row><t:table-cell t:number-columns-repeated='16383'/><t:table-cell "
       "t:number-columns-repeated='9'><x:p>x</x:p></t:table-cell></t:table-row>",
       "XFD1 text x\nsheet/outside\n"},
      {"nothing beyond the last",
       "<t:table-row t:number-rows-repeated='1048577'><t:table-cell/></t:table-row><t:table-row>"
       "<t:table-cell><x:p> </x:p></t:table-cell></t:table-row>",
       ""},
      {"merged cells",
       "<t:table-row t:number-rows-repeated='2'><t:table-cell t:number-columns-spanned='2'><x:p>x"
       "</x:p></t:table-cell><t:covered-table-cell/></t:table-row>",
       "A1 refused x\nA2 refused x\nA1 sheet/merged\nA2 sheet/merged\n"},
  };
  for (const Row& row : table) {
    CAPTURE(row.why);
    CHECK(rows(row.rows) == row.read);
  }
}

TEST_CASE("ods: limits are of the whole file") {
  const std::string blank = ods_table(
      "<t:table-row t:number-rows-repeated='1048576'><t:table-cell "
      "t:number-columns-repeated='16384'><x:p> </x:p></t:table-cell></t:table-row>");
  const std::string full = ods_table(
      "<t:table-row t:number-rows-repeated='10'><t:table-cell "
      "t:number-columns-repeated='10000'><x:p>x</x:p></t:table-cell></t:table-row>");
  std::string many;
  for (int i = 0; i < 30; ++i) many += blank;
  CHECK(read_cells(zipped(ods_parts(many))) == "");
  CHECK(read_cells(zipped(ods_parts(full + full + full + full))) == "sheet/too-large\n");
}
