// Packs that stand on others: what they may change of a binding level, and what they may not.
#include <doctest/doctest.h>

#include "diagnostics/render.hpp"
#include "pipeline.hpp"

using namespace leps;

namespace {

constexpr const char* kLaw = R"(
pacchetto legge versione "1"
fonte s "Fonte"
unità FTE, abitanti, persone, ore
categoria LEPS "Livello" inderogabile
categoria STANDARD "Standard"
elenco operatori "Operatori"
  campo nome : testo chiave
  campo supervisione : ore  almeno 0
dato popolazione : abitanti "Popolazione" almeno 1 intero
dato assistenti : FTE "Assistenti" almeno 0
dato persone_assistite : persone almeno 0 intero
  se manca quota_assistita di 1 persone / 1 abitanti * popolazione
dato a : sì/no
dato b : sì/no
dato apertura : data
parametro livello : FTE/abitanti
  dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  verificato  secondo s
parametro di_passaggio : FTE/abitanti
  dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  verificato  secondo s
parametro quota_assistita : quota
  dal 1 gennaio 2021 vale 10%  verificato  secondo s
parametro minimo_abitanti : abitanti
  dal 1 gennaio 2021 vale 1.000 abitanti  verificato  secondo s
calcolo dovuti : FTE = di_passaggio di popolazione
regola organico "Organico"
  categoria LEPS
  secondo s
  in vigore dal 1 gennaio 2021
  requisito diretto: assistenti almeno livello di popolazione
  requisito attraverso: assistenti almeno dovuti
  requisito presa: persone_assistite almeno 3 persone
regola servizi "Servizi"
  categoria LEPS
  secondo s
  in vigore dal 1 gennaio 2021
  si applica se popolazione almeno minimo_abitanti
  requisito attivo: a
  requisito numero: assistenti almeno 3 FTE
  requisito ore: per ogni o in operatori: o.supervisione almeno 16 ore
  requisito prima: apertura al massimo 2021-06-30
regola esperti "Esperti"
  categoria LEPS
  secondo s
  in vigore dal 1 gennaio 2021
  requisito quanti: assistenti * assistenti almeno 4 FTE * 1 FTE
  requisito attivi: a
regola obiettivo "Obiettivo"
  categoria STANDARD
  secondo s
  in vigore dal 1 gennaio 2021
  requisito numero: assistenti almeno 3 FTE
)";

constexpr const char* kRegion =
    "pacchetto regione versione \"1\" estende legge versione \"1\"\n"
    "fonte dgr \"Delibera\"\n";

std::string compiled(const std::vector<std::string>& packs) {
  SourceMap sources;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    sources.add(std::to_string(i) + ".leps", packs[i]);
  }
  DiagnosticBag bag;
  const bool good = compile(sources, bag).has_value();
  std::string found = good ? "accepted" : "";
  for (const Diagnostic& each : bag.all()) {
    if (severity(each.code) == Severity::error)
      found += (found.empty() ? "" : "; ") + each.message.it;
  }
  return found;
}

std::string parameter(const std::string& name, const std::string& value,
                      const std::string& from = "1 gennaio 2025") {
  return "modifica parametro " + name + "\n dal " + from + " vale " + value +
         " verificato secondo dgr\n";
}
std::string rule(const std::string& name, const std::string& requirements) {
  return "modifica regola " + name + "\n in vigore dal 1 gennaio 2025\n secondo dgr\n" +
         requirements + "\n";
}
std::string requirement(const std::string& text) {
  return "modifica requisito " + text + "\n in vigore dal 1 gennaio 2025\n secondo dgr\n";
}

}  // namespace

TEST_CASE("amendments: a binding level can only be made stricter") {
  struct Row {
    std::string why;
    std::string region;
    const char* found;
  };
  const Row rows[] = {
      {"fewer residents for each post", parameter("livello", "1 FTE ogni 4.500 abitanti"),
       "accepted"},
      {"more residents for each post", parameter("livello", "1 FTE ogni 5.500 abitanti"),
       "'organico.diretto', per il parametro 'livello', diventa meno severo: dal 1 gennaio 2025 "
       "questo Ambito passerebbe il nuovo testo e non la legge: popolazione = 1.000 abitanti; "
       "assistenti = 0,19 FTE"},
      {"through an amount", parameter("di_passaggio", "1 FTE ogni 5.500 abitanti"),
       "'organico.attraverso', per il parametro 'di_passaggio', diventa meno severo: dal 1 gennaio "
       "2025 questo Ambito passerebbe il nuovo testo e non la legge: popolazione = 1.000 abitanti; "
       "assistenti = 0,19 FTE"},
      {"through an amount, stricter", parameter("di_passaggio", "1 FTE ogni 4.500 abitanti"),
       "accepted"},
      {"through what stands in for a datum", parameter("quota_assistita", "20%"),
       "non riesco a dimostrare che il requisito 'organico.presa', per il parametro "
       "'quota_assistita',"},
      {"it applies to fewer", parameter("minimo_abitanti", "2.000 abitanti"),
       "'servizi.attivo', per il parametro 'minimo_abitanti', diventa meno severo"},
      {"it applies to more", parameter("minimo_abitanti", "500 abitanti"), "accepted"},
      {"one more condition", requirement("servizi.attivo: a e b"), "accepted"},
      {"another way to pass", requirement("servizi.attivo: a o b"),
       "popolazione = 1.000 abitanti; a = no; b = sì"},
      {"strictly", requirement("servizi.numero: assistenti più di 3 FTE"), "accepted"},
      {"a guard of its own",
       requirement("servizi.numero: assistenti almeno 3 FTE\n si applica se b"),
       "popolazione = 1.000 abitanti; assistenti = 0 FTE; b = no"},
      {"a tolerance", requirement("servizi.numero: assistenti almeno 3 FTE\n tolleranza 1%"),
       "popolazione = 1.000 abitanti; assistenti = 2,97 FTE"},
      {"a tolerance within what is asked more",
       requirement("servizi.numero: assistenti almeno 4 FTE\n tolleranza 25%"), "accepted"},
      {"rows, as they were",
       requirement("servizi.ore: per ogni r in operatori: r.supervisione almeno 16 ore"),
       "accepted"},
      {"rows, and one more condition",
       requirement("servizi.ore: per ogni r in operatori: r.supervisione almeno 16 ore e b"),
       "accepted"},
      {"rows, with fewer hours",
       requirement("servizi.ore: per ogni r in operatori: r.supervisione almeno 15 ore"),
       "non riesco a dimostrare che il requisito 'servizi.ore' diventi più severo"},
      {"days, as they were", requirement("servizi.prima: apertura al massimo 30 giugno 2021"),
       "accepted"},
      {"another category is free", requirement("obiettivo.numero: assistenti almeno 1 FTE"),
       "accepted"},
      {"one more requirement", rule("servizi", "requisito altro: b"), "accepted"},
      {"one more, of some", rule("servizi", "requisito altro: b\n si applica se a"), "accepted"},
      {"one more, beside what nobody could compare",
       rule("esperti", "requisito altro: a\n requisito diviso: assistenti / assistenti almeno 1"),
       "accepted"},
      {"another title", rule("esperti \"Altri esperti\"", ""), "accepted"},
      {"one more, and another that asks less",
       rule("servizi", "requisito altro: b") + requirement("servizi.attivo: a o b"),
       "'servizi.attivo' diventa meno severo"},
      {"one changed, beside what nobody could compare", requirement("esperti.attivi: a e b"),
       "accepted"},
      {"it ends", "modifica regola servizi cessa dal 1 gennaio 2025 secondo dgr\n",
       "il pacchetto 'regione' non può far cessare la regola 'servizi'"},
      {"of another category it may",
       "modifica regola obiettivo cessa dal 1 gennaio 2025 secondo dgr\n", "accepted"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string found = compiled({kLaw, kRegion + row.region});
    CAPTURE(found);
    CHECK(found.find(row.found) != std::string::npos);
    CHECK(found.find("; il requisito 'servizi.attivo'") == std::string::npos);  // a text, once
  }
}

TEST_CASE("amendments: each layer is held against the one under it") {
  const std::string region = kRegion + parameter("livello", "1 FTE ogni 4.000 abitanti");
  const std::string town =
      "pacchetto citta versione \"1\" estende regione versione \"1\"\nfonte delibera \"D\"\n";
  const auto town_level = [&](const std::string& value) {
    return town + "modifica parametro livello dal 1 gennaio 2026 vale " + value +
           " verificato secondo delibera\n";
  };
  CHECK(compiled({kLaw, region, town_level("1 FTE ogni 3.500 abitanti")}) == "accepted");
  // Stricter than the law, not than the Region.
  CHECK(compiled({kLaw, region, town_level("1 FTE ogni 4.500 abitanti")})
            .find("diventa meno severo: dal 1 gennaio 2026") != std::string::npos);
  // The order of the files makes no difference.
  CHECK(compiled({town_level("1 FTE ogni 3.500 abitanti"), region, kLaw}) == "accepted");
}

TEST_CASE("amendments: what a layer adds, the next one may not loosen") {
  const std::string region = kRegion + rule("servizi", "requisito altro: assistenti almeno 5 FTE");
  const auto town = [&](const std::string& text) {
    return "pacchetto citta versione \"1\" estende regione versione \"1\"\nfonte dgr_2 \"D\"\n"
           "modifica requisito servizi.altro: " +
           text + "\n in vigore dal 1 gennaio 2026\n secondo dgr_2\n";
  };
  CHECK(compiled({kLaw, region, town("assistenti almeno 6 FTE")}) == "accepted");
  CHECK(compiled({kLaw, region, town("assistenti almeno 4 FTE")})
            .find("il requisito 'servizi.altro' diventa meno severo: dal 1 gennaio 2026") !=
        std::string::npos);
}

TEST_CASE("amendments: what one pack loosens, the same pack may make up for") {
  const std::string both =
      kRegion + parameter("livello", "1 FTE ogni 5.500 abitanti") +
      requirement("organico.diretto: assistenti almeno 2 * livello di popolazione");
  CHECK(compiled({kLaw, both}) == "accepted");
}

TEST_CASE("amendments: only of what a pack stands on") {
  struct Row {
    std::string why;
    std::vector<std::string> packs;
    const char* found;
  };
  const std::string stricter = parameter("livello", "1 FTE ogni 4.500 abitanti");
  const std::string stranger = "pacchetto altro versione \"1\"\nfonte dgr \"Delibera\"\n";
  const std::string later =
      "pacchetto altro versione \"1\" estende legge versione \"2\"\nfonte dgr \"Delibera\"\n";
  const Row rows[] = {
      {"without extending it", {kLaw, stranger + stricter}, "senza estenderlo"},
      {"another version of it", {kLaw, later + stricter}, "versione"},
      {"in a circle",
       {"pacchetto uno versione \"1\" estende due versione \"1\"\n",
        "pacchetto due versione \"1\" estende uno versione \"1\"\n"},
       "estende"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string found = compiled(row.packs);
    CAPTURE(found);
    CHECK(found.find(row.found) != std::string::npos);
  }
}
