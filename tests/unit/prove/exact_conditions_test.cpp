// Conditions that end at halves, strictly or not, of a number that may be a fraction and of one
// that may not: whatever can be at all can be at one of few points, so that every answer is known,
// and none may be left open.
#include "support/seed.hpp"
#include "unit/prove/pack.hpp"

#include <random>

using namespace leps;
using namespace leps::test;

namespace {

constexpr std::string_view kExactData = R"(
dato x : persone "X"  almeno 0  al massimo 4
dato n : persone "N"  almeno 1  al massimo 4  intero
dato a : sì/no "A"
dato g : uno di rosso, verde, blu "G"
)";

struct Point {
  Rational x, n;
  bool a = false;
  std::uint32_t g = 0;
};

// Nothing: it divides by zero.
using Amount = std::optional<Rational>;
using Held = std::optional<bool>;

/// A formula as text, and what it is worth at a point.
template <class Of>
struct Written {
  std::string text;
  std::function<Of(const Point&)> at;
};
using WrittenNumber = Written<Amount>;
using WrittenCondition = Written<Held>;

class Formulas {
 public:
  explicit Formulas(unsigned seed) : random_(seed) {}

  WrittenCondition truth(int depth) {
    if (depth == 0 || pick(5) == 0) return leaf();
    const WrittenCondition one = truth(depth - 1);
    switch (pick(6)) {
      case 0:
        return {"non (" + one.text + ")", [one](const Point& at) -> Held {
                  const Held value = one.at(at);
                  return value ? Held(!*value) : value;
                }};
      case 1: {
        const WrittenCondition other = truth(depth - 1);
        const bool equal = pick(2) == 0;
        return {"(" + one.text + (equal ? ") pari a (" : ") diverso da (") + other.text + ")",
                [=](const Point& at) -> Held {
                  const Held a = one.at(at), b = other.at(at);
                  return a && b ? Held((*a == *b) == equal) : Held();
                }};
      }
      case 2: {
        const WrittenCondition other = truth(depth - 1), when = truth(depth - 1);
        return {"(se " + when.text + " allora " + one.text + " altrimenti " + other.text + ")",
                [=](const Point& at) -> Held {
                  const Held side = when.at(at), yes = one.at(at), no = other.at(at);
                  if (side) return *side ? yes : no;
                  return yes == no ? yes : Held();
                }};
      }
      default: {
        const WrittenCondition other = truth(depth - 1);
        const bool both = pick(2) == 0;
        return {"(" + one.text + (both ? ") e (" : ") o (") + other.text + ")",
                [=](const Point& at) -> Held {
                  const Held a = one.at(at), b = other.at(at);
                  if (a == Held(!both) || b == Held(!both)) return !both;
                  return a && b ? Held(both) : Held();
                }};
      }
    }
  }

 private:
  WrittenCondition leaf() {
    switch (pick(8)) {
      case 0:
        return {"a", [](const Point& at) -> Held { return at.a; }};
      case 1: {
        const auto word = static_cast<std::uint32_t>(pick(3));
        const bool equal = pick(2) == 0;
        const char* const words[] = {"rosso", "verde", "blu"};
        return {std::string("g ") + (equal ? "pari a " : "diverso da ") + words[word],
                [=](const Point& at) -> Held { return (at.g == word) == equal; }};
      }
      default: {
        // A quotient is linear beside a constant only.
        const bool divided = pick(3) == 0;
        const WrittenNumber left = divided ? quotient() : number(1);
        const WrittenNumber right = divided || pick(3) ? constant() : number(1);
        static const char* const kRelations[] = {" almeno ",  " al massimo ", " più di ",
                                                 " meno di ", " pari a ",     " diverso da "};
        const int relation = pick(6);
        return {left.text + kRelations[relation] + right.text, [=](const Point& at) -> Held {
                  const Amount a = left.at(at), b = right.at(at);
                  if (!a || !b) return {};
                  const bool holds[] = {*a >= *b, *a <= *b, *a > *b, *a < *b, *a == *b, *a != *b};
                  return holds[relation];
                }};
      }
    }
  }

  WrittenNumber constant() {
    const int halves = pick(11) - 1;
    const Rational value(halves, 2);
    return {(halves < 0 ? "-" : "") + std::to_string(std::abs(halves)) + "/2 persone",
            [value](const Point&) -> Amount { return value; }};
  }

  // In persone, and in x as it is or not at all: what it is compared with ends it at a half.
  WrittenNumber number(int depth) {
    switch (depth == 0 ? pick(3) : pick(9)) {
      case 0:
      case 1:
        return {"x", [](const Point& at) -> Amount { return at.x; }};
      case 2:
        return {"n", [](const Point& at) -> Amount { return at.n; }};
      case 3:
        return constant();
      case 4: {
        const WrittenNumber one = number(0), other = constant();
        return {"(" + other.text + " - " + one.text + ")",
                [=](const Point& at) -> Amount { return *other.at(at) - *one.at(at); }};
      }
      case 5: {
        const WrittenNumber one = number(0), other = constant();
        const bool greatest = pick(2) == 0;
        return {(greatest ? "max(" : "min(") + one.text + "; " + other.text + ")",
                [=](const Point& at) -> Amount {
                  const Rational a = *one.at(at), b = *other.at(at);
                  return (a > b) == greatest ? a : b;
                }};
      }
      case 7: {  // without a value where its condition has none, the sides being the same or not
        const WrittenNumber one = number(0), other = pick(2) ? one : constant(), by = quotient();
        return {"(se " + by.text + " almeno 1 persone allora " + one.text + " altrimenti " +
                    other.text + ")",
                [=](const Point& at) -> Amount {
                  const Amount value = by.at(at);
                  if (!value) return {};
                  return *value >= 1 ? one.at(at) : other.at(at);
                }};
      }
      case 6: {
        const WrittenNumber one = number(0), other = constant();
        return {"(se a allora " + one.text + " altrimenti " + other.text + ")",
                [=](const Point& at) { return at.a ? one.at(at) : other.at(at); }};
      }
      default: {
        const WrittenNumber one = number(0), other = constant();
        return {"(" + one.text + " + " + other.text + ")",
                [=](const Point& at) -> Amount { return *one.at(at) + *other.at(at); }};
      }
    }
  }

  // By what may be of either sign, or 0.
  WrittenNumber quotient() {
    const WrittenNumber one = number(0);
    return {"(" + one.text + " / (n - 2 persone) * 1 persone)", [=](const Point& at) -> Amount {
              if (at.n == 2) return {};
              return *one.at(at) / (at.n - 2);
            }};
  }

  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  std::mt19937 random_;
};

// Ends of x are halves, once or twice of n, less or more a half: between two eighths nothing ends.
std::vector<Point> points() {
  std::vector<Point> all;
  for (int eighths = 0; eighths <= 32; ++eighths) {
    for (int n = 1; n <= 4; ++n) {
      for (const bool a : {true, false}) {
        for (std::uint32_t g = 0; g < 3; ++g) all.push_back({Rational(eighths, 8), n, a, g});
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("exact conditions: what can be, and what follows, is known and said") {
  const auto seed = test::seed();
  CAPTURE(seed);
  Formulas formulas(seed);
  const std::vector<Point> everywhere = points();
  for (int round = 0; round < 8; ++round) {
    constexpr std::size_t kRules = 20;
    std::vector<WrittenCondition> conditions;
    std::string body(kExactData);
    for (std::size_t i = 0; i < kRules; ++i) {
      conditions.push_back(formulas.truth(2));
      body += "regola r" + std::to_string(i) +
              " \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020\n  requisito q: " +
              conditions.back().text + "\n";
    }
    const World world(body);
    CAPTURE(world.messages());
    REQUIRE(world.good());
    const Rulebook& rulebook = world.rulebook();
    for (std::size_t i = 0; i < kRules; ++i) {
      const std::size_t j = (i + 1) % kRules;
      const std::string one = conditions[i].text, other = conditions[j].text;
      CAPTURE(one);
      CAPTURE(other);
      bool holds = false, fails = false, both = false, apart = false, follows = true;
      for (const Point& at : everywhere) {
        const Held first = conditions[i].at(at), second = conditions[j].at(at);
        holds = holds || first == Held(true);
        fails = fails || first == Held(false);
        both = both || (first == Held(true) && second == Held(true));
        apart = apart || (first == Held(true) && second == Held(false));
        follows = follows && (first != Held(true) || second == Held(true));
      }
      const auto can = [&](const std::vector<std::size_t>& hold,
                           const std::vector<std::size_t>& fail) {
        std::vector<typed::ExprId> holding, failing;
        for (const std::size_t rule : hold) holding.push_back(condition_of(world, rule));
        for (const std::size_t rule : fail) failing.push_back(condition_of(world, rule));
        const Possibility found = can_all_hold(rulebook, holding, failing, day(2025));
        if (const auto* witness = std::get_if<Witness>(&found)) {
          for (const std::size_t rule : hold) {
            CHECK(verdict_of(rulebook, rule, *witness, day(2025)) == Verdict::soddisfatto);
          }
          for (const std::size_t rule : fail) {
            CHECK(verdict_of(rulebook, rule, *witness, day(2025)) == Verdict::non_soddisfatto);
          }
        }
        const std::string said = describe(found, rulebook.typed);
        return said.substr(0, said.find(':'));  // `so`, `never`, `undecided`
      };
      CHECK(can({i}, {}) == std::string(holds ? "so" : "never"));
      CHECK(can({}, {i}) == std::string(fails ? "so" : "never"));
      CHECK(can({i, j}, {}) == std::string(both ? "so" : "never"));
      CHECK(can({i}, {j}) == std::string(apart ? "so" : "never"));
      const Implication found =
          implies(rulebook, condition_of(world, i), condition_of(world, j), day(2025));
      const std::string said = describe(found, rulebook.typed);
      CHECK(said.substr(0, said.find(':')) == std::string(follows ? "proved" : "not"));
    }
  }
}
