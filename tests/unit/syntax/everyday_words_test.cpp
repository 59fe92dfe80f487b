// Words with which people say what the language says with others: every row of the table is told
// what to write, once, and the rest of the line is read as if it had been written.
#include "syntax/keywords.hpp"
#include "unit/syntax/messages.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace leps;
using namespace leps::test;

namespace {

struct Said {
  Language language;
  std::string words;
  std::string meant;  // as the language writes it
  enum class Kind { expression, clause, verdict, value, block } kind;
};

/// What stands behind a block's keyword.
struct Head {
  Keyword keyword;
  const char* italian;
  const char* english;
};
constexpr Head kHeads[] = {
    {Keyword::table, "b \"B\"\n campo k : testo chiave", "b \"B\"\n field k : text key"},
    {Keyword::datum, "b : x \"B\"", "b : x \"B\""},
    {Keyword::parameter, "b : x\n dal 2021-01-01 vale 3 x verificato secondo f",
     "b : x\n from 2021-01-01 is 3 x verified according to f"},
    {Keyword::computed, "b : x = a", "b : x = a"},
    {Keyword::rule, "b \"B\"\n categoria A secondo f in vigore dal 2021-01-01 requisito q: a",
     "b \"B\"\n category A according to f in force from 2021-01-01 requirement q: a"},
    {Keyword::source, "b \"B\"", "b \"B\""},
    {Keyword::units, "b, c", "b, c"},
    {Keyword::category, "b \"B\"", "b \"B\""},
    {Keyword::example, "\"e\"\n anno 2025 attesi r soddisfatto", "\"e\"\n year 2025 expect r met"},
    {Keyword::group, "b \"B\"", "b \"B\""},
    {Keyword::check, "b \"B\" errore a", "b \"B\" error a"},
    {Keyword::amend, "regola r \"R\"\n secondo f in vigore dal 2021-01-01",
     "rule r \"R\"\n according to f in force from 2021-01-01"},
};
const Head* head_of(const Said& said) {
  const auto* found = std::find_if(std::begin(kHeads), std::end(kHeads), [&](const Head& head) {
    return said.meant == word(head.keyword, said.language);
  });
  return found == std::end(kHeads) ? nullptr : found;
}

Said::Kind kind_of(Keyword keyword) {
  if (std::any_of(std::begin(kHeads), std::end(kHeads),
                  [&](const Head& head) { return head.keyword == keyword; })) {
    return Said::Kind::block;
  }
  if (keyword >= Keyword::at_least && keyword <= Keyword::logical_not) {
    return Said::Kind::expression;
  }
  if (keyword >= Keyword::met && keyword <= Keyword::not_in_force) return Said::Kind::verdict;
  if (keyword < Keyword::at_least) return Said::Kind::clause;
  return Said::Kind::value;
}

std::vector<Said> all_said() {
  std::vector<Said> all;
  const auto add = [&](Language language, const char* words, Keyword keyword) {
    all.push_back({language, words, std::string(word(keyword, language)), kind_of(keyword)});
  };
  const auto add_text = [&](Language language, const char* words, std::string meant) {
    all.push_back({language, words, std::move(meant), Said::Kind::expression});
  };
#define LEPS_EVERYDAY(language, words, meant) add(Language::language, words, Keyword::meant);
#define LEPS_EVERYDAY_SIGN(language, words, sign) \
  add_text(Language::language, words, std::string(1, sign));
#define LEPS_EVERYDAY_VERB(language, words) \
  add_text(Language::language, words, std::string(word(Keyword::equal_to, Language::language)));
#include "syntax/everyday_words.def"
  return all;
}

std::string packed(Language language, const std::string& italian, const std::string& english) {
  return language == Language::italian ? kPackage + italian : "package p version \"1\"\n" + english;
}

std::string in_its_place(const Said& said) {
  switch (said.kind) {
    case Said::Kind::expression:
      return packed(said.language, "calcolo c : x = a " + said.words + " b",
                    "computed c : x = a " + said.words + " b");
    case Said::Kind::block:
      return packed(said.language, said.words + ' ' + head_of(said)->italian,
                    said.words + ' ' + head_of(said)->english);
    case Said::Kind::clause: {
      if (said.meant == word(Keyword::expect, said.language)) {
        return packed(said.language, "esempio \"e\" anno 2025\n " + said.words + "\n r soddisfatto",
                      "example \"e\" year 2025\n " + said.words + "\n r met");
      }
      const bool datum = said.meant == word(Keyword::held_by, said.language);
      const std::string rest = datum ? " \"x\"" : " b";
      if (datum) {
        return packed(said.language, "dato d : x \"D\"\n " + said.words + rest,
                      "datum d : x \"D\"\n " + said.words + rest);
      }
      if (said.meant == word(Keyword::in_force, said.language)) {
        return packed(said.language,
                      "regola r \"R\" categoria A secondo f\n " + said.words +
                          " dal 2021-01-01 requisito q: a",
                      "rule r \"R\" category A according to f\n " + said.words +
                          " from 2021-01-01 requirement q: a");
      }
      const bool source = said.meant == word(Keyword::according_to, said.language);
      return packed(said.language,
                    "regola r \"R\" categoria A in vigore dal 2021-01-01 " +
                        std::string(source ? "" : "secondo f ") + "requisito q: a\n " + said.words +
                        rest,
                    "rule r \"R\" category A in force from 2021-01-01 " +
                        std::string(source ? "" : "according to f ") + "requirement q: a\n " +
                        said.words + rest);
    }
    default:
      return packed(said.language, "esempio \"e\" anno 2025 attesi r " + said.words,
                    "example \"e\" year 2025 expect r " + said.words);
  }
}

const std::string kEnglish = "package p version \"1\"\ncomputed c : x = ";

}  // namespace

TEST_CASE("everyday words: each row of the table is told what to write, and nothing else") {
  for (const Said& said : all_said()) {
    if (said.kind == Said::Kind::value) continue;  // a name until resolve/ knows of none
    if (said.words == said.meant) continue;        // a row for its forms with an article
    const std::string text = in_its_place(said);
    CAPTURE(text);
    const Parsed parsed = parse_text(text);
    CHECK(codes(parsed.bag) == "syntax/everyday-words");
    if (parsed.bag.all().size() != 1) continue;
    const Diagnostic& found = parsed.bag.all().front();
    CHECK(parsed.written(*found.where) == said.words);
    CHECK(found.message.it == "'" + said.words + "' si scrive '" + said.meant + "'");
    CHECK(found.message.en == "'" + said.words + "' is written '" + said.meant + "'");
    REQUIRE_FALSE(found.hints.empty());
    CHECK(found.hints.front().it.find(said.meant) != std::string::npos);
    CHECK(parsed.file().declarations.size() == 1);
  }
}

TEST_CASE("everyday words: what is said with a verb, a 'non' or an article") {
  const Row rows[] = {
      {kFormula + "a è almeno b", "syntax/everyday-words", "è almeno",
       "'è almeno' si scrive 'almeno' | scrivi: calcolo c : x = a almeno b", "write: calcolo"},
      {kFormula + "a non inferiore al b", "syntax/everyday-words", "non inferiore al",
       "calcolo c : x = a almeno b", "'almeno'"},
      {kFormula + "a non è superiore a b", "syntax/everyday-words", "non è superiore a",
       "'al massimo'", "'al massimo'"},
      {kFormula + "a è non pari a b", "syntax/everyday-words", "è non pari a", "'diverso da'", ""},
      {kFormula + "a non almeno b", "syntax/everyday-words", "non almeno", "'meno di'", ""},
      {kFormula + "a superiore all'80%", "syntax/everyday-words", "superiore all'", "a più di 80%",
       "a più di 80%"},
      {kFormula + "a della b", "syntax/everyday-words", "della", "a di b", "a di b"},
      {kFormula + "a piu di b", "syntax/missing-accent", "piu di", "'più di'", "'più di'"},
      {kFormula + "a più del b", "syntax/everyday-words", "più del", "a più di b", ""},
      {kFormula + "a almeno il 75%", "syntax/article", "il",
       "gli articoli non si scrivono: qui c'è 'il' | scrivi: calcolo c : x = a almeno 75%",
       "articles are not written"},
      {kEnglish + "a no less than b", "syntax/everyday-words", "no less than", "'at least'",
       "write: computed c : x = a at least b"},
      {kEnglish + "a is greater than the b", "syntax/everyday-words", "is greater than the",
       "'more than'", "a more than b"},
      {kEnglish + "a is not b", "syntax/everyday-words", "is not", "'different from'", ""},
      {kEnglish + "80% of the b", "syntax/article", "the", "80% of b", "80% of b"},
      {kFormula + "3 x b", "syntax/everyday-words", "x", "3 * b", "3 * b"},
      {kFormula + "a almeno 5 quando b", "syntax/unexpected", "quando", "un'unità", "a unit"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE(
    "everyday words: of a day or a length they are a term, which is not missed before its end") {
  const Row rows[] = {
      {kFormula + "d entro e non oltre il 31 marzo dell'anno", "syntax/everyday-words",
       "entro e non oltre il", "scrivi: calcolo c : x = d entro il 31 marzo dell'anno", ""},
      {kFormula + "d non oltre 2025-03-31", "syntax/everyday-words", "non oltre",
       "d entro 2025-03-31", ""},
      {kFormula + "d entro non oltre 30 giorni lavorativi da avvio", "syntax/everyday-words",
       "entro non oltre", "scrivi: d entro 30 giorni lavorativi da avvio", ""},
      {kEnglish + "d no later than 30 June of the year", "syntax/everyday-words", "no later than",
       "", "write: computed c : x = d by 30 June of the year"},
      {kEnglish + "d not later than 30 days from e", "syntax/everyday-words", "not later than", "",
       "write: d within 30 days from e"},
      {kFormula + "d entro 3 mesi dal 1 gennaio 2025", "syntax/everyday-words", "dal",
       "d entro 3 mesi da 1 gennaio 2025", ""},
      {kFormula + "d entro 30 giorni dall'avvio", "syntax/everyday-words", "dall",
       "d entro 30 giorni da avvio", ""},
      // Of an amount it is none.
      {kFormula + "a entro e non oltre 30 euro", "syntax/everyday-words", "entro e non oltre",
       "a al massimo 30 euro", ""},
      {kFormula + "a non oltre il b", "syntax/everyday-words", "non oltre il", "a al massimo b",
       ""},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("everyday words: percents and levels in words") {
  const std::string behind = "  ipotesi  secondo f";
  const Row rows[] = {
      {kFormula + "a almeno 10 per cento di b", "syntax/everyday-words", "per cento",
       "'per cento' si scrive '%' | scrivi: 10%", "write: 10%"},
      {kEnglish + "a at least 2.5 percent of b", "syntax/everyday-words", "percent", "scrivi: 2.5%",
       "write: 2.5%"},
      {kPackage + "parametro p : x dal 2021-01-01 vale 1 FTE per 40.000 abitanti" + behind,
       "syntax/everyday-words", "per", "vale 1 FTE ogni 40.000 abitanti  ipotesi", ""},
      {kPackage + "parametro p : x dal 2021-01-01 vale 1 FTE su 40.000 abitanti" + behind,
       "syntax/everyday-words", "su", "'su' si scrive 'ogni'", ""},
      {kEnglish + "a at least 3 FTE every 100 people of b", "syntax/everyday-words", "every", "",
       "3 FTE per 100 people of b"},
  };
  for (const Row& row : rows) check_row(row);
  CHECK(codes(parse_expression("2 FTE per ogni_anno").bag) ==
        "syntax/everyday-words");  // a product
}

TEST_CASE("everyday words: what is wrong within bands is told once") {
  const std::string bands = kFormula + "a scaglioni di x: fino a ";
  const Row rows[] = {
      {bands + "s vale 0%, oltre vale r", "syntax/unexpected", ",",
       "qui fra una parte e l'altra si scrive ';'", "here ';' is written between the parts"},
      {bands + "s 0%; oltre vale r", "syntax/unexpected", "0", "serve un operatore o 'vale'", ""},
      {bands + "s vale 0%; altrimenti vale r", "syntax/unexpected", "altrimenti",
       "serve 'fino a' o 'oltre'", ""},
      {kFormula + "g fra (x, y)", "syntax/unexpected", ",",
       "le voci di 'fra' non stanno fra parentesi: fra a, b", "fra a, b"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("everyday words: words that are names stay names, and units stay units") {
  for (const char* text : {"x + minimo", "oggi", "il + la", "per_anno * x", "3 x * quando",
                           "tra almeno fra", "min(il; i)"}) {
    CAPTURE(text);
    CHECK(codes(parse_expression(text).bag).empty());
  }
  CHECK(codes(parse_expression("x at least 3 times", Language::english).bag).empty());
}

TEST_CASE("everyday words: forms that take the whole expression are shown whole") {
  const std::string rule = kRule + "requisito q: ";
  const Row rows[] = {
      {rule + "c e a compreso fra 1,5 FTE e 2 FTE", "syntax/everyday-words", "compreso fra",
       "scrivi: requisito q: c e a tra 1,5 FTE e 2 FTE", ""},
      {rule + "a è compresa tra 80% e 100% e c", "syntax/everyday-words", "è compresa tra",
       "scrivi: requisito q: a tra 80% e 100% e c", ""},
      {kEnglish + "a + b is between 80% and 100%", "syntax/everyday-words", "is between", "",
       "write: computed c : x = a + b between 80% and 100%"},
      {rule + "g è uno fra x, y", "syntax/everyday-words", "è uno fra",
       "scrivi: requisito q: g fra x, y", ""},
      {rule + "almeno 2 di a, b, c", "syntax/everyday-words", "di",
       "scrivi: requisito q: almeno 2 fra a, b, c", ""},
      {rule + "a non tra 3 e 5", "syntax/misplaced", "non", "scrivi: non a tra 3 e 5", ""},
      {rule + "g fra x, y o c", "syntax/list-joined", "o",
       "scrivi una virgola al posto di 'o' | se l'elenco finisce qui, chiudilo fra parentesi: (g "
       "fra x, y) o …",
       "write a comma in place of 'o'"},
      {rule + "almeno 2 fra a, b e c", "syntax/list-joined", "e", "(almeno 2 fra a, b) e …", ""},
      {rule + "almeno 2 fra a, x almeno 3 FTE, c", "syntax/list-condition", "almeno",
       "scrivi: (x almeno 3 FTE)", "write: (x almeno 3 FTE)"},
      {rule + "a almeno livello o frazione di b e c", "fraction/misplaced", "o frazione",
       "scrivi: livello di b o frazione", "write: livello di b o frazione"},
      {rule + "g fra x", "syntax/unexpected", "", "serve un operatore, 'e' o ','", ""},
      {rule + "a almeno 3 e al massimo 5", "syntax/unexpected", "al massimo",
       "scrivi: requisito q: a almeno 3 e a al massimo 5", ""},
      {rule + "g pari a x, y", "syntax/unexpected", ",", "scrivi: g fra x, y", ""},
      {rule + "v.g diverso da x, y, z", "syntax/unexpected", ",", "scrivi: non v.g fra x, y, z",
       ""},
      {rule + "a, b", "syntax/unexpected", ",", "per unire due condizioni scrivi 'e' oppure 'o'",
       "to join two conditions write 'e' or 'o'"},
      {rule + "(a + b) almeno c e d non", "syntax/misplaced", "non",
       "va davanti a ciò che nega | scrivi: non d", "it goes before what it denies"},
      {kFormula + "somma(comuni.posti)", "syntax/unexpected", ")",
       "scrivi: somma(r.posti per ogni r in comuni)", "write: somma(r.posti"},
      {kFormula + "somma(c in comuni)", "syntax/unexpected", "in",
       "somma(c.nome_del_campo per ogni c in comuni) | per contare le righe: conta(c in comuni)",
       "to count the rows: conta(c in comuni)"},
      {kFormula + "conta(convenzioni)", "syntax/unexpected", ")", "scrivi: conta(r in convenzioni)",
       "write: conta(r in convenzioni)"},
      {kFormula + "conta(v.ente per ogni v in enti)", "syntax/unexpected", ".",
       "scrivi: conta(v in enti) | per contarne solo alcune: conta(v in enti dove condizione)",
       "to count only some"},
      {kEnglish + "count(towns)", "syntax/unexpected", ")", "count(r in towns)",
       "write: count(r in towns)"},
      {rule + "per ogni comuni: posti almeno 3", "syntax/unexpected", ":",
       "scrivi: per ogni r in comuni: r.posti almeno 3", "write: per ogni r in comuni"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("everyday words: clauses, verdicts and characters in the way of their authors") {
  const std::string datum = kPackage + "dato d : x \"D\"\n  ";
  const Row rows[] = {
      {kRule + "requisito q: a almeno 5 FTE\n si applica quando b", "syntax/everyday-words",
       "si applica quando", "scrivi: si applica se b", "write: si applica se b"},
      {kRule + "requisito q: a almeno 5\n si colma assumendo b", "syntax/everyday-words",
       "si colma assumendo", "scrivi: si colma con b", ""},
      {datum + "fonte ISTAT\ndato e1 : x", "syntax/everyday-words", "fonte ISTAT",
       "chi tiene il dato si scrive: detenuto da \"ISTAT\"", "who holds the datum is written"},
      {kPackage + "regola r \"R\" categoria A in vigore dal 2021-01-01\n  fonte legge\n  requisito "
                  "q: a",
       "syntax/everyday-words", "fonte legge", "'secondo legge'", "'secondo legge'"},
      {kExample + "a = 1\n altro membro g\n a = 2\n attesi r soddisfatto", "syntax/everyday-words",
       "altro membro", "scrivi: altro membro di g", "write: altro membro di g"},
      {kExample + "a = 1\n r.q soddisfatto lacuna 0 x\n r soddisfatto", "syntax/missing", "r",
       "manca 'attesi' | prima dei verdetti scrivi 'attesi'", "before the verdicts"},
      {kExample + "attesi r = soddisfatto", "syntax/everyday-words", "= soddisfatto",
       "un verdetto si scrive senza '='", "a verdict is written without '='"},
      {kExample + "attesi c =", "syntax/unexpected", "",
       "serve 'non_vigente', 'non_valutabile', '?'",
       "expected 'non_vigente', 'non_valutabile', '?'"},
      {kPackage + "dato n.mediatori : x", "syntax/unexpected", ".",
       "un nome ha lettere, cifre e _: n_mediatori", "a name has letters, digits and _"},
      {kExample + "a = n.d.\n attesi r soddisfatto", "syntax/unexpected", ".",
       "ciò che non è noto si scrive ?", "what is not known is written ?"},
      {kRule + "requisito q: a.", "syntax/unexpected", ".",
       "alla fine di una clausola il punto non serve", "no full stop is needed"},
      {kRule + "requisito q: g al massimo 31 marzo\n\nordine o1 per costo", "syntax/no-year",
       "31 marzo", "a '31 marzo' manca l'anno | scrivi 31 marzo 2025", "lacks its year"},
      {kEnglish + "d at most 31 March", "syntax/no-year", "31 March", "scrivi 31 March 2025",
       "write 31 March 2025"},
      {kPackage + "categoria A \"Impegno dell'Ambito”\nunità b", "syntax/typographic-quotes",
       "\"Impegno dell'Ambito”", "finisce con ”, che non è la virgoletta diritta",
       "which is not the straight quote"},
      {kPackage + "categoria A \"Impegno”\ncategoria B \"Altro”così”\"",
       "syntax/typographic-quotes", "\"Impegno”", "scrivi \"Impegno\"", ""},
      {kFormula + "min(a pari a \"A”; b pari a \"B\")", "syntax/typographic-quotes", "\"A”",
       "scrivi \"A\"", "write \"A\""},
      {kPackage + "categoria A \"Detto “così”\nunità b", "syntax/unclosed-text", "\"Detto “così”",
       "prima della fine della riga", ""},
      {kFormula + "medi\u200Batori + b", "syntax/invisible-character", "\u200B", "dopo 'medi'",
       "right behind 'medi'"},
      {kFormula + "a almeno 1 000 x", "syntax/unexpected", "000", "stanno insieme: 1.000",
       "stand together: 1.000"},
      {"unità a\npacchetto p versione \"1\"", "syntax/no-package", "unità", "la prima riga", ""},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("everyday words: a clause that is missing is told where an expression broke off, too") {
  const Parsed parsed = parse_text(kPackage +
                                   "regola r \"R\"\n  categoria A\n  in vigore dal 2021-01-01\n"
                                   "  requisito q: a >= b\n    si colma con a\n");
  CHECK(codes(parsed.bag) == "syntax/unknown-sign syntax/missing");
}
