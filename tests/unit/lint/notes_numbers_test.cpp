// Numbers that stand in rules by themselves, and data that may be less than zero.
#include <doctest/doctest.h>

#include "unit/lint/noted.hpp"

using namespace leps;
using namespace leps::test;

TEST_CASE("lint: a number without source and day is noted, with the parameter to write") {
  const Noted rows[] = {
      {"a level", in_rule("  requisito q: fte almeno 12,5 FTE"), "12,5 FTE",
       "mettilo in un parametro > dichiara 'parametro r_q : FTE  dal 1 gennaio 2020 vale 12,5 FTE  "
       "da "
       "verificare  secondo s', e scrivi qui 'r_q'",
       "put it in a parameter > declare 'parametro r_q : FTE"},
      {"in an English file", in_english_rule("  requirement q: fte at least 12.5 FTE"), "12.5 FTE",
       "dichiara 'parameter r_q : FTE  from 1 January 2020 is 12.5 FTE  unverified  according to "
       "s'",
       "and write 'r_q' here"},
      {"a share", in_rule("  requisito q: parte_loro almeno 75%"), "75%",
       "'parametro r_q : quota  dal 1 gennaio 2020 vale 75%  da", "r_q"},
      {"a share that percents do not say", in_rule("  requisito q: parte_loro almeno 1/3"), "1/3",
       "vale 1/3  da", "vale 1/3  da"},
      {"more than all, which is no share", in_rule("  requisito q: fte almeno 120% di livello"),
       "120%",
       "'parametro r_q : numero  dal 1 gennaio 2020 vale 1,2  da verificare  secondo s', e scrivi "
       "qui 'r_q * …'",
       "write 'r_q * …' here"},
      {"a ratio", in_rule("  requisito q: fte almeno 1 FTE ogni 5.000 abitanti di residenti"),
       "1 FTE ogni 5.000 abitanti", "vale 0,0002 FTE/abitanti", "r_q : FTE/abitanti"},
      {"of the guard of a rule",
       in_rule("  si applica se residenti almeno 5.000 abitanti\n  "
               "requisito q: a"),
       "5.000 abitanti", "parametro r_1 : abitanti", "write 'r_1'"},
      {"of a partial", in_rule("  requisito q: fte almeno livello\n  parziale se fte almeno 2 FTE"),
       "2 FTE", "vale 2 FTE", "2 FTE"},
      {"of a cost",
       in_rule("  requisito q: fte almeno livello\n    si colma con fte  costo 35.000 euro/FTE"),
       "35.000 euro/FTE", "euro/FTE", "euro/FTE"},
      {"of beneficiaries", in_rule("  requisito q: a\n  beneficiari 300 persone"), "300 persone",
       "300 persone", "300 persone"},
      {"of an amount", "calcolo x : FTE = fte * 3 secondo s\n" + in_rule("  requisito q: a"), "3",
       "parametro x_1 : numero", "x_1"},
      {"of an amount without a source", "calcolo x : FTE = fte * 3\n" + in_rule("  requisito q: a"),
       "3", "il nome di un parametro", "the name of a parameter"},
      {"in the rows of a `dove`",
       in_rule("  requisito q: conta(x in righe dove x.posti almeno 3 persone) almeno 1"),
       "3 persone", "3 persone", "3 persone"},
      {"none and one and all",
       in_rule("  requisito q: fte più di 0 FTE e conta(x in righe) almeno 1 e parte_loro pari a "
               "100%"),
       nullptr, "", ""},
      {"days from a day to another",
       in_rule("  requisito q: per ogni x in righe: x.dato_il al massimo x.chiesto + 30 giorni e "
               "x.dato_il almeno x.chiesto - 2 settimane"),
       nullptr, "", ""},
      {"days between two days",
       in_rule("  requisito q: per ogni x in righe: x.dato_il - x.chiesto al massimo 30 giorni"),
       "30 giorni", "30 giorni", "30 giorni"},
      {"steps, tolerance, score, years, deadline",
       in_rule(
           "  requisito q: somma(fte; anni 3) almeno livello\n    tolleranza 2%\n    si colma con "
           "fte  a passi di 0,5 FTE\n  punteggio 7\n  scadenza 31 dicembre 2026"),
       nullptr, "", ""},
      {"of a check",
       "controllo k \"K\"  errore\n  fte al massimo 40 FTE\n" + in_rule("  requisito q: a"),
       nullptr, "", ""},
  };
  check_noted("lint/bare-number", rows);
}

TEST_CASE("lint: two numbers are two notes, whose parameters have two names") {
  const auto told =
      told_of("lint/bare-number", in_rule("  requisito q: fte almeno 3 FTE e altri almeno 4 FTE"));
  REQUIRE(told.size() == 2);
  CHECK(told[0].it.find("scrivi qui 'r_q'") != std::string::npos);
  CHECK(told[1].it.find("scrivi qui 'r_q_1'") != std::string::npos);
}

TEST_CASE("lint: data that may be negative where they are missing") {
  const Noted rows[] = {
      {"a number with a unit", "dato x : FTE\n" + in_rule("  requisito q: x + fte almeno livello"),
       "x",
       "'x' non ha un minimo: un valore mancante può essere anche negativo > aggiungi 'almeno 0'",
       "add 'almeno 0'"},
      {"one without", "dato x : numero\n" + in_rule("  requisito q: x almeno 1"), "x", "'x' non ha",
       "'x' has no minimum"},
      {"used more than once, said once",
       "dato x : FTE\n" +
           in_rule("  requisito q: x almeno livello\n  requisito p: x + fte almeno x"),
       "x", "'x'", "'x'"},
      {"a field",
       "elenco sedi \"S\" campo ore_aperte : ore\n" +
           in_rule("  requisito q: somma(w.ore_aperte per ogni w in sedi) almeno 1 ore"),
       "ore_aperte", "'sedi.ore_aperte' non ha", "'sedi.ore_aperte' has"},
      {"a minimum", "dato x : FTE almeno -3\n" + in_rule("  requisito q: x almeno livello"),
       nullptr, "", ""},
      {"a maximum only", "dato x : FTE al massimo 3\n" + in_rule("  requisito q: x almeno 1 FTE"),
       "x", "'x'", "'x'"},
      {"worked out where it is missing",
       "dato x : FTE se manca fte\n" + in_rule("  requisito q: x almeno livello"), nullptr, "", ""},
      {"nobody uses it", "dato x : FTE\n" + in_rule("  requisito q: a"), nullptr, "", ""},
      {"a share", in_rule("  requisito q: parte_loro almeno quota_chiesta"), nullptr, "", ""},
      {"the key of rows",
       "elenco sedi \"S\" campo n : numero chiave campo ore_aperte : ore almeno 0\n" +
           in_rule(
               "  requisito q: per ogni w in sedi: w.ore_aperte più di 0 ore e w.n diverso da 3"),
       nullptr, "", ""},
  };
  check_noted("lint/no-floor", rows);
}
