// What people say in a sentence where the language has a form: functions, parts of a list,
// comparisons that nothing stands before, what is there or not.
#include "unit/syntax/messages.hpp"

using namespace leps;
using namespace leps::test;

namespace {

const std::string kQ = kRule + "requisito q: ";
const std::string kEnglishRule =
    "package p version \"1\"\nrule r \"R\" category A according to f in force from 2021-01-01\n";
const std::string kEnglishQ = kEnglishRule + "requirement q: ";
const std::string kYesNo = kPackage +
                           "dato servizi : sì/no\nregola r \"R\" categoria A secondo f in vigore "
                           "dal 2021-01-01\nrequisito q: ";

void check_right(const std::string& before, std::initializer_list<const char*> texts) {
  for (const char* right : texts) {
    CAPTURE(right);
    CHECK(codes(parse_text(before + right).bag) == "");
  }
}

}  // namespace

TEST_CASE("sentences: functions without parentheses") {
  const char* everyday = "syntax/everyday-words";
  check_rows({
      {kFormula + "la somma di a e b", everyday, "la somma di a e b", "calcolo c : x = a + b",
       "a + b"},
      {kFormula + "il rapporto tra a e b", everyday, "il rapporto tra a e b", "= a / b", ""},
      {kFormula + "la percentuale di a su b", everyday, "la percentuale di a su b", "= a / b", ""},
      {kFormula + "il maggiore tra a, b", everyday, "il maggiore tra a, b", "= max(a; b)", ""},
      {kFormula + "la differenza fra a e b", everyday, "la differenza fra a e b", "= a - b", ""},
      {kFormula + "media degli ultimi tre anni di a", everyday, "media degli ultimi tre anni di a",
       "= media(a; anni 3)", ""},
      {kFormula + "media di a negli ultimi 3 anni", everyday, "media di a negli ultimi 3 anni",
       "= media(a; anni 3)", ""},
      {kPackage + "elenco l \"L\" campo k : testo chiave\ncalcolo c : x = il numero di l", everyday,
       "il numero di l", "'conta(r in l)'", ""},
      {"package p version \"1\"\ncomputed c : x = the sum of a and b", everyday,
       "the sum of a and b", "", "a + b"},
      {"package p version \"1\"\ncomputed c : x = average of the last 3 years of a", everyday,
       "average of the last 3 years of a", "", "mean(a; years 3)"},
  });
  check_right(kFormula, {"media tra a e b", "massimo fra a, b", "presenza di a", "somma",
                         "somma di a", "totale di x + media", "media(a; anni 3)",
                         "minimo(r.x per ogni r in l)", "presenza di a"});
}

TEST_CASE("sentences: the kind of a thing before its name") {
  check_rows({
      {kQ + "il dato a almeno 3", "syntax/misplaced", "il dato", "scrivi: requisito q: a almeno 3",
       "write: requisito q: a almeno 3"},
      {kQ + "a almeno parametro b + 1", "syntax/misplaced", "parametro", "a almeno b + 1", ""},
  });
  check_right(kQ, {"a almeno 3 dato b : x", "a almeno 3 calcolo b : x = a - 1"});
}

TEST_CASE("sentences: a part of a list is told as a number") {
  const char* everyday = "syntax/everyday-words";
  check_rows({
      {kQ + "più della metà fra a, b, c", everyday, "più della metà fra",
       "l'elenco ha 3 voci: più di 1 fra a, b, c", "the list has 3 items"},
      {kQ + "almeno la metà fra a, b, c", everyday, "almeno la metà fra", "almeno 2 fra a, b, c",
       ""},
      {kQ + "due terzi dei seguenti servizi: a, b, c", everyday,
       "due terzi dei seguenti servizi:", "almeno 2 fra a, b, c", ""},
      {kQ + "al massimo il 50% fra a, b, c", everyday, "al massimo il 50% fra",
       "al massimo 1 fra a, b, c", ""},
      {kQ + "tutti i seguenti: a, b almeno 1,5 p", everyday,
       "tutti i seguenti:", "l'elenco ha 2 voci: a e (b almeno 1,5 p)", ""},
      {kQ + "tutte le seguenti: a, b  si applica se c", everyday,
       "tutte le seguenti:", "2 voci: a e b", ""},
      {kQ + "nessuno dei seguenti: a, b", everyday,
       "nessuno dei seguenti:", "al massimo 0 fra a, b", ""},
      {kEnglishQ + "all of the following: a, b", everyday, "all of the following:", "", "a and b"},
      {kEnglishQ + "more than half of the following: a, b, c", everyday,
       "more than half of the following:", "", "more than 1 among a, b, c"},
  });
  check_right(kQ, {"tutti almeno 3", "almeno 2 fra a, b", "tutti fra a, b", "metà fra a, b",
                   "almeno metà fra a, b, c", "nessuno tra 1,5 e 2,5", "50% fra a, b"});
}

TEST_CASE("sentences: a comparison with nothing before it") {
  const char* everyday = "syntax/everyday-words";
  check_rows({
      {kQ + "esattamente 2 fra a, b, c", everyday, "esattamente", "pari a 2 fra a, b, c", ""},
      {kQ + "minimo due fra a, b, c", everyday, "minimo", "almeno 2 fra a, b, c", ""},
      {kQ + "a almeno 3 e non più di 5", everyday, "non più di", "a almeno 3 e a al massimo 5", ""},
      {kQ + "a almeno 3 o superiore a b", everyday, "superiore a", "o a più di b", ""},
      {kQ + "superiore a 3", everyday, "superiore a", "scrivi che cosa si confronta: … più di",
       "write what is compared"},
      {kQ + "almeno 3", "syntax/unexpected", "almeno",
       "davanti a 'almeno' scrivi che cosa si confronta", "before 'almeno' write what"},
      {kQ + "a almeno al massimo 3", "syntax/unexpected", "al massimo",
       "basta un confronto: almeno", "one comparison is enough"},
      {kQ + "a almeno pari al 30% di b", everyday, "almeno pari al", "a almeno 30% di b", ""},
      {kQ + "a nella misura del 30% di b", everyday, "nella misura del", "a pari a 30% di b", ""},
      {kEnglishQ + "exactly 2 among a, b, c", everyday, "exactly", "", "equal to 2 among a, b, c"},
  });
  check_right(kQ, {"superiore al massimo b", "minore al massimo 3", "a almeno 3 solo - b",
                   "non meno di 2 fra a, b", "minimo di x almeno 3", "massimo - 1 almeno 3",
                   "non supera", "solo e a", "superiore"});
}

TEST_CASE("sentences: what is there or not") {
  check_rows({
      {kYesNo + "servizi è attivo", "syntax/everyday-words", "servizi è attivo",
       "si dice con il suo nome solo: servizi", "by its name alone: servizi"},
      {kYesNo + "servizi non sono presenti", "syntax/everyday-words", "servizi non sono presenti",
       "con il suo nome solo: non servizi", ""},
      {kYesNo + "presenza di servizi", "syntax/everyday-words", "presenza di servizi",
       "requisito q: servizi", ""},
      {kYesNo + "servizi attivi", "syntax/unexpected", "attivi", "con il suo nome solo: servizi",
       ""},
      {kYesNo + "esiste servizi", "syntax/unexpected", "", "con il suo nome solo: servizi",
       "by its name alone: servizi"},
      {kQ + "esiste l", "syntax/unexpected", "", "esiste r in elenco", "of the rows of a table"},
  });
}

TEST_CASE("sentences: shares more and less, rows said last, bands of nothing") {
  check_rows({
      {kQ + "a almeno 10% in più di b", "syntax/everyday-words", "10% in più di b",
       "a almeno 110% di b", "110% di b"},
      {kQ + "a almeno 10% in meno del b", "syntax/everyday-words", "10% in meno del b",
       "a almeno 90% di b", ""},
      {kQ + "a almeno 3 p in ogni comune", "syntax/misplaced", "in ogni comune",
       "per ogni r in elenco: r.campo almeno 3 p", "first comes of which rows"},
      {kQ + "a almeno 3 p per ogni comune", "syntax/misplaced", "per ogni comune",
       "per ogni r in elenco: r.campo almeno 3 p", ""},
      {kFormula + "a fino a 10 vale 0; oltre vale 1", "syntax/misplaced", "fino a",
       "a scaglioni di a: fino a 10 vale 0; oltre vale 1", "what the bands are of"},
      {kFormula + "fino a 10 vale 0; oltre vale 1", "syntax/misplaced", "fino a",
       "a scaglioni di x: fino a 10 vale 0", ""},
  });
}

TEST_CASE("sentences: terms that say no day, or more than the day") {
  check_rows({
      {kFormula + "g entro i termini di legge", "syntax/misplaced", "i termini di",
       "non dice quale giorno", "it does not say which day"},
      {kFormula + "g entro fine mese", "syntax/misplaced", "fine mese", "entro 30 giorni da d", ""},
      {kFormula + "g entro il termine di 60 giorni da p", "syntax/misplaced", "il termine di",
       "g entro 60 giorni da p", ""},
      {kFormula + "g entro il termine del 30 giugno 2025", "syntax/misplaced", "il termine del",
       "g entro 30 giugno 2025", ""},
      {kFormula + "g entro 60 giorni dopo p", "syntax/everyday-words", "dopo",
       "g entro 60 giorni da p", "g entro 60 giorni da p"},
      {kParameter + "dal 2021-01-01 vale 30 giugno 2025 verificato secondo f", "syntax/misplaced",
       "30 giugno 2025", "il valore di un parametro non è una data",
       "the value of a parameter is no date"},
  });
  check_right(
      kRule, {"requisito q: g entro p + 60 giorni dopo w", "requisito q: g entro termine di 3 da p",
              "requisito q: g entro 31 marzo dell'anno dopo w", "requisito q: g entro termine",
              "requisito q: g entro fine da p"});
}

TEST_CASE("sentences: fields and functions of other programs") {
  check_rows({
      {kQ + "per ogni c in l: c'posti almeno 1", "syntax/unknown-sign", "'",
       "il campo di una riga si scrive con un punto: c.posti", "with a dot: c.posti"},
      {kQ + "per ogni c in l: c->posti almeno 1", "syntax/unknown-sign", ">",
       "con un punto: c.posti", ""},
      {kQ + "c'è servizi", "syntax/unknown-sign", "'", "con il suo nome solo", ""},
      {kFormula + "somma.se(l; a)", "syntax/unexpected", "(",
       "somma(r.campo per ogni r in elenco dove …)", ""},
      {kFormula + "CONTA.SE(l; a)", "syntax/unexpected", "(", "conta(r in elenco dove …)", ""},
      {kFormula + "somma(c.posti, c in l)", "syntax/unexpected", ",", "… per ogni r in elenco", ""},
      {kQ + "conta(c in l almeno 3", "syntax/unexpected", "almeno",
       "requisito q: conta(c in l) almeno 3", "if the parenthesis ends here"},
  });
}

TEST_CASE("sentences: rows and words told with 'per'") {
  const std::string by_word =
      kPackage +
      "dato fascia : uno di a65, a75\nparametro tasso : quota\n  per a65 dal "
      "2021-01-01 vale 3% verificato secondo f\ncalcolo c : x = ";
  check_rows({
      {kFormula + "somma(c.posti per c in l)", "syntax/everyday-words", "per",
       "somma(c.posti per ogni c in l)", "per ogni"},
      {"package p version \"1\"\ncomputed c : x = sum(c.places for c in l)",
       "syntax/everyday-words", "for", "", "sum(c.places for every c in l)"},
      {kQ + "nessun c in l dove c.x meno di 3", "syntax/everyday-words", "nessun",
       "non esiste c in l dove c.x meno di 3", ""},
      {kQ + "per ogni comune: c.posti almeno 3", "syntax/unexpected", ":",
       "per ogni c in comune: c.posti almeno 3", ""},
      {kPackage + "dato popolazione : abitanti\nparametro livello : quota dal 2021-01-01 vale 3% "
                  "verificato secondo f\ncalcolo c : x = livello per popolazione",
       "syntax/everyday-words", "livello per popolazione", "= livello di popolazione", ""},
      {by_word + "tasso per fascia di b", "syntax/everyday-words", "tasso per fascia",
       "= tasso[fascia] di b", "tasso[fascia]"},
  });
}

TEST_CASE("sentences: functions of two values") {
  check_rows({
      {kFormula + "somma(a; b)", "syntax/unexpected", "b", "scrivi: a + b", "write: a + b"},
      {kFormula + "somma(a, b)", "syntax/unexpected", ",", "scrivi: a + b", ""},
      {kFormula + "media(a; 3)", "syntax/unexpected", ";", "scrivi: media(a; anni 3)", ""},
      {kFormula + "massimo(a; b)", "syntax/unexpected", ";", "scrivi: max(a; b)", ""},
  });
}

TEST_CASE("sentences: days in other words") {
  check_rows({
      {kFormula + "g entro il 30 Giugno dell'anno", "syntax/everyday-words", "30 Giugno dell'anno",
       "entro il 30 giugno dell'anno", ""},
      {kFormula + "g entro il primo giugno dell'anno", "syntax/everyday-words",
       "primo giugno dell'anno", "1 giugno dell'anno", ""},
      {kFormula + "g entro 30 giugno dell'anno di riferimento", "syntax/misplaced",
       "di riferimento", "g entro 30 giugno dell'anno", "the year is enough"},
      {kFormula + "g dal 1 gennaio 2025 al 30 giugno 2025", "syntax/everyday-words",
       "dal 1 gennaio 2025 al", "g tra 1 gennaio 2025 e 30 giugno 2025", ""},
      {"package p version \"1\"\ncomputed c : x = g within 30 days of d", "term/no-start",
       "g within 30 days of d", "'within 30 days from d'", "'within 30 days from d'"},
  });
}

TEST_CASE("sentences: numbers with more than a number") {
  check_rows({
      {kQ + "a almeno 3 (tre) p", "syntax/unexpected", "(", "a almeno 3 p",
       "written once, in figures"},
      {kQ + "a almeno 3 p (art. 5)", "syntax/unexpected", "(", "una clausola nota", "/* and */"},
      {kQ + "a almeno n. 3 p", "syntax/unexpected", ".", "a almeno 3 p", "the number is enough"},
      {kQ + "a almeno 5'000 p", "syntax/unknown-sign", "'", "le migliaia si dividono con '.'", ""},
      {kQ + "a almeno \"3\" p", "syntax/unexpected", "p", "un numero sta senza virgolette: 3 p",
       ""},
      {kQ + "a almeno 3 'come dice la legge'", "syntax/unknown-sign", "'",
       "un testo sta fra virgolette diritte", ""},
      {kQ + "a almeno b%", "syntax/unexpected", "%", "una parte si scrive: 80% di b", ""},
      {kParameter + "dal 2021-01-01 vale un p verificato secondo f", "syntax/everyday-words", "un",
       "vale 1 p", ""},
      {kParameter + "dal 2021-01-01: 3 p verificato secondo f", "syntax/unexpected", ":",
       "prima del valore scrivi 'vale'", ""},
  });
}

TEST_CASE("sentences: joins and exceptions") {
  check_rows({
      {kQ + "a e, b", "syntax/unexpected", ",", "qui la virgola non serve", "no comma is needed"},
      {kQ + "a almeno 3, salvo che b", "syntax/unexpected", ",", "si applica se non …",
       "an exception is said like this"},
      {kQ + "a almeno 3 p tranne b", "syntax/unexpected", "tranne", "si applica se non …", ""},
      {kPackage + "calcolo c : x = a\n  secondo la legge", "syntax/unexpected", "legge",
       "gli articoli non si scrivono: secondo legge", ""},
      {kRule + "requisito q: a\n  dopo regola w", "syntax/unexpected", "regola",
       "basta il nome: dopo w", "the name is enough"},
      {kYesNo + "servizi è vero", "syntax/everyday-words", "servizi è vero",
       "con il suo nome solo: servizi", ""},
      {kYesNo + "servizi è no", "syntax/everyday-words", "servizi è no", "non servizi", ""},
  });
}

TEST_CASE("sentences: a term of nothing, rows of a total, words in brackets") {
  check_rows({
      {kQ + "entro il 30 giugno dell'anno", "syntax/misplaced", "entro",
       "davanti sta la data di ciò che si chiede", "stands before it"},
      {kFormula + "totale(c.posti per ogni c in l)", "syntax/misplaced", "per ogni",
       "sulle righe di un elenco: somma(…)", "over the rows of a table"},
      {kPackage + "dato g : uno di diretta, mista\ncalcolo c : sì/no = g fra [diretta; mista]",
       "syntax/unexpected", "fra", "g fra a, b", "without brackets"},
      {kPackage + "parametro p : FTE / abitanti \"P\"\n", "syntax/unexpected", "/",
       "un'unità non ha spazi: FTE/abitanti", ""},
  });
}
