#include "prove/questions.hpp"

#include "unit/prove/pack.hpp"

using namespace leps;
using namespace leps::test;

TEST_CASE("questions: whether one condition follows from another") {
  struct Row {
    const char* when;
    const char* then;
    bool proved;
  };
  const Row rows[] = {
      // ratios
      {"fte almeno (1 FTE ogni 4.500 abitanti) di residenti",
       "fte almeno (1 FTE ogni 5.000 abitanti) di residenti", true},
      {"fte almeno (1 FTE ogni 5.500 abitanti) di residenti",
       "fte almeno (1 FTE ogni 5.000 abitanti) di residenti", false},
      {"fte / residenti almeno 1 FTE ogni 4.500 abitanti",
       "fte almeno (1 FTE ogni 5.000 abitanti) di residenti", true},
      {"fte almeno (1 FTE ogni 4.000 abitanti) di residenti", "fte almeno livello di residenti",
       true},
      {"fte almeno (1 FTE ogni 4.100 abitanti) di residenti", "fte almeno livello di residenti",
       false},
      // ends
      {"fte più di 3 FTE", "fte almeno 3 FTE", true},
      {"fte almeno 3 FTE", "fte più di 3 FTE", false},
      {"fte pari a 3 FTE", "fte almeno 3 FTE e fte al massimo 3 FTE", true},
      {"fte almeno 3 FTE e fte al massimo 3 FTE", "fte pari a 3 FTE", true},
      {"fte diverso da 3 FTE", "fte più di 3 FTE o fte meno di 3 FTE", true},
      // bounds
      {"fte almeno 0 FTE", "residenti almeno 1 abitanti", true},
      {"sì pari a a", "saldo almeno 0 FTE", false},
      {"parte almeno 0%", "parte al massimo 100%", true},
      // whole numbers
      {"date più di 3 persone", "date almeno 4 persone", true},
      {"fte più di 3 FTE", "fte almeno 4 FTE", false},
      {"date più di chieste", "date almeno chieste + 1 persone", true},
      {"2 * date più di 2 * chieste + 1 persone", "date almeno chieste + 2 persone", false},
      // logic
      {"a e b", "a", true},
      {"a", "a e b", false},
      {"a o b", "a", false},
      {"non (a e b)", "non a o non b", true},
      {"a pari a b", "(a e b) o (non a e non b)", true},
      {"a diverso da b", "a o b", true},
      {"a diverso da b", "a", false},
      {"gestione pari a diretta", "gestione diverso da appalto", true},
      {"gestione diverso da diretta e gestione diverso da appalto", "gestione pari a mista", true},
      {"gestione diverso da diretta", "gestione pari a mista", false},
      // shares
      {"date almeno 95% di chieste", "date almeno 90% di chieste", true},
      {"date almeno 85% di chieste", "date almeno quota_minima di chieste", false},
      {"chieste più di 0 persone e date / chieste almeno 95%", "date almeno 90% di chieste", true},
      // choices, extremes, amounts
      {"fte almeno (se a allora 10 FTE altrimenti 20 FTE)", "fte almeno 10 FTE", true},
      {"fte almeno (se a allora 10 FTE altrimenti 20 FTE)", "fte almeno 11 FTE", false},
      {"fte almeno (se a allora 10 FTE altrimenti 20 FTE) e non a", "fte almeno 20 FTE", true},
      {"fte almeno max(3 FTE; altri_fte)", "fte almeno 3 FTE", true},
      {"fte almeno min(3 FTE; altri_fte)", "fte almeno 3 FTE", false},
      {"fte almeno min(3 FTE; altri_fte) e altri_fte almeno 5 FTE", "fte almeno 3 FTE", true},
      {"fte_utili più di 0 FTE", "fte più di 10 FTE", true},
      {"fte almeno 20 FTE", "fte_utili pari a 10 FTE", true},
      {"fte_utili almeno 5 FTE", "fte almeno 16 FTE", false},
      {"fte_doppi almeno 4 FTE", "fte almeno 2 FTE", true},
      {"(se a allora 2 altrimenti 3) * fte almeno 6 FTE", "fte almeno 2 FTE", true},
      // what is not linear: it cancels where it is the same, and examples are still found
      {"fte * altri_fte almeno 3 FTE * altri_fte", "altri_fte * fte almeno 3 FTE * altri_fte",
       true},
      {"altri_fte / (fte + saldo) almeno 3", "altri_fte / (saldo + fte) almeno 2", true},
      {"altri_fte / (fte + saldo) almeno 2", "altri_fte / (saldo + fte) almeno 3", false},
      // dividing by zero gives no value, which is not holding
      {"a", "fte / altri_fte almeno 0", false},
      {"altri_fte più di 0 FTE", "fte / altri_fte almeno 0", true},
      {"fte / altri_fte almeno 0", "altri_fte più di 0 FTE", true},
      {"fte / altri_fte almeno 0 o altri_fte pari a 0 FTE", "fte almeno 0 FTE", true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.when));
    CAPTURE(std::string(row.then));
    const World world = world_of({row.when, row.then});
    const Implication found =
        implies(world.rulebook(), condition_of(world, 0), condition_of(world, 1), day(2025));
    CAPTURE(describe(found, world.rulebook().typed));
    CHECK(std::holds_alternative<Proved>(found) == row.proved);
    const auto* broken = std::get_if<Counterexample>(&found);
    CHECK((broken != nullptr) == !row.proved);
    if (!broken) continue;
    CHECK(verdict_of(world.rulebook(), 0, broken->ambito, day(2025)) == Verdict::soddisfatto);
    CHECK(verdict_of(world.rulebook(), 1, broken->ambito, day(2025)) != Verdict::soddisfatto);
  }
}

TEST_CASE("questions: an example is easy to check by hand") {
  struct Row {
    const char* when;
    const char* then;
    const char* found;
  };
  const Row rows[] = {
      {"fte almeno (1 FTE ogni 5.500 abitanti) di residenti",
       "fte almeno (1 FTE ogni 5.000 abitanti) di residenti",
       "not: fte = 0.19 FTE; residenti = 1,000 abitanti"},
      {"fte almeno 3 FTE", "fte più di 3 FTE", "not: fte = 3 FTE"},
      {"a", "a e b", "not: a = yes; b = no"},
      {"gestione diverso da diretta", "gestione pari a mista", "not: gestione = appalto"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.when));
    const World world = world_of({row.when, row.then});
    const Implication found =
        implies(world.rulebook(), condition_of(world, 0), condition_of(world, 1), day(2025));
    CHECK(describe(found, world.rulebook().typed) == row.found);
  }
}

TEST_CASE("questions: whether a condition can hold and can fail") {
  struct Row {
    const char* condition;
    bool can_hold, can_fail;
  };
  const Row rows[] = {
      {"fte almeno 3 FTE", true, true},
      {"fte almeno 0 FTE", true, false},
      {"fte meno di 0 FTE", false, true},
      {"fte più di 3 FTE e fte meno di 3 FTE", false, true},
      {"date più di 3 persone e date meno di 4 persone", false, true},
      {"a o non a", true, false},
      {"a e non a", false, true},
      {"a pari a a", true, false},
      {"gestione pari a gestione", true, false},
      {"gestione pari a diretta e gestione pari a mista", false, true},
      {"fte * fte almeno 0 FTE * fte", true, false},
      {"max(fte; 3 FTE) almeno 3 FTE", true, false},
      {"min(fte; 3 FTE) più di 3 FTE", false, true},
      {"fte / fte pari a 1", true, false},  // or has no value
      {"parte * fte al massimo fte", true, false},
      {"parte * parte più di parte", false, true},
      // a choice by what divides by zero has no value, unless two truths say the same
      {"(se fte / altri_fte almeno 1 allora 3 FTE altrimenti 3 FTE) pari a 3 FTE e altri_fte pari "
       "a "
       "0 FTE",
       false, true},
      {"se fte / altri_fte almeno 0 allora altri_fte pari a 0 FTE altrimenti altri_fte più di 0 "
       "FTE",
       false, true},
      {"se fte / altri_fte almeno 0 allora altri_fte pari a 0 FTE altrimenti altri_fte almeno 0 "
       "FTE",
       true, true},
      {"(fte / altri_fte almeno 0) pari a (altri_fte pari a 0 FTE)", false, true},
      {"fte / altri_fte almeno 0 o altri_fte pari a 0 FTE", true, false},
      {"saldo * altri_fte almeno 0 FTE * fte", true, true},
      {"saldo * saldo meno di 0 FTE * saldo", false, true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.condition));
    const World world = world_of({row.condition});
    const Satisfiable found = satisfiable(world.rulebook(), condition_of(world, 0), day(2025));
    CAPTURE(describe(found.hold, world.rulebook().typed));
    CAPTURE(describe(found.fail, world.rulebook().typed));
    CHECK(std::holds_alternative<Witness>(found.hold) == row.can_hold);
    CHECK(std::holds_alternative<Never>(found.hold) == !row.can_hold);
    CHECK(std::holds_alternative<Witness>(found.fail) == row.can_fail);
    CHECK(std::holds_alternative<Never>(found.fail) == !row.can_fail);
  }
}

TEST_CASE("questions: each side is read on its own day, with its own parameters") {
  const World world = world_of({"fte almeno livello di residenti"});
  const Rulebook& rulebook = world.rulebook();
  const typed::ExprId condition = condition_of(world, 0);
  const Reading in_2024{day(2024), {}}, in_2025{day(2025), {}};
  CHECK(std::holds_alternative<Proved>(implies(rulebook, condition, in_2025, condition, in_2024)));
  CHECK(std::holds_alternative<Counterexample>(
      implies(rulebook, condition, in_2024, condition, in_2025)));

  Reading amended = in_2025;
  const ParameterId level{0};
  amended.instead.emplace(level, worth(rulebook.typed.parameters[level], Rational(1, 3500)));
  CHECK(std::holds_alternative<Proved>(implies(rulebook, condition, amended, condition, in_2025)));
  CHECK(std::holds_alternative<Counterexample>(
      implies(rulebook, condition, in_2025, condition, amended)));
}

TEST_CASE("questions: some hold while others fail") {
  const World world = world_of({"fte almeno 10 FTE", "fte almeno 20 FTE", "fte almeno 15 FTE e a"});
  const auto ask = [&](std::vector<std::size_t> hold, std::vector<std::size_t> fail) {
    std::vector<typed::ExprId> holding, failing;
    for (const std::size_t i : hold) holding.push_back(condition_of(world, i));
    for (const std::size_t i : fail) failing.push_back(condition_of(world, i));
    return describe(can_all_hold(world.rulebook(), holding, failing, day(2025)),
                    world.rulebook().typed);
  };
  CHECK(ask({0, 2}, {1}) == "so: fte = 15 FTE; a = yes");
  CHECK(ask({1}, {0}) == "never");
  CHECK(ask({0, 1}, {2}) == "so: fte = 20 FTE; a = no");
}

TEST_CASE("questions: what cannot be decided says what is in the way") {
  // No integer solution of x*y = 7 with both at least 2, which linear arithmetic cannot tell.
  const World world = world_of(
      {"date almeno 2 persone e chieste almeno 2 persone e date * chieste pari a 7 persone * "
       "(1 persone + 0 * date)"});
  const Possibility found = can_all_hold(world.rulebook(), {condition_of(world, 0)}, {}, day(2025));
  const auto* undecided = std::get_if<Undecided>(&found);
  REQUIRE(undecided);
  REQUIRE(undecided->obstacles.size() == 1);
  CHECK(undecided->obstacles.front().where);
  CHECK(undecided->obstacles.front().why.it == "qui si moltiplicano due dati");
}

TEST_CASE("questions: more cases than can be tried are not decided, and do not hang") {
  // Even numbers that would have to add up to an odd one: two to the fortieth cases, each of which
  // fails only at its end.
  std::string body(kData), sum = "0 FTE";
  for (int i = 0; i < 40; ++i) {
    const std::string name = "voce" + std::to_string(i);
    body += "dato " + name + " : sì/no \"Voce\"\n";
    sum += " + (se " + name + " allora " + std::to_string(2 * i + 2) + " FTE altrimenti 0 FTE)";
  }
  body += "regola r0 \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020\n  requisito q: " +
          sum + " pari a 821 FTE\n";
  const World world(body);
  REQUIRE(world.good());
  const Possibility found = can_all_hold(world.rulebook(), {condition_of(world, 0)}, {}, day(2025));
  const auto* undecided = std::get_if<Undecided>(&found);
  REQUIRE(undecided);
  CHECK(undecided->obstacles.back().why.en == "there are too many cases to try");
}

TEST_CASE("questions: a chain of thousands of amounts is long, not deep") {
  std::string body(kData);
  body += "calcolo c0 : FTE = fte\n";
  for (int i = 1; i < 5000; ++i) {
    const std::string before = "c" + std::to_string(i - 1);
    body += "calcolo c" + std::to_string(i) + " : FTE = " + before + " + 1 FTE\n";
  }
  body +=
      "regola r0 \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020\n"
      "  requisito q: c1500 almeno 1.500 FTE\n"
      "regola r1 \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020\n"
      "  requisito q: c4999 almeno 4.999 FTE\n";
  const World world(body);
  REQUIRE(world.good());
  CHECK(std::holds_alternative<Never>(
      can_all_hold(world.rulebook(), {}, {condition_of(world, 0)}, day(2025))));
  // Beyond the limit: not opened, so not decided.
  CHECK(std::holds_alternative<Undecided>(
      can_all_hold(world.rulebook(), {}, {condition_of(world, 1)}, day(2025))));
}
