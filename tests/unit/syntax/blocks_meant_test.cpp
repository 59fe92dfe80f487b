// Blocks and clauses that are begun in other words, without their word, with a colon, or without a
// name: one message each, and what follows is read as what it is.
#include "unit/syntax/messages.hpp"

using namespace leps;
using namespace leps::test;

namespace {

const std::string kTable = kPackage + "elenco l \"L\"\n  campo k : testo chiave\n";

}  // namespace

TEST_CASE("blocks: the word of another language for one") {
  check_rows({
      {kPackage + "tabella l \"L\"\n  campo k : testo chiave\n", "syntax/everyday-words", "tabella",
       "scrivi: elenco l \"L\"", "write: elenco l"},
      {kPackage + "unità x\nvariabile a : x \"A\"\n  almeno 0\n", "syntax/everyday-words",
       "variabile", "dato a : x", ""},
      // The word is no unit of the number before it.
      {kPackage + "dato a : x\n  almeno 0\nformula c : x = a + 1\n", "syntax/everyday-words",
       "formula", "calcolo c : x", ""},
      {kRule + "requisito q: a almeno 3\ncaso \"e\"\n  anno 2025\n  attesi\n    r soddisfatto\n",
       "syntax/everyday-words", "caso", "esempio \"e\"", ""},
      {"package p version \"1\"\nlist l \"L\"\n  field k : text key\n", "syntax/everyday-words",
       "list", "", "write: table l"},
  });
}

TEST_CASE("blocks: one that there is not is passed over with all that stands in it") {
  check_rows({
      {kRule + "requisito q: a almeno 3\n\nnorma w \"W\"\n  categoria A\n  secondo f\n  in vigore "
               "dal 2021-01-01\n  requisito k: b\n",
       "syntax/unknown-word", "norma", "i blocchi sono: ", "the blocks are: "},
      {kRule + "  requisito q: a almeno 3 p\n\nabroga regola w\n", "syntax/unknown-word", "abroga",
       "modifica regola nome cessa dal 1 gennaio 2026 secondo fonte",
       "a rule or a requirement ends"},
      {kPackage + "a : x \"A\"\n  almeno 0\n", "syntax/unexpected", "a", "scrivi: dato a : x", ""},
  });
  // In a flat text it may as well be a clause.
  CHECK(codes(parse_text(kRule + "requisito q: a almeno 3\nnorma w\nsi colma con a\n").bag) ==
        "syntax/unexpected");
}

TEST_CASE("clauses: their word is missing, half of it is, or has a colon") {
  check_rows({
      {kTable + "  posti : x  almeno 0\n", "syntax/unexpected", "posti", "campo posti : x", ""},
      {kRule + "  organico: a almeno 3\n", "syntax/unexpected", "organico",
       "requisito organico: a almeno 3", ""},
      {kRule + "requisito q: a almeno 3\n  si colma con: a\n", "syntax/misplaced", ":",
       "scrivi: si colma con a", "no colon stands behind"},
      {kRule + "requisito q: a almeno 3\n  si colma: a\n", "syntax/everyday-words",
       "si colma:", "scrivi: si colma con a", ""},
      {kRule + "requisito q: a almeno 3\n  parziale: a almeno 1\n", "syntax/everyday-words",
       "parziale:", "scrivi: parziale se a almeno 1", ""},
      {kExample + "\n  a = 1\n  attesi:\n    r soddisfatto\n", "syntax/misplaced", ":",
       "scrivi: attesi", ""},
      {kExample + "\n  a = 1\n  risultati\n    r soddisfatto\n", "syntax/everyday-words",
       "risultati", "scrivi: attesi", ""},
      {kExample + "\n  dati a = 1\n  attesi\n    r soddisfatto\n", "syntax/unknown-word", "dati",
       "i valori si danno con il loro nome: a = 1", "values are given by their names"},
      {kPackage + "parametro p : x\n  vale 3 x verificato secondo f\n", "syntax/misplaced", "vale",
       "dal 1 gennaio 2024 vale 3 x", "before it write from when"},
      {kPackage + "categoria A \"A\"\ncampo a : x\n", "syntax/misplaced", "campo",
       "'campo' si scrive in: 'elenco'", "'campo' is written in"},
  });
  const std::string named = "\n  risultati = 1\n  attesi\n    r soddisfatto\n";
  CHECK(codes(parse_text(kExample + named).bag) == "");
}

TEST_CASE("blocks: titles, types and names in each other's place") {
  check_rows({
      {kPackage + "fonte \"Legge 1\"\n", "syntax/unexpected", "\"Legge 1\"",
       "fonte nome \"Legge 1\"", "fonte name \"Legge 1\""},
      {kPackage + "regola Organico del servizio\n", "syntax/unexpected", "del",
       "regola nome \"Organico del servizio\"", ""},
      {kPackage + "dato a \"A\"\n", "syntax/unexpected", "\"A\"", "dato a : … \"A\"",
       "the type stands before the title"},
      {kPackage + "dato a : numero intero \"A\"\n", "syntax/unexpected", "\"A\"",
       "il titolo sta subito dietro il tipo: \"A\" intero", ""},
      {kPackage + "regola mediazione culturale \"M\"\ndato culturale : x\ndato mediazione : x\n",
       "syntax/unexpected", "culturale", "mediazione_culturale", "mediazione_culturale"},
      {kRule + "requisito 1: a almeno 3\n", "syntax/unexpected", "1",
       "un nome comincia con una "
       "lettera: n1",
       ""},
      {kRule + "requisito: a almeno 3\n", "syntax/unexpected", ":", "requisito nome: a almeno 3",
       "a name stands before the colon"},
  });
}

TEST_CASE("blocks: the first word of a file may be the wrong one") {
  check_rows({
      {"package p versione \"1\"\nfonte f \"F\"\nunità x\n", "syntax/other-language", "package",
       "questo file è in italiano", ""},
      {"pacchetto p version \"1\"\nsource f \"F\"\nunits x\n", "syntax/other-language", "pacchetto",
       "", "this file is in English"},
  });
}

TEST_CASE("clauses: of another block, or with their keyword twice") {
  check_rows({
      {kPackage +
           "regola r \"R\"\n  categoria A\n  secondo f\n  dal 2021-01-01\n  requisito q: a\n",
       "syntax/everyday-words", "dal", "scrivi: in vigore dal 2021-01-01", ""},
      {kPackage + "parametro p : x\n  in vigore dal 2021-01-01 vale 3 x verificato secondo f\n",
       "syntax/misplaced", "in vigore", "scrivi: dal 2021-01-01 vale 3 x", "the day is enough"},
      {kPackage + "parametro p : quota\n  a65: dal 2021-01-01 vale 3% verificato secondo f\n",
       "syntax/unexpected", "a65", "per a65 dal 2021-01-01 vale 3%", ""},
      {kPackage + "parametro p : x\n  vale 3 x dal 2021-01-01 verificato secondo f\n",
       "syntax/misplaced", "vale", "prima viene il giorno: dal … vale …", "first comes the day"},
      {kRule + "requisito: q: a almeno 3\n", "syntax/misplaced", ":",
       "scrivi: requisito q: a almeno 3", ""},
      {kExample + "\n  a = 1\n  attesi\n    regola r soddisfatto\n", "syntax/misplaced", "regola",
       "scrivi: r soddisfatto", "the name is enough"},
      {kExample + "\n  a = 1\n  risultati attesi\n    r soddisfatto\n", "syntax/everyday-words",
       "risultati attesi", "scrivi: attesi", ""},
      {kPackage + "dato g : una tra diretta, mista\n", "syntax/everyday-words", "una tra",
       "dato g : uno di diretta, mista", ""},
      {kPackage + "dato g : gg/mm/aaaa\n", "syntax/everyday-words", "gg/mm/aaaa", "dato g : data",
       ""},
  });
}

TEST_CASE("blocks: a value of a row that is called as a block decides no language") {
  CHECK(codes(parse_text(kPackage + "esempio \"e\" anno 2025 a = 3; ll = [(\nsource = \"x\";\n"
                                    "order = 1;\ngroup = \"g\")]\nattesi r soddisfatto")
                  .bag) == "");
}

TEST_CASE("blocks: a name without its sign stays a name") {
  CHECK(codes(parse_text(kPackage + "calcolo risultato : x = a\nesempio \"e\" anno 2025\n"
                                    "attesi\n  risultato 3\n")
                  .bag)
            .find("everyday") == std::string::npos);
}
