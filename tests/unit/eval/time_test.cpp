// Days, periods and timetables of which not all is known: what they could be, and what that rests
// on.
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <random>

#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string rule(const std::string& name, const std::string& condition) {
  return "regola " + name + " \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n" +
         "  requisito q: " + condition + "\n";
}

std::string pack(const std::string& unit, const std::string& formula) {
  return R"(
elenco atti "Atti"
  campo durata : periodo
  campo vale : sì/no
dato attesa : giorni "Attesa"
dato g1 : data "G1"
dato g2 : data "G2"
dato p1 : periodo "P1"
dato p2 : periodo "P2"
dato o1 : orario "O1"
dato o2 : orario "O2"
dato b : sì/no "B"
calcolo c : )" +
         unit + " = " + formula + "\n" + rule("sempre", "b o non b");
}

Quantity worth(const std::string& unit, const std::string& formula, const std::string& givens,
               int year, std::string& rests_on) {
  const World world(pack(unit, formula));
  REQUIRE_MESSAGE(world.good(), world.messages());
  const auto found =
      std::get<Quantity>(world.assess(world.facts(givens, year)).computed.front().value);
  rests_on = test::describe(found.rests_on, world.rulebook().typed);
  return found;
}

}  // namespace

TEST_CASE("time: what is not known could be all that the calendar allows, and no more") {
  struct Row {
    std::string why;
    const char *unit, *formula, *givens;
    int year;
    const char *range, *rests_on;
    bool may_have_no_value = false;
  };
  const char* one_day = "p1 = dal 1 maggio 2025 al 1 maggio 2025";
  const char* spring = "p1 = dal 1 marzo 2025 al 31 maggio 2025";
  const Row rows[] = {
      {"a period of one day", "giorni", "giorni_nell_anno(p1)", one_day, 2025, "1", ""},
      {"and the others", "giorni", "giorni_scoperti(p1)", one_day, 2025, "364", ""},
      {"a period", "giorni", "giorni_nell_anno(p1)", spring, 2025, "92", ""},
      {"of another year", "giorni", "giorni_nell_anno(p1)", spring, 2024, "0", ""},
      {"its months", "quota", "parte_dell_anno_a_mesi(p1)", spring, 2025, "1/4", ""},
      {"its days", "quota", "parte_dell_anno(p1)", spring, 2025, "92/365", ""},
      {"that goes on", "giorni", "giorni_nell_anno(p1)", "p1 = dal 1 dicembre 2025", 2025, "31",
       ""},
      {"missing", "giorni", "giorni_nell_anno(p1)", "", 2025, "0..365", "p1"},
      {"missing, in a leap year", "giorni", "giorni_nell_anno(p1)", "", 2024, "0..366", "p1"},
      {"its uncovered days", "giorni", "giorni_scoperti(p1)", "", 2024, "0..366", "p1"},
      {"its share", "quota", "parte_dell_anno(p1)", "", 2025, "0..1", "p1"},
      {"its share by months", "quota", "parte_dell_anno_a_mesi(p1)", "", 2025, "0..1", "p1"},
      {"how long ago it began", "giorni", "data_di_rilevazione - inizio(p1)", spring, 2025, "305",
       ""},
      {"how long ago it ended", "giorni", "data_di_rilevazione - fine(p1)", spring, 2025, "214",
       ""},
      {"days between days", "giorni", "g1 - g2", "g1 = 9 maggio 2025; g2 = 1 maggio 2025", 2025,
       "8", ""},
      {"one of them missing", "giorni", "g1 - g2", "g1 = 9 maggio 2025", 2025, "-inf..inf", "g2",
       true},
      {"`mai`, some days later", "data", "attesa + g1", "g1 = mai", 2025, "inf..inf", ""},
      {"or earlier", "data", "g1 - attesa", "g1 = mai", 2025, "inf..inf", ""},
      {"a day, some days later", "data", "attesa + g1", "g1 = 1 gennaio 1970; attesa = [2; 3]",
       2025, "2..3", "attesa"},
      {"or earlier", "data", "g1 - attesa", "g1 = 1 gennaio 1970; attesa = [2; 3]", 2025, "-3..-2",
       "attesa"},
      {"an ordinary week", "ore", "ore_settimana(o1)", "o1 = \"lun-ven 08:00-16:00\"", 2025, "40",
       ""},
      {"the rest of it", "ore", "ore_scoperte_settimana(o1)", "o1 = \"lun-ven 08:00-16:00\"", 2025,
       "128", ""},
      {"missing", "ore", "ore_settimana(o1)", "", 2025, "0..168", "o1"},
      {"the rest of it", "ore", "ore_scoperte_settimana(o1)", "", 2025, "0..168", "o1"},
      {"a year", "ore", "ore_anno(o1)", "", 2025, "0..8760", "o1"},
      {"a leap year", "ore", "ore_scoperte_anno(o1)", "", 2024, "0..8784", "o1"},
      {"one of two missing: at least the other", "ore", "ore_settimana(unione(o1; o2))",
       "o1 = \"lun-ven 08:00-16:00\"", 2025, "40..168", "o2"},
      {"one of two missing: at most the other", "ore", "ore_settimana(intersezione(o1; o2))",
       "o1 = \"lun-ven 08:00-16:00\"", 2025, "0..40", "o2"},
      {"both missing", "ore", "ore_settimana(unione(o1; o2))", "", 2025, "0..168", "o1 o2"},
      {"all that the other leaves", "ore", "ore_settimana(unione(o1; complemento(o2)))",
       "o1 = \"lun-ven 08:00-16:00\"", 2025, "40..168", "o2"},
      {"a complement", "ore", "ore_settimana(complemento(o1))", "o1 = \"lun-ven 08:00-16:00\"",
       2025, "128", ""},
      {"of both, one missing", "ore", "ore_settimana(complemento(unione(o1; o2)))",
       "o1 = \"lun-ven 08:00-16:00\"", 2025, "0..128", "o2"},
      {"nothing left to know", "ore", "ore_settimana(unione(o1; o2))",
       "o1 = \"lun-dom 00:00-24:00\"", 2025, "168", ""},
      {"one or the other", "ore", "ore_settimana(se b allora o1 altrimenti o2)",
       "o1 = \"lun 08:00-16:00\"; o2 = \"lun 12:00-18:00\"", 2025, "4..10", "b"},
      {"days that no row covers", "giorni", "giorni_scoperti(a.durata per ogni a in atti)",
       "atti = [(durata = dal 1 gennaio 2025 al 30 giugno 2025); (durata = dal 1 giugno 2025 al 30 "
       "novembre 2025)]",
       2025, "31", ""},
      {"where a period is missing", "giorni", "giorni_scoperti(a.durata per ogni a in atti)",
       "atti = [(durata = dal 1 gennaio 2025 al 30 giugno 2025); (durata = ?)]", 2025, "0..184",
       "atti.durata"},
      {"where the only one is", "giorni", "giorni_scoperti(a.durata per ogni a in atti)",
       "atti = [(durata = ?)]", 2024, "0..366", "atti.durata"},
      {"where it may not count", "giorni",
       "giorni_scoperti(a.durata per ogni a in atti dove a.vale)",
       "atti = [(durata = dal 1 gennaio 2025 al 30 giugno 2025; vale = ?)]", 2025, "184..365",
       "atti.vale"},
      {"where it does not", "giorni", "giorni_scoperti(a.durata per ogni a in atti dove a.vale)",
       "atti = [(durata = dal 1 gennaio 2025 al 30 giugno 2025; vale = no)]", 2025, "365", ""},
      {"without a row", "giorni", "giorni_scoperti(a.durata per ogni a in atti)", "atti = []", 2024,
       "366", ""},
      {"without a list", "giorni", "giorni_scoperti(a.durata per ogni a in atti)", "", 2024,
       "0..366", "atti"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CAPTURE(row.formula);
    CAPTURE(row.givens);
    std::string rests_on;
    const Quantity found = worth(row.unit, row.formula, row.givens, row.year, rests_on);
    CHECK(test::describe(found.range) == row.range);
    CHECK(rests_on == row.rests_on);
    CHECK(found.zero_divisors.empty() != row.may_have_no_value);
  }
}

TEST_CASE("time: no difference begins at `mai`, whatever stands around it") {
  const char* formulas[] = {
      "data_di_rilevazione - g1", "g2 - g1", "max(0 giorni; g2 - g1)",
      "2 * (g2 - g1) + 1 giorni", "g1 - g1", "se b allora g2 - g1 altrimenti g2 - g1"};
  for (const char* formula : formulas) {
    for (const char* g2 : {"1 maggio 2025", "mai"}) {
      CAPTURE(formula);
      CAPTURE(g2);
      const World world(pack("giorni", formula) + rule("non_meno", "c almeno 0 giorni") +
                        rule("meno", "c meno di 0 giorni"));
      REQUIRE_MESSAGE(world.good(), world.messages());
      const Assessment found =
          world.assess(world.facts("g1 = mai; b = sì; g2 = " + std::string(g2)));
      for (const char* name : {"non_meno", "meno"}) {
        const RuleOutcome& outcome = test::result_of(found, world.rulebook(), name).outcome;
        CHECK(test::describe(outcome.possible) == "non_valutabile: soddisfatto non_soddisfatto");
        CHECK(outcome.missing.empty());
      }
    }
  }
}

// Timetables in whole hours of a week, against sets of hours.
TEST_CASE("time: hours of timetables that are known in part hold every completion, and are tight") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const char* days[] = {"lun", "mar", "mer", "gio", "ven", "sab", "dom"};
  const auto drawn = [&](std::uint64_t hours[3]) {
    std::string text;
    std::fill(hours, hours + 3, 0);
    for (int day = 0; day < 7; ++day) {
      const auto from = static_cast<unsigned>(random() % 24);
      const auto to = from + 1 + static_cast<unsigned>(random() % (24 - from));
      if (random() % 3 == 0) continue;
      const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
      text += (text.empty() ? "" : "; ") + std::string(days[day]) + " " + two(from) + ":00-" +
              two(to) + ":00";
      for (unsigned hour = from; hour < to; ++hour) {
        const unsigned at = static_cast<unsigned>(day) * 24 + hour;
        hours[at / 64] |= std::uint64_t{1} << (at % 64);
      }
    }
    return text.empty() ? std::string("lun chiuso") : text;
  };
  const auto count = [](const std::uint64_t hours[3]) {
    return std::popcount(hours[0]) + std::popcount(hours[1]) + std::popcount(hours[2]);
  };
  for (int round = 0; round < 60; ++round) {
    std::uint64_t a[3];
    const std::string given = "o1 = \"" + drawn(a) + "\"";
    CAPTURE(given);
    const int open = count(a);
    struct Row {
      const char* formula;
      int least, most;
    };
    const Row rows[] = {{"ore_settimana(unione(o1; o2))", open, 168},
                        {"ore_settimana(intersezione(o2; o1))", 0, open},
                        {"ore_scoperte_settimana(unione(o2; o1))", 0, 168 - open},
                        {"ore_settimana(unione(o2; complemento(o1)))", 168 - open, 168},
                        {"ore_scoperte_settimana(complemento(o1))", open, open},
                        {"ore_settimana(intersezione(complemento(o2); o1))", 0, open}};
    for (const Row& row : rows) {
      CAPTURE(row.formula);
      std::string rests_on;
      const Quantity found = worth("ore", row.formula, given, 2025, rests_on);
      CHECK(found.range == Interval{Bound(row.least), Bound(row.most)});
      CHECK(rests_on == (row.least == row.most ? "" : "o2"));
    }
  }
}
