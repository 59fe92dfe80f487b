// What is written as the language allows, and may be meant otherwise.
#include <algorithm>

#include <doctest/doctest.h>

#include "unit/lint/noted.hpp"

using namespace leps;
using namespace leps::test;

TEST_CASE("lint: a guard behind the last requirement, where the rule's clauses stand") {
  const std::string two = "  requisito q: a\n  requisito p: b\n";
  const Noted rows[] = {
      {"in line with the rule", in_rule(two + "  si applica se c"), "si applica se",
       "'si applica se' dopo l'ultimo requisito vale solo per 'p', non per la regola > se vale per "
       "la "
       "regola, scrivilo prima del primo 'requisito'; se vale per 'p', rientralo",
       "is only of 'p', not of the rule"},
      {"behind a lever",
       in_rule("  requisito q: a\n  requisito p: b\n    si colma con b\n"
               "  si applica se c"),
       "si applica se", "vale solo per 'p'", "only of 'p'"},
      {"in English", in_english_rule("  requirement q: a\n  requirement p: b\n  applies if c"),
       "applies if", "prima del primo 'requirement'", "write it before the first 'requirement'"},
      {"indented under its requirement", in_rule(two + "    si applica se c"), nullptr, "", ""},
      {"on the line of its requirement",
       in_rule("  requisito q: a\n  requisito p: b si applica se c"), nullptr, "", ""},
      {"the only requirement", in_rule("  requisito q: a\n  si applica se c"), nullptr, "", ""},
      {"the rule has its own", in_rule("  si applica se b\n" + two + "  si applica se c"), nullptr,
       "", ""},
      {"where every requirement is written so",
       in_rule("  requisito q: a\n  si applica se b\n  requisito p: b\n  si applica se c"), nullptr,
       "", ""},
      {"where levers stand so",
       in_rule("  requisito q: a\n  si colma con a\n" +
               std::string("  requisito p: b\n  si applica se c")),
       nullptr, "", ""},
      {"behind a clause of the rule it is the rule's",
       in_rule(two + "  punteggio 3\n  si applica se c"), nullptr, "", ""},
  };
  check_noted("lint/guard-of-one", rows);
}

TEST_CASE("lint: `e` beside `o` without parentheses") {
  const Noted rows[] = {
      {"on the right", in_rule("  requisito q: a o b e c"), "a o b e c",
       "'e' lega più di 'o': qui sta insieme '(b e c)' > se vuol dire questo, scrivi '(b e c)'",
       "'e' binds tighter than 'o'"},
      {"on the left", in_rule("  requisito q: a e b o c"), "a e b o c", "'(a e b)'", "'(a e b)'"},
      {"with a negation", in_rule("  requisito q: parte_loro almeno quota_chiesta o a e non b"),
       "parte_loro almeno quota_chiesta o a e non b", "'(a e non b)'", "'(a e non b)'"},
      {"more than once, said once", in_rule("  requisito q: a e b o b e c o a"),
       "a e b o b e c o a", "'(a e b)', '(b e c)'", "'(a e b)', '(b e c)'"},
      {"within parentheses", in_rule("  requisito q: a e (b o c e a)"), "b o c e a", "'(c e a)'",
       "'(c e a)'"},
      {"in English", in_english_rule("  requirement q: a or b and c"), "a or b and c",
       "'and' lega più di 'or'", "write '(b and c)'"},
      {"with parentheses", in_rule("  requisito q: a o (b e c)"), nullptr, "", ""},
      {"with parentheses the other way", in_rule("  requisito q: (a o b) e c"), nullptr, "", ""},
      {"one of them only", in_rule("  requisito q: a o b o c\n  requisito p: a e b e c"), nullptr,
       "", ""},
      {"the body of a quantifier stands by itself",
       in_rule("  requisito q: a o (per ogni x in righe: x.posti più di 0 persone e b)"), nullptr,
       "", ""},
  };
  check_noted("lint/mixed-words", rows);
}

TEST_CASE("lint: what two things share that should tell them apart") {
  const std::string given = "  anno 2025\n  a = sì\n  attesi\n    r soddisfatto\n";
  const Noted titles[] = {
      {"one title",
       in_rule("  requisito q: a") + "esempio \"uno\"\n" + given + "esempio \"uno\"\n" + given,
       "\"uno\"", "due esempi si chiamano \"uno\" > un altro titolo", "two examples are called"},
      {"two titles",
       in_rule("  requisito q: a") + "esempio \"uno\"\n" + given + "esempio \"due\"\n" + given,
       nullptr, "", ""},
  };
  check_noted("lint/example-twice", titles);
  const Noted words[] = {
      {"capitals",
       "dato g : uno di diretta, Diretta, altra\n" + in_rule("  requisito q: g pari a diretta"),
       "g", "'diretta' e 'Diretta' differiscono solo per maiuscole o accenti", "keep one word"},
      {"accents",
       "dato g : uno di comunita, comunità\n" + in_rule("  requisito q: g pari a comunita"), "g",
       "'comunita' e 'comunità'", "differ in capitals or accents"},
      {"two data of one list",
       "dato g : uno di x1, X1\ndato h : uno di x1, X1\n" + in_rule("  requisito q: g pari a h"),
       "g", "'x1' e 'X1'", "'x1' and 'X1'"},
      {"other words",
       "dato g : uno di diretta, affidata\n" + in_rule("  requisito q: g pari a diretta"), nullptr,
       "", ""},
  };
  check_noted("lint/words-alike", words);
  const Noted groups[] = {
      {"a group that nobody uses", "gruppo g \"G\"\n" + in_rule("  requisito q: a"), "g",
       "nessuno usa il gruppo 'g'", "nobody uses the group 'g'"},
  };
  for (const Noted& row : groups) {
    const auto told = told_of("lint/unused-name", row.body);
    CHECK(std::any_of(told.begin(), told.end(), [&](const Told& one) {
      return one.place == row.place && one.it == row.it && one.en == row.en;
    }));
  }
  for (const Told& one :
       told_of("lint/unused-name",
               "gruppo g \"G\"\n" + in_rule("  requisito q: totale(fte; g) almeno livello"))) {
    CHECK(one.place != "g");
  }
}

TEST_CASE("lint: checks that do not say how bad it is, numbers with two readings") {
  const Noted checks[] = {
      {"neither word", "controllo k \"K\"\n  fte più di 0 FTE\n" + in_rule("  requisito q: a"), "k",
       "il controllo 'k' non dice quanto è grave: vale come 'avviso' > dietro il titolo scrivi "
       "'avviso', o 'errore'",
       "does not say how bad it is"},
      {"in English",
       "check k \"K\"\n  fte more than 0 FTE\n" + in_english_rule("  requirement q: a"), "k",
       "vale come 'warning'", "write 'warning', or 'error'"},
      {"a warning", "controllo k \"K\" avviso\n  fte più di 0 FTE\n" + in_rule("  requisito q: a"),
       nullptr, "", ""},
      {"an error", "controllo k \"K\" errore\n  fte più di 0 FTE\n" + in_rule("  requisito q: a"),
       nullptr, "", ""},
  };
  check_noted("lint/check-severity", checks);
  const Noted numbers[] = {
      {"three decimals", in_rule("  requisito q: fte almeno 17,125 FTE"), "17,125",
       "17,125 ha tre cifre dopo la virgola: si può leggere anche 17.125 > se sono migliaia scrivi "
       "17.125; se sono decimali scrivi 17,1250",
       "it may be read as 17.125 too"},
      {"in English", in_english_rule("  requirement q: fte at least 17.125 FTE"), "17.125",
       "ha tre cifre dopo il punto: si può leggere anche 17,125", "write 17,125"},
      {"in an example",
       in_rule("  requisito q: a") +
           "esempio \"e\" anno 2025 fte = 17,125 attesi r non_valutabile\n",
       "17,125", "17.125", "17.125"},
      {"less than one", in_rule("  requisito q: fte almeno 0,125 FTE"), nullptr, "", ""},
      {"four decimals, or two",
       in_rule("  requisito q: fte almeno 17,1250 FTE e fte almeno 17,12 FTE"), nullptr, "", ""},
      {"thousands of them", in_rule("  requisito q: fte almeno 1.017,125 FTE"), nullptr, "", ""},
  };
  check_noted("lint/two-readings", numbers);
}
