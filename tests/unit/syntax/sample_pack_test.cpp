// The packs of the language's design: rules and parameters, and then rows, days, timetables, groups
// and layers.
#include "syntax/print.hpp"
#include "unit/syntax/describe.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace leps::test;

TEST_CASE("sample pack: it is read without a word") {
  const Parsed parsed = parse_text(read_pack("esempio.leps"));
  CHECK(codes(parsed.bag) == "");
  CHECK(parsed.file().package.text == "leps.esempio");
  CHECK(parsed.file().version.text == "2025.1");
  CHECK(parsed.file().declarations.size() == 22);
  CHECK(parsed.file().unread_words.empty());
}

TEST_CASE("sample pack: the one with rows is read without a word") {
  const Parsed parsed = parse_text(read_pack("righe.leps"));
  CHECK(codes(parsed.bag) == "");
  REQUIRE(parsed.file().extends.has_value());
  CHECK(parsed.file().extends->package.text == "leps.esempio");
  CHECK(parsed.file().declarations.size() == 15);
}

TEST_CASE("sample pack: it is the model of the canonical layout") {
  for (const char* name : {"esempio.leps", "righe.leps"}) {
    const std::string text = read_pack(name);
    const Parsed parsed = parse_text(text);
    CHECK(print(parsed.program, parsed.file(), Language::italian) == text);
  }
}

TEST_CASE("sample pack: its English twin says the same") {
  for (const std::string name : {"esempio", "righe"}) {
    const std::string italian = read_pack(name + ".leps");
    const std::string english = read_pack(name + "_en.leps");
    const Parsed from_italian = parse_text(italian);
    const Parsed from_english = parse_text(english);
    CHECK(codes(from_english.bag) == "");
    CHECK(describe(from_english.program, from_english.file()) ==
          describe(from_italian.program, from_italian.file()));
    CHECK(print(from_italian.program, from_italian.file(), Language::english) == english);
    CHECK(print(from_english.program, from_english.file(), Language::italian) == italian);
  }
}
