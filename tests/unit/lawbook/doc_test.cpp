// The pages of a pack. What requirements say in words is a table; the pages as a whole are compared
// with files, without their style sheet: LEPS_UPDATE_GOLDEN=1 rewrites those.
#include "lawbook/lawbook.hpp"
#include "phrases/sentence.hpp"
#include "support/world.hpp"
#include "syntax/parse.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

using namespace leps;
using leps::test::World;

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string without_style(std::string page) {
  const std::size_t from = page.find("<style>"), to = page.find("</style>");
  return page.replace(from, to - from, "<style>");
}

std::string all_pages(const Rulebook& rulebook, const ast::Program& program, Language language) {
  std::string text;
  for (const lawbook::DocPage& page : lawbook::write_doc(rulebook, program, language)) {
    text += "==== " + page.name + "\n" + without_style(page.text);
  }
  return text;
}

void compare(const std::string& path, const std::string& found) {
  CAPTURE(path);
  if (std::getenv("LEPS_UPDATE_GOLDEN")) {
    std::ofstream(path, std::ios::binary) << found;
    return;
  }
  CHECK_MESSAGE(read(path) == found, "LEPS_UPDATE_GOLDEN=1 rewrites it, then read the diff");
}

constexpr const char* kBase = R"(
dato popolazione : abitanti "Residenti"
dato assistenti : FTE "Assistenti sociali"
dato colloqui : persone
dato richieste : persone "Richieste"
dato attivo : sì/no "Servizio attivo"
dato sospeso : sì/no "Servizio sospeso"
dato forma : uno di consorzio, azienda "Forma"
parametro livello : FTE/abitanti
  dal 1 gennaio 2020 al 31 dicembre 2024 vale 1 FTE ogni 6.500 abitanti verificato secondo s
  dal 1 gennaio 2025 vale 1 FTE ogni 5.000 abitanti ipotesi secondo s
parametro minimo : quota dal 1 gennaio 2020 vale 90% verificato secondo s
calcolo dovuti : FTE "Dovuti" = 2 * assistenti
elenco comuni "Comuni"
  campo nome : testo  chiave
  campo via : sì/no "Via fittizia"
elenco nuclei "Nuclei"
  campo patto : data "Patto"
  campo incontro : data "Incontro"
dato delibera : data "Delibera"
dato convenzione : periodo "Convenzione"
dato dedicato : orario "Orario dedicato"
dato servizi : orario "Orario dei servizi"
gruppo progetto "Progetto"
)";

}  // namespace

TEST_CASE("a condition is said in words, with numbers where the pack has names") {
  struct Row {
    const char* condition;
    const char *italian, *english;
  };
  const Row rows[] = {
      {"assistenti almeno livello di popolazione",
       "«Assistenti sociali»: serve almeno 1 FTE ogni 6.500 abitanti (dal 1 gennaio 2025: 1 FTE "
       "ogni 5.000 abitanti) di «Residenti»",
       "«Assistenti sociali»: at least 1 FTE per 6,500 abitanti (from 1 January 2025: 1 FTE per "
       "5,000 abitanti) of «Residenti»"},
      {"assistenti almeno 5 FTE", "«Assistenti sociali»: servono almeno 5 FTE",
       "«Assistenti sociali»: at least 5 FTE"},
      {"colloqui almeno minimo di richieste", "«colloqui»: serve almeno 90% di «Richieste»",
       "«colloqui»: at least 90% of «Richieste»"},
      {"colloqui almeno richieste", "«colloqui»: deve essere almeno pari a «Richieste»",
       "«colloqui»: at least «Richieste»"},
      {"colloqui al massimo richieste", "«colloqui»: non deve superare «Richieste»",
       "«colloqui»: at most «Richieste»"},
      {"assistenti al massimo 5 FTE", "«Assistenti sociali»: al massimo 5 FTE",
       "«Assistenti sociali»: at most 5 FTE"},
      {"assistenti più di 1 FTE", "«Assistenti sociali»: serve più di 1 FTE",
       "«Assistenti sociali»: more than 1 FTE"},
      {"non assistenti più di 1 FTE", "«Assistenti sociali»: al massimo 1 FTE",
       "«Assistenti sociali»: at most 1 FTE"},
      {"assistenti pari a 2 FTE", "«Assistenti sociali»: servono esattamente 2 FTE",
       "«Assistenti sociali»: exactly 2 FTE"},
      {"assistenti almeno dovuti - 3 FTE",
       "«Assistenti sociali»: deve essere almeno pari a «Dovuti» − 3 FTE",
       "«Assistenti sociali»: at least «Dovuti» − 3 FTE"},
      {"2 * (assistenti + 1 FTE) almeno min(dovuti; 3 FTE) - 1 FTE",
       "2 × («Assistenti sociali» + 1 FTE): deve essere almeno pari a (il minore tra «Dovuti» e 3 "
       "FTE) − 1 FTE",
       "2 × («Assistenti sociali» + 1 FTE): at least (the least of «Dovuti» and 3 FTE) − 1 FTE"},
      {"attivo", "«Servizio attivo»: deve esserci", "«Servizio attivo»: must be there"},
      {"non sospeso", "«Servizio sospeso»: non deve esserci",
       "«Servizio sospeso»: must not be there"},
      {"forma pari a consorzio", "«Forma» deve essere consorzio", "«Forma» must be consorzio"},
      {"forma diverso da consorzio", "«Forma» non deve essere consorzio",
       "«Forma» must not be consorzio"},
      {"attivo e non sospeso",
       "Servono tutte queste cose: «Servizio attivo»: deve esserci; «Servizio sospeso»: non deve "
       "esserci",
       "All of these are needed: «Servizio attivo»: must be there; «Servizio sospeso»: must not be "
       "there"},
      {"non (sospeso e attivo)",
       "Ne basta una di queste: «Servizio sospeso»: non deve esserci; «Servizio attivo»: non deve "
       "esserci",
       "One of these is enough: «Servizio sospeso»: must not be there; «Servizio attivo»: must not "
       "be there"},
      {"per ogni w in comuni: w.via", "per ogni riga di «Comuni»: «Via fittizia»: deve esserci",
       "for every row of «Comuni»: «Via fittizia»: must be there"},
      {"non (per ogni w in comuni: w.via)", "serve almeno una riga di «Comuni»: «Via fittizia»: no",
       "at least one row is needed of «Comuni»: «Via fittizia»: no"},
      {"esiste w in comuni dove w.via e w.nome pari a \"Lodi\"",
       "serve almeno una riga di «Comuni» per cui «Via fittizia»: sì e «nome» è «Lodi»",
       "at least one row is needed of «Comuni» for which «Via fittizia»: yes and «nome» is «Lodi»"},
      {"conta(w in comuni) almeno 3", "quante righe di «Comuni»: servono almeno 3",
       "how many rows of «Comuni»: at least 3"},
      {"per ogni w in nuclei: w.incontro al massimo w.patto + 120 giorni",
       "per ogni riga di «Nuclei»: «Incontro»: entro 120 giorni da «Patto»",
       "for every row of «Nuclei»: «Incontro»: by 120 giorni from «Patto»"},
      {"delibera al massimo 31 marzo 2025", "«Delibera»: entro il 31 marzo 2025",
       "«Delibera»: by 31 March 2025"},
      {"delibera meno di mai", "«Delibera»: deve esserci", "«Delibera»: must be there"},
      {"fine(convenzione) almeno data_di_rilevazione",
       "l'ultimo giorno di «Convenzione»: non prima del giorno della rilevazione",
       "the last day of «Convenzione»: not before the day of the survey"},
      {"data_di_rilevazione - delibera al massimo 30 giorni",
       "i giorni da «Delibera» al giorno della rilevazione: al massimo 30 giorni",
       "the days from «Delibera» to the day of the survey: at most 30 giorni"},
      {"ore_scoperte_anno(unione(dedicato; servizi)) pari a 0 ore",
       "le ore dell'anno che restano scoperte con «Orario dedicato» e «Orario dei servizi» "
       "insieme: "
       "devono essere 0 ore",
       "the hours of the year left uncovered by «Orario dedicato» and «Orario dei servizi» "
       "together: "
       "exactly 0 ore"},
      {"somma(assistenti; anni 3) almeno anno_precedente(assistenti)",
       "«Assistenti sociali» in 3 anni, compreso quello dei dati: deve essere almeno pari a "
       "«Assistenti sociali» dell'anno prima",
       "«Assistenti sociali» over 3 years, that of the data included: at least «Assistenti "
       "sociali» of the year before"},
      {"totale(assistenti; progetto) almeno 10 FTE",
       "il totale di «Assistenti sociali» nel gruppo «Progetto»: servono almeno 10 FTE",
       "the total of «Assistenti sociali» in the group «Progetto»: at least 10 FTE"},
      {"se attivo allora assistenti almeno 2 FTE altrimenti sospeso",
       "Secondo il caso: Se «Servizio attivo»: sì: «Assistenti sociali»: servono almeno 2 FTE; "
       "Altrimenti: «Servizio sospeso»: deve esserci",
       "Depending on the case: If «Servizio attivo»: yes: «Assistenti sociali»: at least 2 FTE; "
       "Otherwise: «Servizio sospeso»: must be there"},
      {"colloqui / 1 persone almeno 2", "«colloqui»: servono almeno 2", "«colloqui»: at least 2"},
      {"(colloqui + richieste) / 1 persone * 3 almeno 2",
       "(«colloqui» + «Richieste») × 3: servono almeno 2",
       "(«colloqui» + «Richieste») × 3: at least 2"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.condition));
    const World world(std::string(kBase) +
                      "regola r \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2021 "
                      "requisito q: " +
                      row.condition);
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Typed& typed = world.rulebook().typed;
    const typed::RuleVersion& version = typed.rules[RuleId{0}].versions[0];
    const auto said = [&](Language language) {
      return phrases::on_one_line(phrases::say_condition(version.requirements[0].condition,
                                                         phrases::Mood::asked, typed,
                                                         version.in_force, language));
    };
    CHECK(said(Language::italian) == row.italian);
    CHECK(said(Language::english) == row.english);
  }
}

TEST_CASE("a version of a rule has the last value that its numbers take in its days") {
  const World world(kBase);
  REQUIRE_MESSAGE(world.good(), world.messages());
  const typed::Parameter& level = world.rulebook().typed.parameters[ParameterId{0}];
  const auto value = [&](const Period& when) { return phrases::last_value(level, when).text; };
  CHECK(value({*make_day(2021, 1, 1), *make_day(2023, 12, 31)}) == "1 FTE ogni 6500 abitanti");
  CHECK(value({*make_day(2021, 1, 1), std::nullopt}) == "1 FTE ogni 5000 abitanti");
  CHECK(value({*make_day(2025, 1, 1), std::nullopt}) == "1 FTE ogni 5000 abitanti");
}

TEST_CASE("the pages of packs, as recorded") {
  // One of numbers; one of rows, days and groups that amends the pack that it stands on; one that
  // adds to rules of the pack below, gives them other titles and ends them.
  const std::vector<std::vector<std::string>> packs = {{"piccolo", "rules.leps"},
                                                       {"righe", "rules.leps", "sopra.leps"},
                                                       {"modifiche", "legge.leps", "regione.leps"}};
  for (const auto& pack : packs) {
    const std::string folder = std::string(LEPS_TEST_DIR) + "/golden/doc/good/" + pack[0] + "/";
    SourceMap sources;
    for (std::size_t i = 1; i < pack.size(); ++i) sources.add(pack[i], read(folder + pack[i]));
    DiagnosticBag bag;
    const std::optional<Rulebook> rulebook = compile(sources, bag);
    for (const Diagnostic& diagnostic : bag.all()) CHECK(diagnostic.message.it == "");
    REQUIRE(rulebook);
    const ast::Program program = parse(sources, bag);
    compare(folder + "expected.it.html", all_pages(*rulebook, program, Language::italian));
    compare(folder + "expected.en.html", all_pages(*rulebook, program, Language::english));
  }
}

TEST_CASE("a name that is no file's name on some system still has a page of its own") {
  std::string rules = kBase;
  const std::string rest =
      " \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2021 requisito q: attivo\n";
  const std::vector<std::string> names = {
      "con", "Con", "cÒn", "città", std::string(300, 'x'), std::string(300, 'x') + "y"};
  for (const std::string& name : names) rules += "regola " + name + rest;
  const World world(rules);
  REQUIRE_MESSAGE(world.good(), world.messages());
  std::set<std::string> files;
  for (const lawbook::DocPage& page : lawbook::write_doc(world.rulebook(), {}, Language::italian)) {
    CAPTURE(page.name);
    CHECK(files.insert(page.name).second);
    CHECK(page.name.size() < 200);
    CHECK(page.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-.") ==
          std::string::npos);
  }
  CHECK(files.size() == names.size() + 8);
}
