#include "priority/rank.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string five_rules(const std::string& ordering) {
  std::string text = "categoria STANDARD \"Standard\"\n";
  struct Row {
    const char *name, *level, *after;
  };
  // Levels of 1000 persone; what is there is given below, so that the gaps are those of the row.
  for (const Row& row :
       {Row{"pua", "1.000", "dopo ssp"}, Row{"supervisione", "1.000", ""},
        Row{"residenza", "1.000", ""}, Row{"ssp", "1.000", ""}, Row{"pis", "1.000", "dopo ssp"}}) {
    const std::string name = row.name;
    text += "dato d_" + name + " : persone \"D\" almeno 0\nregola " + name +
            " \"R\" categoria LEPS" + " secondo s in vigore dal 1 gennaio 2020 requisito q: d_" +
            name + " almeno " + row.level + " persone " + row.after + "\n";
  }
  return text + ordering;
}

std::string order(const World& world, const char* givens) {
  const FactTable facts = world.facts(givens);
  const auto assessment = world.assess(facts);
  std::vector<std::string> places(assessment.rules.size());
  std::string text;
  for (int place = 1; place <= static_cast<int>(places.size()); ++place) {
    for (const RuleResult& result : assessment.rules) {
      if (result.rank != place) continue;
      text += (text.empty() ? "" : " ") + world.rulebook().typed.rules[result.outcome.rule].name;
      if (result.reason.blocks) {
        text += "<" + world.rulebook().typed.rules[*result.reason.blocks].name;
      }
    }
  }
  return text;
}

constexpr const char* kGaps =
    "d_pua = 500; d_supervisione = 800; d_residenza = 857; d_ssp = 885; d_pis = 940";

}  // namespace

TEST_CASE("rank: by gap alone, and with causes first") {
  const World by_gap(five_rules("ordine unico per lacuna relativa\n"));
  REQUIRE_MESSAGE(by_gap.good(), by_gap.messages());
  CHECK(order(by_gap, kGaps) == "pua supervisione residenza ssp pis");

  const World causes(five_rules("ordine unico per prima le cause, lacuna relativa\n"));
  REQUIRE_MESSAGE(causes.good(), causes.messages());
  CHECK(order(causes, kGaps) == "ssp<pua pua supervisione residenza pis");
}

TEST_CASE("rank: only what is open is ranked, and a met cause moves nothing") {
  const World world(five_rules("ordine unico per prima le cause, lacuna relativa\n"));
  REQUIRE_MESSAGE(world.good(), world.messages());
  CHECK(order(world,
              "d_pua = 500; d_supervisione = 1.000; d_residenza = 1.000; d_ssp = 1.000;"
              "d_pis = 940") == "pua pis");
  // Not known is open; the widest that it could be is a gap of 100%.
  CHECK(order(world,
              "d_pua = 500; d_supervisione = 1.000; d_residenza = ?; d_ssp = 1.000;"
              "d_pis = 1.000") == "residenza pua");
}

TEST_CASE("rank: causes of causes come before them, each just before what it blocks") {
  const World world(R"(
dato n : persone "N" almeno 0
regola primo "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 10 persone
  dopo secondo_
regola secondo_ "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone
  dopo terzo
regola terzo "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 3 persone
regola quarto "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 5 persone
ordine unico per prima le cause, lacuna relativa
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  CHECK(order(world, "n = 2") == "terzo<primo secondo_<primo primo quarto");
  CHECK(order(world, "n = 3") == "secondo_<primo primo quarto");
}

TEST_CASE("rank: the criteria in turn, the names at the end") {
  const World world(R"(
categoria ALTRA "Altra"
dato n : persone "N" almeno 0
dato m : persone "M" almeno 0
regola b "R" categoria ALTRA secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 10 persone
regola a "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone  si colma con n  costo 5 euro/persone
  beneficiari m
regola d "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone  si colma con n  costo 3 euro/persone
  punteggio 7
regola c "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone
  scadenza 28 febbraio 2026
ordine cat per categoria
ordine costi per categoria, costo
ordine quanti per beneficiari
ordine quando per scadenza
ordine punti per punteggio
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  const FactTable facts = world.facts("n = 2; m = 100");
  const auto by = [&](std::uint32_t ordering) {
    const auto assessment = assess(world.rulebook(), facts, OrderingId{ordering});
    std::string text(4, ' ');
    for (const RuleResult& result : assessment.rules) {
      text[static_cast<std::size_t>(*result.rank - 1)] =
          world.rulebook().typed.rules[result.outcome.rule].name[0];
    }
    return text;
  };
  CHECK(by(0) == "acdb");
  CHECK(by(1) == "dacb");  // what has no cost comes last within its category
  CHECK(by(2) == "abcd");
  CHECK(by(3) == "cabd");
  CHECK(by(4) == "dabc");
}

TEST_CASE("rank: fragile is what is met on something that certainly is not") {
  const World world(R"(
dato n : persone "N" almeno 0
dato m : persone "M" almeno 0
regola base "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone
regola mezzo "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: m almeno 1 persone
  dopo base
regola cima "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: m almeno 1 persone
  dopo mezzo
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  const auto fragile = [&](const char* givens) {
    const FactTable facts = world.facts(givens);
    const auto assessment = world.assess(facts);
    std::string text;
    for (const RuleResult& result : assessment.rules) text += result.fragile ? 'f' : '-';
    return text;
  };
  CHECK(fragile("n = 4; m = 1") == "---");
  CHECK(fragile("n = 3; m = 1") == "-ff");
  CHECK(fragile("n = ?; m = 1") == "---");
  CHECK(fragile("n = 3; m = ?") == "---");
}
