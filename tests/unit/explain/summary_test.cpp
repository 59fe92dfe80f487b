// What stands on the page of an Ambito: counts that are never added over categories, a cost in all
// only where it is one.
#include "explain/summary.hpp"

#include "pipeline.hpp"

#include <doctest/doctest.h>

using namespace leps;

namespace {

constexpr const char* kHires = R"(pacchetto prova versione "1"
fonte f "Fonte"
unità FTE, persone, euro
categoria LEPS "Livello essenziale"
categoria OBIETTIVO "Obiettivo"
dato tutti : FTE "Assistenti sociali"  almeno 0
dato stabili : FTE "Assistenti stabili"  parte di tutti  almeno 0
dato pua : FTE "Assistenti nei PUA"  parte di tutti  almeno 0
dato visite : persone "Visite"  almeno 0
dato sede : sì/no "Sede aperta"
regola organico "Organico"  categoria LEPS  secondo f  in vigore dal 1 gennaio 2021
  requisito q: tutti almeno 10 FTE  si colma con tutti  costo 2 euro/FTE
regola stabile "Stabili"  categoria OBIETTIVO  secondo f  in vigore dal 1 gennaio 2021
  si applica se visite almeno 1 persone
  requisito q: stabili almeno 8 FTE  si colma con stabili  costo 3 euro/FTE
regola punto "Punto"  categoria OBIETTIVO  secondo f  in vigore dal 1 gennaio 2021
  si applica se visite almeno 100 persone
  requisito q: pua almeno 4 FTE  si colma con pua  costo 3 euro/FTE
regola visita "Visite"  categoria LEPS  secondo f  in vigore dal 1 gennaio 2021
  requisito q: visite almeno 5 persone  si colma con visite  costo 7 euro/persone
regola aperta "Sede"  categoria LEPS  secondo f  in vigore dal 1 gennaio 2021
  requisito q: sede
)";

struct Shown {
  std::string total, counts;
};

Shown page_of(const std::string& data) {
  SourceMap sources;
  sources.add("prova.leps", kHires);
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  REQUIRE(rulebook);
  const SourceId file =
      sources.add("prova.yaml", "ambito: prova\nanni:\n  2025:\n    dati: {" + data + "}\n");
  const DataSet loaded = load(*rulebook, sources, {.documents = {file}}, bag);
  REQUIRE(!bag.has_errors());
  const Report report = assess(*rulebook, sources, loaded, std::nullopt);
  const AmbitoPage page = make_page(report, report.assessments.front(), Language::italian);
  Shown shown{page.total_cost, ""};
  for (const CategoryCounts& category : page.categories) {
    shown.counts += category.name + " " + counts_in_short(category) + " di " +
                    std::to_string(category.all()) + ". ";
  }
  return shown;
}

}  // namespace

TEST_CASE("a cost in all is said only where nothing is left out and no hire counts twice") {
  const char* const twice =
      "I costi non si sommano: la stessa assunzione può stare in più di una voce.";
  // One cost stands beside its need.
  CHECK(page_of("tutti: 8, stabili: 8, pua: 0, visite: 5, sede: sì").total.empty());
  CHECK(page_of("tutti: 8, stabili: 8, pua: 0, visite: 3, sede: sì").total ==
        "Costo in tutto: 18 €.");
  // A whole and its part, two parts of one whole.
  CHECK(page_of("tutti: 8, stabili: 6, pua: 0, visite: 5, sede: sì").total == twice);
  CHECK(page_of("tutti: 10, stabili: 6, pua: 0, visite: 100, sede: sì").total == twice);
  // Something to activate has no cost.
  CHECK(page_of("tutti: 8, stabili: 8, pua: 0, visite: 3, sede: no").total ==
        "Un costo in tutto non c'è: non ogni voce ha il suo.");
}

TEST_CASE("counts stand by category, and add up to its rules") {
  CHECK(page_of("tutti: 8, stabili: 8, pua: 0, visite: 3, sede: sì").counts ==
        "LEPS ●1 ◐0 ✗2 ?0 di 3. OBIETTIVO ●1 ◐0 ✗0 ?0 di 2. ");
  CHECK(page_of("tutti: 8, visite: 3").counts ==
        "LEPS ●0 ◐0 ✗2 ?1 di 3. OBIETTIVO ●0 ◐0 ✗0 ?1 di 2. ");
}
