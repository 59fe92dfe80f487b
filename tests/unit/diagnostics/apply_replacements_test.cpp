// Which replacements are made at once, and what becomes of the text and of places in it.
#include "diagnostics/apply_replacements.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace leps;

namespace {

const SourceId kRules{0}, kOtherRules{1};

void find(DiagnosticBag& bag, Replacement with) {
  bag.report(Code::syntax_article, with.where, {"il"}).mend(std::move(with));
}

std::vector<std::string> texts(const std::vector<const Diagnostic*>& found) {
  std::vector<std::string> all;
  for (const Diagnostic* each : found) all.push_back(each->replacement->text);
  return all;
}

}  // namespace

TEST_CASE("replacements: only what is certain, of the file, and of two that touch the first") {
  DiagnosticBag bag;
  find(bag, {{kRules, 20, 23}, "later", true});
  find(bag, {{kRules, 0, 4}, "first", true});
  find(bag, {{kRules, 4, 6}, "touches the first", true});
  find(bag, {{kRules, 7, 9}, "to be chosen", false});
  find(bag, {{kRules, 8, 10}, "second", true});
  find(bag, {{kRules, 9, 12}, "overlaps the second", true});
  find(bag, {{kRules, 12, 12}, "inserted", true});
  find(bag, {{kRules, 12, 12}, "inserted at the same place", true});
  find(bag, {{kOtherRules, 14, 15}, "of another file", true});
  bag.report(Code::syntax_unexpected, Span{kRules, 16, 17}, {"x", "y"});
  CHECK(texts(certainly_mended(bag, kRules)) ==
        std::vector<std::string>{"first", "second", "inserted", "later"});
  CHECK(texts(certainly_mended(bag, kOtherRules)) == std::vector<std::string>{"of another file"});
}

TEST_CASE("replacements: a finding that stands for many carries none") {
  DiagnosticBag bag;
  for (std::uint32_t i = 0; i < 2 * kMostAlike; ++i)
    find(bag, {{kRules, 3 * i, 3 * i + 1}, "", true});
  CHECK(certainly_mended(bag, kRules).size() == kMostAlike);
  CHECK_FALSE(bag.all().back().replacement);
}

TEST_CASE("replacements: the text is what it was but for them, and places lead back") {
  const std::string text = "il livello >= 3 posti";
  const std::vector<Replacement> all = {
      {{kRules, 0, 3}, ""}, {{kRules, 11, 13}, "almeno"}, {{kRules, 21, 21}, " in tutto"}};
  const std::string mended = replaced(text, all);
  CHECK(mended == "livello almeno 3 posti in tutto");
  CHECK(replaced(text, {}) == text);
  struct Row {
    const char* of;
    std::size_t before;
  };
  for (const Row& row : {Row{"livello", 3}, Row{"almeno", 11}, Row{"meno", 11}, Row{"3", 14},
                         Row{"posti", 16}, Row{"tutto", 21}}) {
    CAPTURE(row.of);
    CHECK(place_before(all, mended.find(row.of)) == row.before);
  }
}
