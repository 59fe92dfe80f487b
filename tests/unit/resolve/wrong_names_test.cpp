// Names that people write because they know them from elsewhere, or that mean something else here:
// each is told what to write in its place.
#include "unit/resolve/packs.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace leps::test;

namespace {

#define RULE_ASKING \
  "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: "
#define EXPECTING "esempio \"e\" anno 2025 attesi "
#define GIVEN_DATA "esempio \"e\" anno 2025 "
#define SOME_DATA                                                                     \
  "dato forma : uno di sola, mista\ndato giorno_x : data\ndato contratto : periodo\n" \
  "dato apertura : orario\ndato nota_x : testo\ndato parte_x : quota\n"
#define ENGLISH "package en version \"1\"\n"

void check_names(const std::vector<Mistake>& rows) {
  for (const Mistake& row : rows) {
    CAPTURE(row.why);
    const Packs packs(row.pack);
    const std::string italian = describe(packs.bag, packs.sources);
    const std::string english = describe(packs.bag, packs.sources, Language::english);
    CAPTURE(italian);
    CAPTURE(english);
    CHECK(packs.bag.all().size() == 1);
    CHECK(italian.starts_with(std::string(row.code) + " «" + row.place + "»"));
    CHECK(italian.find(row.italian) != std::string::npos);
    CHECK(english.find(row.english) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("wrong names: a type by another name is told its own, in the language of the file") {
  check_names({
      {"a share", "dato d : percentuale", "type/unknown", "percentuale",
       "'percentuale' non è un tipo", "> the type is called 'quota'"},
      {"a truth", "dato d : Booleano", "type/unknown", "Booleano", "> il tipo si chiama 'sì/no'",
       "is no type"},
      {"a text", "parametro d : stringa dal 2021-01-01 vale 3 verificato secondo legge",
       "type/unknown", "stringa", "> il tipo si chiama 'testo'", "'testo'"},
      {"money", "calcolo d : importo = 3 euro", "type/unknown", "importo",
       "> il tipo è l'unità: scrivi euro", "the type is the unit: write euro"},
      {"a whole number", "elenco voci \"E\" campo d : integer", "type/unknown", "integer",
       "dove non ce n'è, 'numero'", "where there is none, 'numero'"},
      {"a timetable", "dato d : calendario", "type/unknown", "calendario",
       "> il tipo si chiama 'orario'", "'orario'"},
      {"a choice", "dato d : scelta", "type/unknown", "scelta",
       "scrivi le parole possibili: uno di", "write the possible words: uno di"},
      {"a truth, in English", ENGLISH "datum d : boolean", "type/unknown", "boolean",
       "> il tipo si chiama 'yes/no'", "> the type is called 'yes/no'"},
      {"a share, in English", ENGLISH "datum d : percentage", "type/unknown", "percentage",
       "> il tipo si chiama 'share'", "'share'"},
      {"money, in English", ENGLISH "units euro\ndatum d : amount", "type/unknown", "amount",
       "nella riga 'units'", "in the line 'units'"},
  });
  const Packs declared("unità importo, stringa\ndato d : importo\ndato f : stringa/abitanti");
  CHECK(describe(declared.bag, declared.sources) == "");
}

TEST_CASE("wrong names: months and years are no units, and capitals are no other name") {
  check_names({
      {"a month", "parametro p : ore dal 2021-01-01 vale 2 mesi verificato secondo legge",
       "unit/expected", "mesi", "> mesi e anni non hanno una lunghezza sola: scrivi '60 giorni'",
       "write '60 giorni'"},
      {"a month after a date", SOME_DATA "calcolo c : data = giorno_x + 1 mese", "unit/unknown",
       "mese", "scrivi '30 giorni'", "no single length"},
      {"as a type", "dato d : trimestri", "unit/unknown", "trimestri", "conta in giorni",
       "count in days"},
      {"a month, in English", ENGLISH "datum d : date\ncomputed c : date = d + 3 months",
       "unit/unknown", "months", "scrivi '90 days'", "write '90 days'"},
      {"small letters", "parametro p : FTE dal 2021-01-01 vale 1 fte verificato secondo legge",
       "unit/expected", "fte", "forse volevi dire 'FTE'?", "did you mean 'FTE'?"},
      {"capitals", "calcolo c : FTE = ASSISTENTI", "name/unknown", "ASSISTENTI",
       "forse volevi dire 'assistenti'?", "did you mean 'assistenti'?"},
      {"words of a longer name",
       "categoria STANDARD_REGIONALE \"S\"\nregola r \"R\" categoria STANDARD secondo legge in "
       "vigore dal 2021-01-01 requisito q: attivo",
       "name/unknown", "STANDARD", "forse volevi dire 'STANDARD_REGIONALE'?", "did you mean"},
      {"what there is", "calcolo c : FTE = totale(assistenti; area)\ngruppo zona \"Z\"",
       "name/unknown", "area", "> qui si può scrivere: zona", "> here may stand: zona"},
      {"a hyphen",
       "parametro livello_base : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n"
       "parametro livello_alto : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n"
       "calcolo c : FTE = livello-base",
       "name/unknown", "livello-base", "forse volevi dire 'livello_base'?", "did you mean"},
  });
}

TEST_CASE("wrong names: where the type is known, a word is told how its values are written") {
  check_names({
      {"another unit",
       RULE_ASKING "attivo\n" GIVEN_DATA "assistenti = 2 operai attesi r soddisfatto",
       "unit/expected", "operai", "qui serve un numero in FTE", "> write 'FTE' in place of"},
      {"a datum as a unit", RULE_ASKING "assistenti almeno 5 popolazione", "unit/expected",
       "popolazione", "qui serve un numero in FTE", "if you multiply it '*' (2 * popolazione)"},
      {"in a bound", "dato d : FTE almeno 0 operai", "unit/expected", "operai", "un numero in FTE",
       "a number in FTE"},
      {"of a row",
       "elenco l \"L\" campo n : persone\n" RULE_ASKING "attivo\n" GIVEN_DATA
       "l = [(n = 3 teste)] attesi r soddisfatto",
       "unit/expected", "teste", "un numero in persone", "write 'persone' in place of 'teste'"},
      {"a text",
       SOME_DATA RULE_ASKING "attivo\n" GIVEN_DATA "nota_x = Caritas attesi r soddisfatto",
       "value/wrong-type", "Caritas", "> un testo sta fra virgolette: \"Caritas\"",
       "between quotes: \"Caritas\""},
      {"a text that is compared", SOME_DATA RULE_ASKING "nota_x pari a Caritas", "value/wrong-type",
       "Caritas", "qui serve un testo", "a text is needed here"},
      {"a text of a row",
       "elenco l \"L\" campo n : testo\n" RULE_ASKING "esiste x in l dove x.n pari a Caritas",
       "value/wrong-type", "Caritas", "qui serve un testo", "a text is needed here"},
      {"a yes", RULE_ASKING "attivo\n" GIVEN_DATA "attivo = SÌ attesi r soddisfatto",
       "value/wrong-type", "SÌ", "qui serve 'sì' o 'no', e questo è 'SÌ' > si scrive 'sì'",
       "it is written 'sì'"},
      {"a truth", RULE_ASKING "attivo pari a vero", "value/wrong-type", "vero", "> si scrive 'sì'",
       "'sì'"},
      {"a no, in English",
       ENGLISH
       "source s \"S\"\ncategory A \"A\"\ndatum d : yes/no\nrule r \"R\" category A according to "
       "s in force from 2021-01-01 requirement q: d\nexample \"e\" year 2025 d = False expect r "
       "met",
       "value/wrong-type", "False", "> si scrive 'no'", "> it is written 'no'"},
      {"a word of the list", SOME_DATA RULE_ASKING "forma pari a altra", "value/wrong-type",
       "altra", "le parole possibili sono: sola, mista", "the possible words are: sola, mista"},
      {"a misspelt one",
       SOME_DATA RULE_ASKING "attivo\n" GIVEN_DATA "forma = misto attesi r soddisfatto",
       "value/wrong-type", "misto", "forse volevi dire 'mista'?", "did you mean 'mista'?"},
      {"a day", SOME_DATA RULE_ASKING "attivo\n" GIVEN_DATA "giorno_x = ieri attesi r soddisfatto",
       "value/wrong-type", "ieri", "una data si scrive 31 dicembre 2025", "a date is written"},
      {"a period",
       SOME_DATA RULE_ASKING "attivo\n" GIVEN_DATA "contratto = sempre attesi r soddisfatto",
       "value/wrong-type", "sempre", "un periodo si scrive: dal 2025-01-01 al",
       "a period is written"},
      {"a timetable",
       SOME_DATA RULE_ASKING "attivo\n" GIVEN_DATA "apertura = mattina attesi r soddisfatto",
       "value/wrong-type", "mattina", "un orario sta fra virgolette", "stands between quotes"},
      {"a share",
       SOME_DATA RULE_ASKING "attivo\n" GIVEN_DATA "parte_x = tanta attesi r soddisfatto",
       "value/wrong-type", "tanta", "con il segno %", "with the sign %"},
      {"a name that is misspelt in a comparison stays a name",
       RULE_ASKING "assistenti almeno asistenti", "name/unknown", "asistenti",
       "forse volevi dire 'assistenti'?", "did you mean"},
  });
}

TEST_CASE("wrong names: a thing of another kind is called what it is, and told what is written") {
  const std::string check = "controllo k \"K\" attivo\n";
  const std::string rule = RULE_ASKING "attivo\n";
  const std::vector<std::pair<std::string, Mistake>> rows = {
      {check + EXPECTING "k soddisfatto",
       {"a check with a verdict", "", "name/wrong-kind", "k",
        "è un controllo; qui serve una regola", "of a check write 'k segnala' or 'k non segnala'"}},
      {rule + EXPECTING "r segnala",
       {"a rule that is raised", "", "name/wrong-kind", "r",
        "> di una regola si scrive il verdetto: r soddisfatto", "its verdict is written"}},
      {rule + EXPECTING "r = 3",
       {"a rule with a value", "", "name/wrong-kind", "r",
        "> di una regola si scrive il verdetto, senza '=': r soddisfatto", "without '='"}},
      {rule + "calcolo c : FTE = assistenti\n" EXPECTING "c soddisfatto",
       {"an amount with a verdict", "", "name/wrong-kind", "c",
        "> di un calcolo si scrive il valore: c = …", "its value is written"}},
      {rule + EXPECTING "assistenti = 3",
       {"a datum that is expected", "", "name/wrong-kind", "assistenti",
        "> si dà prima di 'attesi': assistenti = …", "it is given before 'attesi'"}},
      {rule + EXPECTING "q soddisfatto",
       {"a requirement without its rule", "", "name/wrong-kind", "q",
        "'q' è un requisito della regola 'r'; qui serve una regola | «q» è dichiarato qui > scrivi "
        "anche la sua regola: r.q",
        "write its rule too: r.q"}},
      {rule + "calcolo c : FTE = assistenti\n" GIVEN_DATA "c = 3 attesi r soddisfatto",
       {"an amount that is given", "", "name/wrong-kind", "c", "il suo valore si attende",
        "its value is expected, behind 'attesi'"}},
      {rule + GIVEN_DATA "r = sì attesi r soddisfatto",
       {"a verdict that is given", "", "name/wrong-kind", "r", "dopo 'attesi': r soddisfatto",
        "is expected, behind 'attesi'"}},
      {rule + "elenco l \"L\" campo n : persone\n" GIVEN_DATA "n = 3 attesi r soddisfatto",
       {"a field that is given", "", "name/wrong-kind", "n", "un campo dell'elenco 'l'",
        "in the rows of its table: l = [(n = …)]"}},
      {"elenco l \"L\" campo n : persone\ncalcolo c : persone = n",
       {"a field without its row", "", "name/wrong-kind", "n",
        "scrivi di quali righe: somma(r.n per ogni r in l)", "write of which rows"}},
      {rule + "calcolo c : sì/no = r e attivo",
       {"a rule in a condition", "", "name/wrong-kind", "r",
        "il verdetto di una regola non si può usare in un'espressione", "cannot be used"}},
      {rule + "calcolo c : sì/no = r.q e attivo",
       {"a requirement in a condition", "", "name/wrong-kind", "r", "il verdetto di una regola",
        "the verdict of a rule"}},
      {check + "calcolo c : sì/no = k e attivo",
       {"a check in a condition", "", "name/wrong-kind", "k", "un controllo guarda i dati",
        "a check looks at the data"}},
      {"gruppo g \"G\"\ncalcolo c : FTE = g",
       {"a group as a value", "", "name/wrong-kind", "g", "totale(x; g)", "the total is used"}},
      {"calcolo c : FTE = FTE",
       {"a unit as a value", "", "name/wrong-kind", "FTE", "un'unità sta dopo un numero: 1 FTE",
        "stands behind a number"}},
      {"calcolo c : FTE = assistenti\n" RULE_ASKING "assistenti almeno 1 FTE si colma con c",
       {"an amount as a lever", "", "name/wrong-kind", "c", "una leva è un dato dell'Ambito",
        "a lever is a datum"}},
      {"elenco l \"L\" campo n : persone\n" RULE_ASKING "assistenti almeno 1 FTE si colma con n",
       {"a field as a lever", "", "name/wrong-kind", "n", "non il campo di una riga",
        "not the field of a row"}},
      {rule + "regola s \"S\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito p: "
              "attivo dopo q",
       {"behind a requirement", "", "name/wrong-kind", "q",
        "'dopo' vuole una regola, non un requisito: dopo r", "takes a rule, not a requirement"}},
      {"regola s \"S\" categoria legge secondo legge in vigore dal 2021-01-01 requisito p: attivo",
       {"a source as a category", "", "name/wrong-kind", "legge", "> qui si può scrivere: LEPS",
        "> here may stand: LEPS"}},
  };
  for (const auto& [pack, row] : rows) {
    Mistake whole = row;
    whole.pack = pack.c_str();
    check_names({whole});
  }
}

TEST_CASE("wrong names: of two packs the one that extends is the second, however they are read") {
  const std::string lower = std::string(kPreamble) +
                            "parametro p : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n"
                            "calcolo c : FTE = assistenti\n" RULE_ASKING "assistenti almeno p";
  const std::string head = "pacchetto sopra versione \"1\" estende prova versione \"1\"\n";
  struct Layer {
    const char* upper;
    const char* hint;
  };
  const Layer rows[] = {
      {"parametro p : FTE dal 2026-01-01 vale 2 FTE verificato secondo legge",
       "è già del pacchetto 'prova': per cambiarlo scrivi: modifica parametro p"},
      {"dato popolazione : persone", "usalo com'è, senza dichiararlo di nuovo"},
      {"calcolo c : FTE = assistenti", "usalo com'è, senza dichiararlo di nuovo"},
      {"dato p : FTE", "è un nome del pacchetto 'prova', che questo estende: scegline un altro"},
  };
  for (const Layer& row : rows) {
    CAPTURE(row.upper);
    const std::string upper = head + row.upper;
    for (const std::string& text : {lower + "\n---\n" + upper, upper + "\n---\n" + lower}) {
      const Packs packs(text);
      const std::string messages = describe(packs.bag, packs.sources);
      CAPTURE(messages);
      REQUIRE(packs.bag.all().size() == 1);
      const Diagnostic& found = packs.bag.all().front();
      CHECK(found.code == Code::name_declared_twice);
      CHECK(packs.sources.text(found.where->source).starts_with("pacchetto sopra"));
      CHECK(messages.find(row.hint) != std::string::npos);
    }
  }
}

TEST_CASE("wrong names: parts in words, a fraction of no level, values that are not known") {
  check_names({
      {"half", RULE_ASKING "popolazione almeno metà di popolazione", "syntax/everyday-words",
       "metà", "'metà' si scrive '50%'", "'metà' is written '50%'"},
      {"double", RULE_ASKING "popolazione almeno doppio di popolazione", "syntax/everyday-words",
       "doppio", "'200%'", "'200%'"},
      {"a fraction of a number", RULE_ASKING "popolazione almeno 3 abitanti o frazione",
       "fraction/misplaced", "frazione", "livello di popolazione o frazione",
       "level di population o frazione"},
      {"fractions", RULE_ASKING "popolazione almeno 3 abitanti e frazioni", "fraction/misplaced",
       "frazioni", "livello di popolazione o frazione", ""},
      {"a part without 'di'", RULE_ASKING "popolazione almeno 1/3 popolazione", "unit/expected",
       "popolazione", "manca 'di' (50% di popolazione)", "'di' is missing"},
      {"days in short", "calcolo c : abitanti = 3 gg * 1 abitanti / 1 giorni", "unit/unknown", "gg",
       "> scrivi 'giorni'", "> write 'giorni'"},
      {"not known, in an example",
       RULE_ASKING "popolazione almeno 3 abitanti\n" GIVEN_DATA
                   "popolazione = nd attesi r soddisfatto",
       "value/wrong-type", "nd", "se non si sa scrivi '?'", "if it is not known write '?'"},
      {"not known, in a parameter",
       "parametro d : abitanti dal 2021-01-01 vale ignoto verificato secondo legge",
       "value/wrong-type", "ignoto", "scrivi il numero e la sua unità", "the number and its unit"},
  });
}

TEST_CASE("wrong names: a total of a group has its amount first") {
  check_names({
      {"the group first", "gruppo vicini \"V\"\ncalcolo c : abitanti = totale(vicini; popolazione)",
       "name/wrong-kind", "vicini", "scrivi: popolazione; vicini", "write: popolazione; vicini"},
  });
}

TEST_CASE("wrong names: what a declaration without a name was to declare is not asked for") {
  // The only message is of the declaration.
  const char* packs[] = {
      "dato : abitanti \"A\"\n" RULE_ASKING "ab almeno 3 abitanti",
      "dato forma2 : diretta2, affidata2 o conv2\n" RULE_ASKING "forma2 pari a diretta2",
      "dato posti letto : abitanti \"A\"\n" RULE_ASKING "posti_letto almeno 3 abitanti",
      "unità \"posti letto\"\ndato b : posti\n" RULE_ASKING "popolazione almeno 3 abitanti",
      "fonte \"Legge 1\"\ncalcolo c : abitanti = popolazione secondo l1",
      RULE_ASKING
      "popolazione almeno 3 abitanti\nrequisito: popolazione almeno 5 abitanti\n" EXPECTING
      "r soddisfatto r.o soddisfatto",
      "elenco righe \"R\" campo k : testo chiave campo : numero\n" RULE_ASKING
      "per ogni x in righe: x.n almeno 3",
  };
  for (const char* pack : packs) {
    CAPTURE(pack);
    const Packs read(pack);
    CAPTURE(describe(read.bag, read.sources));
    CHECK(read.bag.all().size() == 1);
  }
  // A name that is near to another one is misspelt.
  const Packs near("dato : abitanti \"A\"\n" RULE_ASKING "popolazioni almeno 3 abitanti");
  CHECK(near.bag.all().size() == 2);
}

TEST_CASE("wrong names: of one letter nothing is near") {
  const Packs read("dato z : abitanti\n" RULE_ASKING "q almeno 3 abitanti");
  CHECK(describe(read.bag, read.sources).find("forse") == std::string::npos);
}
