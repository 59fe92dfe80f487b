// `parte di`: a whole is at least each of its parts, a part at most its whole, wherever a datum is
// read.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "eval/parts.hpp"
#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::describe;
using leps::test::World;

namespace {

DatumId datum(const Rulebook& rulebook, const std::string& name) {
  for (const DatumId id : rulebook.typed.data.keys()) {
    if (rulebook.typed.data[id].name == name) return id;
  }
  FAIL(name);
  return {};
}

std::string range(const std::string& name, Evaluator& evaluator) {
  const Value value = evaluator.value(datum(evaluator.rulebook(), name));
  return describe(std::get<Quantity>(value).range);
}

constexpr const char* kChain = R"(
elenco operatori "Operatori"
  campo ore : FTE  almeno 0
dato tutti : FTE "Tutti" almeno 0
dato stabili : FTE "Stabili" almeno 0  parte di tutti
dato di_ruolo : FTE "Di ruolo" almeno 0  parte di stabili
dato teste : persone "Teste" almeno 0  intero
dato donne : persone "Donne" almeno 0  parte di teste
dato madri : persone "Madri" almeno 0  intero  parte di donne
dato contati : FTE "Contati" almeno 0  se manca somma(o.ore per ogni o in operatori)
dato contati_qui : FTE "Contati qui" almeno 0  parte di contati
dato base : FTE "Base" almeno 0
dato meta : FTE "Metà" almeno 0  se manca 50% di base  parte di base
dato limitati : FTE "Limitati" almeno 0  al massimo 8
dato almeno_tre : FTE "Almeno tre" almeno 3  parte di limitati
regola ferma "Ferma"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: base almeno 0 FTE
)";

}  // namespace

TEST_CASE("parts: what is known of a datum holds in its parts and wholes") {
  struct Row {
    std::string why, facts, datum, range;
  };
  const Row rows[] = {
      {"nothing known", "", "tutti", "0..inf"},
      {"a part of a whole that is missing", "stabili = 26", "tutti", "26..inf"},
      {"a whole, and a part that is missing", "tutti = 26", "stabili", "0..26"},
      {"through a chain upwards", "di_ruolo = 7", "tutti", "7..inf"},
      {"through a chain downwards", "tutti = 26", "di_ruolo", "0..26"},
      {"in the middle of a chain", "tutti = 26; di_ruolo = 7", "stabili", "7..26"},
      {"an interval is narrowed from below", "tutti = [20; 30] FTE; stabili = 26", "tutti",
       "26..30"},
      {"an interval is narrowed from above", "tutti = 26; stabili = [20; 30] FTE", "stabili",
       "20..26"},
      {"two intervals", "tutti = [20; 30] FTE; stabili = [25; 40] FTE", "stabili", "25..30"},
      {"two intervals, the whole", "tutti = [20; 30] FTE; stabili = [25; 40] FTE", "tutti",
       "25..30"},
      {"room for one number only", "tutti = [20; 26] FTE; di_ruolo = 26", "tutti", "26"},
      {"a whole number upwards", "donne = 2,5", "teste", "3..inf"},
      {"a whole number downwards, through one that is not", "donne = [0; 7,5] persone", "madri",
       "0..7"},
      {"no whole number of its own", "teste = 7", "donne", "0..7"},
      {"a whole worked out from rows",
       "operatori = [(ore = 4); (ore = 3)]; contati_qui = [2; 9] FTE", "contati_qui", "2..7"},
      {"a whole worked out in part, and a part",
       "operatori = [(ore = 4); (ore = ?)]; contati_qui = 6", "contati", "6..inf"},
      {"a whole that is given does not ask its rows",
       "operatori = [(ore = 4)]; contati = 9; contati_qui = ?", "contati_qui", "0..9"},
      {"a part worked out from its whole does not hold it", "base = ?", "base", "0..inf"},
      {"it does where it is given", "base = ?; meta = 4", "base", "4..inf"},
      {"and is held by it", "base = [6; 8] FTE", "meta", "3..4"},
      {"declared bounds hold the others: the whole", "", "limitati", "3..8"},
      {"declared bounds hold the others: the part", "", "almeno_tre", "3..8"},
      {"what contradicts a datum does not narrow it", "tutti = [10; 20] FTE; stabili = 26", "tutti",
       "10..20"},
  };
  const World world(kChain);
  CAPTURE(world.messages());
  REQUIRE(world.good());
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const FactTable facts = world.facts(row.facts);
    Evaluator evaluator(world.rulebook(), facts);
    CHECK(range(row.datum, evaluator) == row.range);
  }
}

TEST_CASE("parts: a part that is certainly more than its whole is found") {
  struct Row {
    std::string why, facts, found;
  };
  const Row rows[] = {
      {"nothing given", "", ""},
      {"as much", "tutti = 26; stabili = 26", ""},
      {"more", "tutti = 26; stabili = 27", "stabili>tutti"},
      {"it may fit", "tutti = [20; 26] FTE; stabili = [26; 40] FTE", ""},
      {"it cannot", "tutti = [20; 26] FTE; stabili = [27; 40] FTE", "stabili>tutti"},
      {"through one that is missing", "tutti = 26; di_ruolo = 27", "di_ruolo>tutti"},
      {"of a whole number", "donne = 4,5; teste = 4", "donne>teste"},
      {"rows of the whole", "operatori = [(ore = 4)]; contati_qui = 5", "contati_qui>contati"},
      {"a bound of the whole", "almeno_tre = 9", "almeno_tre>limitati"},
      {"two at once", "tutti = 1; stabili = 2; teste = 1; donne = 2", "stabili>tutti donne>teste"},
  };
  const World world(kChain);
  REQUIRE(world.good());
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const FactTable facts = world.facts(row.facts);
    Evaluator evaluator(world.rulebook(), facts);
    std::string found;
    for (const Contradiction& each : contradictions(evaluator)) {
      const auto& data = world.rulebook().typed.data;
      found += (found.empty() ? "" : " ") + data[each.part].name + ">" + data[each.whole].name;
    }
    CHECK(found == row.found);
  }
}

TEST_CASE("parts: they narrow a verdict, and are not missing to it") {
  const World world(std::string(kChain) + R"(
regola organico "Organico"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: tutti almeno 26 FTE
)");
  CAPTURE(world.messages());
  REQUIRE(world.good());
  struct Row {
    std::string facts, possible, missing, deciding;
  };
  const Row rows[] = {
      {"stabili = 26", "soddisfatto", "tutti", ""},
      {"stabili = 25", "non_valutabile: soddisfatto non_soddisfatto", "tutti", "tutti"},
      {"tutti = [20; 26] FTE; di_ruolo = 26", "soddisfatto", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.facts);
    const FactTable facts = world.facts(row.facts);
    const Assessment assessment = world.assess(facts);
    const RuleOutcome& outcome = test::result_of(assessment, world.rulebook(), "organico").outcome;
    CHECK(describe(outcome.possible) == row.possible);
    CHECK(describe(outcome.missing, world.rulebook().typed) == row.missing);
    CHECK(describe(outcome.deciding, world.rulebook().typed) == row.deciding);
  }
}

TEST_CASE("parts: the year before, and of the other members of a group") {
  const World world(R"(
gruppo progetto "Progetto"
dato tutti : FTE "Tutti" almeno 0
dato stabili : FTE "Stabili" almeno 0  al massimo 40  parte di tutti
calcolo prima : FTE = anno_precedente(tutti)
calcolo due_anni : FTE = somma(tutti; anni 2)
calcolo stabili_prima : FTE = anno_precedente(stabili)
regola ferma "Ferma"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: totale(tutti; progetto) almeno 0 FTE
)");
  CAPTURE(world.messages());
  REQUIRE(world.good());
  DataSet data = {world.facts("stabili = 3", 2024), world.facts("stabili = 26", 2025)};
  data[0].ambito = data[1].ambito = "lodi";
  const Surroundings around(data);
  const auto worth = [&](const FactTable& facts, const std::string& amount) {
    Evaluator evaluator(world.rulebook(), facts, &around);
    for (const typed::Computed& each : world.rulebook().typed.computed) {
      if (each.name == amount) return describe(evaluator.quantity(each.value).range);
    }
    return std::string("none");
  };
  CHECK(worth(data[1], "prima") == "3..inf");
  CHECK(worth(data[1], "due_anni") == "29..inf");
  CHECK(worth(data[0], "prima") == "0..inf");         // of 2023 nothing is known
  CHECK(worth(data[0], "stabili_prima") == "0..40");  // but what is declared
}

// ---- against brute force

namespace {

constexpr int kMost = 5;

/// Every number of a chain or tree is 0..kMost: its parents, and what is known of each.
struct Drawn {
  std::vector<std::optional<std::size_t>> whole_of;
  std::vector<std::pair<int, int>> known;  // lo, hi
};

struct Found {
  std::vector<std::optional<std::pair<int, int>>> ends;  // of every datum, over all that fits
  bool any = false;
};

void try_all(const Drawn& drawn, std::vector<int>& values, Found& found) {
  const std::size_t at = values.size();
  if (at == drawn.known.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (drawn.whole_of[i] && values[i] > values[*drawn.whole_of[i]]) return;
    }
    found.any = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
      auto& ends = found.ends[i];
      if (!ends) ends = {values[i], values[i]};
      ends->first = std::min(ends->first, values[i]);
      ends->second = std::max(ends->second, values[i]);
    }
    return;
  }
  for (int value = drawn.known[at].first; value <= drawn.known[at].second; ++value) {
    values.push_back(value);
    try_all(drawn, values, found);
    values.pop_back();
  }
}

}  // namespace

TEST_CASE("parts: on random trees, exactly what brute force finds") {
  const std::uint32_t seed = leps::test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
  };
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const int count = 2 + pick(4);
    Drawn drawn;
    std::string declared, all;
    for (int i = 0; i < count; ++i) {
      all += (all.empty() ? "x" : " + x") + std::to_string(i);
      std::optional<std::size_t> whole;
      if (i > 0 && pick(5) > 0) whole = static_cast<std::size_t>(pick(i));
      drawn.whole_of.push_back(whole);
      declared += "dato x" + std::to_string(i) + " : persone \"X\" almeno 0  al massimo " +
                  std::to_string(kMost) + "  intero";
      if (whole) declared += "  parte di x" + std::to_string(*whole);
      declared += "\n";
    }
    const World world(declared +
                      "regola ferma \"Ferma\"\n  categoria LEPS  secondo s\n"
                      "  in vigore dal 1 gennaio 2021\n  requisito q: " +
                      all + " almeno 0 persone\n");
    CAPTURE(world.messages());
    REQUIRE(world.good());
    for (int cases = 0; cases < 6; ++cases) {
      drawn.known.clear();
      std::string given;
      for (int i = 0; i < count; ++i) {
        const int lo = pick(kMost + 1), hi = pick(3) == 0 ? lo : lo + pick(kMost + 1 - lo);
        const bool missing = pick(3) == 0;
        drawn.known.emplace_back(missing ? 0 : lo, missing ? kMost : hi);
        if (missing) continue;
        given += (given.empty() ? "" : "; ") + std::string("x") + std::to_string(i) + " = [" +
                 std::to_string(lo) + "; " + std::to_string(hi) + "] persone";
      }
      CAPTURE(given);
      Found found;
      found.ends.resize(drawn.known.size());
      std::vector<int> values;
      try_all(drawn, values, found);
      const FactTable facts = world.facts(given);
      Evaluator evaluator(world.rulebook(), facts);
      CHECK(contradictions(evaluator).empty() == found.any);
      if (!found.any) continue;
      for (std::size_t i = 0; i < found.ends.size(); ++i) {
        const auto& [lo, hi] = *found.ends[i];
        const std::string ends =
            lo == hi ? std::to_string(lo) : std::to_string(lo) + ".." + std::to_string(hi);
        CHECK(range("x" + std::to_string(i), evaluator) == ends);
      }
    }
  }
}
