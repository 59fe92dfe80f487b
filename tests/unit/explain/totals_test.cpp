// What is lacking over many Ambiti: gaps are added up, data never.
#include "explain/totals.hpp"

#include "pipeline.hpp"

#include <doctest/doctest.h>

using namespace leps;

namespace {

constexpr const char* kPack = R"(pacchetto prova versione "1"
fonte f "Fonte"
unità FTE, abitanti, famiglie, euro
categoria LEPS "Livello"
dato popolazione : abitanti  almeno 1  intero
dato assistenti : FTE "Assistenti sociali"  almeno 0
dato famiglie : famiglie  almeno 0  intero
gruppo progetto "Progetto"
regola organico "Organico"
  categoria LEPS
  secondo f
  in vigore dal 1 gennaio 2021
  requisito numero: assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con assistenti  costo 42.000 euro/FTE
    tolleranza 1%
regola famiglie_seguite "Famiglie"
  categoria LEPS
  secondo f
  in vigore dal 1 gennaio 2021
  requisito numero: totale(famiglie; progetto) almeno 10 famiglie
    si colma con famiglie
)";

struct Given {
  const char *ambito, *region, *workers, *families, *group;
};

constexpr const char* kEqual = R"(pacchetto prova versione "1"
fonte f "Fonte"
unità FTE, abitanti, famiglie
categoria LEPS "Livello"
dato popolazione : abitanti  almeno 1  intero
dato assistenti : FTE "Assistenti sociali"  almeno 0
dato famiglie : famiglie  almeno 0  intero
regola pari "Pari"
  categoria LEPS
  secondo f
  in vigore dal 1 gennaio 2021
  requisito numero: assistenti pari a 20 FTE
    si colma con assistenti
)";

// A line for each total, as a reader has it: `2025, tutti gli Ambiti: mancano 8 FTE · …`.
std::string added_up(std::initializer_list<Given> ambiti, const char* pack = kPack) {
  SourceMap sources;
  sources.add("prova.leps", pack);
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  std::string text;
  for (const Diagnostic& each : bag.all()) text += each.message.it + "\n";
  if (!rulebook) return text;
  std::vector<SourceId> files;
  for (const Given& each : ambiti) {
    std::string data = std::string("ambito: ") + each.ambito + "\n";
    if (*each.region) data += std::string("regione: ") + each.region + "\n";
    data += std::string("anni:\n  2025:\n    dati: {popolazione: 100000, assistenti: ") +
            each.workers + ", famiglie: " + each.families + "}\n";
    if (*each.group) data += std::string("    gruppi: {progetto: ") + each.group + "}\n";
    files.push_back(sources.add(std::string(each.ambito) + ".yaml", data));
  }
  const DataSet data = load(*rulebook, sources, {.documents = files}, bag);
  for (const Diagnostic& each : bag.all()) text += each.message.it + "\n";
  const Report report = assess(*rulebook, sources, data, std::nullopt);
  for (const Total& total : totals(report)) {
    if (total.amount.hi.is_zero()) continue;
    text += total_scope(total, Language::italian) + ": " +
            total_sentence(total, rulebook->typed, Language::italian) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("totals: what some have beyond the level fills no gap of others") {
  CHECK(
      added_up({{"a", "", "30", "10", ""}, {"b", "", "20", "10", ""}, {"c", "", "12", "10", ""}}) ==
      "2025, tutti gli Ambiti: mancano 8 FTE · Assistenti sociali (organico) · 1 Ambito su 3 non "
      "ci arriva · costo 336.000 €\n");
}

TEST_CASE("totals: what is not known makes an interval, and within the tolerance nothing lacks") {
  CHECK(added_up({{"a", "", "[10, 22]", "10", ""}, {"b", "", "19.9", "10", ""}}) ==
        "2025, tutti gli Ambiti: potrebbero mancare fino a 10 FTE · Assistenti sociali (organico) "
        "· di 1 non si sa · costo fino a 420.000 €\n");
}

TEST_CASE("totals: the members of a group have one gap together") {
  CHECK(added_up({{"a", "", "20", "3", "p"}, {"b", "", "20", "3", "p"}}) ==
        "2025, tutti gli Ambiti: mancano 4 famiglie · famiglie (famiglie_seguite) · 2 Ambiti su 2 "
        "non ci arrivano\n");
}

TEST_CASE("totals: each region by itself where there are several") {
  CHECK(added_up({{"a", "Lombardia", "19", "10", ""}, {"b", "Piemonte", "18", "10", ""}}) ==
        "2025, tutti gli Ambiti: mancano 3 FTE · Assistenti sociali (organico) · 2 Ambiti su 2 non "
        "ci arrivano · costo 126.000 €\n"
        "2025, Lombardia: manca 1 FTE · Assistenti sociali (organico) · 1 Ambito su 1 non ci "
        "arriva · costo 42.000 €\n"
        "2025, Piemonte: mancano 2 FTE · Assistenti sociali (organico) · 1 Ambito su 1 non ci "
        "arriva · costo 84.000 €\n");
}

TEST_CASE("totals: who meets an equality is on no side of it") {
  const std::string short_of_it =
      "2025, tutti gli Ambiti: mancano 2 FTE · Assistenti sociali (pari) · 1 Ambito su 2 non ci "
      "arriva\n";
  CHECK(added_up({{"a", "", "20", "1", ""}, {"b", "", "18", "1", ""}}, kEqual) == short_of_it);
  CHECK(added_up({{"a", "", "18", "1", ""}, {"b", "", "20", "1", ""}}, kEqual) == short_of_it);
  CHECK(added_up({{"a", "", "20", "1", ""}, {"b", "", "23", "1", ""}}, kEqual) ==
        "2025, tutti gli Ambiti: 3 FTE di troppo · Assistenti sociali (pari) · 1 Ambito su 2 non "
        "ci arriva\n");
  CHECK(added_up({{"a", "", "18", "1", ""}, {"b", "", "23", "1", ""}}, kEqual) ==
        "2025, tutti gli Ambiti: la differenza è in tutto 5 FTE · Assistenti sociali (pari) · 2 "
        "Ambiti su 2 non ci arrivano\n");
}

TEST_CASE("totals: under a `non` a level is passed where it was to be reached") {
  std::string pack = kEqual;
  const std::string asked = "assistenti pari a 20 FTE\n    si colma con assistenti";
  pack.replace(pack.find(asked), asked.size(), "non assistenti più di 20 FTE");
  CHECK(added_up({{"a", "", "25", "10", ""}}, pack.c_str()) ==
        "2025, tutti gli Ambiti: 5 FTE di troppo · numero (pari) · 1 Ambito su 1 non ci arriva\n");
}
