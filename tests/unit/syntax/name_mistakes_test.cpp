// Names, types and lists written as people write them elsewhere: one message, with what to write.
#include "unit/syntax/messages.hpp"

using namespace leps;
using namespace leps::test;

namespace {

const std::string kEnglishPack = "package p version \"1\"\n";

}  // namespace

TEST_CASE("name mistakes: a name has no blank and no hyphen") {
  const Row rows[] = {
      {kPackage + "regola presa in_carico \"R\" categoria A secondo f in vigore dal 2021-01-01 "
                  "requisito q: a",
       "syntax/unexpected", "in_carico", "un nome non ha spazi: scrivi 'presa_in_carico'",
       "a name has no blanks: write 'presa_in_carico'"},
      {kPackage + "dato spesa sociale annua : euro", "syntax/unexpected", "sociale",
       "scrivi 'spesa_sociale_annua'", "write 'spesa_sociale_annua'"},
      {kPackage + "dato d : uno di emporio solidale, mensa", "syntax/unexpected", "solidale",
       "scrivi 'emporio_solidale'", "write 'emporio_solidale'"},
      {kEnglishPack + "datum social expense : euro", "syntax/unexpected", "expense",
       "scrivi 'social_expense'", "write 'social_expense'"},
      {kPackage + "dato costo_mensile : x\n" + kFormula.substr(kPackage.size()) + "costo_x mensile",
       "syntax/unexpected", "mensile", "se è un nome solo, non ha spazi: 'costo_x_mensile'",
       "if it is one name"},
      {kPackage + "dato livello_base : x\ncalcolo c : x = livello base", "syntax/unexpected",
       "base", "forse volevi scrivere 'livello_base'", "you may have meant 'livello_base'"},
      {kPackage + "dato livello-base : x", "syntax/unexpected", "-",
       "un nome ha lettere, cifre e _: scrivi 'livello_base'", "write 'livello_base'"},
      {kPackage + "dato x : testo libero", "syntax/unexpected", "libero",
       "il tipo è 'testo', senza altre parole", "the type is 'testo'"},
      {kEnglishPack + "datum x : text free", "syntax/unexpected", "free", "il tipo è 'text'",
       "the type is 'text', without other words"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("name mistakes: words that mean something by themselves are no halves of a name") {
  const std::string declared = kPackage + "dato spesa : x\ndato ascolto : sì/no\n";
  for (const std::string& text :
       {declared + "calcolo c : x = spesa meno dovuto", declared + "calcolo c : x = base ascolto",
        declared + "calcolo c : x = ascolto mensa", declared + "dato spesa FTE",
        declared + "calcolo c : x = trenta giorni",
        declared + "calcolo c : x = d sotto soglia_bassa",
        kExample + "a = 30 gg lavorativi attesi r soddisfatto"}) {
    CAPTURE(text);
    const Parsed parsed = parse_text(text);
    REQUIRE_FALSE(parsed.bag.empty());
    for (const Diagnostic& found : parsed.bag.all()) {
      for (const Text& hint : found.hints) {
        CHECK(hint.it.find("un nome solo") == std::string::npos);
        CHECK(hint.it.find("un nome non ha spazi") == std::string::npos);
      }
    }
  }
}

TEST_CASE("name mistakes: a list of words begins with 'uno di', and has no quotes") {
  const Row rows[] = {
      {kPackage + "dato g : diretta, affidata o convenzione", "syntax/unexpected",
       "diretta, affidata o convenzione", "scrivi 'uno di diretta, affidata, convenzione'",
       "write 'uno di diretta, affidata, convenzione'"},
      {kPackage + "dato g : diretta o affidata \"Gestione\"", "syntax/unexpected",
       "diretta o affidata", "scrivi 'uno di diretta, affidata'", "'uno di diretta, affidata'"},
      {kEnglishPack + "datum g : own, other or mixed", "syntax/unexpected", "own, other or mixed",
       "scrivi 'one of own, other, mixed'", "write 'one of own, other, mixed'"},
      {kPackage + "dato g : uno di \"mensa\", \"emporio solidale\"", "syntax/unexpected",
       "\"mensa\"", "si scrivono senza virgolette: uno di mensa, emporio_solidale",
       "without quotes: uno di mensa, emporio_solidale"},
      {kPackage + "dato g : \"mensa\", \"emporio\"", "syntax/unexpected", "\"mensa\"",
       "uno di mensa, emporio", "uno di mensa, emporio"},
      {kPackage + "dato g : intero", "syntax/unexpected", "intero",
       "'intero' si aggiunge a un tipo: l'unità di ciò che si conta, o 'numero'",
       "'intero' is added to a type"},
      {kPackage + "parametro p : numero intero dal 2021-01-01 vale 3 ipotesi secondo f",
       "syntax/misplaced", "intero", "'intero' si dice di un 'dato' o di un 'campo'",
       "here the type is enough"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("name mistakes: a rule is named without its requirement and without its verdict") {
  const std::string rule =
      kPackage + "regola r \"R\" categoria A secondo f in vigore dal 2021-01-01\n";
  const Row rows[] = {
      {rule + "requisito q: a\ndopo altra.organico", "syntax/misplaced", ".organico",
       "'dopo' vuole una regola, non un requisito | scrivi 'dopo altra'",
       "takes a rule, not a requirement"},
      {rule + "requisito q: a\ndopo altra soddisfatto", "syntax/misplaced", "soddisfatto",
       "dice solo quale regola viene prima, non con quale verdetto | scrivi 'dopo altra'",
       "only says which rule comes first"},
      {rule + "si applica se altra soddisfatto requisito q: a", "syntax/misplaced", "soddisfatto",
       "il verdetto di una regola non si può usare in un'espressione | ripeti la sua condizione",
       "cannot be used in an expression"},
      {rule + "si applica se altra pari a soddisfatto requisito q: a", "syntax/unexpected",
       "soddisfatto", "il verdetto di una regola non si può usare", "cannot be used"},
      {kEnglishPack +
           "rule r \"R\" category A according to f in force from 2021-01-01 applies if s met "
           "requirement q: a",
       "syntax/misplaced", "met", "mettila in un 'computed'", "put it into a 'computed'"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("name mistakes: what may be amended, and by which criteria one may order") {
  const std::string upper = "pacchetto p versione \"1\" estende q versione \"1\"\n";
  const Row rows[] = {
      {upper + "modifica regola r.q: a\n  secondo f\n  in vigore dal 2021-01-01\nfonte f \"F\"",
       "syntax/misplaced", ".q", "per un requisito scrivi 'modifica requisito r.q: …'",
       "of a requirement write 'modifica requisito r.q: …'"},
      {upper + "modifica dato d : persone", "syntax/unexpected", "dato",
       "si modificano solo i valori di un parametro (modifica parametro nome), i requisiti",
       "only the values of a parameter"},
      {upper + "modifica requisito organico: a secondo f in vigore dal 2021-01-01",
       "syntax/unexpected", ":", "scrivi anche la sua regola: regola.organico",
       "write its rule too: rule.organico"},
      {kPackage + "ordine priorità per cause, lacuna", "syntax/unexpected", "cause",
       "i criteri sono: categoria, prima le cause, lacuna relativa, costo",
       "the criteria are: categoria, prima le cause"},
      {kEnglishPack + "order first by gap", "syntax/unexpected", "gap",
       "i criteri sono: category, causes first", "the criteria are: category, causes first"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("name mistakes: a keyword as a name is one message, and hides no block behind it") {
  for (const char* text :
       {"dato costo : euro",
        "regola dopo \"R\" categoria A secondo f in vigore dal 2021-01-01 "
        "requisito q: a",
        "parametro requisito : x dal 2021-01-01 vale 1 ipotesi secondo f",
        "calcolo categoria : x = 3", "categoria fonte \"F\"", "gruppo regola \"G\"",
        "elenco campo \"E\" campo a : testo", "controllo errore \"K\" a"}) {
    CAPTURE(text);
    const Parsed parsed = parse_text(kPackage + text + "\ndato altro_x : euro");
    CHECK(codes(parsed.bag) == "syntax/unexpected");
    CHECK(parsed.program.files.front().declarations.size() == 1);
  }
  CHECK(codes(parse_text(kPackage + "dato anno : x\nparametro requisito : x\nregola dopo \"R\"")
                  .bag) == "syntax/unexpected syntax/unexpected syntax/unexpected");
}

TEST_CASE("name mistakes: what a value of a parameter lacks is told at that value") {
  const std::string first = "dal 2021-01-01 al 2022-12-31 vale 1 ipotesi secondo f\n";
  const Parsed parsed = parse_text(kParameter + first + "dal 2023-01-01 vale 2 ipotesi");
  REQUIRE(codes(parsed.bag) == "syntax/missing");
  const Span where = *parsed.bag.all().front().where;
  CHECK(parsed.written(where) == "dal");
  CHECK(where.begin > (kParameter + first).size() - 1);
}
