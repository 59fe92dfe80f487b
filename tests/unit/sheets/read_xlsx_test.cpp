#include "unit/sheets/workbook_bytes.hpp"

#include <pugixml.hpp>

#include <new>

using namespace leps;
using namespace leps::test;
using namespace std::string_literals;

namespace {

/// What is read of one cell, A1, that has those attributes and content.
std::string cell(const std::string& attributes, const std::string& content,
                 const std::string& texts = "", const std::vector<std::string>& formats = {}) {
  return read_cells(zipped(xlsx_parts(
      "<row r='1'><c r='A1' " + attributes + ">" + content + "</c></row>", texts, formats)));
}

std::string utf16(const std::string& ascii, bool little_endian, bool with_mark) {
  std::string bytes = !with_mark ? "" : little_endian ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) bytes += little_endian ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

}  // namespace

TEST_CASE("xlsx: a cell is what its type says, or it is refused") {
  struct Row {
    std::string why;
    const char* attributes;
    std::string content, read;
  };
  const Row rows[] = {
      {"a number", "", "<v>17.5</v>", "A1 number 17.5\n"},
      {"white space does not count", "", "<v>\n 17.5\n</v>", "A1 number 17.5\n"},
      {"words are none", "", "<v>molti</v>", "A1 refused molti\nA1 sheet/damaged-cell\n"},
      {"nor are two of them", "", "<v>12 5</v>", "A1 refused 12 5\nA1 sheet/damaged-cell\n"},
      {"two values", "", "<v>1</v><v>2</v>", "A1 refused 1\nA1 sheet/cell-twice\n"},
      {"a value of another type", "", "<is><t>x</t></is>", "A1 refused x\nA1 sheet/damaged-cell\n"},
      {"likewise", "t='inlineStr'", "<v>5</v>", "A1 refused 5\nA1 sheet/damaged-cell\n"},
      {"a type that there is not", "t='q'", "<v>5</v>", "A1 refused 5\nA1 sheet/damaged-cell\n"},
      {"a style that there is not", "s='9'", "<v>5</v>", "A1 refused 5\nA1 sheet/damaged-cell\n"},
      {"the first that there is not", "s='2'", "<v>5</v>", "A1 refused 5\nA1 sheet/damaged-cell\n"},
      {"a style below none", "s='-1'", "<v>5</v>", "A1 refused 5\nA1 sheet/damaged-cell\n"},
      {"a style that is no number", "s='x'", "<v>5</v>", "A1 refused 5\nA1 sheet/damaged-cell\n"},
      {"the first text that there is not", "t='s'", "<v>0</v>",
       "A1 refused 0\nA1 sheet/damaged-cell\n"},
      {"a text below none", "t='s'", "<v>-1</v>", "A1 refused -1\nA1 sheet/damaged-cell\n"},
      {"empty", "", "", ""},
      {"an empty value", "", "<v/>", ""},
      {"a blank value", "", "<v> </v>", ""},
      {"an empty shared text", "t='s'", "", ""},
      {"likewise", "t='s'", "<v></v>", ""},
      {"an empty text", "t='inlineStr'", "<is><t/></is>", ""},
      {"an empty result", "t='str'", "<v/>", ""},
      {"an empty day", "t='d'", "<v/>", ""},
      {"an empty error", "t='e'", "<v/>", ""},
      {"an empty yes or no", "t='b'", "", ""},
      {"likewise", "t='b'", "<v/>", ""},
      {"yes", "t='b'", "<v>1</v>", "A1 truth sì\n"},
      {"no", "t='b'", "<v>0</v>", "A1 truth no\n"},
      {"of another writer", "t='b'", "<v>TRUE</v>", "A1 truth sì\n"},
      {"likewise", "t='b'", "<v>False</v>", "A1 truth no\n"},
      {"likewise", "t='b'", "<v>1.0</v>", "A1 truth sì\n"},
      {"likewise", "t='b'", "<v>0.0</v>", "A1 truth no\n"},
      {"a word in a language", "t='b'", "<v>VERO</v>", "A1 refused VERO\nA1 sheet/damaged-cell\n"},
      {"more than one", "t='b'", "<v>2</v>", "A1 refused 2\nA1 sheet/damaged-cell\n"},
      {"nearly one", "t='b'", "<v>0.99999999999999999</v>",
       "A1 refused 0.99999999999999999\nA1 sheet/damaged-cell\n"},
      {"less than none", "t='b'", "<v>-1</v>", "A1 refused -1\nA1 sheet/damaged-cell\n"},
      {"no such text", "t='s'", "<v>7</v>", "A1 refused 7\nA1 sheet/damaged-cell\n"},
      {"characters by their numbers", "t='str'", "<v>Cant_x00F9_ _x005F_x0041_ _x00</v>",
       "A1 text Cantù _x0041_ _x00\n"},
      {"a time in capitals", "s='1'", "<v>0.5</v>", "A1 refused 12:00\nA1 sheet/time\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CAPTURE(row.content);
    CHECK(cell(row.attributes, row.content, "", {"[HH]:MM"}) == row.read);
  }
}

TEST_CASE("xlsx: a formula is its saved value, and one without is refused") {
  struct Row {
    std::string why;
    const char* attributes;
    const char *content, *read;
  };
  const Row rows[] = {
      {"a number", "", "<f>A2</f><v>17.5</v>", "A1 number 17.5\nA1 sheet/formulas\n"},
      {"a text", "t='str'", "<f>A2</f><v>sì</v>", "A1 text sì\nA1 sheet/formulas\n"},
      {"a text that is empty is an answer", "t='str'", "<f>A2</f><v></v>", ""},
      {"likewise", "t='str'", "<f>A2</f>", ""},
      {"nobody worked it out", "", "<f>A2</f>", "A1 refused =\nA1 sheet/unsolved-formula\n"},
      {"likewise", "t='n'", "<f>A2</f><v/>", "A1 refused =\nA1 sheet/unsolved-formula\n"},
      {"nor a yes or no", "t='b'", "<f/>", "A1 refused =\nA1 sheet/unsolved-formula\n"},
      {"an error", "t='e'", "<f>A2</f><v>#REF!</v>", "A1 refused #REF!\nA1 sheet/error-cell\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(cell(row.attributes, row.content) == row.read);
  }
}

TEST_CASE("xlsx: a file that counts its days from 1904 says so, in either spelling") {
  struct Row {
    const char* properties;
    const char* day;
  };
  const Row rows[] = {{"", "2025-12-01"},
                      {"<workbookPr/>", "2025-12-01"},
                      {"<workbookPr date1904='0'/>", "2025-12-01"},
                      {"<workbookPr date1904='false'/>", "2025-12-01"},
                      {"<workbookPr date1904='1'/>", "2029-12-02"},
                      {"<workbookPr date1904='true'/>", "2029-12-02"}};
  for (const Row& row : rows) {
    CAPTURE(row.properties);
    Parts parts = xlsx_parts("<row><c s='1'><v>45992</v></c></row>", "", {"dd/mm/yyyy"});
    parts["xl/workbook.xml"] = std::string("<workbook>") + row.properties +
                               "<sheets><sheet name='dati' r:id='1'/></sheets></workbook>";
    CHECK(read_cells(zipped(parts)) == std::string("A1 day ") + row.day + "\n");
  }
}

// The codes of ECMA-376, part 1, 18.8.30, that any language shows alike.
TEST_CASE("xlsx: a format that has only a number is read as its code would be") {
  struct Row {
    int id;
    const char* code;
  };
  const Row rows[] = {
      {0, "General"},  {1, "0"},          {2, "0.00"},         {3, "#,##0"},
      {4, "#,##0.00"}, {9, "0%"},         {10, "0.00%"},       {11, "0.00E+00"},
      {12, "# ?/?"},   {13, "# ?\?/?\?"}, {14, "mm-dd-yy"},    {15, "d-mmm-yy"},
      {16, "d-mmm"},   {17, "mmm-yy"},    {18, "h:mm AM/PM"},  {19, "h:mm:ss AM/PM"},
      {20, "h:mm"},    {21, "h:mm:ss"},   {22, "m/d/yy h:mm"}, {37, "#,##0 ;(#,##0)"},
      {45, "mm:ss"},   {46, "[h]:mm:ss"}, {47, "mmss.0"},      {48, "##0.0E+0"},
      {49, "@"}};
  for (const Row& row : rows) {
    CAPTURE(row.id);
    for (const char* value : {"45992", "0.5"}) {
      Parts parts =
          xlsx_parts("<row><c s='1'><v>" + std::string(value) + "</v></c></row>", "", {row.code});
      const std::string by_code = read_cells(zipped(parts));
      parts["xl/styles.xml"] = "<styleSheet><cellXfs><xf/><xf numFmtId='" + std::to_string(row.id) +
                               "'/></cellXfs></styleSheet>";
      CHECK(read_cells(zipped(parts)) == by_code);
    }
  }
}

TEST_CASE("xlsx: a number is the one that was shown, in fifteen digits") {
  CHECK(cell("", "<v>17.100000000000001</v>") == "A1 number 17.1\n");
  CHECK(cell("", "<v>0.1234567890123455</v>") == "A1 number 0.123456789012346\n");
  CHECK(cell("", "<v>0.1234567890123454</v>") == "A1 number 0.123456789012345\n");
  CHECK(cell("", "<v>123456789012345</v>") == "A1 number 123456789012345\n");
  CHECK(cell("", "<v>1234567890123456</v>") == "A1 number 1234567890123460\n");
}

TEST_CASE("xlsx: all pieces of a text are read, blank ones too") {
  struct Row {
    std::string why;
    const char* item;
    const char* text;
  };
  const Row rows[] = {
      {"a blank run",
       "<r><t>Città</t></r><r><t xml:space='preserve'> </t></r><r><t>di Lodi</t></r>",
       "Città di Lodi"},
      {"runs on lines of their own", "\n <r>\n<t>Cit</t>\n</r>\n <r><t>tà</t></r>\n", "Città"},
      {"several texts in a run", "<r><t>Cit</t><t>tà</t></r>", "Città"},
      {"a comment in between", "<t>Cit<!-- qui -->tà</t>", "Città"},
      {"a part that is not parsed", "<t>Cit<![CDATA[tà & ]]>altro</t>", "Città & altro"},
      {"an instruction in between", "<t>Cit<?x y?>tà</t>", "Città"},
      {"a character by its number", "<t>Citt&#224;&#x20;di</t>", "Città di"},
      {"reading aids", "<r><t>Lodi</t></r><rPh sb='0' eb='1'><t>no</t></rPh>", "Lodi"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(cell("t='s'", "<v>0</v>", std::string("<si>") + row.item + "</si>") ==
          std::string("A1 text ") + row.text + "\n");
    CHECK(cell("t='inlineStr'", std::string("<is>") + row.item + "</is>") ==
          std::string("A1 text ") + row.text + "\n");
  }
  CHECK(cell("", "<v>12<!-- -->5</v>") == "A1 number 125\n");
  CHECK(cell("", "<v>12<![CDATA[5]]></v>") == "A1 number 125\n");
  CHECK(cell("", "<v>1&#50;5</v>") == "A1 number 125\n");
}

TEST_CASE("xlsx: a sheet that can be seen is read or named") {
  struct Row {
    std::string why;
    std::string sheet, relations, said;
  };
  const std::string sound = relation("1", "worksheet", "sheet.xml");
  const Row rows[] = {
      {"sound", "<sheet name='dati' r:id='1'/>", sound, "A1 number 5\n"},
      {"lines of their own", "\n <sheet name='dati' r:id='1'/>\n", "\n" + sound + "\n ",
       "A1 number 5\n"},
      {"no relation", "<sheet name='dati' r:id='2'/>", sound, "sheet/unreachable\n"},
      {"no id", "<sheet name='dati'/>", sound, "sheet/unreachable\n"},
      {"in another file", "<sheet name='dati' r:id='1'/>",
       relation("1", "worksheet", "altro.xlsx", "TargetMode='External'"), "sheet/unreachable\n"},
      {"something else", "<sheet name='dati' r:id='1'/>", relation("1", "image", "sheet.xml"),
       "sheet/unreachable\n"},
      {"a chart", "<sheet name='dati' r:id='1'/>", relation("1", "chartsheet", "chart.xml"), ""},
      {"hidden and not there", "<sheet name='dati' state='hidden' r:id='2'/>", sound,
       "sheet/hidden\n"},
      {"hidden", "<sheet name='dati' state='hidden' r:id='1'/>", sound, "sheet/hidden\n"},
      {"hidden from the menu too", "<sheet name='dati' state='veryHidden' r:id='1'/>", sound,
       "sheet/hidden\n"},
      {"said to be visible", "<sheet name='dati' state='visible' r:id='1'/>", sound,
       "A1 number 5\n"},
      {"a part that is not there", "<sheet name='dati' r:id='1'/>",
       relation("1", "worksheet", "no.xml"), "sheet/damaged\n"},
      {"two of one name", "<sheet name='dati' r:id='1'/>", sound + sound,
       "A1 number 5\nsheet/damaged\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    Parts parts = xlsx_parts("<row><c><v>5</v></c></row>");
    parts["xl/workbook.xml"] = "<workbook><sheets>" + row.sheet + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + row.relations + "</Relationships>";
    CHECK(read_cells(zipped(parts)) == row.said);
  }
}

TEST_CASE("xlsx: what stands outside the sheet is said") {
  struct Row {
    const char* rows;
    const char* read;
  };
  const Row rows[] = {
      {"<row r='1048576'><c r='XFD1048576'><v>5</v></c></row>", "XFD1048576 number 5\n"},
      {"<row><c r='a1'><v>5</v></c></row>", "A1 number 5\n"},
      {"<row r='1048577'><c><v>5</v></c></row>", "sheet/outside\n"},
      {"<row r='0'><c><v>5</v></c></row>", "sheet/outside\n"},
      {"<row r='due'><c><v>5</v></c></row>", "sheet/outside\n"},
      {"<row><c r='XFE1'><v>5</v></c></row>", "sheet/outside\n"},
      {"<row><c r='7'><v>5</v></c><c><v>6</v></c></row>", "A1 number 6\nsheet/outside\n"},
      {"<row><c r='XFD1'/><c><v>5</v></c></row>", "sheet/outside\n"},
      {"<row r='1048576'/><row><c><v>5</v></c></row>", "sheet/outside\n"},
      {"<row r='1048577'/><row r='0'/><row><c r='0'/></row>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rows);
    CHECK(read_cells(zipped(xlsx_parts(row.rows))) == row.read);
  }
}

TEST_CASE("xlsx: parts are found under any spelling of their name, in UTF-8 or UTF-16") {
  const Parts sound = xlsx_parts("<row><c t='inlineStr'><is><t>Lodi</t></is></c></row>");
  struct Spelling {
    std::string why;
    std::string (*name)(std::string);
  };
  const Spelling names[] = {
      {"as it is", [](std::string name) { return name; }},
      {"backslashes",
       [](std::string name) {
         for (char& c : name) c = c == '/' ? '\\' : c;
         return name;
       }},
      {"capitals",
       [](std::string name) {
         for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
         return name;
       }},
      {"from the root", [](std::string name) { return "/" + name; }},
  };
  for (const Spelling& spelling : names) {
    CAPTURE(spelling.why);
    Parts parts;
    for (const auto& [name, content] : sound) parts[spelling.name(name)] = content;
    CHECK(read_cells(zipped(parts)) == "A1 text Lodi\n");
  }
  for (const bool little_endian : {true, false}) {
    for (const bool with_mark : {true, false}) {
      Parts parts;
      for (const auto& [name, content] : sound) {
        parts[name] =
            utf16("<?xml version='1.0' encoding='UTF-16'?>" + content, little_endian, with_mark);
      }
      CHECK(read_cells(zipped(parts)) == "A1 text Lodi\n");
    }
  }
  Parts halved = sound;
  halved["xl/texts.xml"] = utf16("<sst/>", true, true) + "\x3D\xD8"s;
  CHECK(read_cells(zipped(halved)) == "sheet/damaged\n");
  Parts broken = sound;
  broken["xl/workbook.xml"] =
      "<workbook><sheets><sheet name='citt\xE0' r:id='1'/></sheets></workbook>";
  CHECK(read_cells(zipped(broken)) == "sheet/damaged\n");
  Parts latin = sound;
  latin["xl/sheet.xml"] =
      "<?xml version='1.0' encoding='ISO-8859-1'?><worksheet><sheetData><row><c t='str'>"
      "<v>citt\xE0</v></c></row></sheetData></worksheet>";
  CHECK(read_cells(zipped(latin)) == "A1 text città\n");
  Parts twice = sound;
  twice["XL\\Sheet.xml"] = twice["xl/sheet.xml"];
  CHECK(read_cells(zipped(twice)) == "sheet/damaged\n");
}

TEST_CASE("xlsx: limits are of the whole file") {
  const auto many = [](std::size_t sheets, const std::string& rows, const std::string& texts) {
    Parts parts = xlsx_parts(rows, texts);
    std::string listed;
    for (std::size_t i = 0; i < sheets; ++i) {
      listed += "<sheet name='f" + std::to_string(i) + "' r:id='1'/>";
    }
    parts["xl/workbook.xml"] = "<workbook><sheets>" + listed + "</sheets></workbook>";
    return zipped(parts);
  };
  std::string row = "<row>";
  for (int i = 0; i < 1000; ++i) row += "<c><v>1</v></c>";
  row += "</row>";
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += row;
  CHECK(read_cells(many(4, hundred, "")) == "sheet/too-large\n");
  const std::string long_text = "<si><t>" + std::string(1 << 20, 'x') + "</t></si>";
  CHECK(read_cells(many(20, "<row><c t='s'><v>0</v></c></row>", long_text)) == "sheet/too-large\n");
  std::string empty = "<row>";
  for (int i = 0; i < 9'000'000; ++i) empty += "<c/>";
  CHECK(read_cells(many(1, empty + "</row>", "")) == "sheet/unpacks-too-large\n");
}

TEST_CASE("xlsx: a file for which memory runs out is not called damaged") {
  const auto allocate = pugi::get_memory_allocation_function();
  const auto release = pugi::get_memory_deallocation_function();
  const std::string bytes = zipped(xlsx_parts("<row><c><v>1</v></c></row>"));
  pugi::set_memory_management_functions([](std::size_t) -> void* { return nullptr; }, release);
  CHECK_THROWS_AS(read_cells(bytes), std::bad_alloc);
  pugi::set_memory_management_functions(allocate, release);
  CHECK(read_cells(bytes) == "A1 number 1\n");
}
