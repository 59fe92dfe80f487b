// What people say where the language writes it otherwise: parts, counts, days, functions of other
// programs, blocks in the place of clauses.
#include "unit/syntax/messages.hpp"

#include <algorithm>

using namespace leps;
using namespace leps::test;

namespace {

const std::string kEnglishFormula = "package p version \"1\"\ncomputed c : x = ";
const std::string kDatum = kPackage + "dato a : x\n";

}  // namespace

TEST_CASE("spoken: parts and multiples are shown in figures, and a name stays a name") {
  check_rows({
      {kFormula + "la metà di b", "syntax/everyday-words", "la metà di", "= 50% di b", "50% di b"},
      {kFormula + "a + due terzi del b", "syntax/everyday-words", "due terzi del", "a + 2/3 di b",
       "2/3 di b"},
      {kFormula + "i due terzi dell'utenza", "syntax/everyday-words", "i due terzi dell'",
       "2/3 di utenza", ""},
      {kFormula + "un quarto di (a + b)", "syntax/everyday-words", "un quarto di", "1/4 di (a + b)",
       ""},
      {kFormula + "il doppio di b", "syntax/everyday-words", "il doppio di", "200% di b", ""},
      {kEnglishFormula + "twice b", "syntax/everyday-words", "twice", "200% of b", "200% of b"},
      {kEnglishFormula + "a third of b", "syntax/everyday-words", "a third of", "1/3 of b",
       "1/3 of b"},
  });
  for (const char* right : {"doppio - b", "doppio di b", "metà di b", "terzo", "metà + (a)"}) {
    CAPTURE(right);
    CHECK(codes(parse_text(kFormula + right).bag) == "");
  }
  for (const char* right : {"twice - b", "twice", "double of b", "a of b", "half of a"}) {
    CAPTURE(right);
    CHECK(codes(parse_text(kEnglishFormula + right).bag) == "");
  }
}

TEST_CASE("spoken: how many of a list, behind a colon") {
  check_rows({
      {kRule + "requisito q: almeno 2 fra: a, b", "syntax/everyday-words",
       "fra:", "senza due punti: almeno 2 fra a, b", "without a colon"},
      {kRule + "requisito q: almeno due dei seguenti servizi: a, b, c", "syntax/everyday-words",
       "dei seguenti servizi:", "almeno 2 fra a, b, c", "almeno 2 fra a, b, c"},
      {kRule + "requisito q: una delle seguenti: a, b", "syntax/everyday-words",
       "delle seguenti:", "almeno 1 fra a, b", "almeno 1 fra a, b"},
      {kRule + "requisito q: 2 dei seguenti: a, b", "syntax/everyday-words",
       "dei seguenti:", "almeno 2 fra a, b", ""},
      {kRule + "requisito q: più di 1 tra le seguenti:", "syntax/everyday-words",
       "tra le seguenti:", "più di 1 fra a, b, c", ""},
      {"package p version \"1\"\nrule r \"R\" category A according to f in force from 2021-01-01 "
       "requirement q: at least two of the following: a, b",
       "syntax/everyday-words", "of the following:", "at least 2 among a, b",
       "at least 2 among a, b"},
  });
  CHECK(codes(parse_text(kRule + "requisito q: per ogni c in l dove c.x almeno 2 di y: c.z").bag) ==
        "");
}

TEST_CASE("spoken: conditions that are counted as rows are") {
  check_rows({
      {kDatum + "calcolo c : x = conta(a; b) almeno 1", "syntax/unexpected", ";",
       "scrivi: almeno 1 fra a, b", "write: almeno 1 fra a, b"},
      {kDatum + "calcolo c : x = conta(a; b; c) più di k", "syntax/unexpected", ";",
       "scrivi: più di k fra a, b, c", ""},
      {kDatum + "calcolo c : x = conta(a)", "syntax/unexpected", ")", "almeno 1 fra a, …", ""},
      {kPackage + "elenco a \"A\" campo k : testo chiave\ncalcolo c : x = conta(a)",
       "syntax/unexpected", ")", "conta(r in a)", ""},
  });
}

TEST_CASE("spoken: a comparison of the other language is one, and no clause that looks like it") {
  check_rows({
      {"package p version \"1\"\nrule r \"R\" category A according to f in force from 2021-01-01 "
       "requirement q: a almeno 3",
       "syntax/other-language", "almeno", "si scrive 'at least'", "is written 'at least'"},
      {kRule + "requisito q: a at least 3", "syntax/other-language", "at least",
       "si scrive 'almeno'", ""},
  });
}

TEST_CASE("spoken: every row, in other words") {
  check_rows({
      {kFormula + "ogni c in l: c.x", "syntax/everyday-words", "ogni",
       "calcolo c : x = per ogni c in l: c.x", ""},
      {kFormula + "per tutti i c in l: c.x", "syntax/everyday-words", "per tutti i",
       "per ogni c in l: c.x", ""},
      {kEnglishFormula + "for each c in l: c.x", "syntax/everyday-words", "for each", "",
       "for every c in l: c.x"},
      {kEnglishFormula + "there exists c in l where c.x", "syntax/everyday-words", "there exists",
       "", "exists c in l where c.x"},
  });
}

TEST_CASE("spoken: the last day of a month or of a year") {
  check_rows({
      {kFormula + "g entro fine anno", "syntax/everyday-words", "fine anno",
       "g entro 31 dicembre dell'anno", ""},
      {kFormula + "g entro la fine dell'anno", "syntax/everyday-words", "la fine dell'anno",
       "31 dicembre dell'anno", ""},
      {kFormula + "g entro il mese di febbraio", "syntax/everyday-words", "il mese di febbraio",
       "28 febbraio dell'anno", ""},
      {kFormula + "g entro febbraio 2024", "syntax/everyday-words", "febbraio 2024",
       "29 febbraio 2024", ""},
      {kFormula + "g entro fine giugno dell'anno", "syntax/everyday-words", "fine giugno dell'anno",
       "30 giugno dell'anno", ""},
      {kEnglishFormula + "g by the end of March", "syntax/everyday-words", "the end of March",
       "31 March of the year", "31 March of the year"},
      {kFormula + "g entro p + 30 giorni lavorativi", "syntax/unexpected", "",
       "scrivi: entro 30 giorni lavorativi da p", "write: entro 30 giorni lavorativi da p"},
      {kFormula + "g entro il 31/12", "syntax/everyday-words", "31/12",
       "g entro il 31 dicembre dell'anno", ""},
      {kEnglishFormula + "g by June 30, 2025", "syntax/everyday-words", "June 30, 2025",
       "30 June 2025", "g by 30 June 2025"},
      {kEnglishFormula + "g by June 30", "syntax/everyday-words", "June 30", "30 June of the year",
       "g by 30 June of the year"},
      {kEnglishFormula + "g by 30th June 2025", "syntax/everyday-words", "30th", "",
       "'30th' is written '30'"},
      {kFormula + "g by 2025-03-31", "syntax/other-language", "by", "si scrive 'entro'", ""},
  });
  for (const char* right : {"g entro fine(periodo_suo)", "g entro il 31 marzo dell'anno",
                            "g entro fine_anno", "g entro 30 giorni da p + 3 giorni",
                            "g entro 3/2 giorni da p", "g entro il 31 dicembre 2025"}) {
    CAPTURE(right);
    CHECK(codes(parse_text(kFormula + right).bag) == "");
  }
}

TEST_CASE("spoken: functions of other programs, and of none") {
  check_rows({
      {kFormula + "arrotonda(a; 2)", "syntax/unknown-function", "arrotonda", "scrivi 'per_eccesso'",
       "write 'per_eccesso'"},
      {kFormula + "numero(a; b)", "syntax/unknown-function", "numero", "scrivi 'conta'", ""},
      {kEnglishFormula + "floor(a)", "syntax/unknown-function", "floor", "'rounded_down'",
       "write 'rounded_down'"},
      {kParameter + "dal 2020-01-01 vale 1 verificato secondo f\ncalcolo c : x = p(a65) di b",
       "syntax/unknown-function", "p", "scrivi: p[a65]", "write: p[a65]"},
      {kParameter + "per a65 dal 2020-01-01 vale 1 verificato secondo f\ncalcolo c : x = p a65 * b",
       "syntax/unexpected", "a65", "si scrive p[a65]", "is written p[a65]"},
      {kDatum + "calcolo c : x = 80% a", "syntax/unexpected", "a",
       "scrivi: calcolo c : x = 80% di a", "80% di a"},
      {kFormula + "t[a, b]", "syntax/unexpected", ",", "sta una parola sola", "one word stands"},
      {kFormula + "t[]", "syntax/unexpected", "]", "di quale parola", "of which word"},
  });
}

TEST_CASE("spoken: a level behind a slash or a colon") {
  check_rows({
      {kFormula + "1 FTE/5.000 abitanti di p", "syntax/everyday-words", "/",
       "1 FTE ogni 5.000 abitanti di p", "1 FTE ogni 5.000 abitanti"},
      {kParameter + "dal 2020-01-01 vale 1:5.000 verificato secondo f", "syntax/unexpected", ":",
       "1 FTE ogni 5.000 abitanti", "1 FTE ogni 5,000 residents"},
      {kDatum + "calcolo c : x = a: presente", "syntax/unexpected", ":", "basta il suo nome: a",
       "its name is enough: a"},
      {kPackage + "dato a : sì/no\ncalcolo c : x = a presente", "syntax/unexpected", "presente",
       "con il suo nome solo: a", "by its name alone: a"},
      {kPackage + "dato a : uno di rosso, verde\ncalcolo c : x = a verde", "syntax/unexpected",
       "verde", "scrivi: a pari a verde", "write: a pari a verde"},
      {kPackage + "dato a : data\ncalcolo c : x = a presente", "syntax/unexpected", "presente",
       "se c'è: a diverso da mai; se non c'è: a pari a mai", "if there is none: a pari a mai"},
      {kFormula + "a in x, y", "syntax/unexpected", "in", "scrivi 'fra'", "write 'fra'"},
  });
  CHECK(codes(parse_text(kFormula + "6 FTE / 2").bag) == "");
}

TEST_CASE("spoken: what is missing at a line's end is missing there") {
  check_rows({
      {kRule + "requisito q: a almeno\n  nota \"n\"", "syntax/unexpected", "",
       "la fine della riga, serve un'espressione", "the end of the line, expected an expression"},
      {kRule + "requisito q: a tra 3 e\n  nota \"n\"", "syntax/unexpected", "",
       "la fine della riga", ""},
      {kRule + "requisito q: t[a di b\n  nota \"n\"", "syntax/unexpected", "",
       "serve un operatore o ']'", ""},
  });
}

TEST_CASE("spoken: what begins a block in the place of a clause") {
  check_rows({
      {kPackage + "unità x\ndato a : x\n  unità x\n  almeno 0", "syntax/misplaced", "unità",
       "l'unità di un dato o di un campo è il suo tipo", "is its type"},
      {kPackage + "dato a : x\n  categoria LEPS\n  almeno 0", "syntax/misplaced", "categoria",
       "la categoria è di una regola", "is of a rule"},
      {kPackage + "dato a : x\n  fonte \"ISTAT\"\n  almeno 0", "syntax/everyday-words",
       "fonte \"ISTAT\"", "detenuto da \"ISTAT\"", ""},
      {kPackage + "dato a : vero/falso", "syntax/everyday-words", "vero/falso", "si scrive 'sì/no'",
       "is written 'sì/no'"},
  });
}

TEST_CASE("spoken: packages, versions, values of an example, invisible ends of lines") {
  check_rows({
      {"pacchetto p versione 1\nunità a", "syntax/unexpected", "1", "versione \"1\"",
       "versione \"1\""},
      {"pacchetto \"p\" versione \"1\"\nunità a", "syntax/unexpected", "\"p\"",
       "senza virgolette: p", "without quotes: p"},
      {kPackage + "estende n\nunità a", "syntax/unexpected", "", "versione \"1\"", ""},
      {kExample + "a == 5 attesi r soddisfatto", "syntax/unknown-sign",
       "==", "con un segno solo: =", "with one sign: ="},
      {kExample + "a: 5 attesi r soddisfatto", "syntax/unexpected", ":", "si dà con '='",
       "given with '='"},
      {kPackage + "dato a : x ''Titolo''", "syntax/typographic-quotes", "''Titolo''",
       "scrivi \"Titolo\"", "write \"Titolo\""},
      {kFormula + "a + b\u2028", "syntax/invisible-character", "\u2028", "U+2028", "U+2028"},
  });
}

TEST_CASE("spoken: thousands, the survey day, signs in two, articles, a guard that is denied") {
  check_rows({
      {kFormula + "10mila * a", "syntax/everyday-words", "10mila", "'10mila' si scrive '10.000'",
       "'10.000'"},
      {kEnglishFormula + "3k * a", "syntax/everyday-words", "3k", "", "'3k' is written '3,000'"},
      {kFormula + "a + 2mln", "syntax/everyday-words", "2mln", "2.000.000", ""},
      {kFormula + "g al massimo data di rilevazione", "syntax/everyday-words",
       "data di rilevazione", "data_di_rilevazione", ""},
      {kEnglishFormula + "g at most survey date", "syntax/everyday-words", "survey date", "",
       "survey_date"},
      {kFormula + "a > = b", "syntax/unknown-sign", "> =", "scrivi 'almeno'", "write 'almeno'"},
      {kExample + "altro membro del g a = 3 attesi r soddisfatto", "syntax/everyday-words",
       "altro membro del", "'altro membro di'", ""},
      {kRule + "non si applica se a requisito q: b", "syntax/misplaced", "non",
       "si applica se non (…)", "si applica se non (…)"},
      {kExample + "g = 31 marzo attesi r soddisfatto", "syntax/no-year", "31 marzo",
       "scrivi 31 marzo 2025, o l'anno che è", "or the year it is of"},
  });
  for (const char* right :
       {"data di y", "data + rilevazione", "g al massimo data_di_rilevazione"}) {
    CAPTURE(right);
    CHECK(codes(parse_text(kFormula + right).bag) == "");
  }
}

TEST_CASE("spoken: numbers, articles, days and names as an officer writes them") {
  check_rows({
      {kRule + "requisito q: a almeno tre posti", "syntax/everyday-words", "tre",
       "requisito q: a almeno 3 posti", ""},
      {kFormula + "g entro trenta giorni da p", "syntax/everyday-words", "trenta",
       "g entro 30 giorni da p", ""},
      {kFormula + "a almeno l'80% di b", "syntax/article", "l'", "a almeno 80% di b", ""},
      {kFormula + "g entro l\u2019anno", "syntax/everyday-words", "l\u2019anno",
       "31 dicembre dell'anno", ""},
      {kFormula + "80 % di b", "syntax/unexpected", "%", "scrivi 80%, senza spazio",
       "write 80%, without"},
      {kFormula + "g dopo il 1 gennaio 2025", "syntax/everyday-words", "dopo il",
       "g più di 1 gennaio 2025", ""},
      {kFormula + "g entro 30-06-2025", "syntax/date-form", "30-06-2025", "scrivi 30 giugno 2025",
       ""},
      {kFormula + "media(b; 3 anni)", "syntax/unexpected", ";", "scrivi: media(b; anni 3)", ""},
      {kParameter + "dal 1 gennaio 2024 3% verificato secondo f", "syntax/unexpected", "3",
       "prima del valore scrivi 'vale'", "before the value write 'vale'"},
      {kParameter + "dal 1 gennaio 2024 vale \"1 FTE\" verificato secondo f", "syntax/unexpected",
       "\"1 FTE\"", "senza virgolette: 1 FTE", "without quotes: 1 FTE"},
      {kPackage + "dato a : Sì/No", "syntax/everyday-words", "Sì/No", "'sì/no'", ""},
      {kPackage + "regola r \"R\" categoria \"A\" secondo f in vigore dal 2021-01-01 requisito "
                  "q: a",
       "syntax/unexpected", "\"A\"", "senza virgolette: A", "without quotes: A"},
  });
  for (const char* right : {"3 - 2", "30 - 6 - 2025", "un almeno due", "due fra a, b", "l + 1",
                            "g più di 1 gennaio 2025", "due entro 31 marzo dell'anno"}) {
    CAPTURE(right);
    CHECK(codes(parse_text(kFormula + right).bag) == "");
  }
  CHECK(codes(parse_text(kRule + "requisito q: a dopo b").bag) == "");
}

TEST_CASE("spoken: a quote alone at a line's end, wherever a name or a value stands") {
  for (const std::string& begun :
       {std::string("pacchetto "), std::string("pacchetto p versione "), kPackage + "estende ",
        kPackage + "dato a : ", kPackage + "dato a : x\n  fonte ", kPackage + "unità ",
        kPackage + "dato a : uno di ", kParameter + "dal 2020-01-01 vale ",
        kParameter + "dal 2020-01-01 vale 1 secondo ", kRule + "categoria ", kRule + "secondo ",
        kFormula, kFormula + "a pari a ", kExample + "a = "}) {
    for (const char* quote : {"\"", "\"\n", "\"\"", "\"\"\n", "\" ", "\"a", "“", "''", "'"}) {
      CAPTURE(begun + quote);
      const bool empty_text = std::string(quote).starts_with("\"\"");  // a text, in some places
      CHECK((empty_text || !parse_text(begun + quote).bag.all().empty()));
      parse_text(begun + quote);
    }
  }
}

TEST_CASE("spoken: names and forms that come near are right") {
  const std::string every = kRule + "requisito q: per ogni c in l dove ";
  for (const std::string& right :
       {kFormula + "g entro 1/2 * durata da p", kFormula + "g entro 1/2 di durata da p",
        every + "due di b almeno a: c.x", every + "a e dieci di b al massimo a: c.x",
        kFormula + "g entro due da p", kPackage + "dato k : x se manca due parte di b",
        kPackage + "dato x : sì/no \"x\" unità mele dato y : mele \"y\"",
        kPackage + "unità v, f\ndato x : v/f", kFormula + "(10-3-1000) * b", kFormula + "30-6-2025",
        kFormula + "data di rilevazione\ncalcolo data : x = 1", kFormula + "g entro fine(p)",
        kFormula + "g entro termine", kFormula + "g entro mese",
        kFormula + "g entro entro + 30 giorni"}) {
    CAPTURE(right);
    CHECK(codes(parse_text(right).bag) == "");
  }
  // A term that is a name, sums in parentheses: no form that could be shown.
  for (const char* wrong :
       {"g entro entro + 30 giorni lavorativi", "g entro (entro + d) lavorativi",
        "g entro 30 giorni * (entro   +   3) mesi", "g entro entro+3 mesi",
        "g entro (d + 30 giorni) lavorativi"}) {
    CAPTURE(wrong);
    const Parsed parsed = parse_text(kFormula + wrong);
    if (parsed.bag.all().empty()) continue;
    for (const auto& hint : parsed.bag.all().front().hints) {
      CHECK(std::count(hint.it.begin(), hint.it.end(), '(') ==
            std::count(hint.it.begin(), hint.it.end(), ')'));
    }
  }
}

TEST_CASE("spoken: many terms are read in a time that grows with their number") {
  std::string few = kFormula + "g entro termine", many = few;
  for (int i = 0; i < 100; ++i) few += "\ncalcolo c : x = g entro mese o g entro fine(p)";
  for (int i = 0; i < 20'000; ++i) many += "\ncalcolo c : x = g entro mese o g entro fine(p)";
  CHECK(codes(parse_text(few).bag) == "");
  CHECK(codes(parse_text(many).bag) == "");  // minutes, if each looked through the file
}
