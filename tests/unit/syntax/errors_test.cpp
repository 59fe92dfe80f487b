// What bad text is told: a code, what was found, what was expected, a next step, in both languages;
// and one message a mistake, however many there are.
#include "diagnostics/render.hpp"
#include "unit/syntax/messages.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace leps;
using namespace leps::test;

TEST_CASE("errors: numbers of the other style are shown with both readings") {
  const Row rows[] = {
      {kFormula + "17.5", "syntax/number-form", "17.5",
       "17.5 in un file italiano non è un numero | se il punto separa i decimali scrivi 17,5; se "
       "separa le migliaia scrivi 175",
       "if the point marks the decimals write 17,5; if it groups the thousands write 175"},
      {kFormula + "5.00", "syntax/number-form", "5.00",
       "scrivi 5,00; se separa le migliaia scrivi 500", "write 500"},
      {kFormula + "0.500", "syntax/number-form", "0.500", "scrivi 0,500", "write 500"},
      {kFormula + "1,000,000", "syntax/number-form", "1,000,000", "scrivi 1.000.000",
       "write 1.000.000"},
      {kFormula + "40,000", "syntax/number-form", "40,000",
       "se la virgola separa i decimali scrivi 40; se separa le migliaia scrivi 40.000",
       "if the comma marks the decimals write 40; if it groups the thousands write 40.000"},
      {"package p version \"1\" computed c : x = 131.000", "syntax/number-form", "131.000",
       "scrivi 131; se separa le migliaia scrivi 131,000", "write 131,000"},
      {kFormula + "1000.000", "syntax/number-form", "1000.000", "scrivi 1.000.000",
       "write 1.000.000"},
      {kFormula + "05", "syntax/number-form", "05", "scrivi 5, senza lo zero davanti",
       "without the zero in front"},
      {"package p version \"1\" computed c : x = 17,5", "syntax/number-form", "17,5",
       "in un file inglese", "write 17.5"},
      {"package p version \"1\" computed c : x = 5.000.000", "syntax/number-form", "5.000.000",
       "scrivi 5,000,000", "write 5,000,000"},
      {kFormula + "1,5/2", "syntax/number-form", "1,5/2", "numeri interi sopra e sotto",
       "whole numbers above and below"},
      {kFormula + std::string(61, '7'), "syntax/number-too-long",
       "7777777777777777777777777777777777777777777777777777777777777", "61 cifre, il limite è 60",
       "61 digits, the limit is 60"},
      {kFormula + "5FTE", "syntax/number-glued", "5FTE", "scrivi 5 FTE", "write 5 FTE"},
      {kFormula + "1/0", "syntax/zero-denominator", "1/0", "divide per zero", "divides by zero"},
      {kFormula + "a /b", "syntax/one-sided-slash", "/", "ai due lati", "on both sides"},
      {kFormula + "a/ b", "syntax/one-sided-slash", "/", "ai due lati", "on both sides"},
      {kFormula + "5 000", "syntax/unexpected", "000", "stanno insieme: 5.000", "stand together"},
      {kFormula + "90 % di a", "syntax/unexpected", "%", "scrivi 90%, senza spazio", "write 90%"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: dates are those of the file's language, and exist") {
  const std::string rest = " vale 5 ipotesi secondo f";
  const Row rows[] = {
      {kParameter + "dal 30 febbraio 2021" + rest, "syntax/no-such-date", "30 febbraio 2021",
       "il giorno 30 febbraio 2021 non esiste", "no such day as 30 febbraio 2021"},
      {kParameter + "dal 2021-02-29" + rest, "syntax/no-such-date", "2021-02-29",
       "anno, mese, giorno", "year, month, day"},
      {kParameter + "dal 2021-1-1" + rest, "syntax/date-form", "2021-1-1", "2021-01-01",
       "2021-01-01"},
      {kParameter + "dal 1/1/2021" + rest, "syntax/date-form", "1/1/2021",
       "scrivi 1 gennaio 2021, o 2021-01-01", "write 1 gennaio 2021, or 2021-01-01"},
      {kParameter + "dal 01.01.2021" + rest, "syntax/date-form", "01.01.2021", "1 gennaio 2021",
       "1 gennaio 2021"},
      {kParameter + "dal 1 January 2021" + rest, "syntax/other-language", "January",
       "'January' si scrive 'gennaio'", "'January' is written 'gennaio'"},
      {kParameter + "dal 1 genaio 2021" + rest, "syntax/unexpected", "genaio",
       "il nome di un mese | forse volevi scrivere 'gennaio'", "you may have meant 'gennaio'"},
      {kParameter + "dal 1gennaio 2021" + rest, "syntax/number-glued", "1gennaio",
       "manca uno spazio", "a space is missing"},
      {kParameter + "dal 1 gennaio 21" + rest, "syntax/unexpected", "21", "anno di quattro cifre",
       "a year of four digits"},
      {kParameter + "dal gennaio 2021" + rest, "syntax/unexpected", "gennaio", "una data",
       "expected a date"},
      {kParameter + "dal 2021-01-01 al 2020-12-31" + rest, "syntax/period-backwards",
       "2021-01-01 al 2020-12-31", "finisce (2020-12-31) prima di cominciare", "before it begins"},
      {"package p version \"1\" parameter q : x from 1 gennaio 2021 is 5 assumption according to f",
       "syntax/other-language", "gennaio",
       "questo file è in inglese: 'gennaio' si scrive 'January'", "this file is in English"},
      {"package p version \"1\" parameter q : x from 1 january 2021 is 5 assumption according to f",
       "syntax/unexpected", "january", "'January'", "you may have meant 'January'"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: signs of other languages are told the word of this one") {
  struct Sign {
    const char* sign;
    const char* said;
  };
  const Sign signs[] = {{">=", "almeno"},     {"<=", "al massimo"}, {">", "più di"},
                        {"<", "meno di"},     {"!=", "diverso da"}, {"<>", "diverso da"},
                        {"≥", "almeno"},      {"≤", "al massimo"},  {"≠", "diverso da"},
                        {"==", "pari a"},     {"&&", "e"},          {"||", "o"},
                        {"×", "scrivi *"},    {"·", "scrivi *"},    {"÷", "scrivi /"},
                        {"–", "si scrive -"}, {"−", "si scrive -"}};
  for (const Sign& sign : signs) {
    check_row(
        {kFormula + "a " + sign.sign + " b", "syntax/unknown-sign", sign.sign, sign.said, ""});
  }
  const Row rows[] = {
      {kFormula + "a = b", "syntax/unexpected", "=", "per confrontare scrivi 'pari a'",
       "to compare write 'pari a'"},
      {kFormula + "! a", "syntax/unknown-sign", "!", "scrivi 'non'", "write 'non'"},
      {kRule + "requisito q: a {", "syntax/unknown-sign", "{", "non hanno parentesi", "no braces"},
      {kRule + "requisito q: a;", "syntax/unexpected", ";", "altrove non serve", "none is needed"},
      {kRule + "requisito q: a # nota\n beneficiari b", "syntax/unknown-sign", "#", "/* così */",
       "/* like this */"},
      {kRule + "requisito q: a // nota\n beneficiari b", "syntax/unknown-sign", "//", "/* così */",
       "/* like this */"},
      {kFormula + "100 €", "syntax/unknown-sign", "€", "100 euro", "100 euro"},
      {kFormula + "a @ b", "syntax/unknown-sign", "@", "il segno '@'", "the sign '@'"},
      {kFormula + "a\u200B + b", "syntax/invisible-character", "\u200B",
       "carattere invisibile (U+200B) | cancellalo: sta subito dopo 'a'", "right behind 'a'"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: an expression says what it wants next") {
  const Row rows[] = {
      {kFormula, "syntax/unexpected", "", "la fine del file, serve un'espressione",
       "found the end of the file, expected an expression"},
      {kFormula + "a b", "syntax/unexpected", "b",
       "serve un operatore, quanto è certo, una clausola di 'calcolo' o",
       "expected an operator, how sure it is, a clause of 'calcolo' or a new block"},
      {"pacchetto p versione \"1\"\nunità posti, area", "syntax/unexpected", "area",
       "serve il nome di un'unità", "expected the name of a unit"},
      {"pacchetto p versione \"1\"\narea \"Sociale\"", "syntax/unexpected", "\"Sociale\"",
       "serve il nome di un'area", "expected the name of an area"},
      {"pacchetto p versione \"1\"\nelenco l campo c : testo\narea sociale", "syntax/misplaced",
       "area", "è di tutto l'elenco, e sta prima del primo 'campo'", "before the first 'campo'"},
      {kFormula + "a nota \"n\" ipotesi", "syntax/misplaced", "ipotesi",
       "'ipotesi' sta subito dietro ciò di cui dice quanto è certo: la condizione di 'requisito'",
       "stands just behind what it is said of"},
      {kFormula + "(a + b", "syntax/unexpected", "",
       "serve un operatore o ')' | la parentesi si apre qui", "the parenthesis opens here"},
      {kFormula + "a + b)", "syntax/unexpected", ")", "nessuna parentesi aperta",
       "no open parenthesis"},
      {kFormula + "min(a, b)", "syntax/unexpected", ",", "serve un operatore, ';' o ')'",
       "expected an operator, ';' or ')'"},
      {kFormula + "minimo(a; b)", "syntax/unexpected", ";", "tra più valori scelgono min(a; b)",
       "among values min(a; b)"},
      {kFormula + "se a allora b", "syntax/unexpected", "", "'altrimenti'", "'altrimenti'"},
      {kFormula + "a almeno b almeno c", "syntax/chained-comparison", "almeno", "con 'e'",
       "with 'and'"},
      {kFormula + "a at least b", "syntax/other-language", "at least", "si scrive 'almeno'",
       "is written 'almeno'"},
      {kFormula + "a piu di b", "syntax/missing-accent", "piu di",
       "'piu di' si scrive con l'accento", "'più di'"},
      {kFormula + "a più b", "syntax/everyday-words", "più", "se è un confronto scrivi 'più di'",
       "write 'più di'"},
      {kFormula + "a pari b", "syntax/unexpected", "pari", "'pari a'", "'pari a'"},
      {kFormula + "si", "syntax/missing-accent", "si", "'si' si scrive con l'accento: 'sì'",
       "with its accent: 'sì'"},
      {kFormula + std::string(60, '(') + "a" + std::string(60, ')'), "syntax/too-deep", "(",
       "oltre 50 livelli", "more than 50 levels"},
      {kFormula + "no x", "syntax/unexpected", "x", "serve un operatore", "expected an operator"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: misspelt words are known again, and reading goes on as if they were right") {
  const std::string rest = " \"R\" categoria A secondo f in vigore dal 2021-01-01 requisito q: a";
  const Row rows[] = {
      {"pachetto p versione \"1\"", "syntax/unknown-word", "pachetto", "'pacchetto'",
       "'pacchetto'"},
      {kPackage + "regloa r" + rest, "syntax/unknown-word", "regloa",
       "'regloa' non è una parola del linguaggio, serve un nuovo blocco | forse volevi scrivere "
       "'regola'",
       "you may have meant 'regola'"},
      {kPackage + "Regola r" + rest, "syntax/unknown-word", "Regola", "'regola'", "'regola'"},
      {kPackage + "rule r" + rest, "syntax/other-language", "rule",
       "questo file è in italiano: 'rule' si scrive 'regola'", "this file is in Italian"},
      {"package p version \"1\" regola r \"R\" category A according to f in force from 2021-01-01 "
       "requirement q: a",
       "syntax/other-language", "regola", "'regola' si scrive 'rule'",
       "'regola' is written 'rule'"},
      {kPackage + "dato d : x\nrgola r" + rest, "syntax/unknown-word", "rgola", "'regola'",
       "'regola'"},
      {kRule + "requisito q: a si aplica se b", "syntax/unknown-word", "si aplica se",
       "una clausola di 'regola' | forse volevi scrivere 'si applica se'", "'si applica se'"},
      {kRule + "requisito q: a siapplica se b", "syntax/unknown-word", "siapplica se",
       "'si applica se'", "'si applica se'"},
      {kRule + "requisto q: a", "syntax/unknown-word", "requisto", "'requisito'", "'requisito'"},
      {kPackage + "dato d : x detenutto da \"y\"", "syntax/unknown-word", "detenutto da",
       "'detenuto da'", "'detenuto da'"},
      {kPackage + "ordine ord per costi", "syntax/unexpected", "costi", "un criterio | forse",
       "a criterion | you may have meant 'costo'"},
      {kExample + "a = 5\n atesi\n r soddisfatto", "syntax/unknown-word", "atesi", "'attesi'",
       "'attesi'"},
      {kExample + "attesi k segnla", "syntax/unexpected", "segnla",
       "forse volevi scrivere 'segnala'", "you may have meant 'segnala'"},
      {kExample + "attesi k nonsegnala", "syntax/unexpected", "nonsegnala", "'segnala'",
       "'segnala'"},
      {kExample + "attesi k non", "syntax/unexpected", "", "'segnala'", "'segnala'"},
      {kExample + "attesi r.q = 5", "syntax/unexpected", "=", "serve un verdetto",
       "expected a verdict"},
      {kExample + "a = 5 attesi r soddisfato", "syntax/unexpected", "soddisfato", "'soddisfatto'",
       "a verdict"},
      {kPackage + "unita a, b", "syntax/missing-accent", "unita", "'unità'", "'unità'"},
      {kPackage + "unita' a, b", "syntax/missing-accent", "unita'", "'unità'", "'unità'"},
      {kPackage + "unita\u0300 a, b", "syntax/decomposed-accent", "unita\u0300",
       "carattere separato", "apart from its letter"},
      {kPackage + "dato citta\u0300 : x", "syntax/decomposed-accent", "citta\u0300", "'città'",
       "'città'"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: texts, addresses and comments") {
  const Row rows[] = {
      {kPackage + "fonte f “x”", "syntax/typographic-quotes", "“x”", "scrivi \"x\"", "write \"x\""},
      {kPackage + "fonte f «x»", "syntax/typographic-quotes", "«x»", "scrivi \"x\"", "write \"x\""},
      {kPackage + "fonte f 'x'", "syntax/typographic-quotes", "'x'", "scrivi \"x\"", "write \"x\""},
      {kPackage + "fonte f \"x\nunità a", "syntax/unclosed-text", "\"x",
       "prima della fine della riga", "before the end of the line"},
      {kPackage + "fonte f x\"", "syntax/unexpected", "x", "un testo tra virgolette",
       "a text between quotes"},
      {kPackage + "fonte f \"x\" urn nir:stato", "syntax/address-form", "nir:stato",
       "comincia con urn:", "begins with urn:"},
      {kPackage + "fonte f \"x\" urn \"urn:nir:a\"", "syntax/address-form", "\"urn:nir:a\"",
       "senza virgolette", "without quotes"},
      {kPackage + "fonte f \"x\" url www.x.it:80", "syntax/address-form", "www.x.it:80", "https://",
       "https://"},
      {kPackage + "/* a /* b */ unità a", "syntax/nested-comment", "/*", "il commento comincia qui",
       "the comment begins here"},
      {kPackage + "/* a", "syntax/unclosed-comment", "/*", "non finisce mai", "never ends"},
      {kPackage + "unità a */", "syntax/stray-comment-end", "*/", "non è cominciato",
       "did not begin"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: what a block lacks is said at the block, with what to add") {
  const Row rows[] = {
      {"", "syntax/empty-file", "", "pacchetto nome.del.pacchetto versione \"1\"", "is empty"},
      {" \n/* solo un commento */\n", "syntax/empty-file", "", "è vuoto", "is empty"},
      {"unità a", "syntax/no-package", "unità", "la prima riga è pacchetto", "the first line is"},
      {"units a", "syntax/no-package", "units", "package name.of.package",
       "package name.of.package"},
      {"buongiorno a tutti", "syntax/no-package", "buongiorno", "non comincia con 'pacchetto'",
       "does not begin with 'package'"},
      {"pacchetto versione \"1\"", "syntax/unexpected", "versione", "non può essere un nome",
       "cannot be a name"},
      {"pacchetto p \"1\"", "syntax/unexpected", "\"1\"", "'versione'", "'versione'"},
      {kPackage + "pacchetto q versione \"2\"", "syntax/doubled", "pacchetto",
       "la prima volta è qui", "the first time is here"},
      {kParameter, "syntax/missing", "parametro", "parametro p: manca 'dal'", "'dal' is missing"},
      {kParameter + "dal 2021-01-01 vale 5 secondo f", "syntax/missing", "dal",
       "manca quanto è certo | dopo il valore scrivi una di queste parole: verificato, da "
       "verificare, "
       "ipotesi",
       "how sure it is is missing"},
      {kParameter + "dal 2021-01-01 vale 5 ipotesi", "syntax/missing", "dal",
       "manca 'secondo' | dopo il valore", "no number without its source"},
      {kPackage + "regola r \"R\" secondo f in vigore dal 2021-01-01 requisito q: a",
       "syntax/missing", "regola", "regola r: manca 'categoria'",
       "regola r: 'categoria' is missing"},
      {kPackage + "regola r \"R\" categoria A in vigore dal 2021-01-01 requisito q: a",
       "syntax/missing", "regola", "manca 'secondo'", "no rule without its source"},
      {kPackage + "regola r \"R\" categoria A secondo f requisito q: a", "syntax/missing", "regola",
       "in vigore dal 2025-01-01", "from which day"},
      {kRule, "syntax/missing", "regola", "manca 'requisito'", "'requisito' is missing"},
      {kPackage + "ordine ord", "syntax/missing", "ordine", "manca 'per'", "'per' is missing"},
      {kPackage + "esempio \"e\" a = 5 attesi r soddisfatto", "syntax/missing", "esempio",
       "esempio \"e\": manca 'anno'", "'anno' is missing"},
      {kExample + "a = 5", "syntax/missing", "esempio", "manca 'attesi'", "'attesi' is missing"},
      {kExample + "a = 5 attesi", "syntax/missing", "esempio",
       "almeno una regola e il suo verdetto", "at least one rule"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: clauses that are doubled or stand where they cannot") {
  const Row rows[] = {
      {kPackage + "dato d : x almeno 0 almeno 1", "syntax/doubled", "almeno",
       "la prima volta è qui", "keep one of the two"},
      {kPackage + "categoria A \"x\" inderogabile inderogabile", "syntax/doubled", "inderogabile",
       "già scritto", "already written"},
      {kParameter + "dal 2021-01-01 vale 5 ipotesi verificato secondo f", "syntax/doubled",
       "verificato", "già scritto", "already written"},
      {kExample + "data_di_rilevazione 2025-06-30 a = 1 data_di_rilevazione 2025-07-31 attesi r "
                  "soddisfatto",
       "syntax/doubled", "data_di_rilevazione", "la prima volta è qui", "keep one"},
      {kExample + "altro anno 2024 data_di_rilevazione 2024-06-30 altro anno 2023 "
                  "data_di_rilevazione 2023-06-30 data_di_rilevazione 2023-07-31 attesi r "
                  "soddisfatto",
       "syntax/doubled", "data_di_rilevazione", "la prima volta è qui", "keep one"},
      {kExample + "attesi r soddisfatto data_di_rilevazione 2025-06-30 s soddisfatto",
       "syntax/misplaced", "data_di_rilevazione", "sta prima di 'attesi'",
       "it stands before 'attesi'"},
      {kRule + "requisito q: a categoria B", "syntax/doubled", "categoria", "tieni una delle due",
       "keep one"},
      {kRule + "si colma con x requisito q: a", "syntax/misplaced", "si colma con",
       "sta subito dopo il suo 'requisito'", "it follows its 'requisito'"},
      {kRule + "requisito q: a costo 3", "syntax/misplaced", "costo", "sta dopo 'si colma con'",
       "it follows 'si colma con'"},
      {kRule + "requisito q: a si colma con x a unità intere a passi di 0,5", "syntax/misplaced",
       "a passi di", "in un modo solo", "in one way only"},
      {kPackage + "dato d : x costo 3", "syntax/misplaced", "costo",
       "serve una clausola di 'dato' | le clausole di 'dato' sono: almeno, al massimo, intero, "
       "parte di, se manca, precedenza, area, detenuto da, nota",
       "the clauses of 'dato' are"},
      {kParameter + "vale 5", "syntax/misplaced", "vale", "una clausola di 'parametro'",
       "a clause of 'parametro'"},
      {kPackage + "dato fonte : x", "syntax/unexpected", "fonte", "non può essere un nome",
       "cannot be a name"},
      {kPackage + "dato rule : x", "syntax/other-language", "rule", "'regola'", "'regola'"},
      {kPackage + "unità a b, c", "syntax/unexpected", "b", "serve ',' o un nuovo blocco",
       "expected ',' or a new block"},
      {kExample + "a = 5 b = 6 attesi r soddisfatto", "syntax/unexpected", "b", "';'", "';'"},
      {kExample + "a = 5; attesi r soddisfatto", "syntax/unexpected", "attesi",
       "dopo l'ultimo dato non serve ';'", "no ';' is needed"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("errors: ten mistakes in a file are ten messages, in order, each in its place") {
  const std::string text = R"(pachetto leps.dieci versione "1"
unità abitanti FTE, persone
fonte legge “Legge 178”
dato popolazione : abitanti
  almeno 17.5  intero
parametro livello : FTE/abitanti
  dal 30 febbraio 2021 vale 1 FTE ogni 5.000 abitanti  verificato  secondo legge
regloa ssp "Un assistente ogni 5.000"
  categoria LEPS
  secondo legge
  in vigore dal 1 January 2021
  requisito organico: assistenti >= livello di popolazione
    si colma con assistenti  costo costo_assistente
  parziale se (assistenti almeno 3
  beneficiari popolazione
esempio "uno"
  anno 2025
  popolazione = 125.000 assistenti = 25
  attesi
    ssp soddisfatto
)";
  Parsed parsed = parse_text(text);
  parsed.bag.sort();
  CHECK(codes(parsed.bag) ==
        "syntax/unknown-word syntax/unexpected syntax/typographic-quotes syntax/number-form "
        "syntax/no-such-date syntax/unknown-word syntax/other-language syntax/unknown-sign "
        "syntax/unexpected syntax/unexpected");
  const std::size_t lines[] = {1, 2, 3, 5, 7, 8, 11, 12, 14, 18};
  REQUIRE(parsed.bag.all().size() == std::size(lines));
  for (std::size_t i = 0; i < std::size(lines); ++i) {
    CHECK(parsed.sources.line_column(*parsed.bag.all()[i].where).line == lines[i]);
  }
}

TEST_CASE("errors: eleven mistakes in an English file are eleven messages too") {
  const std::string text = R"(package leps.ten version "1"
units residents FTE
source law "Act
datum population : residents
  at lest 1  whole
parameter level : FTE/residents
  from 31 April 2021 is 1 FTE per 5,000 residents  verified  according to law
  from 1 January 2022 is 17,5 residents  verified  according to law
rul ssp "One social worker"
  category LEPS
  category LEPS
  according to law
  in force from 1/1/2021
  requirement staff: workers at least level of population && yes
  beneficiaries
example "one"
  year 2025
  population = 125,000
  expect
    ssp ok
)";
  Parsed parsed = parse_text(text);
  parsed.bag.sort();
  const std::string shown = render(parsed.bag, parsed.sources, {Language::english, false});
  CAPTURE(shown);
  CHECK(codes(parsed.bag) ==
        "syntax/unexpected syntax/unclosed-text syntax/unknown-word syntax/no-such-date "
        "syntax/number-form syntax/unknown-word syntax/doubled syntax/date-form "
        "syntax/unknown-sign syntax/unexpected syntax/everyday-words");
}

TEST_CASE("errors: the words of what could not be read are kept, so that nobody asks for them") {
  const Parsed parsed = parse_text(kPackage + "dato popolazione abitanti\ndato d : x");
  CHECK(codes(parsed.bag) == "syntax/unexpected");
  const auto& words = parsed.file().unread_words;
  CHECK(std::find(words.begin(), words.end(), "popolazione") != words.end());
  CHECK(parsed.file().declarations.size() == 1);
}

TEST_CASE("errors: a block is kept with what could be read of it") {
  const Parsed parsed =
      parse_text(kRule + "requisito q: a almeno\n requisito s: b\n parziale se +\n beneficiari c");
  CHECK(codes(parsed.bag) == "syntax/unexpected syntax/unexpected");
  REQUIRE(parsed.file().declarations.size() == 1);
  const auto& rule = std::get<ast::RuleDecl>(parsed.file().declarations.front());
  CHECK_FALSE(rule.partial_if.has_value());
  CHECK(rule.beneficiaries.has_value());
  CHECK(rule.requirements.back().name.text == "s");
}
