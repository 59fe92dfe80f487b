// Small random conditions against a grid of data: the grid is tried with the plain evaluator, point
// by point, and knows nothing of how prove/ works.
#include "unit/prove/pack.hpp"

#include <random>

using namespace leps;
using namespace leps::test;

namespace {

constexpr std::string_view kGridData = R"(
dato x : persone "X"  almeno 0  al massimo 4  intero
dato y : persone "Y"  almeno 1  al massimo 4  intero
dato a : sì/no "A"
dato g : uno di rosso, verde, blu "G"
calcolo somma_xy : persone = x + 2 * y
calcolo scelta : persone = se a allora x altrimenti 3 persone - y
)";

class Conditions {
 public:
  explicit Conditions(unsigned seed) : random_(seed) {}

  std::string condition(int depth) {
    if (depth == 0 || pick(4) == 0) return leaf();
    switch (pick(5)) {
      case 0:
        return "non (" + condition(depth - 1) + ")";
      case 1:
        return "(" + condition(depth - 1) + ") pari a (" + condition(depth - 1) + ")";
      case 2:
        return "(" + condition(depth - 1) + ") o (" + condition(depth - 1) + ")";
      default:
        return "(" + condition(depth - 1) + ") e (" + condition(depth - 1) + ")";
    }
  }

 private:
  std::string leaf() {
    static const char* const kRelations[] = {"almeno",  "al massimo", "più di",
                                             "meno di", "pari a",     "diverso da"};
    switch (pick(6)) {
      case 0:
        return "a";
      case 1:
        return std::string("g ") + (pick(2) ? "pari a " : "diverso da ") +
               std::vector<const char*>{"rosso", "verde", "blu"}[pick(3)];
      default:
        return number(2) + " " + kRelations[pick(6)] + " " + number(1);
    }
  }

  // In persone.
  std::string number(int depth) {
    if (depth == 0) return term();
    switch (pick(6)) {
      case 0:
        return "max(" + number(depth - 1) + "; " + term() + ")";
      case 1:
        return "min(" + term() + "; " + number(depth - 1) + ")";
      case 2:
        return "(" + number(depth - 1) + " - " + term() + ")";
      case 3:
        return std::to_string(pick(3) + 1) + "/2 * " + term();
      case 4:  // dividing by a difference, which may be zero
        return term() + " / (x - y + " + std::to_string(pick(3)) + " persone) * 2 persone";
      default:
        return "(" + term() + " + " + number(depth - 1) + ")";
    }
  }

  std::string term() {
    switch (pick(6)) {
      case 0:
        return std::to_string(pick(6)) + " persone";
      case 1:
        return "somma_xy";
      case 2:
        return "scelta";
      case 3:
        return "y";
      default:
        return "x";
    }
  }

  unsigned pick(unsigned below) { return static_cast<unsigned>(random_()) % below; }
  std::mt19937 random_;
};

/// Every Ambito of the grid, which is every Ambito that the bounds allow.
std::vector<Witness> grid(const Typed& typed) {
  const auto id = [&](const char* name) {
    for (const DatumId datum : typed.data.keys()) {
      if (typed.data[datum].name == name) return datum;
    }
    throw std::runtime_error(name);
  };
  const ChoiceTypeId list = std::get<WordOf>(typed.data[id("g")].type).list;
  std::vector<Witness> all;
  for (int x = 0; x <= 4; ++x) {
    for (int y = 1; y <= 4; ++y) {
      for (const bool a : {true, false}) {
        for (std::uint32_t g = 0; g < 3; ++g) {
          all.push_back({{{id("x"), Rational(x)},
                          {id("y"), Rational(y)},
                          {id("a"), a},
                          {id("g"), ChoiceWord{list, g}}}});
        }
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("random conditions: a grid of all Ambiti agrees with every answer") {
  const unsigned seed = 97;
  CAPTURE(seed);
  Conditions conditions(seed);
  int proved = 0, refuted = 0, undecided = 0;
  for (int round = 0; round < 25; ++round) {
    // Many rules in one pack: compiling is what takes the time.
    constexpr std::size_t kRules = 10;
    std::vector<std::string> texts;
    std::string body(kGridData);
    for (std::size_t i = 0; i < kRules; ++i) {
      texts.push_back(conditions.condition(2));
      body += "regola r" + std::to_string(i) +
              " \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020\n  requisito q: " +
              texts.back() + "\n";
    }
    const World world(body);
    CAPTURE(world.messages());
    REQUIRE(world.good());
    const Rulebook& rulebook = world.rulebook();

    std::vector<std::vector<bool>> holds(kRules);  // by rule, by point
    for (const Witness& point : grid(rulebook.typed)) {
      for (std::size_t i = 0; i < kRules; ++i) {
        holds[i].push_back(verdict_of(rulebook, i, point, day(2025)) == Verdict::soddisfatto);
      }
    }
    for (std::size_t i = 0; i < kRules; ++i) {
      const std::size_t j = (i + 1) % kRules;
      CAPTURE(texts[i]);
      CAPTURE(texts[j]);
      bool follows = true;
      for (std::size_t point = 0; point < holds[i].size(); ++point) {
        follows = follows && (!holds[i][point] || holds[j][point]);
      }
      const Implication found =
          implies(rulebook, condition_of(world, i), condition_of(world, j), day(2025));
      CAPTURE(describe(found, rulebook.typed));
      if (std::holds_alternative<Proved>(found)) {
        CHECK(follows);
        ++proved;
      } else if (const auto* broken = std::get_if<Counterexample>(&found)) {
        CHECK(!follows);
        CHECK(verdict_of(rulebook, i, broken->ambito, day(2025)) == Verdict::soddisfatto);
        CHECK(verdict_of(rulebook, j, broken->ambito, day(2025)) != Verdict::soddisfatto);
        ++refuted;
      } else {
        ++undecided;
      }
    }
  }
  MESSAGE("proved " << proved << ", refuted " << refuted << ", undecided " << undecided);
  CHECK(proved > 25);
  CHECK(refuted > 100);
  CHECK(undecided < 30);
}
