// A file may deserve a hundred thousand messages: twenty of a kind are told, the others counted.
#include "diagnostics/diagnostic.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>

#include "support/seed.hpp"

using namespace leps;

namespace {

constexpr SourceId kFile{0}, kOther{1};

Span at(std::uint32_t place, SourceId source = kFile) { return {source, place, place + 1}; }

void report(DiagnosticBag& bag, std::uint32_t from, std::uint32_t to, SourceId source = kFile) {
  for (std::uint32_t i = from; i < to; ++i) {
    bag.report(Code::data_unknown_key, at(i, source), {std::to_string(i)}).hint("next");
  }
}

/// `place message`, a line for each.
std::string describe(const DiagnosticBag& bag) {
  std::string all;
  for (const Diagnostic& each : bag.all()) {
    all += (each.where ? std::to_string(each.where->begin) : each.path) + " " + each.message.it +
           " | " + each.message.en + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("bag: beyond twenty of one code in one file, one says how many more") {
  struct Row {
    std::uint32_t reported;
    std::size_t told;
    const char* last;
  };
  const Row rows[] = {
      {20, 20, "la voce 19 qui non è prevista | the entry 19 is not expected here"},
      {21, 21, "un altro come questo | one more like this"},
      {22, 21, "altri 2 come questo | 2 more like this"},
      {8'000, 21, "altri 7.980 come questo | 7,980 more like this"},
      {1'234'587, 21, "altri 1.234.567 come questo | 1,234,567 more like this"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reported);
    DiagnosticBag bag;
    report(bag, 0, row.reported);
    CHECK(bag.all().size() == row.told);
    CHECK(bag.count() == row.reported);
    CHECK(bag.has_errors());
    const Diagnostic& last = bag.all().back();
    CHECK(last.message.it + " | " + last.message.en == row.last);
    CHECK(last.code == Code::data_unknown_key);
    CHECK(last.where == at(std::min<std::uint32_t>(row.reported - 1, 20)));
    CHECK(last.hints.size() == (row.reported > 20 ? 0 : 1));
  }
}

TEST_CASE("bag: each code and each file has its own twenty; what has no place is always told") {
  DiagnosticBag bag;
  report(bag, 0, 20);
  report(bag, 0, 20, kOther);
  for (std::uint32_t i = 0; i < 20; ++i) bag.report(Code::data_tag, at(i));
  for (int i = 0; i < 30; ++i) bag.report(Code::io_cannot_read, "dati.yaml", {"?"});
  CHECK(bag.all().size() == 90);
  CHECK(bag.count() == 90);
}

TEST_CASE("bag: of two bags put together the account is one") {
  DiagnosticBag bag, other;
  report(bag, 0, 15);
  report(other, 100, 130);
  bag.append(std::move(other));
  CHECK(bag.all().size() == 21);
  CHECK(bag.count() == 45);
  CHECK(bag.all().back().where == at(105));
  CHECK(bag.all().back().message.it == "altri 25 come questo");
  report(bag, 50, 52);
  bag.sort();
  report(bag, 52, 53);
  CHECK(bag.all().back().message.it == "altri 28 come questo");
}

TEST_CASE("bag: what is said again of the same place does not count, told or not") {
  DiagnosticBag bag, again;
  report(bag, 0, 2);
  report(bag, 10, 40);
  const std::string before = describe(bag);
  report(again, 5, 6);
  report(again, 10, 40);
  bag.append_new(std::move(again));
  CHECK(bag.count() == 33);
  CHECK(describe(bag) == before.substr(0, before.find("28 altri")) +
                             "28 altri 13 come questo | 13 more like this\n");
}

TEST_CASE("bag: however findings come together, none is lost and none counts twice") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const Code codes[] = {Code::data_unknown_key, Code::data_tag, Code::data_names_differ};
  for (int round = 0; round < 200; ++round) {
    std::map<std::pair<Code, SourceId>, std::size_t> expected;
    DiagnosticBag bags[3];
    std::uint32_t place = 0;
    const int steps = static_cast<int>(random() % 150);
    for (int step = 0; step < steps; ++step) {
      DiagnosticBag& bag = bags[random() % 3];
      if (random() % 20 == 0) {
        bag.append(std::exchange(bags[random() % 3], {}));
      } else if (random() % 20 == 0) {
        bag.sort();
      } else {
        const Code code = codes[random() % 3];
        const SourceId source = random() % 2 ? kFile : kOther;
        bag.report(code, at(place++, source), {"a", "b", "c"});
        ++expected[{code, source}];
      }
    }
    DiagnosticBag all;
    for (DiagnosticBag& bag : bags) all.append(std::move(bag));
    all.sort();
    std::map<std::pair<Code, SourceId>, std::size_t> told, counted;
    for (const Diagnostic& each : all.all()) {
      counted[{each.code, each.where->source}] += each.count();
      told[{each.code, each.where->source}] += each.alike.empty() ? 1 : 0;
    }
    CHECK(counted == expected);
    for (const auto& [kind, count] : told) CHECK(count == std::min(kMostAlike, expected[kind]));
  }
}
