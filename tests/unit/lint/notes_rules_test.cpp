// Rules that are allowed and often not meant.
#include <doctest/doctest.h>

#include "unit/lint/noted.hpp"

using namespace leps;
using namespace leps::test;

TEST_CASE("lint: days that have gone by") {
  const Noted deadlines[] = {
      {"before the rule", in_rule("  requisito q: a\n  scadenza 30 settembre 2015"),
       "scadenza 30 settembre 2015",
       "la scadenza, 30 settembre 2015, viene prima dell'entrata in vigore, 1 gennaio 2020 > "
       "correggi "
       "il giorno, o togli 'scadenza'",
       "comes before the rule is in force"},
      {"in English", in_english_rule("  requirement q: a\n  deadline 30 September 2015"),
       "deadline 30 September 2015", "o togli 'deadline'", "take 'deadline' out"},
      {"the same day", in_rule("  requisito q: a\n  scadenza 1 gennaio 2020"), nullptr, "", ""},
  };
  check_noted("lint/deadline-before", deadlines);
  const std::string ended =
      "regola r \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020 al 31 dicembre 2025\n";
  const Noted rows[] = {
      {"no end", in_rule("  requisito q: giorno al massimo 31 marzo 2025"), "31 marzo 2025",
       "'r.q' resta in vigore dopo il 31 marzo 2025: negli anni dopo si giudica su un giorno già "
       "passato > se vale per un anno solo scrivi 'in vigore dal 1 gennaio 2020 al 31 dicembre "
       "2025'",
       "write '31 marzo dell'anno'"},
      {"in English", in_english_rule("  requirement q: giorno at most 31 March 2025"),
       "31 March 2025", "'in force from 1 January 2020 to 31 December 2025'",
       "'31 March of the year'"},
      {"a term by it", in_rule("  requisito q: giorno entro il 31 marzo 2025"), "31 marzo 2025",
       "se è quel giorno di ogni anno scrivi '31 marzo dell'anno'", "31 marzo dell'anno"},
      {"a day of every year", in_rule("  requisito q: giorno entro il 31 marzo dell'anno"), nullptr,
       "", ""},
      {"the other way round", in_rule("  requisito q: 31 marzo 2025 almeno giorno"),
       "31 marzo 2025", "resta in vigore", "stays in force"},
      {"in every row",
       in_rule("  requisito q: per ogni x in righe: x.dato_il meno di 31 marzo 2025"),
       "31 marzo 2025", "resta in vigore", "stays in force"},
      {"the rule ends with the year", ended + "requisito q: giorno al massimo 31 marzo 2025",
       nullptr, "", ""},
      {"the rule ends later", ended + "requisito q: giorno al massimo 31 marzo 2024",
       "31 marzo 2024", "resta in vigore", "stays in force"},
      {"not before a day", in_rule("  requisito q: giorno almeno 31 marzo 2025"), nullptr, "", ""},
      {"a day that moves", in_rule("  requisito q: giorno al massimo data_di_rilevazione"), nullptr,
       "", ""},
      {"the day of the data themselves",
       in_rule("  requisito q: data_di_rilevazione al massimo 31 marzo 2025 o a"), nullptr, "", ""},
      {"of a guard", in_rule("  si applica se giorno al massimo 31 marzo 2025\n  requisito q: a"),
       nullptr, "", ""},
  };
  check_noted("lint/fixed-day", rows);
}

TEST_CASE("lint: a term that is written as a comparison") {
  const Noted rows[] = {
      {"of rows",
       in_rule("  requisito q: per ogni o in righe: o.dato_il al massimo o.chiesto + 30 giorni"),
       "o.dato_il al massimo o.chiesto + 30 giorni",
       "così non è in regola nemmeno chi non ha ancora provveduto ed è in tempo > se è un termine "
       "scrivilo come termine, in giorni, giorni lavorativi o mesi: 'entro 30 giorni lavorativi da "
       "d'",
       "does not comply"},
      {"the other way round",
       in_rule("  requisito q: per ogni o in righe: o.chiesto + 30 giorni più di o.dato_il"),
       "o.chiesto + 30 giorni più di o.dato_il", "in tempo", "in time"},
      {"a term",
       in_rule("  requisito q: per ogni o in righe: o.dato_il entro 30 giorni da "
               "o.chiesto"),
       nullptr, "", ""},
      {"a day that is not counted from the data",
       in_rule("  requisito q: giorno al massimo data_di_rilevazione + 30 giorni"), nullptr, "",
       ""},
      {"denied",
       in_rule("  requisito q: esiste o in righe: non o.dato_il al massimo o.chiesto + 30 "
               "giorni"),
       nullptr, "", ""},
  };
  check_noted("lint/counted-day", rows);
}

TEST_CASE("lint: a share in hundredths") {
  const Noted rows[] = {
      {"of a computed share",
       "calcolo q : quota = fte / altri * 100\n" + in_rule("  requisito q: a"), "fte / altri * 100",
       "togli il 100", "take the 100 away"},
      {"the hundred first", "calcolo q : quota = 100 * fte / altri\n" + in_rule("  requisito q: a"),
       "100 * fte / altri", "così viene 8.000%", "comes to 8,000%"},
      {"compared with a share", in_rule("  requisito q: (fte / altri) * 100 almeno quota_chiesta"),
       "(fte / altri) * 100", "80%", "80%"},
      {"a number in hundredths",
       "calcolo q : numero = fte / altri * 100\n" + in_rule("  requisito q: a"), nullptr, "", ""},
      {"the share", in_rule("  requisito q: fte / altri almeno quota_chiesta"), nullptr, "", ""},
  };
  check_noted("lint/times-hundred", rows);
}

TEST_CASE("lint: a lever that lowers the level") {
  const Noted rows[] = {
      {"the level itself", in_rule("  requisito q: fte almeno altri\n    si colma con altri"),
       "altri", "se a crescere è ciò che si confronta scrivi: si colma con fte",
       "if it is what is compared that grows write: si colma con fte"},
      {"in English",
       in_english_rule("  requirement q: livello more than 2 * fte\n    closed by fte"), "fte",
       "che dice quanto se ne chiede", "which says how much is asked for"},
      {"what is compared", in_rule("  requisito q: fte almeno altri\n    si colma con fte"),
       nullptr, "", ""},
      {"where less is asked for",
       in_rule("  requisito q: fte al massimo altri\n    si colma con "
               "altri"),
       nullptr, "", ""},
      {"on both sides",
       in_rule("  requisito q: fte almeno 50% di (fte + altri)\n    si colma con fte"), nullptr, "",
       ""},
  };
  check_noted("lint/lowered-level", rows);
}

TEST_CASE("lint: what is asked of every row is the same") {
  const Noted rows[] = {
      {"no field", in_rule("  requisito q: per ogni x in righe: fte almeno livello"),
       "fte almeno livello", "scrivi un suo campo: x.campo", "write a field of it: x.field"},
      {"a field", in_rule("  requisito q: per ogni x in righe: x.posti almeno 3 persone"), nullptr,
       "", ""},
      {"a field of the outer row",
       in_rule("  requisito q: per ogni x in righe: per ogni y in righe: y.posti almeno x.posti"),
       nullptr, "", ""},
  };
  check_noted("lint/unused-row", rows);
}

TEST_CASE("lint: a share of the first of a sum") {
  const Noted rows[] = {
      {"of one", in_rule("  requisito q: fte almeno 3% di altri + livello"),
       "3% di altri + livello", "'di' lega più di '+'", "'(3% di altri)'"},
      {"in parentheses", in_rule("  requisito q: fte almeno (3% di altri) + livello"), nullptr, "",
       ""},
      {"of the sum", in_rule("  requisito q: fte almeno 3% di (altri + livello)"), nullptr, "", ""},
      {"the share last", in_rule("  requisito q: fte almeno livello + 3% di altri"), nullptr, "",
       ""},
  };
  check_noted("lint/mixed-words", rows);
}

TEST_CASE("lint: a list of two numbers") {
  const Noted rows[] = {
      {"of a unit", in_rule("  requisito q: fte tra 3 FTE, 5 FTE"), "fte tra 3 FTE, 5 FTE",
       "se vale anche ciò che sta in mezzo scrivi: tra 3 FTE e 5 FTE",
       "if what lies between will do too write: tra 3 FTE e 5 FTE"},
      {"in English", in_english_rule("  requirement q: fte among 3 FTE, 5 FTE"),
       "fte among 3 FTE, 5 FTE", "between 3 FTE and 5 FTE", "between 3 FTE and 5 FTE"},
      {"of three", in_rule("  requisito q: fte tra 3 FTE, 4 FTE, 5 FTE"), nullptr, "", ""},
      {"a range", in_rule("  requisito q: fte tra 3 FTE e 5 FTE"), nullptr, "", ""},
      {"of names", in_rule("  requisito q: fte fra livello, altri"), nullptr, "", ""},
  };
  check_noted("lint/two-values", rows);
}

TEST_CASE("lint: exactly a level of what is measured") {
  const Noted rows[] = {
      {"a level", in_rule("  requisito q: fte pari a livello"), "fte pari a livello",
       "'pari a' chiede esattamente quel numero: chi ha di più manca il livello > se averne di più "
       "va "
       "bene scrivi 'almeno'; se va bene averne di meno, 'al massimo'",
       "'pari a' asks for exactly that number"},
      {"in English", in_english_rule("  requirement q: fte equal to livello"),
       "fte equal to livello", "'equal to' chiede esattamente",
       "if more of it will do write 'at least'"},
      {"the other way round", in_rule("  requisito q: livello pari a fte"), "livello pari a fte",
       "'almeno'", "'almeno'"},
      {"a share", in_rule("  requisito q: parte_loro pari a quota_chiesta"),
       "parte_loro pari a quota_chiesta", "'almeno'", "'almeno'"},
      {"one of two", in_rule("  requisito q: a e fte pari a livello"), "fte pari a livello",
       "'almeno'", "'almeno'"},
      {"asked of every row",
       in_rule("  requisito q: per ogni x in righe: x.posti pari a 3 persone"),
       "x.posti pari a 3 persone", "'almeno'", "'almeno'"},
      {"under two negations", in_rule("  requisito q: non fte diverso da livello"),
       "fte diverso da livello", "esattamente", "exactly"},
      {"none of it", in_rule("  requisito q: fte pari a 0 FTE"), nullptr, "", ""},
      {"all of it", in_rule("  requisito q: parte_loro pari a 100%"), nullptr, "", ""},
      {"what is counted", in_rule("  requisito q: residenti pari a 3 abitanti"), nullptr, "", ""},
      {"two data", in_rule("  requisito q: fte pari a altri"), nullptr, "", ""},
      {"of a guard", in_rule("  si applica se fte pari a livello\n  requisito q: a"), nullptr, "",
       ""},
      {"a word", in_rule("  requisito q: a pari a b"), nullptr, "", ""},
  };
  check_noted("lint/exact-level", rows);
}

TEST_CASE("lint: beneficiaries that are no people") {
  const auto of = [](const std::string& what) {
    return in_rule("  requisito q: a\n  beneficiari " + what);
  };
  const Noted rows[] = {
      {"operators", of("fte"), "fte",
       "i beneficiari sono persone che si contano, e questo è un numero in FTE > scrivi quante "
       "persone "
       "tocca la regola; se 'fte' ne conta, dichiaralo 'intero'",
       "and this is a number in FTE"},
      {"in English", in_english_rule("  requirement q: a\n  beneficiaries fte"), "fte",
       "dichiaralo 'whole'", "declare it 'whole'"},
      {"a share", of("parte_loro"), "parte_loro", "questo è una quota", "this is a share"},
      {"hours", of("ore_settimana(orario_suo)"), "ore_settimana(orario_suo)", "un numero in ore",
       "a number in ore"},
      {"money", of("300 euro"), "300 euro", "un numero in euro", "a number in euro"},
      {"residents", of("residenti"), nullptr, "", ""},
      {"part of them", of("quota_chiesta di residenti"), nullptr, "", ""},
      {"a number of people", of("300 persone"), nullptr, "", ""},
      {"rows", of("conta(x in righe)"), nullptr, "", ""},
  };
  check_noted("lint/beneficiaries-unit", rows);
}

TEST_CASE("lint: a partial that asks every row for no less than the level does") {
  const auto with = [](const std::string& level, const std::string& partial) {
    return in_rule("  requisito q: per ogni x in righe: " + level +
                   "\n  parziale se per ogni y in righe" + partial);
  };
  const char* place = nullptr;
  const std::string never = "'r' non sarà mai parziale";
  const Noted rows[] = {
      {"the same", with("x.posti almeno 3 persone", ": y.posti almeno 3 persone"),
       "per ogni y in righe: y.posti almeno 3 persone", never.c_str(), "can never be partial"},
      {"more", with("x.posti almeno 3 persone", ": y.posti almeno 4 persone"),
       "per ogni y in righe: y.posti almeno 4 persone", never.c_str(), "can never be partial"},
      {"more days: not proved is not found",
       with("x.dato_il al massimo x.chiesto + 30 giorni",
            ": y.dato_il al massimo y.chiesto + 20 giorni"),
       place, "", ""},
      {"less", with("x.posti almeno 3 persone", ": y.posti almeno 2 persone"), place, "", ""},
      {"of some rows",
       with("x.posti almeno 3 persone", " dove y.nome pari a \"A\": y.posti almeno 3 persone"),
       place, "", ""},
  };
  check_noted("lint/partial-never", rows);
}
