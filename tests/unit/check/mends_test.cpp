// What a mistake in names, types and units carries to be mended: the text that comes of it, and
// whether nothing else can have been meant.
#include "check/check.hpp"
#include "diagnostics/apply_replacements.hpp"

#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace leps;
using namespace leps::test;

namespace {

struct MendRow {
  std::string wrong;   // behind the preamble
  std::string mended;  // empty: the finding carries nothing
  bool certain;
};

#define RULE "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: "
#define SAMPLE "esempio \"e\" anno 2025 "
#define MET " attesi r soddisfatto\n" RULE "attivo"

void check_mends(const std::vector<MendRow>& rows) {
  for (const MendRow& row : rows) {
    CAPTURE(row.wrong);
    const CheckedPacks packs(row.wrong);
    REQUIRE_FALSE(packs.bag.empty());
    const auto& with = packs.bag.all().front().replacement;
    CHECK(with.has_value() == !row.mended.empty());
    if (!with || row.mended.empty()) continue;
    const std::string text(packs.sources.text(SourceId{0}));
    CHECK(replaced(text, {*with}) == std::string(kPreamble) + row.mended + "\n");
    CHECK(with->certain == row.certain);
    if (row.certain) CHECK_FALSE(CheckedPacks(row.mended).bag.has_errors());
  }
}

}  // namespace

TEST_CASE("mends: a type by another name, where that name has one meaning") {
  check_mends({
      {"dato d : percentuale", "dato d : quota", true},
      {"dato d : Booleano", "dato d : sì/no", true},
      {"dato d : stringa", "dato d : testo", true},
      {"dato d : tasso", "dato d : quota", false},
      {"dato d : durata", "dato d : periodo", false},
      {"dato d : condizione", "dato d : sì/no", false},
      {"dato d : importo", "dato d : euro", false},
      {"dato d : integer", "dato d : numero", false},
      {"dato d : scelta", "", false},
  });
}

TEST_CASE("mends: a value in other words, or with quotes too many or too few") {
  check_mends({
      {RULE "attivo pari a SÌ", RULE "attivo pari a sì", true},
      {RULE "attivo pari a vero", RULE "attivo pari a sì", true},
      {RULE "attivo pari a false", RULE "attivo pari a no", true},
      {SAMPLE "attivo = true" MET, SAMPLE "attivo = sì" MET, true},
      {SAMPLE "attivo = v" MET, SAMPLE "attivo = sì" MET, false},
      {"dato giorno : data\n" RULE "giorno al massimo oggi",
       "dato giorno : data\n" RULE "giorno al massimo data_di_rilevazione", false},
      // what is declared may be meant
      {"dato vere : sì/no\n" RULE "attivo pari a vera",
       "dato vere : sì/no\n" RULE "attivo pari a vere", false},
      {"dato forma : uno di sola, mista\n" RULE "forma pari a \"sola\"",
       "dato forma : uno di sola, mista\n" RULE "forma pari a sola", true},
      {"dato forma : uno di sola, mista\n" RULE "forma pari a \"solo\"",
       "dato forma : uno di sola, mista\n" RULE "forma pari a sola", false},
      {"dato forma : uno di sola, mista\n" RULE "forma pari a \"altra\"", "", false},
      {"dato forma : uno di sola, mista\n" SAMPLE "forma = \"mista\"" MET,
       "dato forma : uno di sola, mista\n" SAMPLE "forma = mista" MET, true},
      {"dato nome : testo\n" SAMPLE "nome = Lodi" MET,
       "dato nome : testo\n" SAMPLE "nome = \"Lodi\"" MET, true},
  });
}

TEST_CASE("mends: near names, units and levels are proposals") {
  check_mends({
      {RULE "attiva", RULE "attivo", false},
      {RULE "assistenti almeno 3", RULE "assistenti almeno 3 FTE", false},
      {"elenco voci \"V\" campo ore_x : ore almeno 0\n" RULE
       "per ogni v in voci: ore_x almeno 3 ore",
       "elenco voci \"V\" campo ore_x : ore almeno 0\n" RULE
       "per ogni v in voci: v.ore_x almeno 3 ore",
       false},
      {"parametro p : FTE/abitanti dal 2021-01-01 vale 5.000 abitanti ogni 1 FTE verificato "
       "secondo "
       "legge",
       "parametro p : FTE/abitanti dal 2021-01-01 vale 1 FTE ogni 5.000 abitanti verificato "
       "secondo "
       "legge",
       false},
      {"dato parte_x : quota\n" RULE "parte_x almeno 90", "", false},  // 90% or 9000%
      {RULE "90 di assistenti almeno 3 FTE", RULE "90% di assistenti almeno 3 FTE", false},
      {"dato forma : uno di sola, mista\n" RULE "forma tra sola e mista",
       "dato forma : uno di sola, mista\n" RULE "forma fra sola, mista", false},
      {"dato forma : uno di sola, mista\n" RULE "forma pari a sola o mista",
       "dato forma : uno di sola, mista\n" RULE "forma pari a sola o forma pari a mista", false},
  });
}
