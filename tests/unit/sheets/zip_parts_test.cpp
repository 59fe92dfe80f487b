// The files within a workbook, and those that say of themselves what is not so.
#include "sheets/zip_parts.hpp"

#include "unit/sheets/workbook_bytes.hpp"

#include <algorithm>

using namespace leps;
using namespace leps::sheets;

namespace {

/// What is read of one part: its length, or what is said.
std::string open_and_read(const std::string& bytes, const std::string& part) {
  DiagnosticBag bag;
  SourceMap sources;
  std::string read = "nothing";
  if (auto parts = ZipParts::open(bytes, "prova", bag)) {
    const auto text = parts->read(part, bag);
    if (text) read = std::to_string(text->size());
  }
  return read + (bag.empty() ? "" : " ") + test::places(bag, sources);
}

/// Writes a number of four bytes into the directory's entry of the only part.
std::string with_entry(std::string bytes, std::size_t field, std::uint32_t value) {
  const std::size_t entry = bytes.find("PK\x01\x02");
  REQUIRE(entry != std::string::npos);
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[entry + field + i] = static_cast<char>(value >> 8 * i & 0xFF);
  }
  return bytes;
}

constexpr std::size_t kSize = 24;  // of the part when it is unpacked, in the directory's entry

}  // namespace

TEST_CASE("zip: a part is found under any spelling of its name, and only that one") {
  const std::string bytes =
      test::zipped({{"\\XL\\Sheet.XML", "abc"}, {"xl/styles.xml", "abcd"}, {"z[@Z`", "abcde"}});
  for (const char* name : {"xl/sheet.xml", "/xl/sheet.xml", "XL\\SHEET.XML", "\\\\xl/sheet.xml"}) {
    const std::string spelling = name;
    CAPTURE(spelling);
    CHECK(open_and_read(bytes, spelling) == "3");
  }
  CHECK(open_and_read(bytes, "xl/styles.xml") == "4");
  CHECK(open_and_read(bytes, "Z[@z`") == "5");  // only letters have capitals
  CHECK(open_and_read(bytes, "z{`z@") == "nothing sheet/damaged\n");
  CHECK(open_and_read(bytes, "sheet.xml") == "nothing sheet/damaged\n");
  CHECK(open_and_read(bytes, "") == "nothing sheet/damaged\n");
}

TEST_CASE("zip: two parts of one name are one too many") {
  const std::string bytes = test::zipped({{"a.xml", "x"}, {"A.xml", "y"}});
  CHECK(open_and_read(bytes, "a.xml") == "nothing sheet/damaged\n");
}

TEST_CASE("zip: a part with a password is said to have one") {
  std::string bytes = test::zipped({{"a.xml", "abc"}});
  CHECK(open_and_read(bytes, "a.xml") == "3");
  bytes[bytes.find("PK\x01\x02") + 8] |= 1;  // the flag of the directory, and of the part
  bytes[bytes.find("PK\x03\x04") + 6] |= 1;
  CHECK(open_and_read(bytes, "a.xml") == "nothing sheet/password\n");
}

TEST_CASE("zip: what a part says of its size is held to the limit, and the part to what it says") {
  const std::string bytes = test::zipped({{"a.xml", "abc"}});
  const auto most = static_cast<std::uint32_t>(kMaxUnpackedBytes);
  CHECK(open_and_read(with_entry(bytes, kSize, most + 1), "a.xml") ==
        "nothing sheet/unpacks-too-large\n");
  // As much as may be; there is less of it.
  CHECK(open_and_read(with_entry(bytes, kSize, most), "a.xml").find("unpacks-too-large") ==
        std::string::npos);
  const std::string two = test::zipped({{"a.xml", "abc"}, {"b.xml", "x"}});
  CHECK(open_and_read(with_entry(two, kSize, most - 1), "b.xml") == "1");
  CHECK(open_and_read(with_entry(two, kSize, most), "b.xml") ==
        "nothing sheet/unpacks-too-large\n");
}

TEST_CASE("zip: parts that are read count together, each time") {
  const std::string bytes = test::zipped({{"a.xml", std::string(kMaxUnpackedBytes / 2, 'x')}});
  DiagnosticBag bag;
  auto parts = ZipParts::open(bytes, "prova", bag);
  REQUIRE(parts.has_value());
  CHECK(parts->read("a.xml", bag).has_value());
  CHECK(parts->read("a.xml", bag).has_value());  // all that there is room for
  CHECK(bag.empty());
  CHECK_FALSE(parts->read("a.xml", bag).has_value());
  CHECK(bag.all().at(0).code == Code::sheet_unpacks_too_large);
}

TEST_CASE("zip: how many parts there may be") {
  test::Parts parts;
  for (std::size_t i = 0; i < kMaxParts; ++i) parts["p" + std::to_string(i)] = "x";
  CHECK(open_and_read(test::zipped(parts), "p0") == "1");
  parts["one more"] = "x";
  CHECK(open_and_read(test::zipped(parts), "p0") == "nothing sheet/unpacks-too-large\n");
}

TEST_CASE("zip: what is cut off is damaged") {
  const std::string bytes = test::zipped({{"a.xml", "abc"}});
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CAPTURE(length);
    CHECK(open_and_read(bytes.substr(0, length), "a.xml") == "nothing sheet/damaged\n");
  }
}

TEST_CASE("a workbook with macros is refused, wherever they stand") {
  for (const char* part : {"xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "Basic/script.xml",
                           "Scripts/python/x.py"}) {
    const std::string name = part;
    CAPTURE(name);
    test::Parts parts = test::xlsx_parts("<row><c><v>5</v></c></row>");
    parts[name] = "x";
    CHECK(test::read_cells(test::zipped(parts)) == "sheet/macros\n");
  }
  test::Parts parts = test::xlsx_parts("<row><c><v>5</v></c></row>");
  parts["xl/basic/x"] = parts["docs/scripts/x"] = parts["vbaproject.bin.txt"] = "x";
  CHECK(test::read_cells(test::zipped(parts)) == "A1 number 5\n");
  CHECK(test::read_cells("\xD0\xCF\x11\xE0") == "sheet/old-or-locked\n");
  CHECK(test::read_cells(test::zipped({{"a.txt", "x"}})) == "sheet/no-workbook\n");
}
