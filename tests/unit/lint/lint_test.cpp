#include "lint/lint.hpp"

#include <doctest/doctest.h>

#include "lint/find_assumptions.hpp"
#include "lint/find_foregone.hpp"
#include "lint/find_fractional.hpp"
#include "lint/find_idle_names.hpp"
#include "lint/find_misplaced.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr std::string_view kData = R"(
categoria VINCOLO "Livello che vincola" inderogabile
dato fte : FTE "Assistenti sociali"  almeno 0
dato residenti : abitanti "Residenti"  almeno 1  intero
dato chieste : persone "Chieste"  almeno 0  intero
dato date : persone "Date"  almeno 0  intero
dato a : sì/no "A"
dato b : sì/no "B"
parametro livello : FTE/abitanti
  dal 1 gennaio 2020 al 31 dicembre 2022 vale 1 FTE ogni 5.000 abitanti  verificato  secondo s
  dal 1 gennaio 2023 vale 0 FTE/abitanti  verificato  secondo s
)";

std::string rule(const std::string& clauses, const std::string& name = "r",
                 const std::string& category = "LEPS",
                 const std::string& in_force = "dal 1 gennaio 2020") {
  return "regola " + name + " \"R\" categoria " + category + " secondo s in vigore " + in_force +
         "\n" + clauses + "\n";
}

std::string found_by(void (*find)(const Rulebook&, DiagnosticBag&), const std::string& body) {
  const World world(body);
  if (!world.good()) return world.messages();
  DiagnosticBag bag;
  find(world.rulebook(), bag);
  bag.sort();
  std::string text;
  for (const Diagnostic& diagnostic : bag.all()) {
    text += (text.empty() ? "" : " | ") + std::string(name(diagnostic.code)) + ": " +
            diagnostic.message.en;
  }
  return text;
}

std::string in_names(const std::string& body) {
  return found_by([](const Rulebook& rulebook,
                     DiagnosticBag& bag) { linting::find_idle_names(rulebook.typed, bag); },
                  body);
}

}  // namespace

TEST_CASE("lint: what is foregone") {
  struct Row {
    std::string why;
    const char* clauses;
    const char* found;
  };
  const Row rows[] = {
      {"an ordinary rule", "requisito q: fte almeno (1 FTE ogni 5.000 abitanti) di residenti", ""},
      {"a level at the least that the datum can be", "requisito q: fte almeno 0 FTE",
       "lint/never-fails: the requirement 'r.q' can never fail: every Ambito to which it applies "
       "meets it"},
      {"a level beyond whole numbers",
       "requisito q: date più di 3 persone e date meno di 4 persone",
       "lint/never-met: the requirement 'r.q' can never be met: no Ambito can do it"},
      {"a level that asks nothing on some days only",
       "requisito q: fte almeno livello di residenti", ""},
      {"requirements that exclude each other",
       "requisito uno: fte almeno 4 FTE\n requisito due: fte al massimo 3 FTE",
       "lint/rule-never-met: the rule 'r' can never be met: its requirements exclude each other"},
      {"requirements that exclude each other where both apply",
       "requisito uno: fte almeno 4 FTE\n requisito due: fte al massimo 3 FTE\n si applica se a",
       ""},
      {"a rule for nobody", "si applica se residenti meno di 1 abitanti\n requisito q: a",
       "lint/never-applies: 'r' applies to no Ambito: this condition is never true"},
      {"a requirement for nobody to whom the rule applies",
       "si applica se a\n requisito q: b\n si applica se non a",
       "lint/never-applies: 'r.q' applies to no Ambito: this condition is never true"},
      {"a rule for everybody", "si applica se residenti almeno 1 abitanti\n requisito q: a",
       "lint/always-applies: 'r' applies to every Ambito: this condition is always true"},
      {"met by all to whom it applies",
       "si applica se fte più di 3 FTE\n requisito q: fte almeno 3 FTE",
       "lint/never-fails: the requirement 'r.q' can never fail: every Ambito to which it applies "
       "meets it"},
      {"a partial below the level", "requisito q: fte almeno 5 FTE\n parziale se fte almeno 3 FTE",
       ""},
      {"a partial beyond the level", "requisito q: fte almeno 5 FTE\n parziale se fte almeno 6 FTE",
       "lint/partial-never: the rule 'r' can never be partial: whoever meets this condition "
       "already meets the rule"},
      {"a partial beside the level", "requisito q: fte almeno 5 FTE\n parziale se a", ""},
      {"a partial that one of two requirements leaves open",
       "requisito q: fte almeno 5 FTE\n requisito p: a\n parziale se fte almeno 6 FTE", ""},
      {"a partial for all who fail",
       "requisito q: fte almeno 5 FTE\n parziale se fte meno di 9 FTE",
       "lint/partial-always: the rule 'r' can never be unmet: whoever does not meet it is always "
       "partial; for example fte = 0 FTE"},
      {"a partial that nobody can be, since nobody fails",
       "requisito q: fte almeno 0 FTE\n parziale se fte almeno 6 FTE",
       "lint/never-fails: the requirement 'r.q' can never fail: every Ambito to which it applies "
       "meets it"},
      {"one requirement that never fails, beside one that may",
       "requisito q: fte almeno 0 FTE\n requisito p: a\n parziale se non b e b",
       "lint/never-fails: the requirement 'r.q' can never fail: every Ambito to which it applies "
       "meets it | lint/partial-never: the rule 'r' can never be partial: whoever meets this "
       "condition already meets the rule"},
      {"one that nobody meets is said, not that the rule is never met",
       "requisito q: fte meno di 0 FTE\n requisito p: a",
       "lint/never-met: the requirement 'r.q' can never be met: no Ambito can do it"},
      {"one for nobody is said, not that the rule is never met",
       "requisito q: a\n si applica se b e non b\n requisito p: a\n si applica se b e non b",
       "lint/never-applies: 'r.q' applies to no Ambito: this condition is never true | "
       "lint/never-applies: 'r.p' applies to no Ambito: this condition is never true"},
      {"a requirement for all to whom the rule applies",
       "si applica se a e b\n requisito q: fte almeno 3 FTE\n si applica se a",
       "lint/always-applies: 'r.q' applies to every Ambito: this condition is always true"},
      {"a rule for nobody says no more of its requirements",
       "si applica se a e non a\n requisito q: fte almeno 0 FTE",
       "lint/never-applies: 'r' applies to no Ambito: this condition is never true"},
      {"not decided is not found",
       "requisito q: date almeno 2 persone e chieste almeno 2 persone e date * chieste pari a 7 "
       "persone * (1 persone + 0 * date)",
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    CHECK(found_by(linting::find_foregone, std::string(kData) + rule(row.clauses)) == row.found);
  }
}

TEST_CASE("lint: rules in the wrong place beside others") {
  const std::string level =
      rule("requisito q: fte almeno (1 FTE ogni 5.000 abitanti) di residenti", "base", "VINCOLO");
  struct Row {
    std::string why;
    std::string other;
    const char* found;
  };
  const Row rows[] = {
      {"an objective beyond the level",
       rule("requisito q: fte almeno (1 FTE ogni 4.000 abitanti) di residenti"), ""},
      {"an objective below it",
       rule("requisito q: fte almeno (1 FTE ogni 6.000 abitanti) di residenti"),
       "lint/level-order: whoever meets 'base' already meets 'r', which asks for nothing more; "
       "not the other way round: fte = 0.17 FTE; residenti = 1,000 abitanti"},
      {"the same level twice",
       rule("requisito q: fte / residenti almeno 1 FTE ogni 5.000 abitanti"),
       "lint/level-twice: 'base' and 'r' ask for the same: no Ambito meets one and not the other"},
      {"about other data", rule("requisito q: date almeno 0 persone"), ""},
      {"about one datum more",
       rule("requisito q: fte almeno (1 FTE ogni 6.000 abitanti) di residenti o a"), ""},
      {"about one datum less", rule("requisito q: fte almeno 0,0002 FTE"),
       "lint/level-order: whoever meets 'base' already meets 'r', which asks for nothing more; not "
       "the other way round: fte = 0.1 FTE; residenti = 1,000 abitanti"},
      {"below it, and binding too",
       rule("requisito q: fte almeno (1 FTE ogni 6.000 abitanti) di residenti", "r", "VINCOLO"),
       ""},
      {"below it on some days only",
       rule("requisito q: fte almeno livello di residenti e fte almeno (1 FTE ogni 9.000 abitanti) "
            "di "
            "residenti"),
       "lint/level-order: whoever meets 'base' already meets 'r', which asks for nothing more; not "
       "the other way round: fte = 0.12 FTE; residenti = 1,000 abitanti"},
      {"below it, and nobody can fail it",
       rule("requisito q: fte almeno 0 * (1 FTE ogni 1 abitanti) * residenti"), ""},
      {"in force on one day with it, and before",
       rule("requisito q: fte almeno (1 FTE ogni 6.000 abitanti) di residenti", "r", "LEPS",
            "dal 1 gennaio 2010 al 1 gennaio 2020"),
       "lint/level-order: whoever meets 'base' already meets 'r', which asks for nothing more; "
       "not the other way round: fte = 0.17 FTE; residenti = 1,000 abitanti"},
      {"after a rule, on its first day at least",
       rule("requisito q: a\n dopo base", "r", "LEPS", "dal 1 gennaio 2010 al 1 gennaio 2020"), ""},
      {"in other years",
       rule("requisito q: fte almeno (1 FTE ogni 6.000 abitanti) di residenti", "r", "LEPS",
            "dal 1 gennaio 2010 al 31 dicembre 2019"),
       ""},
      {"after a rule of the same years", rule("requisito q: a\n dopo base"), ""},
      {"after a rule of later years",
       rule("requisito q: a\n dopo base", "r", "LEPS", "dal 1 gennaio 2010 al 31 dicembre 2019"),
       "lint/after-nowhere: 'r' comes after 'base', but the two rules are never in force on the "
       "same day"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    CHECK(found_by(linting::find_misplaced, std::string(kData) + level + row.other) == row.found);
  }
}

TEST_CASE("lint: names that nobody uses, and names of two things") {
  const std::string found =
      in_names(R"(
fonte altra "Un'altra fonte"
categoria ALTRA "Un'altra categoria"
unità sedi, fogli
dato fte : FTE "Usato"
dato leva : FTE "Usato come leva"
dato parte : FTE "Parte di ciò che è usato"  parte di fte
dato parte_di_parte : FTE "Parte di una parte"  parte di parte
dato mai_usato : sedi "Mai usato"
dato in_esempio : sì/no "Dato in un esempio"
dato ore : ore "Come l'unità"
parametro idle : FTE
  dal 1 gennaio 2020 vale 3 FTE  ipotesi  secondo s
calcolo totale : FTE = fte + leva
)" + rule("requisito q: totale + 0 FTE / ore * ore almeno 3 FTE") +
               "esempio \"e\" anno 2025 in_esempio = sì attesi r non_valutabile\n");
  CHECK(found ==
        "lint/unused-name: nobody uses the unit 'abitanti' | "
        "lint/unused-name: nobody uses the unit 'persone' | "
        "lint/unused-name: nobody uses the unit 'euro' | "
        "lint/unused-name: nobody uses the unit 'giorni' | "
        "lint/unused-name: nobody uses the source 'altra' | "
        "lint/unused-name: nobody uses the category 'ALTRA' | "
        "lint/unused-name: nobody uses the unit 'fogli' | "
        "lint/unused-datum: no rule and no computed amount needs the datum 'mai_usato' | "
        "lint/unused-datum: no rule and no computed amount needs the datum 'in_esempio' | "
        "lint/unit-and-value: 'ore' is the name of a unit and of a datum too | "
        "lint/unused-parameter: no rule and no computed amount needs the parameter 'idle'");
}

TEST_CASE("lint: rows, years before and checks use names too") {
  const std::string found = in_names(R"(
fonte atto "Di un controllo"
elenco sedi "Sedi"
  campo nome : testo  chiave
  campo ore : ore
  campo piano : numero
dato fte : FTE "Dell'anno prima"
controllo c "C"  avviso
  esiste w in sedi: w.ore almeno 3 ore
  secondo atto
)" + rule("requisito q: anno_precedente(fte) almeno 3 FTE"));
  CHECK(found ==
        "lint/unused-name: nobody uses the unit 'abitanti' | "
        "lint/unused-name: nobody uses the unit 'persone' | "
        "lint/unused-name: nobody uses the unit 'euro' | "
        "lint/unused-name: nobody uses the unit 'giorni' | "
        "lint/unused-field: the field 'sedi.piano' serves no rule and no computed amount: it is "
        "asked only to know");
}

TEST_CASE("lint: numbers that are assumptions, and what rests on them") {
  std::string body = std::string(kData) + R"(
parametro prudente : FTE
  dal 1 gennaio 2020 al 31 dicembre 2021 vale 3 FTE  ipotesi  secondo s
  dal 1 gennaio 2022 vale 4 FTE  verificato  secondo s
calcolo soglia : FTE = prudente + 1 FTE
)";
  for (const char* name : {"r1", "r2", "r3", "r4", "r5"}) {
    body += rule("requisito q: fte almeno soglia", name);
  }
  CHECK(found_by([](const Rulebook& rulebook,
                    DiagnosticBag& bag) { linting::find_assumptions(rulebook.typed, bag); },
                 body) ==
        "lint/assumption: this value of 'prudente' is an assumption, and is used by 'r1', "
        "'r2', 'r3', 'r4', 'r5' and 1 more");
}

TEST_CASE("lint: five names are named, and of the sixth it is said that there is one more") {
  const auto found = [](int rules, const char* confidence) {
    std::string body = std::string(kData) +
                       "parametro prudente : FTE\n  dal 1 gennaio 2020 vale 3 FTE  " + confidence +
                       "  secondo s\n";
    for (int i = 1; i <= rules; ++i) {
      body += rule("requisito q: fte almeno prudente", "r" + std::to_string(i));
    }
    return found_by([](const Rulebook& rulebook,
                       DiagnosticBag& bag) { linting::find_assumptions(rulebook.typed, bag); },
                    body);
  };
  const std::string said =
      "lint/assumption: this value of 'prudente' is an assumption, and is used by ";
  CHECK(found(0, "ipotesi") == "");  // nobody uses it: another finding
  CHECK(found(1, "verificato") == "");
  CHECK(found(1, "da verificare") == "");
  CHECK(found(1, "ipotesi") == said + "'r1'");
  CHECK(found(5, "ipotesi") == said + "'r1', 'r2', 'r3', 'r4', 'r5'");
  CHECK(found(7, "ipotesi") == said + "'r1', 'r2', 'r3', 'r4', 'r5' and 2 more");
}

TEST_CASE("lint: what rows, other years, fallbacks and checks use is used") {
  const std::string body = R"(
gruppo progetto "Un progetto"
elenco operatori "Operatori"
  campo nome : testo  chiave
  campo quota_ore : quota
  campo formazione : ore  almeno 0
  campo mai_letto : ore
elenco mai_usato "Un elenco che nessuno usa"
  campo nome : testo  chiave
dato fte : FTE  almeno 0
  se manca somma(1 FTE * o.quota_ore per ogni o in operatori)
dato prima : persone  almeno 0
dato negli_anni : persone  almeno 0
dato insieme : persone  almeno 0
dato per_il_controllo : sì/no
fonte del_controllo "Fonte"
controllo plausibile "Plausibile" avviso  per_il_controllo  secondo del_controllo
calcolo anni : persone = anno_precedente(prima) + somma(negli_anni; anni 2)
)" + rule("requisito f: per ogni o in operatori: o.formazione almeno 1 ore\n"
          "requisito q: fte almeno 1 FTE\n"
          "requisito g: totale(insieme; progetto) almeno 3 persone");
  CHECK(in_names(body) ==
        "lint/unused-name: nobody uses the unit 'abitanti' | "
        "lint/unused-name: nobody uses the unit 'euro' | "
        "lint/unused-name: nobody uses the unit 'giorni' | "
        "lint/unused-field: the field 'operatori.mai_letto' serves no rule and no computed amount: "
        "it is asked only to know | "
        "lint/unused-datum: no rule and no computed amount needs the datum 'mai_usato' | "
        "lint/unused-field: the field 'mai_usato.nome' serves no rule and no computed amount: it "
        "is asked only to know");
}

TEST_CASE("lint: a level that is never missed but without rows, or within its tolerance") {
  const std::string rows = R"(
elenco operatori "Operatori"
  campo nome : testo  chiave
dato fte : FTE  almeno 0  al massimo 10 FTE
)";
  // Without a row it asks nothing: it can still not be met by nobody.
  CHECK(found_by(linting::find_foregone, rows + rule("requisito q: per ogni o in operatori: sì"))
            .find("never-met") == std::string::npos);
  CHECK(found_by(linting::find_foregone, rows + rule("requisito q: fte almeno 10,1 FTE")) ==
        "lint/never-met: the requirement 'r.q' can never be met: no Ambito can do it");
  CHECK(found_by(linting::find_foregone,
                 rows + rule("requisito q: fte almeno 10,1 FTE tolleranza 1%"))
            .empty());
}

TEST_CASE("lint: a whole lever that may be asked for a fraction") {
  struct Row {
    std::string why;
    const char* clauses;
    bool found;
  };
  const Row rows[] = {
      {"nine tenths of what was asked",
       "requisito q: date almeno 90% di chieste  si colma con date", true},
      {"in whole units",
       "requisito q: date almeno 90% di chieste  si colma con date  a unità intere", false},
      {"both sides are whole", "requisito q: date almeno chieste - 2 persone  si colma con date",
       false},
      {"half a unit for each", "requisito q: 2 * date almeno chieste  si colma con date", true},
      {"a level that is a fraction", "requisito q: date almeno 2,5 persone  si colma con date",
       true},
      {"less is better, one for one",
       "requisito q: 10 persone - date al massimo chieste  si colma con date", false},
      {"in steps", "requisito q: 2 * date almeno chieste  si colma con date  a passi di 2 persone",
       false},
      {"the second of two comparisons",
       "requisito q: date almeno chieste e 3 * date almeno chieste  si colma con date", true},
      {"the second of two levers",
       "requisito q: chieste almeno 3 persone e 2 * date almeno 3 persone  si colma con chieste  "
       "si "
       "colma con date",
       true},
      {"the other lever, in whole units",
       "requisito q: chieste almeno 3 persone e 2 * date almeno 3 persone  si colma con chieste  "
       "si "
       "colma con date a unità intere",
       false},
      {"the left side is a fraction",
       "requisito q: date - chieste / 2 almeno 3 persone  si colma con "
       "date",
       true},
      {"a lever that is no whole number", "requisito q: fte almeno 2,5 FTE  si colma con fte",
       false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const std::string found =
        found_by(linting::find_fractional, std::string(kData) + rule(row.clauses));
    CHECK(found == (row.found ? "lint/fractional-lever: the gap of 'q' may come out as a fraction "
                                "of 'date', which is a whole number"
                              : ""));
  }
}
