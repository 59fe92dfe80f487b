#include "gap/cheapest.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string rule_of_choices(const std::string& requirement) {
  return R"(
dato alfa : FTE "Alfa"  almeno 0
dato beta : FTE "Beta"  almeno 0
dato posti : persone "Posti"  almeno 0
dato extra : persone "Extra"  almeno 0
dato spesa : euro "Spesa"  almeno 0
dato vero : sì/no "Vero"
dato falso : sì/no "Falso"
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: )" +
         requirement + "\n";
}

std::string describe(const std::optional<Interval>& cost) {
  return cost ? test::describe(*cost) : "none";
}

}  // namespace

TEST_CASE("cheapest: gap, costs and relative gap hold whichever alternative it turns out to be") {
  const std::string priced =
      "  si colma con alfa  costo 1.000 euro/FTE"
      "  si colma con beta  costo 1.000 euro/FTE";
  struct Row {
    std::string why;
    std::string requirement;
    const char* givens;
    const char *gap, *gross, *net, *relative;
  };
  const Row rows[] = {
      {"by cost, one of them not known", "alfa almeno 10 FTE o beta almeno 10 FTE" + priced,
       "alfa = [1; 9]; beta = 2", "1..9 FTE of (1..9 FTE; 8 FTE)", "1000..8000", "1000..8000",
       "1/10..9/10"},
      {"one that is cheaper whatever is not known",
       "alfa almeno 10 FTE o beta almeno 10 FTE" + priced, "alfa = [1; 3]; beta = 4",
       "6 FTE of (7..9 FTE; 6 FTE)", "6000", "6000", "3/5"},
      {"without costs, the nearer is not known", "alfa almeno 3 FTE o beta almeno 10 FTE",
       "alfa = 1; beta = [1; 9]", "1..9 FTE of (2 FTE; 1..9 FTE)", "none", "none", "1/10..2/3"},
      {"one that is two things, one of them without a cost, is not chosen by cost",
       "(alfa almeno 10 FTE e falso) o beta almeno 10 FTE" + priced,
       "alfa = 9; falso = no; beta = 5", "5 FTE of (2 parts (1 FTE; 1 of 1: falso); 5 FTE)", "5000",
       "5000", "1/2"},
      {"it is, where that one is met", "(alfa almeno 10 FTE e falso) o beta almeno 10 FTE" + priced,
       "alfa = 9; falso = sì; beta = 8", "1 of (1 parts (1 FTE; 0 of 1); 2 FTE)", "1000", "1000",
       "1/10"},
      {"one without a cost as far as is known, by how near it is",
       "(alfa almeno 10 FTE e falso) o beta almeno 10 FTE" + priced,
       "alfa = 4; falso = no; beta = [8; 9]",
       "1..2 FTE of (2 parts (6 FTE; 1 of 1: falso); 1..2 FTE)", "1000..2000", "1000..2000",
       "1/10..1/5"},
      {"in several units there is no one amount",
       "posti almeno 17 persone + extra o alfa almeno 2 FTE"
       "  si colma con posti  costo 12 euro/persone  si colma con alfa  costo 1.000 euro/FTE",
       "posti = 1; alfa = 1; extra = [0; 100]",
       "-inf..inf of (16..116 persone; 1 FTE) in several units", "192..1000", "192..1000",
       "1/2..116/117"},
      {"a yes or no that is not known may leave nothing to do",
       "vero o alfa almeno 10 FTE  si colma con alfa  costo 42.000 euro/FTE", "alfa = 3",
       "-inf..inf of (0..1 of 1; 7 FTE) in several units", "0..294000", "0..294000", "0..7/10"},
      {"one that holds leaves nothing to do", "alfa almeno 10 FTE o beta almeno 10 FTE" + priced,
       "alfa = 12; beta = ?", "0 FTE of (0 FTE; 0..10 FTE)", "0", "0", "0"},
      {"a price that is not known",
       "alfa almeno 10 FTE o beta almeno 10 FTE  si colma con alfa  costo spesa / 1 FTE"
       "  si colma con beta  costo 1.000 euro/FTE",
       "alfa = 9; beta = 2; spesa = [100; 20.000]", "1..8 FTE of (1 FTE; 8 FTE)", "100..8000",
       "100..8000", "1/10..4/5"},
      {"one without a price: the nearest, and no cost where that may be it",
       "alfa almeno 10 FTE o beta almeno 10 FTE  si colma con alfa  costo 1.000 euro/FTE"
       "  si colma con beta",
       "alfa = 2; beta = [1; 9]", "1..9 FTE of (8 FTE; 1..9 FTE)", "none", "none", "1/10..4/5"},
      {"a price that has no value is none",
       "alfa almeno 10 FTE o vero  si colma con alfa  costo spesa / (alfa - alfa)",
       "alfa = 2; vero = no; spesa = 10", "8 FTE of (8 FTE; 1 of 1: vero)", "none", "none", "4/5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule_of_choices(row.requirement));
    if (!world.good()) {
      CHECK_MESSAGE(world.good(), world.messages());
      continue;
    }
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    REQUIRE(assessment.rules[0].gaps[0]);
    const Gap& gap = *assessment.rules[0].gaps[0];
    CHECK(test::describe(gap, world.rulebook().typed) == row.gap);
    CHECK(describe(gap.gross_cost) == row.gross);
    CHECK(describe(gap.cost) == row.net);
    CHECK(test::describe(gap.relative) == row.relative);
  }
}

TEST_CASE("cheapest: a `se` of which nobody knows the branch could be either") {
  struct Row {
    std::string why;
    const char* requirement;
    const char *gap, *cost;
  };
  const Row rows[] = {
      {"in one unit",
       "se vero allora alfa almeno 10 FTE altrimenti alfa almeno 20 FTE"
       "  si colma con alfa  costo 10 euro/FTE",
       "2..12 FTE", "20..120"},
      {"in several", "se vero allora alfa almeno 10 FTE altrimenti posti almeno 20 persone",
       "-inf..inf of 1", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule_of_choices(row.requirement));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts("alfa = 8; posti = 1");
    const auto assessment = world.assess(facts);
    const Gap& gap = *assessment.rules[0].gaps[0];
    CHECK(test::describe(gap, world.rulebook().typed) == row.gap);
    CHECK(describe(gap.cost) == row.cost);
  }
}
