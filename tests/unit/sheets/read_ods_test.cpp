#include "unit/sheets/workbook_bytes.hpp"

using namespace leps;
using namespace leps::test;

namespace {

std::string rows(const std::string& inner) {
  return read_cells(zipped(ods_parts(ods_table(inner))));
}

/// What is read of one cell, A1, that has those attributes and content.
std::string ods_cell(const std::string& attributes, const std::string& content) {
  return rows("<t:table-row><t:table-cell " + attributes + ">" + content +
              "</t:table-cell></t:table-row>");
}

}  // namespace

TEST_CASE("ods: a cell is what its type says, or it is refused") {
  struct Row {
    std::string why;
    std::string attributes, content, read;
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
      {"a formula", "t:formula='of:=[.B1]' o:value-type='float' o:value='5'", "<x:p>5</x:p>",
       "A1 number 5\nA1 sheet/formulas\n"},
      {"one that is zero", "t:formula='of:=[.B1]' o:value-type='float' o:value='0'", "",
       "A1 number 0\nA1 sheet/formulas\n"},
      {"one whose text is only shown", "t:formula='of:=[.B1]' o:value-type='string'",
       "<x:p>x</x:p>", "A1 text x\nA1 sheet/formulas\n"},
      {"one without a type", "t:formula='of:=[.B1]'", "<x:p>5</x:p>",
       "A1 refused =\nA1 sheet/unsolved-formula\n"},
      {"one that failed", "t:formula='of:=[.B1]' o:value-type='float' o:value='0'",
       "<x:p>#DIV/0!</x:p>", "A1 refused #DIV/0!\nA1 sheet/error-cell\n"},
      {"likewise", "t:formula='of:=[.B1]' o:value-type='string' o:string-value=''",
       "<x:p>Err:502</x:p>", "A1 refused Err:502\nA1 sheet/error-cell\n"},
      {"what looks like a failure and is a text", "o:value-type='string'", "<x:p>#1</x:p>",
       "A1 text #1\n"},
      {"one of another file",
       "t:formula=\"of:=['file:///x.ods'#$f.A1]\" o:value-type='float' "
       "o:value='5'",
       "", "A1 number 5\nA1 sheet/formulas\nsheet/external-links\n"},
      {"a text that is stored", "o:value-type='string' o:string-value='Lodi'", "<x:p>L…</x:p>",
       "A1 text Lodi\n"},
      {"a share", "o:value-type='percentage' o:value='0.5'", "<x:p>50%</x:p>", "A1 number 50%\n"},
      {"an amount", "o:value-type='currency' o:value='12.50'", "<x:p>12,50 €</x:p>",
       "A1 number 12.5\n"},
      {"a number that is none", "o:value-type='float' o:value='1,5'", "",
       "A1 refused 1,5\nA1 sheet/damaged-cell\n"},
      {"a day", "o:value-type='date' o:date-value='2025-12-31'", "<x:p>x</x:p>",
       "A1 day 2025-12-31\n"},
      {"a day at midnight", "o:value-type='date' o:date-value='2025-12-31T00:00:00.00Z'", "",
       "A1 day 2025-12-31\n"},
      {"a day with a time", "o:value-type='date' o:date-value='2025-12-31T00:00:01'", "",
       "A1 refused 2025-12-31T00:00:01\nA1 sheet/time\n"},
      {"no such day", "o:value-type='date' o:date-value='2025-02-29'", "",
       "A1 refused 2025-02-29\nA1 sheet/damaged-cell\n"},
      {"a time that is shown", "o:value-type='time' o:time-value='PT8H'", "<x:p>08:00</x:p>",
       "A1 refused 08:00\nA1 sheet/time\n"},
      {"a type that there is not", "o:value-type='q'", "<x:p>5</x:p>", "A1 text 5\n"},
      {"a truth without a type", "o:boolean-value='true'", "<x:p>VERO</x:p>",
       "A1 refused true\nA1 sheet/damaged-cell\n"},
      {"a day without one", "o:date-value='2025-12-31'", "",
       "A1 refused 2025-12-31\nA1 sheet/damaged-cell\n"},
      {"a time without one", "o:time-value='PT8H'", "", "A1 refused PT8H\nA1 sheet/damaged-cell\n"},
      {"a text without one", "o:string-value='x'", "", "A1 refused x\nA1 sheet/damaged-cell\n"},
      {"white space around a number", "o:value-type='float' o:value=' 17.5 '", "",
       "A1 number 17.5\n"},
  };
  for (const Row& row : table) {
    CAPTURE(row.why);
    CHECK(ods_cell(row.attributes, row.content) == row.read);
  }
}

TEST_CASE("ods: all pieces of a text are read, blank ones too") {
  struct Row {
    std::string why;
    std::string content, text;
  };
  const Row table[] = {
      {"a blank between spans", "<x:p><x:span>Città</x:span> <x:span>di Lodi</x:span></x:p>",
       "Città di Lodi"},
      {"a blank in a span", "<x:p><x:span>Città</x:span><x:span> </x:span>di Lodi</x:p>",
       "Città di Lodi"},
      {"blanks that are elements", "<x:p>Città<x:s x:c='2'/>di<x:tab/>Lodi<x:line-break/>qui</x:p>",
       "Città di Lodi qui"},
      {"paragraphs", "<x:p>Città</x:p>\n<x:p>di Lodi</x:p>", "Città di Lodi"},
      {"a heading", "<x:h>Città</x:h><x:p>di Lodi</x:p>", "Città di Lodi"},
      {"a section and the head of a list",
       "<x:section><x:p>Città</x:p></x:section><x:list><x:list-header><x:p>di Lodi</x:p>"
       "</x:list-header></x:list>",
       "Città di Lodi"},
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
    CHECK(ods_cell("o:value-type='string'", row.content) == read);
    CHECK(ods_cell("", row.content) == read);
  }
}

TEST_CASE("ods: what is written once stands wherever it is repeated") {
  struct Row {
    std::string why;
    std::string rows, read;
  };
  const Row table[] = {
      {"columns and rows",
       "<t:table-row t:number-rows-repeated='2'><t:table-cell/><t:table-cell "
       "t:number-columns-repeated='2'><x:p>x</x:p></t:table-cell></t:table-row>",
       "B1 text x\nC1 text x\nB2 text x\nC2 text x\n"},
      {"what is wrong with it too",
       "<t:table-row t:number-rows-repeated='2'><t:table-cell o:value-type='boolean' "
       "o:boolean-value='x'/></t:table-row>",
       "A1 refused x\nA2 refused x\nA1 sheet/damaged-cell\n"},
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
      {"merged cells that are empty",
       "<t:table-row><t:table-cell/><t:table-cell t:number-rows-spanned='3' "
       "t:number-columns-repeated='2'/><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>",
       "B1 refused \nC1 refused \nD1 text x\nB1 sheet/merged\nC1 sheet/merged\n"},
      {"a cell that spans itself only",
       "<t:table-row><t:table-cell t:number-rows-spanned='1' t:number-columns-spanned='1'>"
       "<x:p>x</x:p></t:table-cell></t:table-row>",
       "A1 text x\n"},
      {"covered cells keep their place",
       "<t:table-row><t:covered-table-cell t:number-columns-repeated='2'><x:p>no</x:p>"
       "</t:covered-table-cell><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>",
       "C1 text x\n"},
      {"numbers that are none count once",
       "<t:table-row t:number-rows-repeated='0'><t:table-cell t:number-columns-repeated='x'/>"
       "<t:table-cell t:number-columns-repeated='2x'/><t:table-cell "
       "t:number-columns-repeated='-3'/><t:table-cell t:number-columns-repeated='0'><x:p>x</x:p>"
       "</t:table-cell><t:table-cell><x:p>y</x:p></t:table-cell></t:table-row><t:table-row>"
       "<t:table-cell><x:p>z</x:p></t:table-cell></t:table-row>",
       "D1 text x\nE1 text y\nA2 text z\n"},
      {"rows in groups, to any depth",
       "<t:table-header-rows><t:table-row><t:table-cell><x:p>a</x:p></t:table-cell></t:table-row>"
       "</t:table-header-rows><t:table-row-group><t:table-row-group/><t:table-rows><t:table-row>"
       "<t:table-cell><x:p>b</x:p></t:table-cell></t:table-row></t:table-rows></t:table-row-group>"
       "<t:table-row><t:table-cell><x:p>c</x:p></t:table-cell></t:table-row>",
       "A1 text a\nA2 text b\nA3 text c\n"},
      {"hidden rows, and those that a filter hides",
       "<t:table-row t:visibility='collapse'><t:table-cell><x:p>a</x:p></t:table-cell>"
       "</t:table-row><t:table-row t:visibility='filter'><t:table-cell><x:p>b</x:p>"
       "</t:table-cell></t:table-row>",
       "A1 text a\nA2 text b\nsheet/hidden-rows\n"},
      {"visible ones",
       "<t:table-row t:visibility='visible'><t:table-cell><x:p>a</x:p>"
       "</t:table-cell></t:table-row>",
       "A1 text a\n"},
      {"hidden ones without a word",
       "<t:table-row t:visibility='collapse'><t:table-cell/></t:table-row>", ""},
      {"the last column",
       "<t:table-row><t:table-cell t:number-columns-repeated='16382'/><t:table-cell "
       "t:number-columns-repeated='2'><x:p>x</x:p></t:table-cell></t:table-row>",
       "XFC1 text x\nXFD1 text x\n"},
      {"a source in another file",
       "<t:table-source/><t:table-row><t:table-cell><x:p>x</x:p>"
       "</t:table-cell></t:table-row>",
       "A1 text x\nsheet/external-links\n"},
  };
  for (const Row& row : table) {
    CAPTURE(row.why);
    CHECK(rows(row.rows) == row.read);
  }
}

TEST_CASE("ods: sheets that are hidden are named, and what is no spreadsheet is refused") {
  const std::string cell =
      "<t:table-row><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row></t:table>";
  Parts parts = {{"content.xml",
                  "<o:document-content><o:automatic-styles><s:style s:name='a'>"
                  "<s:table-properties t:display='true'/></s:style><s:style s:name='b'>"
                  "<s:table-properties t:display='false'/></s:style></o:automatic-styles><o:body>"
                  "<o:spreadsheet><t:table t:name='uno' t:style-name='a'>" +
                      cell + "<t:table t:name='due' t:style-name='b'>" + cell +
                      "</o:spreadsheet></o:body></o:document-content>"}};
  CHECK(read_cells(zipped(parts)) == "A1 text x\nsheet/hidden\n");
  parts["content.xml"] = "<o:document-content><o:body><o:text/></o:body></o:document-content>";
  CHECK(read_cells(zipped(parts)) == "sheet/no-workbook\n");
  parts["content.xml"] = "<o:document-content/>";
  CHECK(read_cells(zipped(parts)) == "sheet/no-workbook\n");
}

TEST_CASE("ods: a manifest says whether a part is locked") {
  struct Row {
    std::string why, manifest, read;
  };
  const Row table[] = {
      {"nothing is", "<m:manifest><m:file-entry/></m:manifest>", "A1 text x\n"},
      {"one is",
       "<m:manifest><m:file-entry/><m:file-entry><m:encryption-data/></m:file-entry>"
       "</m:manifest>",
       "sheet/password\n"},
      {"it lists nothing", "<m:manifest/>", "A1 text x\n"},
      {"it is damaged", "<m:manifest>", "A1 text x\nsheet/damaged\n"},
  };
  for (const Row& row : table) {
    CAPTURE(row.why);
    Parts parts = ods_parts(
        ods_table("<t:table-row><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>"));
    parts["META-INF/manifest.xml"] = row.manifest;
    const std::string said = read_cells(zipped(parts));
    CHECK(said == row.read);
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
