#include "explain/coming_changes.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string coming(const World& world, Day survey, Language language) {
  std::string text;
  for (const ComingDay& day : coming_changes(world.rulebook(), survey, language)) {
    text += coming_title(day.day, language) + ":";
    for (const std::string& change : day.changes) text += " " + change + ".";
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("what changes after the day of the data, by day") {
  const World world(R"(
dato n : FTE "N" almeno 0
dato p : abitanti "Residenti" almeno 1
parametro usato : FTE/abitanti "Livello usato"
  dal 1 gennaio 2021 al 31 dicembre 2026 vale 1 FTE ogni 6.500 abitanti  verificato secondo s
  dal 1 gennaio 2027 vale 1 FTE ogni 5.000 abitanti  verificato secondo s
parametro mai_usato : FTE "Nessuno lo usa"
  dal 1 gennaio 2021 al 31 dicembre 2026 vale 1 FTE  verificato secondo s
  dal 1 gennaio 2027 vale 2 FTE  verificato secondo s
parametro lo_stesso : FTE "Resta uguale"
  dal 1 gennaio 2021 al 31 dicembre 2026 vale 1 FTE  verificato secondo s
  dal 1 gennaio 2027 vale 1 FTE  verificato secondo s
regola a "Organico" categoria LEPS secondo s in vigore dal 1 gennaio 2021
  requisito q: n almeno usato di p
  requisito r: n almeno lo_stesso
regola b "Finisce" categoria LEPS secondo s in vigore dal 1 gennaio 2021 al 31 dicembre 2026
  requisito q: n almeno 1 FTE
regola c "Comincia" categoria LEPS secondo s in vigore dal 1 luglio 2026
  requisito q: n almeno 1 FTE
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  CHECK(coming(world, *make_day(2025, 12, 31), Language::italian) ==
        "Che cosa cambia dal 1 luglio 2026: entra in vigore «Comincia».\n"
        "Che cosa cambia dal 1 gennaio 2027: finisce «Finisce». «Livello usato» passa da 1 FTE "
        "ogni 6.500 abitanti a 1 FTE ogni 5.000 abitanti.\n");
  CHECK(coming(world, *make_day(2026, 7, 1), Language::english) ==
        "What changes from 1 January 2027: «Finisce» ends. «Livello usato» goes from 1 FTE per "
        "6,500 abitanti to 1 FTE per 5,000 abitanti.\n");
  CHECK(coming(world, *make_day(2027, 1, 1), Language::italian).empty());
}
