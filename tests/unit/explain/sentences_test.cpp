// The tables of what words and explanations say: every form of a sentence has the same places.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

namespace {

std::set<char> places(std::string_view form) {
  std::set<char> found;
  for (std::size_t at = 0; at + 2 < form.size(); ++at) {
    if (form[at] == '{' && form[at + 2] == '}') found.insert(form[at + 1]);
  }
  return found;
}

struct Row {
  const char* name;
  std::string_view it_one, it_many, en_one, en_many;
};

constexpr Row kRows[] = {
#define LEPS_SENTENCE(name, italian, english) {#name, italian, italian, english, english},
#define LEPS_COUNTED(name, italian_one, italian_many, english_one, english_many) \
  {#name, italian_one, italian_many, english_one, english_many},
#include "explain/sentences.def"
#include "words/sentences.def"
#undef LEPS_COUNTED
#undef LEPS_SENTENCE
};

}  // namespace

TEST_CASE("every form of a sentence has the same places, from {0} without a hole") {
  for (const Row& row : kRows) {
    const std::string name = row.name;
    CAPTURE(name);
    const std::set<char> wanted = places(row.it_many);
    CHECK(places(row.en_many) == wanted);
    // "un altro dato": of one thing the number need not be said.
    for (const std::string_view one : {row.it_one, row.en_one}) {
      for (const char place : places(one)) CHECK(wanted.contains(place));
    }
    char next = '0';
    for (const char place : wanted) CHECK(place == next++);
  }
}
