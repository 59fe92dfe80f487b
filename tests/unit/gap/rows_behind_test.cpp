#include "gap/rows_behind.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr const char* kRules = R"(
elenco operatori "Operatori"
  campo nome : testo  chiave
  campo sociale : sì/no
  campo ricevute : ore  almeno 0  al massimo 100
dato aventi : persone "Aventi diritto"  almeno 0  intero
  se manca conta(o in operatori dove o.sociale)
dato supervisionati : persone "Con le ore minime"  almeno 0  intero
  se manca conta(o in operatori dove o.sociale e o.ricevute almeno 16 ore)
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: supervisionati almeno aventi
)";

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
  return all;
}

}  // namespace

TEST_CASE(
    "gap: of a count of rows that is to reach another, which rows are short and by how much") {
  struct Row {
    std::string why;
    const char* givens;
    const char* amount;
    const char* failing;
    const char* open;
    const char* shortfall;
  };
  const Row rows[] = {
      {"eight with 20 hours and two with none: who has more makes up for nobody",
       "operatori = [8 volte (nome = ?; sociale = sì; ricevute = 20); "
       "(nome = \"B\"; sociale = sì; ricevute = 0); (nome = \"V\"; sociale = sì; ricevute = 0)]",
       "2", "B V", "", "32"},
      {"exactly at the level", "operatori = [(nome = \"A\"; sociale = sì; ricevute = 16)]", "0", "",
       "", "0"},
      {"who is not counted is not short",
       "operatori = [(nome = \"A\"; sociale = sì; ricevute = 15); "
       "(nome = \"E\"; sociale = no; ricevute = 0)]",
       "1", "A", "", "1"},
      {"not known of one",
       "operatori = [(nome = \"A\"; sociale = sì; ricevute = ?); "
       "(nome = \"B\"; sociale = sì; ricevute = 10)]",
       "1..2", "B", "A", "6..22"},
      {"a total that was given has no rows behind it",
       "supervisionati = 1; operatori = [2 volte (nome = ?; sociale = sì; ricevute = 0)]", "1", "",
       "", "none"},
  };
  const World world(kRules);
  REQUIRE_MESSAGE(world.good(), world.messages());
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    const auto& gap = assessment.rules[0].gaps[0];
    REQUIRE(gap);
    REQUIRE(gap->as<Gap::Distance>());
    const FailingRows& found = failing_rows(*gap);
    CHECK(test::describe(gap->amount) == row.amount);
    CHECK(joined(found.failing) == row.failing);
    CHECK(joined(found.open) == row.open);
    CHECK((gap->shortfall ? test::describe(gap->shortfall->range) : "none") == row.shortfall);
  }
}
