#include "resolve/resolve.hpp"

#include "base/nearest.hpp"
#include "unit/resolve/packs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::test;

namespace {

const Mistake kMistakes[] = {
    {"a misspelt datum is named with the nearest one", "calcolo c : FTE = asistenti",
     "name/unknown", "asistenti",
     "'asistenti' non è dichiarato da nessuna parte; qui serve il nome di un dato",
     "did you mean 'assistenti'?"},
    {"used three times, said once", "calcolo c : FTE = operatori + operatori + operatori",
     "name/unknown", "operatori",
     "| «operatori» usato anche qui | «operatori» usato anche qui > correggi",
     "correct the name, or declare it"},
    {"a category that nobody declares",
     "regola r \"R\" categoria LEP secondo legge in vigore dal 2021-01-01 requisito q: attivo",
     "name/unknown", "LEP", "serve una categoria", "did you mean 'LEPS'?"},
    {"a source that nobody declares",
     "parametro p : quota dal 2021-01-01 vale 90% verificato secondo lege", "name/unknown", "lege",
     "serve una fonte", "did you mean 'legge'?"},
    {"a rule that nobody declares",
     "regola rete \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo "
     "dopo rette",
     "name/unknown", "rette", "serve una regola", "did you mean 'rete'?"},
    {"a lever that nobody declares",
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
     "requisito q: assistenti almeno 1 FTE si colma con asistenti",
     "name/unknown", "asistenti", "serve un dato", "did you mean 'assistenti'?"},
    {"an example gives a datum that nobody declares",
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo\n"
     "esempio \"e\" anno 2025 ativo = sì attesi r soddisfatto",
     "name/unknown", "ativo", "serve il nome di un dato o di un elenco", "did you mean 'attivo'?"},
    {"an example expects a requirement that the rule does not have",
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito quota_a: "
     "attivo\n"
     "esempio \"e\" anno 2025 attivo = sì attesi r.quota_b soddisfatto",
     "name/unknown", "quota_b", "serve un requisito della regola 'r'", "did you mean 'quota_a'?"},
    {"an example expects a check that nobody declares",
     "controllo stabili \"S\" attivo\nesempio \"e\" anno 2025 attesi stabli segnala",
     "name/unknown", "stabli", "serve un controllo", "did you mean 'stabili'?"},
    {"a check has no verdict",
     "controllo k \"K\" attivo\nesempio \"e\" anno 2025 attesi k soddisfatto", "name/wrong-kind",
     "k",
     "'k' è un controllo; qui serve una regola | «k» è dichiarato qui > di un controllo scrivi 'k "
     "segnala' o 'k non segnala'",
     "of a check write"},
    {"a check has no value",
     "controllo k \"K\" attivo\nesempio \"e\" anno 2025 attesi k = non_vigente", "name/wrong-kind",
     "k", "qui serve un calcolo", "a computed amount is needed here"},
    {"a word of no list",
     "parametro p : uno di alto, basso dal 2021-01-01 vale bassso verificato secondo legge",
     "value/wrong-type", "bassso",
     "qui serve una parola di 'uno di alto, basso', e questo è 'bassso'", "did you mean 'basso'?"},

    {"a truth in capitals",
     "esempio \"e\" anno 2025 attivo = SÌ attesi r soddisfatto\n"
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo",
     "value/wrong-type", "SÌ", "e questo è 'SÌ' > si scrive 'sì'", "> it is written 'sì'"},
    {"a truth in words", "calcolo c : FTE = se vero allora 1 FTE altrimenti 2 FTE",
     "syntax/everyday-words", "vero", "'vero' si scrive 'sì'", "is written 'sì'"},
    {"today",
     "dato x : data\nregola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
     "requisito q: x al massimo oggi",
     "syntax/everyday-words", "oggi", "'oggi' si scrive 'data_di_rilevazione' > è il giorno",
     "the day that the data are of"},
    {"a field without its row",
     "elenco comuni campo posti : persone\n"
     "calcolo c : persone = somma(posti per ogni c1 in comuni)",
     "name/wrong-kind", "posti",
     "'posti' è un campo dell'elenco 'comuni'; qui serve anche la riga di cui è il campo | «c1» la "
     "riga è questa > scrivi 'c1.posti'",
     "write 'c1.posti'"},

    {"a rule where a number is needed",
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo\n"
     "calcolo c : FTE = r",
     "name/wrong-kind", "r", "'r' è una regola; qui serve il nome di un dato",
     "'r' is a rule; the name of a datum"},
    {"a unit where a number is needed", "calcolo c : FTE = FTE", "name/wrong-kind", "FTE",
     "'FTE' è un'unità", "'FTE' is a unit"},
    {"a source where a category is needed",
     "regola r \"R\" categoria legge secondo legge in vigore dal 2021-01-01 requisito q: attivo",
     "name/wrong-kind", "legge", "'legge' è una fonte; qui serve una categoria", "is a source"},
    {"a parameter is no lever",
     "parametro p : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n"
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
     "requisito q: assistenti almeno p si colma con p",
     "name/wrong-kind", "p", "'p' è un parametro; qui serve un dato", "it is declared here"},
    {"a datum is given, not expected",
     "esempio \"e\" anno 2025 assistenti = 1 attesi assistenti = 1", "name/wrong-kind",
     "assistenti", "'assistenti' è un dato; qui serve un calcolo", "a computed amount is needed"},
    {"an amount has no verdict",
     "calcolo c : FTE = assistenti\nesempio \"e\" anno 2025 assistenti = 1 attesi c soddisfatto",
     "name/wrong-kind", "c", "'c' è un calcolo; qui serve una regola", "a rule is needed here"},

    {"an amount finds nothing",
     "calcolo c : FTE = assistenti\nesempio \"e\" anno 2025 attesi c non segnala",
     "name/wrong-kind", "c", "'c' è un calcolo; qui serve un controllo", "a check is needed here"},

    {"two data of one name", "dato attivo : FTE", "name/declared-twice", "attivo",
     "il nome 'attivo' è già preso: è un dato | «attivo» il primo è qui", "it is a datum"},
    {"data and parameters share their names",
     "parametro attivo : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge",
     "name/declared-twice", "attivo", "è un dato", "change one of the two names"},
    {"data and words share their names", "dato d : uno di attivo, spento", "name/declared-twice",
     "attivo", "è un dato", "it is a datum"},
    {"two orderings of one name", "ordine mio per costo\nordine mio per categoria",
     "name/declared-twice", "mio", "è un ordine", "it is an order"},
    {"two requirements of one name",
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo "
     "requisito q: assistenti almeno 1 FTE",
     "name/declared-twice", "q", "è un requisito di questa regola", "a requirement of this rule"},
    {"one unit twice in one file", "unità ore, FTE", "name/declared-twice", "FTE", "è un'unità",
     "it is a unit"},
    {"the same datum twice in one file", "dato x : FTE\ndato x : FTE", "name/declared-twice", "x",
     "cambia uno dei due nomi", "change one"},
    {"a datum that is not the same in two files",
     "dato x : FTE\n---\npacchetto b versione \"1\"\n"
     "unità persone\ndato x : persone",
     "name/declared-twice", "x", "solo se è identica; queste due sono diverse", "these two differ"},

    {"a rule after the same rule twice",
     "regola a \"A\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo\n"
     "regola b \"B\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: attivo "
     "dopo a, a",
     "name/repeated", "a", "'a' è già in questo elenco | «a» già qui", "already in this list"},
    {"a list with a word twice", "dato d : uno di alto, basso, alto", "name/repeated", "alto",
     "'alto' è già in questo elenco", "take it away"},
    {"a source twice", "calcolo c : FTE = assistenti secondo legge, legge", "name/repeated",
     "legge", "'legge' è già", "already here"},

    {"a misspelt unit", "dato x : abitanto", "unit/unknown", "abitanto",
     "l'unità 'abitanto' non è dichiarata > forse volevi dire 'abitanti'?", "did you mean"},
    {"a unit that nobody declares, in a formula", "calcolo c : FTE = assistenti + 3 mq",
     "unit/unknown", "mq", "aggiungila alla riga 'unità'", "add it to the line 'unità'"},
    {"one time unit is known under its own names only", "calcolo c : ore = 3 oree", "unit/unknown",
     "oree", "forse volevi dire 'ore'?", "did you mean 'ore'?"},

    {"a slip in the name of one file's pack", "\n---\npacchetto prva versione \"1\"",
     "pack/name-slip", "prva",
     "il pacchetto 'prva' differisce di una sola lettera da 'prova' | «prova» l'altro è qui",
     "the files of a package all spell its name the same way"},
    {"a datum that nobody uses, one letter from another", "dato asistenti : FTE", "name/slip",
     "asistenti",
     "nessuno usa 'asistenti', che differisce di una sola lettera da 'assistenti' | «assistenti» "
     "l'altro è qui",
     "if it is the same, spell it the same way"},
    {"a datum that only an example of another year gives is used",
     "dato lisino : FTE\ndato listino : FTE\nregola r \"R\" categoria LEPS secondo legge in vigore "
     "dal 2021-01-01 requisito q: attivo\nesempio \"e\" anno 2025 altro anno 2024 listino = 3 "
     "attesi "
     "r soddisfatto",
     "name/slip", "lisino", "nessuno usa 'lisino', che differisce di una sola lettera da 'listino'",
     "it is the same"},
    {"a category that nobody uses, one letter from one that is",
     "categoria LEPSS \"X\"\nregola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
     "requisito q: attivo",
     "name/slip", "LEPSS", "nessuno usa 'LEPSS', che differisce di una sola lettera da 'LEPS'",
     "it is the same"},
    {"the later of two that nobody uses", "dato tariffa : FTE\ndato tarifa : FTE", "name/slip",
     "tarifa",
     "nessuno usa 'tarifa', che differisce di una sola lettera da 'tariffa' | «tariffa» l'altro è "
     "qui",
     "the other is here"},
    {"the one that nobody uses, though it came first",
     "dato tariffa : FTE\ndato tarifa : FTE\ncalcolo c : FTE = tarifa", "name/slip", "tariffa",
     "nessuno usa 'tariffa', che differisce di una sola lettera da 'tarifa'", "the other is here"},
    {"four places of an unknown name are shown",
     "calcolo c : FTE = boh + boh + boh + boh + boh + boh", "name/unknown", "boh",
     "| «boh» usato anche qui | «boh» usato anche qui | «boh» usato anche qui > correggi il nome",
     "used here too | «boh» used here too | «boh» used here too > correct"},
    {"another unit than the one that is needed", "calcolo c : sì/no = assistenti almeno 2 operai",
     "unit/expected", "operai", "qui serve un numero in FTE, e l'unità 'operai' non è dichiarata",
     "write 'FTE' in place of 'operai'"},
    {"a field twice", "elenco voci \"E\" campo a : testo campo a : testo", "name/declared-twice",
     "a", "è un campo di questo elenco | «a» il primo è qui", "a field of this table"},
    {"a table and a datum of one name", "elenco attivo \"E\" campo a : testo",
     "name/declared-twice", "attivo", "è un dato | «attivo» il primo è qui", "it is a datum"},
    {"two groups of one name", "gruppo g \"G\"\ngruppo g \"G\"", "name/declared-twice", "g",
     "è un gruppo", "it is a group"},
    {"two checks of one name", "controllo k \"K\" attivo\ncontrollo k \"K\" attivo",
     "name/declared-twice", "k", "è un controllo", "it is a check"},
    {"an amount is said once, in whatever file",
     "calcolo c : FTE = assistenti\n---\npacchetto prova versione \"1\"\ncalcolo c : FTE = "
     "assistenti",
     "name/declared-twice", "c", "è un calcolo | «c» il primo è qui > cambia uno", "change one"},

    {"a pack that is not there",
     "\n---\npacchetto sopra versione \"1\" estende ignota versione \"3\"", "layer/unknown-pack",
     "ignota",
     "il pacchetto 'ignota' versione \"3\" non è tra quelli letti > dai al comando anche i file",
     "give the command the files of that package too"},
    {"a pack that is nearly there",
     "\n---\npacchetto sopra versione \"1\" estende prove versione \"1\"", "layer/unknown-pack",
     "prove", "> forse volevi dire 'prova'?", "did you mean 'prova'?"},
    {"another version of it", "\n---\npacchetto sopra versione \"1\" estende prova versione \"2\"",
     "layer/other-version", "\"2\"",
     "si estende la versione \"2\", ma quella letta è \"1\" | «prova» il pacchetto è qui",
     "version \"2\" of 'prova' is extended here, but the one read is \"1\""},
    {"itself", "\n---\npacchetto sopra versione \"1\" estende sopra versione \"1\"", "layer/circle",
     "sopra", "il pacchetto 'sopra' finisce per estendere se stesso", "ends up extending itself"},
    {"itself, by way of two others",
     "\n---\npacchetto primo versione \"1\" estende altro versione \"1\"\n---\npacchetto altro "
     "versione \"1\" estende terzo versione \"1\"\n---\npacchetto terzo versione \"1\" estende "
     "primo "
     "versione \"1\"",
     "layer/circle", "altro", "il pacchetto 'primo' finisce per estendere se stesso",
     "'primo' ends up extending itself"},
    {"one that stands on a circle is in none",
     "\n---\npacchetto primo versione \"1\" estende altro versione \"1\"\n---\npacchetto altro "
     "versione \"1\" estende altro versione \"1\"",
     "layer/circle", "altro", "il pacchetto 'altro' finisce per estendere se stesso",
     "'altro' ends up extending itself"},
    {"two versions of one pack", "\n---\npacchetto prova versione \"2\"", "pack/two-versions",
     "\"2\"", "il pacchetto 'prova' è qui in due versioni, \"1\" e \"2\"", "the first is here"},
};

}  // namespace

TEST_CASE("resolve: each mistake gets its one message, at its place, in both languages") {
  std::set<std::string> seen;
  for (const Mistake& row : kMistakes) {
    CAPTURE(std::string(row.why));
    const Packs packs(row.pack);
    const std::string italian = describe(packs.bag, packs.sources);
    const std::string english = describe(packs.bag, packs.sources, Language::english);
    CAPTURE(italian);
    CAPTURE(english);
    CHECK(packs.bag.all().size() == 1);
    CHECK(italian.starts_with(std::string(row.code) + " «" + row.place + "»"));
    CHECK(italian.find(row.italian) != std::string::npos);
    CHECK(english.find(row.english) != std::string::npos);
    seen.insert(row.code);
  }
  seen.erase("syntax/everyday-words");  // is told by syntax/, too
  CHECK(seen ==
        codes_beginning_with({"name/", "pack/", "unit/unknown", "unit/expected", "value/wrong-type",
                              "layer/unknown-pack", "layer/other-version", "layer/circle"}));
}

TEST_CASE("resolve: what may be said twice is one thing") {
  struct Row {
    std::string why;
    const char* pack;
    std::size_t data, rules;
  };
  const Row rows[] = {
      {"the same declarations in two files",
       "dato x : FTE \"Ics\"\n---\npacchetto altro versione \"1\"\nunità FTE, ore\nfonte legge "
       "\"La "
       "legge\"\ncategoria LEPS \"Livello essenziale\"\ndato x:FTE \"Ics\"",
       4, 0},
      {"the same in the other language",
       "dato x : FTE almeno 0\n---\npackage other version \"1\"\nunits FTE\ndatum x : FTE at least "
       "0",
       4, 0},
      {"names that only a lever, an example, another year or the rows use are no slips",
       "dato zeta : FTE almeno 0\ndato zetta : FTE\ndato zettta : FTE\ndato zetttta : FTE\n"
       "elenco zettttta \"Z\" campo presente : sì/no\n"
       "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: (esiste "
       "w "
       "in zettttta dove w.presente) e zetta almeno 3 FTE si colma con zeta\n"
       "esempio \"e\" anno 2025 zettta = 1 altro anno 2024 zetttta = 1 attesi r soddisfatto",
       9, 1},
      {"versions of one rule",
       "regola r \"R\" categoria LEPS secondo legge in vigore dal 2022-01-01 requisito q: attivo\n"
       "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 al 2021-12-31 "
       "requisito q: attivo",
       3, 1},
      {"two files of one pack", "\n---\npacchetto prova versione \"1\"\nunità FTE\ndato y : FTE", 4,
       0},
      {"a rule and a datum of one name: nothing takes the one for the other",
       "regola attivo \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
       "requisito q: attivo",
       3, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const Packs packs(row.pack);
    CHECK(describe(packs.bag, packs.sources) == "");
    CHECK(packs.resolved.data.size() == row.data);
    CHECK(packs.resolved.rules.size() == row.rules);
  }
}

TEST_CASE("resolve: versions of a rule come by their first day") {
  const Packs packs(
      "regola r \"Nuova\" categoria LEPS secondo legge in vigore dal 2022-01-01 requisito q: "
      "attivo\n"
      "regola r \"Vecchia\" categoria LEPS secondo legge in vigore dal 2021-01-01 al 2021-12-31 "
      "requisito q: attivo");
  REQUIRE(packs.resolved.rules.size() == 1);
  const auto& versions = packs.resolved.rules[RuleId{0}].versions;
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].decl->title.text == "Vecchia");
  CHECK(versions[1].decl->title.text == "Nuova");
}

TEST_CASE("resolve: names mean what they were declared to be") {
  const Packs packs(
      "parametro p : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n"
      "calcolo a : FTE = assistenti + p\ncalcolo b : FTE = a\n"
      "dato livello : uno di alto, basso\ncalcolo c : sì/no = livello pari a basso");
  CHECK(describe(packs.bag, packs.sources) == "");
  std::string meanings;
  for (const auto& [expr, referent] : packs.resolved.referents) {
    const auto& written = std::get<ast::Name>(packs.program.exprs[expr].node);
    const char* kinds[] = {"datum", "parameter", "computed", "word"};
    meanings += written.text + ":" + kinds[referent.index()] + " ";
  }
  CHECK(meanings == "assistenti:datum p:parameter a:computed livello:datum basso:word ");
}

TEST_CASE("resolve: what could not be read is not reported again where it is used") {
  const Packs packs(
      "dato operatori FTE\n"  // the colon is missing: parse/ says so
      "calcolo c : FTE = operatori + asistenti");
  std::size_t unknown = 0;
  for (const Diagnostic& found : packs.bag.all()) unknown += found.code == Code::name_unknown;
  CHECK(unknown == 1);  // asistenti, not operatori
  CHECK(packs.resolved.incomplete);
}

TEST_CASE("resolve: slips are found among many names as they are among each two") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 100; ++round) {
    std::set<std::string> names;
    while (names.size() < 40) {
      std::string name = "z";
      for (std::size_t i = random() % 4 + 2; i > 0; --i) name += "abc12"[random() % 5];
      names.insert(name);
    }
    std::vector<std::string> declared(names.begin(), names.end());
    std::shuffle(declared.begin(), declared.end(), random);
    std::string text;
    for (const std::string& name : declared) text += "dato " + name + " : FTE\n";
    const Packs packs(text);

    std::string expected, found;
    std::size_t slips = 0;
    for (std::size_t i = 0; i < declared.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!one_slip_apart(declared[i], declared[j])) continue;
        if (++slips <= kMostAlike) expected += declared[i] + "~" + declared[j] + " ";
        break;
      }
    }
    for (const Diagnostic& each : packs.bag.all()) {
      REQUIRE(each.code == Code::name_slip);
      if (!each.alike.empty()) continue;
      found += std::string(packs.sources.text(*each.where)) + "~" +
               std::string(packs.sources.text(each.labels.front().where)) + " ";
    }
    CHECK(found == expected);
    CHECK(packs.bag.count() == slips);
  }
}
