#include "schedule/schedule.hpp"

#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::test;

namespace {

#define RULE(name)                                                             \
  "regola " name                                                               \
  " \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: " \
  "attivo "

struct Scheduled : CheckedPacks {
  std::optional<Rulebook> rulebook;
  explicit Scheduled(std::string_view text) : CheckedPacks(text) {
    if (!bag.has_errors()) rulebook = schedule(std::move(typed), bag);
  }
};

std::string order_of_amounts(const Rulebook& rulebook) {
  return TypedPrinter(rulebook.typed).names(rulebook.computed_order, rulebook.typed.computed);
}

std::string prerequisites_of(const Rulebook& rulebook) {
  std::string text;
  for (const RuleId id : rulebook.typed.rules.keys()) {
    text += (text.empty() ? "" : ", ") + rulebook.typed.rules[id].name + ": " +
            TypedPrinter(rulebook.typed).names(rulebook.prerequisites[id], rulebook.typed.rules);
  }
  return text;
}

const Mistake kCircles[] = {
    {"two amounts", "calcolo a : FTE = assistenti + b\ncalcolo b : FTE = 2 * a",
     "schedule/circle-amounts", "b",
     "questi calcoli si rincorrono: a → b → a | «b» qui 'a' usa 'b' | «a» qui 'b' usa 'a'",
     "these computed amounts run in a circle: a → b → a | «b» here 'a' uses 'b'"},
    {"an amount that uses itself", "calcolo a : FTE = assistenti + a", "schedule/circle-amounts",
     "a", "si rincorrono: a → a | «a» qui 'a' usa 'a'", "here 'a' uses 'a'"},
    {"the shortest way round, by the first declared",
     "calcolo x : FTE = a\ncalcolo a : FTE = b + c\ncalcolo b : FTE = c\ncalcolo c : FTE = a",
     "schedule/circle-amounts", "c", "si rincorrono: a → c → a", "run in a circle: a → c → a"},
    {"through a condition",
     "calcolo a : sì/no = b almeno 1 FTE\ncalcolo b : FTE = se a allora 1 FTE altrimenti 2 FTE",
     "schedule/circle-amounts", "b", "a → b → a | «b» qui 'a' usa 'b' | «a» qui 'b' usa 'a'",
     "here 'b' uses 'a'"},
    {"a lever that rests on a circle is not blamed",
     "calcolo a : FTE = b + assistenti\ncalcolo b : FTE = a\n"
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
     "requisito q: b almeno 3 FTE si colma con popolazione",
     "schedule/circle-amounts", "b", "a → b → a", "a → b → a"},
    {"three rules", RULE("a") "dopo b\n" RULE("b") "dopo c\n" RULE("c") "dopo a",
     "schedule/circle-rules", "b",
     "queste regole si rincorrono: a → b → c → a | «b» qui 'a' viene dopo 'b' | «c» qui 'b' viene "
     "dopo 'c' | «a» qui 'c' viene dopo 'a' > togli uno di questi passi",
     "these rules run in a circle: a → b → c → a | «b» here 'a' comes after 'b'"},
    {"a rule after itself", RULE("a") "dopo a", "schedule/circle-rules", "a", "a → a",
     "here 'a' comes after 'a'"},
};

std::string chain(int length) {
  std::string text;
  for (int i = 0; i < length; ++i) {
    const std::string next = i + 1 < length ? "c" + std::to_string(i + 1) : "assistenti";
    text += "calcolo c" + std::to_string(i) + " : FTE = " + next + " + livello\n";
  }
  return text;
}

}  // namespace

TEST_CASE("schedule: a circle is shown step by step, each with its place") {
  std::set<std::string> seen;
  for (const Mistake& row : kCircles) {
    CAPTURE(std::string(row.why));
    const Scheduled packs(row.pack);
    const std::string italian = describe(packs.bag, packs.sources);
    const std::string english = describe(packs.bag, packs.sources, Language::english);
    CAPTURE(italian);
    CAPTURE(english);
    CHECK(!packs.rulebook);
    CHECK(packs.bag.all().size() == 1);
    CHECK(italian.starts_with(std::string(row.code) + " «" + row.place + "»"));
    CHECK(italian.find(row.italian) != std::string::npos);
    CHECK(english.find(row.english) != std::string::npos);
    seen.insert(row.code);
  }
  CHECK(seen == codes_beginning_with({"schedule/"}));
}

TEST_CASE("schedule: each circle is told once, all in one run") {
  const Scheduled packs("calcolo a : FTE = b\ncalcolo b : FTE = a\ncalcolo c : FTE = c\n" RULE(
      "r") "dopo s\n" RULE("s") "dopo r");
  CHECK(packs.bag.all().size() == 3);
}

TEST_CASE("schedule: amounts come after those that they use, otherwise as declared") {
  struct Row {
    std::string why;
    const char* pack;
    std::string order;
  };
  const Row rows[] = {
      {"none", "", ""},
      {"apart", "calcolo a : FTE = assistenti\ncalcolo b : FTE = assistenti", "a b"},
      {"backwards", "calcolo a : FTE = b\ncalcolo b : FTE = c\ncalcolo c : FTE = assistenti",
       "c b a"},
      {"a diamond",
       "calcolo a : FTE = b + c\ncalcolo b : FTE = d\ncalcolo c : FTE = d\ncalcolo d : FTE = "
       "assistenti",
       "d b c a"},
      {"in a condition",
       "calcolo a : FTE = se b allora 1 FTE altrimenti 0\ncalcolo b : sì/no = attivo", "b a"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const Scheduled packs(row.pack);
    CHECK(describe(packs.bag, packs.sources) == "");
    REQUIRE(packs.rulebook);
    CHECK(order_of_amounts(*packs.rulebook) == row.order);
  }
}

TEST_CASE("schedule: a rule comes after all that its prerequisites come after") {
  struct Row {
    std::string why;
    const char* pack;
    std::string prerequisites;
  };
  const Row rows[] = {
      {"none", RULE("a"), "a: "},
      {"through steps", RULE("a") "dopo b\n" RULE("b") "dopo c\n" RULE("c"), "a: b c, b: c, c: "},
      {"a diamond, each once",
       RULE("a") "dopo b, c\n" RULE("b") "dopo d\n" RULE("c") "dopo d\n" RULE("d"),
       "a: b c d, b: d, c: d, d: "},
      {"in order of id, however written", RULE("a") "\n" RULE("b") "\n" RULE("c") "dopo b, a",
       "a: , b: , c: a b"},
      {"over all versions of a rule",
       RULE("a") "\n" RULE(
           "b") "\nregola c \"R\" categoria LEPS secondo legge in vigore dal "
                "2021-01-01 al 2021-12-31 requisito q: attivo dopo a\nregola c \"R\" "
                "categoria LEPS secondo legge in vigore dal 2022-01-01 requisito q: "
                "attivo dopo b",
       "a: , b: , c: a b"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const Scheduled packs(row.pack);
    CHECK(describe(packs.bag, packs.sources) == "");
    REQUIRE(packs.rulebook);
    CHECK(prerequisites_of(*packs.rulebook) == row.prerequisites);
  }
}

TEST_CASE("schedule: any rules and amounts: what is before what, or else the shortest way round") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 60; ++round) {
    constexpr std::size_t kCount = 6;
    constexpr std::size_t kFar = 100;
    // How many steps from one to another, in the end the fewest.
    std::vector<std::vector<std::size_t>> steps(kCount, std::vector<std::size_t>(kCount, kFar));
    std::string rules, amounts;
    for (std::size_t i = 0; i < kCount; ++i) {
      const std::string name(1, static_cast<char>('p' + i));
      rules += "regola " + name +
               " \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo ";
      amounts += "calcolo " + name + " : FTE = assistenti";
      std::string after;
      for (std::size_t j = 0; j < kCount; ++j) {
        if (random() % 7 != 0) continue;
        steps[i][j] = 1;
        after += (after.empty() ? "dopo " : ", ") + std::string(1, static_cast<char>('p' + j));
        amounts += " + " + std::string(1, static_cast<char>('p' + j));
      }
      rules += after + "\n";
      amounts += "\n";
    }
    for (std::size_t k = 0; k < kCount; ++k) {
      for (std::size_t i = 0; i < kCount; ++i) {
        for (std::size_t j = 0; j < kCount; ++j) {
          steps[i][j] = std::min(steps[i][j], steps[i][k] + steps[k][j]);
        }
      }
    }
    // One circle of each group that need each other, through the first that is declared.
    std::vector<std::size_t> circles;
    std::string closure;
    for (std::size_t i = 0; i < kCount; ++i) {
      bool is_first = true;
      closure += (i == 0 ? "" : ", ") + std::string(1, static_cast<char>('p' + i)) + ": ";
      std::string before;
      for (std::size_t j = 0; j < kCount; ++j) {
        if (j < i && steps[i][j] < kFar && steps[j][i] < kFar) is_first = false;
        if (steps[i][j] < kFar) {
          before += (before.empty() ? "" : " ") + std::string(1, static_cast<char>('p' + j));
        }
      }
      closure += before;
      if (is_first && steps[i][i] < kFar) circles.push_back(i);
    }
    for (const bool of_rules : {true, false}) {
      const std::string text = of_rules ? rules : amounts;
      CAPTURE(text);
      const Scheduled packs(text);
      REQUIRE(packs.bag.all().size() == circles.size());
      for (std::size_t i = 0; i < circles.size(); ++i) {
        const Diagnostic& found = packs.bag.all()[i];
        CAPTURE(found.message.it);
        CHECK(found.labels.size() == steps[circles[i]][circles[i]]);
        const std::string name(1, static_cast<char>('p' + circles[i]));
        CHECK(found.message.it.find(": " + name + " → ") != std::string::npos);
        CHECK(found.message.it.ends_with(" → " + name));
      }
      REQUIRE(packs.rulebook.has_value() == circles.empty());
      if (!packs.rulebook) continue;
      if (of_rules) {
        CHECK(prerequisites_of(*packs.rulebook) == closure);
        continue;
      }
      const auto& order = packs.rulebook->computed_order;
      REQUIRE(order.size() == kCount);
      for (std::size_t later = 0; later < kCount; ++later) {
        for (std::size_t sooner = 0; sooner < later; ++sooner) {
          CHECK(steps[order[sooner].index][order[later].index] == kFar);
        }
      }
    }
  }
}

// Recursion from amount to amount would end these in a crash.
TEST_CASE("schedule: chains are long, not deep") {
  constexpr int kLength = 20'000;
  const std::string level =
      "parametro livello : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n";
  const Scheduled packs(level + chain(kLength) +
                        "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
                        "requisito q: c0 almeno 3 FTE si colma con assistenti");
  REQUIRE(packs.rulebook);
  const Rulebook& rulebook = *packs.rulebook;
  CHECK(rulebook.computed_order.size() == kLength);
  CHECK(rulebook.typed.computed[rulebook.computed_order.front()].name == "c19999");
  const typed::RuleVersion& version = rulebook.typed.rules[RuleId{0}].versions.front();
  CHECK(version.parameters.size() == 1);
  CHECK(describe(rulebook.typed, version.requirements.front()) ==
        "q: (c0 >= 3 FTE), lever assistenti, (c0 >= 3 FTE) by assistenti x 1 in plain");

  const Scheduled circle(level + chain(kLength) + "calcolo assistenti_2 : FTE = c0\n");
  CHECK(circle.rulebook);
  std::string closed = chain(kLength);
  closed.replace(closed.rfind("assistenti"), 10, "c0");
  const Scheduled long_circle(level + closed);
  REQUIRE(long_circle.bag.all().size() == 1);
  CHECK(long_circle.bag.all().front().labels.size() == 20);
  CHECK(long_circle.bag.all().front().message.it.ends_with("c20 → … → c0"));
}
