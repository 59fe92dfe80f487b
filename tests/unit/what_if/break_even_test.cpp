#include "what_if/break_even.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <random>

#include "eval/evaluate.hpp"
#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::describe;
using leps::test::World;

namespace {

// One rule with one requirement; its lever is always `fte`.
std::string rule(const std::string& requirement) {
  return R"(
dato fte : FTE "Assistenti sociali"  almeno 0
dato residenti : abitanti "Residenti"  almeno 0  intero
dato attesa : giorni "Attesa"  almeno 0
dato x : FTE "X"
dato y : FTE "Y"
dato k : numero "K"
elenco l "L"
  campo v : FTE
dato a : sì/no "A"
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: )" +
         requirement + "\n    si colma con fte\n";
}

const typed::Requirement& only_requirement(const World& world) {
  return world.rulebook().typed.rules[RuleId{0}].versions[0].requirements[0];
}

BreakEven find(const World& world, const FactTable& facts) {
  Evaluator evaluator(world.rulebook(), facts);
  const typed::Requirement& requirement = only_requirement(world);
  return find_break_even(requirement, requirement.levers[0].datum, evaluator);
}

/// `at least 20 FTE, by -5`, `at most 3 FTE (passed), by 0`, `never`
std::string show(const BreakEven& found) {
  if (!found.value) return "never";
  const char* sides[] = {"at least ", "at most ", "on one side of "};
  std::string text = sides[static_cast<int>(found.way)];
  text += describe(*found.value) + " " + to_string(found.unit);
  if (found.strict) text += " (passed)";
  return text + ", by " + describe(*found.margin);
}

/// Conditions on `fte`, x, y, k and a, drawn at random.
class Conditions {
 public:
  explicit Conditions(std::mt19937& random) : random_(random) {}

  int pick(int below) { return static_cast<int>(random_() % std::uint32_t(below)); }
  std::string number() { return std::to_string(pick(9)); }

  std::string draw(int depth) {
    switch (depth == 0 ? 0 : pick(6)) {
      case 1:
        return "(" + draw(depth - 1) + " e " + draw(depth - 1) + ")";
      case 2:
        return "(" + draw(depth - 1) + " o " + draw(depth - 1) + ")";
      case 3:
        return "non (" + draw(depth - 1) + ")";
      case 4:
        return "(" + draw(depth - 1) + (pick(2) ? " e a" : " o a") + ")";
      case 5:
        return "(se a allora " + draw(depth - 1) + " altrimenti " + draw(depth - 1) + ")";
      default:
        return comparison();
    }
  }

 private:
  std::string comparison() {
    const char* relations[] = {"almeno", "al massimo", "più di", "meno di", "pari a", "diverso da"};
    const char* slopes[] = {"fte",     "2 * fte",   "x - fte", "fte - 3 * fte",
                            "fte + y", "fte - fte", "k * fte", "x - k * fte"};
    const char* levels[] = {" FTE", " FTE + x", " FTE - y"};
    return std::string(slopes[pick(8)]) + " " + relations[pick(6)] + " " + number() +
           levels[pick(3)];
  }

  std::mt19937& random_;
};

}  // namespace

TEST_CASE("break-even: the value at which a requirement turns, met or not") {
  struct Row {
    std::string why;
    const char* requirement;
    const char* givens;
    const char* found;
  };
  const char* ratio = "fte almeno 1 FTE ogni 5.000 abitanti di residenti";
  const Row rows[] = {
      {"short", ratio, "fte = 15; residenti = 98.214", "at least 49107/2500 FTE, by -11607/2500"},
      {"met, with room", ratio, "fte = 30; residenti = 100.000", "at least 20 FTE, by 10"},
      {"exactly met", ratio, "fte = 20; residenti = 100.000", "at least 20 FTE, by 0"},
      {"the lever is not known", ratio, "fte = ?; residenti = 100.000",
       "at least 20 FTE, by -20..inf"},
      {"the lever is known in part", ratio, "fte = [15; 22]; residenti = 100.000",
       "at least 20 FTE, by -5..2"},
      {"the rest is known in part", ratio, "fte = 20; residenti = [90.000; 100.000]",
       "at least 18..20 FTE, by 0..2"},
      {"the rest is not known", ratio, "fte = 20; residenti = ?",
       "at least 0..inf FTE, by -inf..20"},
      {"strict", "fte più di 10 FTE", "fte = 12", "at least 10 FTE (passed), by 2"},
      {"the most", "fte al massimo 10 FTE", "fte = 12", "at most 10 FTE, by -2"},
      {"less than", "fte meno di 10 FTE", "fte = 9", "at most 10 FTE (passed), by 1"},
      {"the other side of the comparison", "10 FTE almeno fte", "fte = 9", "at most 10 FTE, by 1"},
      {"a coefficient", "2 * fte + x almeno 10 FTE", "fte = 1; x = 3", "at least 7/2 FTE, by -5/2"},
      {"a negative coefficient", "x - 2 * fte almeno 10 FTE", "fte = 1; x = 30",
       "at most 10 FTE, by 9"},
      {"a coefficient of zero", "fte - fte + x almeno 10 FTE", "fte = 1; x = 30", "never"},
      {"not", "non fte almeno 10 FTE", "fte = 12", "at most 10 FTE (passed), by -2"},
      {"both: the later one", "fte almeno 10 FTE e fte più di 12 FTE", "fte = 11",
       "at least 12 FTE (passed), by -1"},
      {"both, at one value: strict spoils", "fte almeno 10 FTE e fte più di 10 FTE", "fte = 11",
       "at least 10 FTE (passed), by 1"},
      {"either: the earlier one", "fte almeno 10 FTE o fte più di 12 FTE", "fte = 11",
       "at least 10 FTE, by 1"},
      {"either, at one value: not strict saves", "fte almeno 10 FTE o fte più di 10 FTE",
       "fte = 11", "at least 10 FTE, by 1"},
      {"neither", "non (fte almeno 10 FTE o fte più di 8 FTE)", "fte = 9", "at most 8 FTE, by -1"},
      {"with something that fails", "fte almeno 10 FTE e a", "fte = 11; a = no", "never"},
      {"with something that holds", "fte almeno 10 FTE e a", "fte = 11; a = sì",
       "at least 10 FTE, by 1"},
      {"with rows that it moves too, above zero",
       "fte almeno 3 FTE e per ogni z in l: z.v al massimo fte", "fte = 10; l = [(v = 5)]",
       "at least 3..inf FTE, by -inf..7"},
      {"and below", "fte almeno 3 FTE e per ogni z in l: z.v almeno fte",
       "fte = 10; l = [(v = -5)]", "at least 3..inf FTE, by -inf..7"},
      {"with something not known", "fte almeno 10 FTE e a", "fte = 11; a = ?",
       "at least 10..inf FTE, by -inf..1"},
      {"or something that holds", "fte almeno 10 FTE o a", "fte = 1; a = sì", "never"},
      {"or something that fails", "fte almeno 10 FTE o a", "fte = 1; a = no",
       "at least 10 FTE, by -9"},
      {"if, known", "se a allora fte almeno 10 FTE altrimenti fte almeno 20 FTE",
       "fte = 12; a = no", "at least 20 FTE, by -8"},
      {"if, not known", "se a allora fte almeno 10 FTE altrimenti fte più di 20 FTE",
       "fte = 12; a = ?", "at least 10..20 FTE (passed), by -8..2"},
      {"a band, below", "fte almeno 5 FTE e fte al massimo 10 FTE", "fte = 3",
       "at least 5 FTE, by -2"},
      {"a band, within", "fte almeno 5 FTE e fte al massimo 10 FTE", "fte = 9",
       "at most 10 FTE, by 1"},
      {"a band, above", "fte almeno 5 FTE e fte meno di 10 FTE", "fte = 12",
       "at most 10 FTE (passed), by -2"},
      {"an empty band", "fte più di 10 FTE e fte meno di 10 FTE", "fte = 12", "never"},
      {"a band whose ends are not known", "fte almeno x e fte al massimo 10 FTE",
       "fte = 3; x = [4; 6]", "on one side of 4..10 FTE, by -7..7"},
      {"a coefficient of either sign", "k * fte almeno 6 FTE", "fte = 3; k = [-3; 2]",
       "on one side of -inf..inf FTE, by -inf..inf"},
      {"a coefficient that only lowers", "k * fte almeno 6 FTE", "fte = 3; k = [-3; -2]",
       "at most -3..-2 FTE, by -6..-5"},
      {"a coefficient that lowers or moves nothing", "k * fte almeno 6 FTE", "fte = 3; k = [-3; 0]",
       "at most -inf..-2 FTE, by -inf..-5"},
      {"exactly, below", "fte pari a 5 FTE", "fte = 3", "at least 5 FTE, by -2"},
      {"exactly, above", "fte pari a 5 FTE", "fte = 8", "at most 5 FTE, by -3"},
      {"exactly, there", "fte pari a 5 FTE", "fte = 5", "at least 5 FTE, by 0"},
      {"anything but", "fte diverso da 5 FTE", "fte = 8", "at least 5 FTE (passed), by 3"},
      {"outside of a band", "fte meno di 5 FTE o fte almeno 10 FTE", "fte = 7",
       "at most 5 FTE (passed), by -2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule(row.requirement));
    CAPTURE(world.messages());
    REQUIRE(world.good());
    CHECK(show(find(world, world.facts(row.givens))) == row.found);
  }
}

// A requirement made at random holds on one side of the value found, fails on the other, and does
// at the value itself what `strict` says.
TEST_CASE("break-even: evaluating beside the value agrees") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Conditions conditions(random);
  int turned = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string text = conditions.draw(2);
    CAPTURE(text);
    const World world(rule(text));
    CAPTURE(world.messages());
    REQUIRE(world.good());
    for (int again = 0; again < 4; ++again) {
      const std::string givens = "fte = " + conditions.number() + "; x = " + conditions.number() +
                                 "; y = " + conditions.number() +
                                 "; k = " + std::to_string(conditions.pick(5) - 2) +
                                 "; a = " + (conditions.pick(2) ? "sì" : "no");
      CAPTURE(givens);
      FactTable facts = world.facts(givens);
      const typed::Requirement& requirement = only_requirement(world);
      const DatumId lever = requirement.levers[0].datum;
      const auto holds_at = [&](const Rational& value) {
        facts.facts[lever].value = Interval::point(value);
        Evaluator evaluator(world.rulebook(), facts);
        return evaluator.truth(requirement.condition).is_true();
      };
      const BreakEven found = find(world, facts);
      // Levels are whole numbers and slopes at most 2: turns are a sixth of one apart at least.
      const Rational near = Rational(1) / 100;
      if (!found.value) {
        const bool far_below = holds_at(Rational(-1000));
        for (int sixth = -120; sixth <= 120; ++sixth) {
          CHECK(holds_at(Rational(sixth) / 6) == far_below);
        }
        continue;
      }
      ++turned;
      CAPTURE(show(found));
      REQUIRE(found.value->known());
      const Rational value = found.value->lo.value();
      const bool below = holds_at(value - near), at = holds_at(value),
                 above = holds_at(value + near);
      CHECK(at == !found.strict);
      // On the side where it holds; a single value, and the hole of one, hold on neither or both.
      const bool down = found.way == Way::down;
      const bool inside = down ? below : above, outside = down ? above : below;
      CHECK((inside || at));
      CHECK((!outside || (!at && inside)));
      CHECK(!(inside && at && outside));
    }
  }
  CHECK(turned > 60);
}

// What is not known can only turn where it is said to, and look where it is said to.
TEST_CASE("break-even: an interval holds the value of every Ambito that it could be") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Conditions conditions(random);
  for (int round = 0; round < 120; ++round) {
    const std::string text = conditions.draw(2);
    CAPTURE(text);
    const World world(rule(text));
    REQUIRE(world.good());
    // From the least to the most that each of them is; the same twice where it is known.
    int ends[3][2];
    std::string unknown = "fte = 3; ";
    const char* names[] = {"x", "y", "k"};
    for (int i = 0; i < 3; ++i) {
      ends[i][0] = conditions.pick(7) - 3;
      ends[i][1] = ends[i][0] + (conditions.pick(2) ? conditions.pick(5) : 0);
      unknown += std::string(names[i]) + " = [" + std::to_string(ends[i][0]) + "; " +
                 std::to_string(ends[i][1]) + "]; ";
    }
    const bool known = conditions.pick(2), given = conditions.pick(2);
    unknown += std::string("a = ") + (!known ? "?" : given ? "sì" : "no");
    CAPTURE(unknown);
    const BreakEven wide = find(world, world.facts(unknown));
    for (int i = 0; i < 20; ++i) {
      std::string givens = "fte = 3; ";
      for (int each = 0; each < 3; ++each) {
        const int value = ends[each][0] + conditions.pick(ends[each][1] - ends[each][0] + 1);
        givens += std::string(names[each]) + " = " + std::to_string(value) + "; ";
      }
      givens += std::string("a = ") + ((known ? given : conditions.pick(2)) ? "sì" : "no");
      CAPTURE(givens);
      const BreakEven one = find(world, world.facts(givens));
      if (!one.value) continue;
      REQUIRE(wide.value);
      CAPTURE(show(wide));
      CAPTURE(show(one));
      CHECK(wide.value->lo <= one.value->lo);
      CHECK(one.value->hi <= wide.value->hi);
      CHECK((wide.way == one.way || wide.way == Way::unknown));
      CHECK((wide.strict || !one.strict));
      CHECK(wide.margin->lo <= one.margin->lo);
      CHECK(one.margin->hi <= wide.margin->hi);
    }
  }
}
