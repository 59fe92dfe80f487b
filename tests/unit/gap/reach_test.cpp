#include "gap/reach.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string rule_of_bounds(const std::string& requirement) {
  return R"(
dato tetto : FTE "Con un tetto"  almeno 1 al massimo 5
dato interi : persone "Interi con un tetto"  almeno 0 al massimo 5  intero
dato altri : FTE "Altri"  almeno 0 al massimo 9
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: )" +
         requirement + "\n";
}

}  // namespace

TEST_CASE("reach: a lever stops at the bounds of its datum") {
  struct Row {
    std::string why;
    const char* requirement;
    const char* givens;
    const char* gap;
  };
  const Row rows[] = {
      {"up to the bound", "tetto almeno 5 FTE  si colma con tetto", "tetto = 3", "2 FTE"},
      {"past it", "tetto almeno 8 FTE  si colma con tetto", "tetto = 3", "inf..inf FTE"},
      {"to the bound, where that is not enough", "tetto più di 5 FTE  si colma con tetto",
       "tetto = 3", "inf..inf FTE strict"},
      {"down to the bound", "tetto al massimo 1 FTE  si colma con tetto", "tetto = 3",
       "2 FTE less"},
      {"down past it", "tetto al massimo 0,5 FTE  si colma con tetto", "tetto = 3",
       "inf..inf FTE less"},
      {"to hit a level beyond it", "tetto pari a 7 FTE  si colma con tetto", "tetto = 3",
       "inf..inf FTE"},
      {"to hit a level within", "tetto pari a 4 FTE  si colma con tetto", "tetto = 3", "1 FTE"},
      {"missing, the level within the bounds", "tetto almeno 4 FTE  si colma con tetto",
       "tetto = ?", "0..3 FTE"},
      {"missing, the level beyond them", "tetto almeno 8 FTE  si colma con tetto", "tetto = ?",
       "inf..inf FTE"},
      {"the level may be within or beyond", "tetto almeno altri  si colma con tetto",
       "tetto = 3; altri = [4; 9]", "1..inf FTE"},
      {"the level certainly beyond, and how far not known",
       "tetto almeno altri  si colma con tetto", "tetto = [2; 3]; altri = [6; 9]", "inf..inf FTE"},
      {"whole units from a whole number land on the level",
       "interi almeno 4,5 persone  si colma con interi  a unità intere", "interi = ?",
       "0..5 persone"},
      {"steps may end beyond the bound",
       "tetto almeno 4,5 FTE  si colma con tetto  a passi di 2 FTE", "tetto = 2", "inf..inf FTE"},
      {"steps from a value not known may, too",
       "tetto almeno 4,5 FTE  si colma con tetto  a passi di 1 FTE", "tetto = [2; 3]",
       "2..inf FTE"},
      {"steps that stay within, whatever the value",
       "tetto almeno 3,5 FTE  si colma con tetto  a passi di 1 FTE", "tetto = [2; 3]", "1..2 FTE"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule_of_bounds(row.requirement));
    if (!world.good()) {
      CHECK_MESSAGE(world.good(), world.messages());
      continue;
    }
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    REQUIRE(assessment.rules[0].gaps[0]);
    CHECK(test::describe(*assessment.rules[0].gaps[0], world.rulebook().typed) == row.gap);
  }
}

TEST_CASE("reach: what is out of reach has no price, and is not the cheapest") {
  const World world(
      rule_of_bounds("tetto almeno 8 FTE o altri almeno 9 FTE  si colma con tetto  costo 0 euro/FTE"
                     "  si colma con altri  costo 10 euro/FTE"));
  REQUIRE_MESSAGE(world.good(), world.messages());
  const FactTable facts = world.facts("tetto = 3; altri = 5");
  const auto assessment = world.assess(facts);
  const Gap& gap = *assessment.rules[0].gaps[0];
  CHECK(test::describe(gap, world.rulebook().typed) == "4 FTE of (inf..inf FTE; 4 FTE)");
  const Gap& first = gap.as<Gap::Alternatives>()->all[0];
  CHECK(first.unreachable());
  CHECK(test::describe(*first.cost) == "inf..inf");
}

TEST_CASE("reach: a part that grows takes its wholes along") {
  struct Row {
    std::string why;
    const char* requirement;
    const char* givens;
    const char* gap;
    const char* along;
  };
  const Row rows[] = {
      {"there is room in the whole", "parte almeno 8 FTE  si colma con parte",
       "parte = 3; intero_x = 9", "5 FTE", ""},
      {"up to the whole and past it", "parte almeno 8 FTE  si colma con parte",
       "parte = 3; intero_x = 6", "5 FTE", "intero_x 2"},
      {"through two wholes", "dentro almeno 8 FTE  si colma con dentro",
       "dentro = 3; parte = 5; intero_x = 6", "5 FTE", "parte 3 intero_x 2"},
      {"a whole that has a bound", "parte almeno 25 FTE  si colma con parte",
       "parte = 3; intero_x = 6", "inf..inf FTE", ""},
      {"a share of the whole", "parte almeno 50% di intero_x  si colma con parte",
       "parte = 1; intero_x = 10", "4 FTE", ""},
      {"more than the whole can be", "parte almeno 2 * intero_x  si colma con parte",
       "parte = 1; intero_x = 10", "inf..inf FTE", ""},
      {"the whole that follows helps", "parte + intero_x almeno 15 FTE  si colma con parte",
       "parte = 3; intero_x = 6", "9/2 FTE", "intero_x 3/2"},
      {"a whole that is not known", "parte + intero_x almeno 15 FTE  si colma con parte",
       "parte = 3; intero_x = [6; 7] FTE", "3..inf FTE", ""},
      {"a whole that goes down takes its parts along",
       "intero_x al massimo 4 FTE  si colma con intero_x", "parte = 5; intero_x = 6; dentro = 1",
       "2 FTE less", "parte 1"},
      {"given between ends, of which a part leaves one",
       "altra al massimo 4 FTE - intero_x  si colma con altra",
       "altra = [6; 9] FTE; parte = 5; intero_x = [3; 5] FTE", "inf..inf FTE less", ""},
      {"missing, with a part that is known", "intero_x almeno 8 FTE  si colma con intero_x",
       "parte = 5; intero_x = ?", "0..3 FTE", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(std::string(R"(
dato intero_x : FTE "Tutto"  almeno 0 al massimo 20
dato parte : FTE "Una parte"  almeno 0  parte di intero_x
dato dentro : FTE "Una parte della parte"  almeno 0  parte di parte
dato altra : FTE "Di nessuno"  almeno 0
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: )") + row.requirement +
                      "\n");
    if (!world.good()) {
      CHECK_MESSAGE(world.good(), world.messages());
      continue;
    }
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    REQUIRE(assessment.rules[0].gaps[0]);
    const Gap& gap = *assessment.rules[0].gaps[0];
    CHECK(test::describe(gap, world.rulebook().typed) == row.gap);
    std::string along;
    for (const Gap::Distance::TakenAlong& each : gap.as<Gap::Distance>()->taken_along) {
      along += (along.empty() ? "" : " ") + world.rulebook().typed.data[each.datum].name + " " +
               test::describe(each.by);
    }
    CHECK(along == row.along);
  }
}
