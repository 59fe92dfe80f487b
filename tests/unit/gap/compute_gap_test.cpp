#include "gap/compute_gap.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

// One rule with one requirement, and every datum that the rows below speak of.
std::string rule(const std::string& requirement) {
  return R"(
dato fte : FTE "Assistenti sociali"  almeno 0
dato residenti : abitanti "Residenti"  almeno 1  intero
dato chieste : persone "Chieste"  almeno 0  intero
dato date : persone "Date"  almeno 0  intero
dato ore_fatte : ore "Ore"  almeno 0
dato giorni_fatti : giorni "Giorni"  almeno 0
dato x : FTE "X"
dato k : numero "K"
dato a : sì/no "A"
dato b : sì/no "B"
dato c : sì/no "C"
calcolo non_c : sì/no = non c
dato soldi : euro "Soldi"
elenco operatori "Operatori"
  campo nome : testo  chiave
  campo ore : ore  almeno 0  al massimo 40
  campo prezzo : euro/ore
parametro livello : FTE/abitanti
  dal 1 gennaio 2020 vale 1 FTE ogni 5.000 abitanti  verificato  secondo s
parametro prezzo : euro/FTE
  dal 1 gennaio 2020 vale 42.000 euro/FTE  ipotesi  secondo s
calcolo premio : euro = 40.000 euro/FTE * max(0 FTE; min(fte; 20 FTE) - 10 FTE)
regola r "Prova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: )" +
         requirement + "\n";
}

}  // namespace

TEST_CASE("gap: each kind of requirement in its own unit") {
  struct Row {
    std::string why;
    const char* requirement;
    const char* givens;
    const char* gap;
    const char* relative;
  };
  const Row rows[] = {
      {"at the ratio", "fte almeno livello di residenti", "fte = 20; residenti = 100.000", "0 FTE",
       "0"},
      {"one resident more", "fte almeno livello di residenti", "fte = 20; residenti = 100.001",
       "1/5000 FTE", "1/100001"},
      {"a real size", "fte almeno livello di residenti", "fte = 15; residenti = 98.214",
       "11607/2500 FTE", "3869/16369"},
      {"known in part", "fte almeno livello di residenti", "fte = [15; 20]; residenti = 98.214",
       "0..11607/2500 FTE", "0..3869/16369"},
      {"188,17 FTE for 940.850 residents", "fte almeno livello di residenti",
       "fte = 188,17; residenti = 940.850", "0 FTE", "0"},
      {"the most", "x al massimo 10 FTE", "x = 12", "2 FTE", "1/5"},
      {"strict, at the level", "x più di 10 FTE", "x = 10", "0 FTE strict", "0"},
      {"strict, below", "x più di 10 FTE", "x = 8", "2 FTE strict", "1/5"},
      {"equal", "x pari a 10 FTE", "x = 12", "2 FTE", "1/5"},
      {"anything but", "x diverso da 10 FTE", "x = 10", "0 FTE strict", "0"},
      {"`non` turns the comparison", "non (x almeno 10 FTE)", "x = 12", "2 FTE strict", "1/5"},
      {"x / 7 * 7 is x", "x / 7 * 7 pari a x", "x = 1", "0 FTE", "0"},
      {"hours and days", "ore_fatte almeno giorni_fatti", "ore_fatte = 30; giorni_fatti = 2",
       "18 ore", "3/8"},
      {"a truth", "a", "a = no", "1 of 1: a", "1"},
      {"a truth met", "a", "a = sì", "0 of 1", "0"},
      {"a truth not known", "a", "a = ?", "0..1 of 1", "0..1"},
      {"not b", "non b", "b = sì", "1 of 1: non b", "1"},
      {"truths joined", "a e b e c", "a = sì; b = no; c = no", "2 of 3: b, c", "2/3"},
      {"truths joined, one not known", "a e b e c", "a = sì; b = no", "1..2 of 3: b", "1/3..2/3"},
      {"parts", "a e x almeno 10 FTE", "a = no; x = 9", "2 parts (1 of 1: a; 1 FTE)", "1"},
      {"nobody but the worst part counts", "x almeno 10 FTE e x almeno 20 FTE", "x = 15",
       "1 parts (0 FTE; 5 FTE)", "1/4"},
      {"alternatives, one met", "a o x almeno 10 FTE", "a = sì; x = 2", "0 of (0 of 1; 8 FTE)",
       "0"},
      {"alternatives, the nearest", "a o x almeno 10 FTE", "a = no; x = 9",
       "1 FTE of (1 of 1: a; 1 FTE)", "1/10"},
      {"`non (a o b)` is `non a e non b`", "non (a o b)", "a = sì; b = no", "1 of 2: non a", "1/2"},
      {"the branch that holds", "se a allora x almeno 10 FTE altrimenti x almeno 20 FTE",
       "a = sì; x = 8", "2 FTE", "1/5"},
      {"between, below", "x tra 10 FTE e 12 FTE", "x = 9", "1 FTE", "1/10"},
      {"between, above", "x tra 10 FTE e 12 FTE", "x = 15", "3 FTE", "1/4"},
      {"between, at an end", "x tra 10 FTE e 12 FTE", "x = 12", "0 FTE", "0"},
      {"between, not known on which side", "x tra 10 FTE e 12 FTE", "x = [9; 15]", "0..3 FTE",
       "0..1/4"},
      {"between ends that are the wrong way round", "x tra 12 FTE e 10 FTE", "x = 11",
       "inf..inf FTE", "1"},
      {"`non` between: out at the nearer end", "non x tra 10 FTE e 14 FTE", "x = 11",
       "1 FTE strict of (1 FTE strict; 3 FTE strict)", "1/10"},
      {"two of three", "almeno 2 fra a, b, c", "a = no; b = no; c = no", "2 of 3: a, b, c", "1"},
      {"two of three, one there", "almeno 2 fra a, b, c", "a = sì; b = no; c = no", "1 of 3: b, c",
       "1/2"},
      {"two of three, one not known", "almeno 2 fra a, b, c", "a = sì; b = no; c = ?",
       "0..1 of 3: b", "0..1/2"},
      {"more than one", "più di 1 fra a, b, c", "a = sì; b = no; c = no", "1 of 3: b, c", "1"},
      {"at most one", "al massimo 1 fra a, b, non_c", "a = sì; b = sì; c = no",
       "2 of 3: non a, non b, non non_c", "1"},
      {"exactly one", "pari a 1 fra a, b", "a = sì; b = sì", "1 of 2", "1"},
      {"of conditions in parentheses", "almeno 2 fra a, (x almeno 10 FTE), (b o c)",
       "a = no; b = no; c = no; x = 12", "1 of 3: a, …", "1/2"},
      {"not known which branch", "se a allora x almeno 10 FTE altrimenti x almeno 20 FTE", "x = 8",
       "2..12 FTE", "1/5..3/5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule(row.requirement));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    const auto& gap = assessment.rules[0].gaps[0];
    REQUIRE(gap);
    CHECK(test::describe(*gap, world.rulebook().typed) == row.gap);
    CHECK(test::describe(gap->relative) == row.relative);
  }
}

TEST_CASE("gap: a lever closes it, in its own unit, up to whole units or steps") {
  struct Row {
    std::string why;
    const char* requirement;
    const char* givens;
    const char* gap;
  };
  const Row rows[] = {
      {"a share of what was asked", "date almeno 90% di chieste  si colma con date",
       "date = 8; chieste = 10", "1 persone"},
      {"a fraction of a person", "date almeno 90% di chieste  si colma con date",
       "date = 9; chieste = 11", "9/10 persone"},
      {"whole persons", "date almeno 90% di chieste  si colma con date  a unità intere",
       "date = 9; chieste = 11", "1 persone"},
      {"steps of half a post", "fte almeno 10 FTE  si colma con fte  a passi di 0,5 FTE",
       "fte = 9,7", "1/2 FTE"},
      {"already a step", "fte almeno 10 FTE  si colma con fte  a passi di 0,5 FTE", "fte = 9,5",
       "1/2 FTE"},
      {"past the level, where it is not enough",
       "fte più di 10 FTE  si colma con fte  a unità intere", "fte = 8", "3 FTE"},
      {"at the level, where it is not enough",
       "fte più di 10 FTE  si colma con fte  a unità intere", "fte = 10", "1 FTE"},
      {"through a ratio", "date / chieste almeno 90%  si colma con date", "date = 8; chieste = 10",
       "1 persone"},
      {"a lever that must go down", "date almeno 90% di chieste  si colma con chieste",
       "date = 8; chieste = 10", "10/9 persone less"},
      {"a lever under a minus", "20 FTE - fte al massimo 5 FTE  si colma con fte", "fte = 12",
       "3 FTE"},
      {"counted twice", "fte + fte almeno 10 FTE  si colma con fte", "fte = 4", "1 FTE"},
      {"another unit", "giorni_fatti almeno 48 ore  si colma con giorni_fatti", "giorni_fatti = 1",
       "1 giorni"},
      {"a lever that moves nothing",
       "date almeno 1 persone - chieste * date / date  si colma con chieste",
       "date = 0; chieste = 0", "0..inf persone more or less"},
      {"a coefficient of either sign", "k * fte almeno 6 FTE  si colma con fte",
       "fte = 1; k = [-2; 3]", "1..inf FTE more or less"},
      {"a coefficient that may be nothing", "k * x almeno 6 FTE  si colma con x",
       "x = 1; k = [-2; 0]", "3..inf FTE less"},
      {"either side of the level", "fte pari a x  si colma con fte", "fte = 5; x = [3; 6]",
       "0..2 FTE more or less"},
      {"one lever, by whichever branch",
       "se a allora fte almeno 6 FTE altrimenti fte al massimo 2 FTE  si colma con fte",
       "fte = 5; a = ?", "1..3 FTE more or less"},
      {"one lever, by whichever is cheaper",
       "fte almeno 6 FTE o fte al massimo 4 FTE  si colma con fte", "fte = [4,5; 5,5]",
       "1/2..3/2 FTE more or less of (1/2..3/2 FTE; 1/2..3/2 FTE less)"},
      {"between, up to the lower end", "fte tra 10 FTE e 12 FTE  si colma con fte", "fte = 8",
       "2 FTE"},
      {"between, down to the upper end", "fte tra 10 FTE e 12 FTE  si colma con fte", "fte = 15",
       "3 FTE less"},
      {"between, up in steps", "fte tra 10 FTE e 12 FTE  si colma con fte  a unità intere",
       "fte = 8,5", "2 FTE"},
      {"between ends that no step meets",
       "fte tra 10,1 FTE e 10,9 FTE  si colma con fte  a unità intere", "fte = 8", "inf..inf FTE"},
      {"between ends that a step may pass",
       "fte tra 10,1 FTE e 10,9 FTE  si colma con fte  a unità intere", "fte = [8; 9]",
       "2..inf FTE"},
      {"between, either way", "fte tra 10 FTE e 12 FTE  si colma con fte", "fte = [8; 13]",
       "0..2 FTE more or less"},
      {"through bands, in the first",
       "(a scaglioni di fte: fino a 10 FTE vale 1; fino a 20 FTE vale 0,5; oltre vale 2) almeno 8 "
       "FTE  "
       "si colma con fte",
       "fte = 3", "5 FTE"},
      {"through bands, across two",
       "(a scaglioni di fte: fino a 10 FTE vale 1; fino a 20 FTE vale 0,5; oltre vale 2) almeno 17 "
       "FTE  "
       "si colma con fte",
       "fte = 3", "18 FTE"},
      {"through bands that end flat",
       "(a scaglioni di fte: fino a 10 FTE vale 1; oltre vale 0) almeno 12 FTE  si colma con fte",
       "fte = 3", "inf..inf FTE"},
      {"through bands, a level to be passed where the next is flat",
       "(a scaglioni di fte: fino a 10 FTE vale 1; fino a 20 FTE vale 0; oltre vale 1) più di 10 "
       "FTE  si colma con fte",
       "fte = 5", "15 FTE strict"},
      {"through bands, down past a flat one",
       "(a scaglioni di fte: fino a 10 FTE vale 1; fino a 20 FTE vale 0; oltre vale 1) meno di 10 "
       "FTE  si colma con fte",
       "fte = 25", "15 FTE strict less"},
      {"through bands, down",
       "(a scaglioni di fte: fino a 10 FTE vale 0; oltre vale 2) al massimo 4 FTE  si colma con "
       "fte",
       "fte = 15", "3 FTE less"},
      {"through bands, of twice the lever, less a tenth",
       "2 * (a scaglioni di 2 * fte: fino a 10 FTE vale 0; oltre vale 3) - 1 FTE almeno 11 FTE  si "
       "colma con fte",
       "fte = 1", "5 FTE"},
      {"through bands, not known how many there are",
       "(a scaglioni di fte: fino a 10 FTE vale 1; oltre vale 0,5) almeno 12 FTE  si colma con fte",
       "fte = [3; 11]", "3..11 FTE"},
      {"not known, met or not", "fte almeno 10 FTE  si colma con fte  a unità intere",
       "fte = [8; 12]", "0..2 FTE"},
      {"not known, but not met", "fte almeno 10 FTE  si colma con fte  a unità intere",
       "fte = [7,5; 8,5]", "2..3 FTE"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule(row.requirement));
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

TEST_CASE("gap: what is missing stands beside it") {
  struct Row {
    std::string why;
    const char* requirement;
    const char* givens;
    const char *amount, *cost;
  };
  const Row rows[] = {
      {"the coefficient, though the lever is 0", "k * fte almeno 6 FTE  si colma con fte",
       "fte = 0; k = [1; 2]", "k", "k"},
      {"the price", "fte almeno 20 FTE  si colma con fte  costo 1 euro/FTE * k", "fte = 18", "",
       "k"},
      {"the level", "fte almeno x  si colma con fte", "fte = 18", "x", "x"},
      {"the branch", "se a allora fte almeno 20 FTE altrimenti fte almeno 19 FTE  si colma con fte",
       "fte = 18", "a", "a"},
      {"whether it applies", "fte almeno 20 FTE  si applica se a  si colma con fte", "fte = 18",
       "a", "a"},
      {"a switch", "a e b", "a = no", "b", "b"},
      {"nothing, of what is met", "fte almeno x  si colma con fte  costo 1 euro/FTE * k",
       "fte = 18; x = [3; 4]", "", ""},
      {"which alternative holds", "a o fte almeno 20 FTE", "fte = 18", "a", "a"},
      {"nothing, where that is known", "a o fte almeno 20 FTE", "fte = 18; a = no", "", ""},
      {"which alternative is the cheapest",
       "fte almeno 20 FTE o date almeno 3 persone  si colma con fte  costo 1 euro/FTE * k  si "
       "colma "
       "con date  costo 5 euro/persone",
       "fte = 18; date = 2; k = [2; 3]", "k", "k"},
      {"nothing, where it is certain",
       "fte almeno 20 FTE o date almeno 3 persone  si colma con fte  costo 1 euro/FTE * k  si "
       "colma "
       "con date  costo 5 euro/persone",
       "fte = 18; date = 2; k = [3; 4]", "", ""},
      {"what a divisor may be", "fte / k almeno 6 FTE", "fte = 3; k = [1; 2]", "k", "k"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule(row.requirement));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    const Gap& gap = *assessment.rules[0].gaps[0];
    const Typed& typed = world.rulebook().typed;
    CHECK(test::describe(gap.rests_on.amount, typed) == row.amount);
    CHECK(test::describe(merge(gap.rests_on.amount, gap.rests_on.price), typed) == row.cost);
  }
}

TEST_CASE("gap: of rows, which fail, which may, and by how much in all") {
  struct Row {
    std::string why;
    const char* condition;
    const char* givens;
    const char *amount, *relative, *failing, *open;
    std::size_t total;
    const char *shortfall, *cost, *rests_on;
  };
  const char* each = "per ogni z in sedi dove z.vale: z.posti almeno 5 persone";
  const Row rows[] = {
      {"some fail", each,
       "sedi = [(nome = \"n\"; posti = 2; vale = sì); (nome = \"s\"; posti = 6; vale = sì); (nome "
       "= "
       "\"o\"; posti = 1; vale = no)]",
       "1", "1/2", "n", "", 2, "3", "none", ""},
      {"none does", each, "sedi = [(nome = \"n\"; posti = 5; vale = sì)]", "0", "0", "", "", 1, "0",
       "0", ""},
      {"one may count", each,
       "sedi = [(nome = \"n\"; posti = 2; vale = ?); (nome = \"s\"; posti = 6; vale = sì)]", "0..1",
       "0..1/2", "", "n", 2, "0..3", "none", "sedi.vale"},
      {"one may fail", each,
       "sedi = [(nome = \"n\"; posti = [2; 7]; vale = sì); (nome = \"s\"; posti = 1; vale = sì)]",
       "1..2", "1/2..1", "s", "n", 2, "4..7", "none", "sedi.posti"},
      {"the list is missing", each, "", "0..inf", "0..1", "", "", 0, "none", "none", "sedi"},
      {"and none of its rows could fail", "per ogni z in sedi: z.posti almeno 0 persone", "", "0",
       "0", "", "", 0, "none", "0", "sedi"},
      {"rows that are no comparison", "per ogni z in sedi: z.vale",
       "sedi = [(nome = \"n\"; vale = no); (nome = \"s\"; vale = ?)]", "1..2", "1/2..1", "n", "s",
       2, "none", "none", "sedi.vale"},
  };
  const auto joined = [](const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
    return all;
  };
  const auto shown = [](const std::optional<Interval>& range) {
    return range ? test::describe(*range) : std::string("none");
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(
        "elenco sedi \"Sedi\"\n  campo nome : testo  chiave\n  campo posti : persone  "
        "almeno 0\n  campo vale : sì/no\nregola r \"R\"\n  categoria LEPS  secondo s  "
        "in vigore dal 1 gennaio 2020\n  requisito q: " +
        std::string(row.condition) + "\n");
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts(row.givens);
    const Assessment assessment = world.assess(facts);
    const std::optional<Gap>& gap = assessment.rules[0].gaps[0];
    REQUIRE(gap);
    REQUIRE(gap->as<Gap::Rows>());
    const FailingRows& rows_found = gap->as<Gap::Rows>()->rows;
    CHECK(test::describe(gap->amount) == row.amount);
    CHECK(test::describe(gap->relative) == row.relative);
    CHECK(joined(rows_found.failing) == row.failing);
    CHECK(joined(rows_found.open) == row.open);
    CHECK(rows_found.total == row.total);
    CHECK((gap->shortfall ? test::describe(gap->shortfall->range) : "none") == row.shortfall);
    if (gap->shortfall) CHECK(to_string(gap->shortfall->unit) == "persone");
    CHECK(shown(gap->cost) == row.cost);
    CHECK(shown(gap->gross_cost) == row.cost);
    CHECK(test::describe(gap->rests_on.amount, world.rulebook().typed) == row.rests_on);
  }
}

TEST_CASE("gap: of two branches there is a cost where both have one, in one unit") {
  const char* requirements[] = {
      "se c allora fte almeno 20 FTE altrimenti date almeno 3 persone  si colma con fte  costo "
      "prezzo",
      "se c allora date almeno 3 persone altrimenti fte almeno 20 FTE  si colma con fte  costo "
      "prezzo"};
  for (const char* requirement : requirements) {
    const World world(rule(requirement));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Assessment open = world.assess(world.facts("fte = 18; date = 1; c = ?"));
    CHECK_FALSE(open.rules[0].gaps[0]->cost.has_value());
    CHECK_FALSE(open.rules[0].gaps[0]->gross_cost.has_value());
    // What is met costs nothing, and needs no lever for it.
    const Assessment met = world.assess(world.facts("fte = 18; date = 3; c = ?"));
    REQUIRE(met.rules[0].gaps[0]->cost.has_value());
    CHECK(test::describe(*met.rules[0].gaps[0]->cost) == "0..84000");
    CHECK(test::describe(*met.rules[0].gaps[0]->gross_cost) == "0..84000");
  }
}

TEST_CASE("gap: several truths have no one lever") {
  struct Row {
    const char *requirement, *lever;
  };
  for (const Row& row :
       {Row{"a  si colma con a  costo 5 euro", "a"}, Row{"a e b  si colma con a  costo 5 euro", ""},
        Row{"non a  si colma con a  costo 5 euro", "a"}}) {
    CAPTURE(row.requirement);
    const World world(rule(row.requirement));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Assessment assessment = world.assess(world.facts("a = no; b = no"));
    const Gap& gap = *assessment.rules[0].gaps[0];
    CHECK(gap.as<Gap::Activation>());
    CHECK((gap.lever ? world.rulebook().typed.data[*gap.lever].name : std::string()) == row.lever);
  }
}

TEST_CASE("gap: what it earns has no value where it is divided by what becomes zero") {
  const World world(rule(
      "fte al massimo 10 FTE  si colma con fte  costo 1 euro/FTE  al netto di 1 euro / ((fte - 10 "
      "FTE) / 1 FTE)"));
  REQUIRE_MESSAGE(world.good(), world.messages());
  const Assessment after = world.assess(world.facts("fte = 12"));
  CHECK(after.rules[0].gaps[0]->gross_cost.has_value());
  CHECK_FALSE(after.rules[0].gaps[0]->cost.has_value());
  const World before(rule(
      "fte al massimo 10 FTE  si colma con fte  costo 1 euro/FTE  al netto di 1 euro / ((fte - 12 "
      "FTE) / 1 FTE)"));
  const Assessment now = before.assess(before.facts("fte = 12"));
  CHECK(now.rules[0].gaps[0]->gross_cost.has_value());
  CHECK_FALSE(now.rules[0].gaps[0]->cost.has_value());
}

TEST_CASE("gap: its cost, gross and net of what the lever earns") {
  struct Row {
    std::string why;
    const char* requirement;
    const char* givens;
    const char *gross, *net;
  };
  const Row rows[] = {
      {"so much for each", "fte almeno 20 FTE  si colma con fte  costo prezzo", "fte = 18", "84000",
       "84000"},
      {"earning from the eleventh on",
       "fte almeno 20 FTE  si colma con fte  costo prezzo  al netto di premio", "fte = 8", "504000",
       "104000"},
      {"known in part", "fte almeno 20 FTE  si colma con fte  costo prezzo", "fte = [18; 19]",
       "42000..84000", "42000..84000"},
      {"known in part, and the price too",
       "fte almeno 20 FTE  si colma con fte  costo 1 euro/FTE * k", "fte = [18; 19]; k = [2; 3]",
       "2..6", "2..6"},
      {"perhaps nothing to pay", "fte almeno 20 FTE  si colma con fte  costo prezzo",
       "fte = [18; 21]", "0..84000", "0..84000"},
      {"earning on the way down",
       "fte al massimo 10 FTE  si colma con fte  costo 100 euro/FTE  al netto di 30 euro/FTE * (20 "
       "FTE - fte)",
       "fte = 14", "400", "280"},
      {"earning more than it costs",
       "fte almeno 20 FTE  si colma con fte  costo 1 euro/FTE  al netto di 3 euro/FTE * fte",
       "fte = 18", "2", "-4"},
      {"a part that is met costs nothing",
       "fte almeno 20 FTE e date almeno 3 persone  si colma con fte  costo prezzo",
       "fte = 18; "
       "date = 3",
       "84000", "84000"},
      {"a switch", "a  si colma con a  costo 500 euro", "a = no", "500", "500"},
      {"a switch that is not known", "a  si colma con a  costo 500 euro", "a = ?", "0..500",
       "0..500"},
      {"switches, one of them not known",
       "a e b  si colma con a  costo 500 euro  si colma con b  costo 70 euro", "a = no; b = ?",
       "500..570", "500..570"},
      {"rows, each by its own field",
       "per ogni o in operatori: o.ore almeno 16 ore  si colma con o.ore  a passi di 4 ore  costo "
       "10 euro/ore",
       "operatori = [(nome = \"A\"; ore = 10; prezzo = 3); (nome = \"B\"; ore = 16; prezzo = 3)]",
       "80", "80"},
      {"rows, at a price of each",
       "per ogni o in operatori: o.ore almeno 16 ore  si colma con o.ore  costo o.prezzo",
       "operatori = [(nome = \"A\"; ore = 10; prezzo = 3); (nome = \"B\"; ore = 12; prezzo = 5)]",
       "38", "38"},
      {"rows, one of which is not known",
       "per ogni o in operatori: o.ore almeno 16 ore  si colma con o.ore  costo 10 euro/ore",
       "operatori = [(nome = \"A\"; ore = 10; prezzo = 3); (nome = \"B\"; ore = [12; 20]; prezzo = "
       "3)]",
       "60..100", "60..100"},
      {"the cheaper of two, where one is needed",
       "almeno 1 fra a, b  si colma con a  costo 500 euro  si colma con b  costo 70 euro",
       "a = no; b = no", "70", "70"},
      {"the two cheapest of three",
       "almeno 2 fra a, b, c  si colma con a  costo 500 euro  si colma con b  costo 70 euro  si "
       "colma con c  costo 300 euro",
       "a = no; b = no; c = no", "370", "370"},
      {"one of two, where it is not known whether a third is there",
       "almeno 2 fra a, b, c  si colma con a  costo 500 euro  si colma con b  costo 70 euro  si "
       "colma con c  costo 300 euro",
       "a = no; b = no; c = ?", "70..370", "70..370"},
      {"one among them with a lever of its own",
       "almeno 1 fra a, (fte almeno 20 FTE)  si colma con a  costo 50.000 euro  si colma con fte  "
       "costo prezzo",
       "a = no; fte = 19", "42000", "42000"},
      {"within both ends", "fte tra 20 FTE e 22 FTE  si colma con fte  costo prezzo", "fte = 19",
       "42000", "42000"},
      {"not known on which side", "fte tra 20 FTE e 22 FTE  si colma con fte  costo prezzo",
       "fte = [19; 24]", "0..84000", "0..84000"},
      {"where it may not apply",
       "fte almeno 20 FTE  si applica se c  si colma con fte  costo prezzo", "fte = 18; c = ?",
       "0..84000", "0..84000"},
      {"one branch costs, the other not",
       "se c allora fte almeno 20 FTE altrimenti fte almeno 10 FTE  si colma con fte  costo prezzo",
       "fte = 18; c = ?", "0..84000", "0..84000"},
      {"the dearer of two that are not known, at the most",
       "fte almeno 20 FTE o date almeno 3 persone  si colma con fte  costo prezzo  si colma con "
       "date  costo 50.000 euro/persone",
       "fte = [18; 19]; date = 2", "42000..50000", "42000..50000"},
      {"nothing to pay", "fte almeno 20 FTE  si colma con fte  costo prezzo", "fte = 20", "0", "0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule(row.requirement));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    const Gap& gap = *assessment.rules[0].gaps[0];
    REQUIRE(gap.cost);
    REQUIRE(gap.gross_cost);
    CHECK(test::describe(*gap.gross_cost) == row.gross);
    CHECK(test::describe(*gap.cost) == row.net);
  }
}

TEST_CASE("gap: of alternatives, what can never be enough has no price") {
  struct Row {
    const char* requirement;
    const char* givens;
    std::size_t chosen;
  };
  // `almeno 3 fra a, b` cannot be met, whether a and b hold or what they cost.
  const Row rows[] = {
      {"fte almeno 20 FTE o almeno 3 fra a, b  si colma con fte  costo prezzo",
       "fte = 19; a = sì; b = sì", 0},
      {"fte almeno 20 FTE o almeno 3 fra a, b  si colma con fte  costo prezzo  si colma con a  "
       "costo 1 euro  si colma con b  costo 1 euro",
       "fte = 19; a = no; b = sì", 0},
      {"(almeno 3 fra a, b) o fte almeno 20 FTE  si colma con fte  costo prezzo",
       "fte = 19; a = sì; b = sì", 1},
      {"fte almeno 20 FTE o pari a 3 fra a, b  si colma con fte  costo prezzo",
       "fte = 19; a = sì; b = sì", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.requirement);
    const World world(rule(row.requirement));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    const Gap& gap = *assessment.rules[0].gaps[0];
    const auto* alternatives = gap.as<Gap::Alternatives>();
    REQUIRE(alternatives != nullptr);
    REQUIRE(alternatives->chosen);
    CHECK(*alternatives->chosen == row.chosen);
  }
}

TEST_CASE("gap: of alternatives, the cheapest where all have a cost") {
  const World world(
      rule("fte almeno 10 FTE o date almeno 90% di chieste"
           "  si colma con fte  costo prezzo  si colma con date  costo 1.000 euro/persone"));
  REQUIRE_MESSAGE(world.good(), world.messages());
  // By relative gap the first is nearer (1/10 against 1/9), by cost the second is.
  const FactTable facts = world.facts("fte = 9; date = 8; chieste = 10");
  const auto assessment = world.assess(facts);
  const Gap& gap = *assessment.rules[0].gaps[0];
  CHECK(gap.as<Gap::Alternatives>()->chosen == 1);
  CHECK(test::describe(gap, world.rulebook().typed) == "1 persone of (1 FTE; 1 persone)");
}

TEST_CASE("gap: none where the requirement is skipped, from zero where it may be") {
  const World world(rule("fte almeno 10 FTE  si applica se a"));
  REQUIRE_MESSAGE(world.good(), world.messages());
  const auto gap = [&](const char* givens) {
    const FactTable facts = world.facts(givens);
    const auto assessment = world.assess(facts);
    const auto& found = assessment.rules[0].gaps[0];
    return found ? test::describe(*found, world.rulebook().typed) : "none";
  };
  CHECK(gap("a = no; fte = 4") == "none");
  CHECK(gap("a = sì; fte = 4") == "6 FTE");
  CHECK(gap("fte = 4") == "0..6 FTE");
}

TEST_CASE("gap: rows that are closed one by one, by a field of each") {
  struct Row {
    std::string why;
    const char *requirement, *givens, *amount, *shortfall;
  };
  const Row rows[] = {
      {"what each lacks, added up", "o.ore almeno 16 ore  si colma con o.ore",
       "operatori = [(nome = \"A\"; ore = 10; prezzo = 1); (nome = \"B\"; ore = 15,5; prezzo = 1)]",
       "2", "13/2 ore"},
      {"each brought up to whole units", "o.ore almeno 16 ore  si colma con o.ore  a unità intere",
       "operatori = [(nome = \"A\"; ore = 10,2; prezzo = 1); (nome = \"B\"; ore = 15,5; prezzo = "
       "1)]",
       "2", "7 ore"},
      {"through a factor", "2 * o.ore almeno 16 ore  si colma con o.ore",
       "operatori = [(nome = \"A\"; ore = 6; prezzo = 1)]", "1", "2 ore"},
      {"past the level, where it is not enough",
       "o.ore più di 16 ore  si colma con o.ore  a unità intere",
       "operatori = [(nome = \"A\"; ore = 16; prezzo = 1)]", "1", "1 ore"},
      {"down to the level", "o.ore al massimo 16 ore  si colma con o.ore",
       "operatori = [(nome = \"A\"; ore = 20; prezzo = 1)]", "1", "4 ore"},
      {"beyond the bounds of the field", "o.ore almeno 50 ore  si colma con o.ore",
       "operatori = [(nome = \"A\"; ore = 20; prezzo = 1)]", "1", "inf..inf ore"},
      {"no row", "o.ore almeno 16 ore  si colma con o.ore", "operatori = []", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const World world(rule("per ogni o in operatori: " + std::string(row.requirement)));
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Assessment assessment = world.assess(world.facts(row.givens));
    const auto& gap = assessment.rules[0].gaps[0];
    if (!gap) {
      CHECK(row.amount == std::string());
      continue;
    }
    CHECK(test::describe(gap->amount) == row.amount);
    REQUIRE(gap->shortfall);
    CHECK(test::describe(gap->shortfall->range) + " " + to_string(gap->shortfall->unit) ==
          row.shortfall);
    REQUIRE(gap->lever);
    CHECK(world.rulebook().typed.data[*gap->lever].name == "operatori.ore");
  }
}
