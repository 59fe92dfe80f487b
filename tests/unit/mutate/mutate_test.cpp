// What becomes of small changes to packs whose examples are known.
#include "mutate/mutate.hpp"

#include <doctest/doctest.h>

#include "examples/run_examples.hpp"
#include "pipeline.hpp"
#include "syntax/parse.hpp"

using namespace leps;

namespace {

constexpr const char* kHead = R"(pacchetto prova versione "1"
fonte s "Fonte"
unità FTE, abitanti, sedi
categoria LEPS "Livello"
dato popolazione : abitanti "Popolazione"  almeno 1  intero
dato assistenti : FTE "Assistenti"  almeno 0
dato aperte : sedi "Sedi"  almeno 0  al massimo 3 sedi  intero
dato a : sì/no
dato b : sì/no
)";

const char* to_string(Mutant::Fate fate) {
  switch (fate) {
    case Mutant::Fate::noticed:
      return "noticed";
    case Mutant::Fate::refused:
      return "refused";
    case Mutant::Fate::survived:
      return "survived";
    case Mutant::Fate::same:
      return "same";
    case Mutant::Fate::unseen:
      return "unseen";
  }
  return "";
}

/// Every change but those of days, as `survived 'e' becomes 'o' (remark)`, one a line; what was
/// noticed or refused only where asked for.
/// @param layer  a pack on top of it
std::string mutants_of(const std::string& body, bool all = false, bool days = false,
                       unsigned threads = 1, const std::string& layer = {}) {
  SourceMap sources;
  sources.add("prova.leps", kHead + body);
  if (!layer.empty()) sources.add("sopra.leps", layer);
  DiagnosticBag bag;
  const ast::Program program = parse(sources, bag);
  const auto rulebook = compile(program, bag);
  if (!rulebook) return "does not compile";
  for (const ExampleOutcome& outcome : run_examples(*rulebook)) {
    if (!outcome.misses.empty()) return "an example fails: " + outcome.misses.front().found.en;
  }
  std::string text;
  std::size_t last = 0;
  for (const Mutant& mutant :
       mutate(program, *rulebook, threads, [&](std::size_t done, std::size_t count) {
         CHECK(done <= count);
         CHECK(done >= last);
         last = done;
       })) {
    const bool caught =
        mutant.fate == Mutant::Fate::noticed || mutant.fate == Mutant::Fate::refused;
    if (mutant.mutation.moved_days.has_value() != days || (caught && !all)) continue;
    text += std::string(to_string(mutant.fate)) + " " + mutant.mutation.change.en;
    if (!mutant.remark.en.empty()) text += " (" + mutant.remark.en + ")";
    text += "\n";
  }
  return text;
}

std::string rule(const std::string& clauses) {
  return "regola r \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2021\n" + clauses + "\n";
}
std::string example(const std::string& givens, const std::string& expected, int year = 2025) {
  return "esempio \"E\" anno " + std::to_string(year) + " " + givens + " attesi " + expected + "\n";
}

}  // namespace

TEST_CASE("mutate: examples at the level and one step below notice everything") {
  const std::string pack = rule("requisito q: assistenti almeno 3 FTE") +
                           example("assistenti = 3", "r soddisfatto") +
                           example("assistenti = 2,5", "r non_soddisfatto lacuna 0,5 FTE");
  CHECK(mutants_of(pack).empty());
  CHECK(mutants_of(pack, true) ==
        "noticed 'at least' becomes 'more than'\n"
        "noticed 'at least' becomes 'at most'\n"
        "noticed '3' becomes '2'\n"
        "noticed '3' becomes '4'\n");
}

TEST_CASE("mutate: a survivor comes with an Ambito that tells") {
  CHECK(mutants_of(rule("requisito q: a e b") + example("a = sì; b = sì", "r soddisfatto") +
                   example("a = no; b = sì", "r non_soddisfatto")) ==
        "survived without 'b' (year 2021  a = yes; b = no)\n");
}

TEST_CASE("mutate: what changes no verdict is proved, and is no survivor") {
  CHECK(mutants_of(rule("requisito q: aperte almeno 3 sedi") +
                   example("aperte = 3", "r soddisfatto") +
                   example("aperte = 2", "r non_soddisfatto lacuna 1 sedi") +
                   rule("requisito q: a").replace(7, 1, "t") + example("a = sì", "t soddisfatto") +
                   example("a = no", "t non_soddisfatto"))
            .empty());
  CHECK(mutants_of(rule("requisito q: aperte pari a 0 sedi") +
                   example("aperte = 0", "r soddisfatto") +
                   example("aperte = 1", "r non_soddisfatto")) ==
        "same 'equal to' becomes 'at most' (proved: no Ambito would get another result)\n");
}

TEST_CASE("mutate: rounding, where the gap is whole in any case") {
  CHECK(mutants_of(rule("requisito q: aperte almeno 3 sedi\n si colma con aperte a unità intere") +
                   example("aperte = 3", "r soddisfatto") +
                   example("aperte = 2", "r non_soddisfatto lacuna 1 sedi")) ==
        "same without 'in whole units' (the gap is always a whole number)\n");
  const std::string level =
      rule("requisito q: assistenti almeno 2,5 FTE\n si colma con assistenti a unità intere") +
      example("assistenti = 2,5", "r soddisfatto");
  CHECK(mutants_of(level + example("assistenti = 1,5", "r non_soddisfatto lacuna 1 FTE"))
            .find("survived without 'in whole units' (an example with the gap") !=
        std::string::npos);
  CHECK(mutants_of(level + example("assistenti = 2", "r non_soddisfatto lacuna 1 FTE"))
            .find("whole units") == std::string::npos);
}

TEST_CASE("mutate: what is whole however it is found") {
  struct Row {
    std::string why;
    const char* declared;
    const char* counted;
    bool same;
  };
  const Row rows[] = {
      {"a total over a group", "gruppo g \"G\"\n", "totale(aperte; g)", true},
      {"a sum over years", "", "somma(aperte; anni 2)", true},
      {"one or the other", "", "aperte + (se a allora 1 sedi altrimenti 0 sedi)", true},
      {"counted from rows",
       "elenco l \"L\" campo n : testo chiave\ndato righe : sedi almeno 0 intero se "
       "manca conta(x in l)\n",
       "aperte + righe", true},
      // The derived value is no whole number: only what is given has to be.
      {"halved where nobody gives it",
       "dato meta : sedi almeno 0 intero se manca 1 sedi * popolazione / 2 abitanti\n",
       "aperte + meta", false},
      {"a datum with half a place at least", "dato mezza : sedi almeno 0,5 sedi intero\n",
       "aperte + mezza", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string found =
        mutants_of(row.declared +
                   rule(std::string("requisito q: ") + row.counted +
                        " almeno 3 sedi\n si colma con aperte a unità intere") +
                   example("aperte = ?", "r non_valutabile"));
    CAPTURE(found);
    const std::string fate = row.same ? "same" : "survived";
    CHECK(found.find(fate + " without 'in whole units'") != std::string::npos);
  }
}

TEST_CASE("mutate: a parameter, and days") {
  const std::string pack =
      "parametro livello : FTE/abitanti\n dal 1 gennaio 2021 vale 1 FTE ogni "
      "5.000 abitanti verificato secondo s\n" +
      rule("requisito q: assistenti almeno livello di popolazione");
  const std::string met = example("assistenti = 10; popolazione = 50.000", "r soddisfatto");
  const std::string found = mutants_of(pack + met);
  CAPTURE(found);
  CHECK(found.find("survived '5,000' becomes '5,001' (year 2021  ") != std::string::npos);
  CHECK(found.find("'4,999'") == std::string::npos);

  CHECK(mutants_of(pack + met, true, true) ==
        "unseen '1 January 2021' becomes '31 December 2020' (on those days no rule that uses it is "
        "in force, and no amount that uses it is worked out)\n"
        "refused '1 January 2021' becomes '2 January 2021'\n"
        "refused '1 January 2021' becomes '31 December 2020'\n"
        "survived '1 January 2021' becomes '2 January 2021' (an example with survey_date 1 January "
        "2021)\n");
  // An amount of two parameters is not worked out without the other, of one it is.
  const std::string amount =
      "parametro uno : FTE dal 1 gennaio 2021 vale 1 FTE verificato secondo s\n"
      "parametro due : numero dal 1 gennaio 2021 vale 2 verificato secondo s\n"
      "calcolo insieme : FTE = due * uno\n";
  const std::string of_two = mutants_of(amount + example("", "insieme = 2 FTE"), false, true);
  const std::string of_one = mutants_of(
      amount + "calcolo doppio : numero = 2 * due\n" + example("", "insieme = 2 FTE doppio = 4"),
      false, true);
  const std::string earlier = " '1 January 2021' becomes '31 December 2020'";
  CAPTURE(of_two);
  CAPTURE(of_one);
  CHECK(of_two.find("unseen" + earlier) != std::string::npos);
  CHECK(of_two.find("survived" + earlier) == std::string::npos);
  CHECK(of_one.find("unseen" + earlier) != std::string::npos);
  CHECK(of_one.find("survived" + earlier) != std::string::npos);
  const std::string days =
      mutants_of(rule("requisito q: a") + example("a = sì", "r soddisfatto"), true, true);
  CHECK(days.find("survived '1 January 2021' becomes '31 December 2020' (an example of the year "
                  "2020)") != std::string::npos);
}

TEST_CASE("mutate: no other verdict is not yet no other result") {
  constexpr const char* kMore =
      " (an example that names the requirement, or says its gap or cost, or with missing data: "
      "with all data no verdict changes)\n";
  struct Row {
    std::string why;
    std::string pack;
    std::string survivors;
  };
  const Row rows[] = {
      {"half a seat more, and the gap is another",
       rule("requisito q: aperte almeno 2,5 sedi") + example("aperte = 3", "r soddisfatto") +
           example("aperte = 2", "r non_soddisfatto"),
       std::string("survived '2.5' becomes '2.4'") + kMore + "survived '2.5' becomes '2.6'" +
           kMore},
      {"nobody meets the level exactly, but a gap says whether that would be enough",
       rule("requisito q: aperte almeno 2,5 sedi") + example("aperte = 3", "r soddisfatto") +
           example("aperte = 2", "r non_soddisfatto lacuna 0,5 sedi"),
       std::string("survived 'at least' becomes 'more than'") + kMore},
      {"where the data are missing, what is always so is not known to be",
       rule("si applica se a o non a\nrequisito q: b") +
           example("a = sì; b = sì", "r soddisfatto") +
           example("b = no; a = no", "r non_soddisfatto"),
       std::string("survived without 'applies if'") + kMore},
      {"a condition that holds whatever is known of it",
       rule("si applica se aperte al massimo 9 sedi\nrequisito q: b") +
           example("aperte = 3; b = sì", "r soddisfatto") +
           example("aperte = 0; b = no", "r non_soddisfatto"),
       "same without 'applies if' (proved: no Ambito would get another result)\n"},
      {"a requirement that cannot fail is missed by name only",
       rule("requisito q: a\nrequisito s: aperte al massimo 3 sedi") +
           example("a = sì; aperte = 3", "r soddisfatto") + example("a = no", "r non_soddisfatto"),
       std::string("survived without the requirement") + kMore},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string found = mutants_of(row.pack);
    CAPTURE(found);
    for (std::size_t at = 0, end = 0; at < row.survivors.size(); at = end + 1) {
      end = row.survivors.find('\n', at);
      CHECK(found.find(row.survivors.substr(at, end + 1 - at)) != std::string::npos);
    }
  }
}

TEST_CASE("mutate: what a layer adds and ends, and from when") {
  const std::string law = rule("requisito q: a\nrequisito p: b");
  const std::string changes =
      "pacchetto sopra versione \"1\" estende prova versione \"1\" fonte d \"D\"\n"
      "modifica regola r \"T\" in vigore dal 1 gennaio 2025 secondo d\n"
      "  requisito n: assistenti almeno 3 FTE\n"
      "modifica requisito r.p cessa dal 1 gennaio 2025 secondo d\n";
  const std::string before = "data_di_rilevazione 1 gennaio 2025 ";
  const std::string examples =
      example("a = sì; b = no; assistenti = 3", "r soddisfatto") +
      example("a = no; b = no; assistenti = 3", "r non_soddisfatto") +
      example("a = sì; b = no; assistenti = 2,5", "r.n non_soddisfatto lacuna 0,5 FTE") +
      example("a = sì; b = sì; assistenti = 0", "r soddisfatto", 2024) +
      example("a = sì; b = no; assistenti = 3", "r non_soddisfatto", 2024) +
      example(before + "a = sì; b = no; assistenti = 3", "r soddisfatto") +
      example(before + "a = sì; b = sì; assistenti = 0", "r non_soddisfatto");
  CHECK(mutants_of(law, true, false, 1, changes + examples) ==
        "refused without the requirement\n"
        "noticed 'a' becomes 'not a'\n"
        "refused without the requirement\n"
        "noticed 'b' becomes 'not b'\n"
        "refused without the requirement\n"
        "noticed 'at least' becomes 'more than'\n"
        "noticed 'at least' becomes 'at most'\n"
        "noticed '3' becomes '2'\n"
        "noticed '3' becomes '4'\n"
        "noticed without 'ends'\n");
  CHECK(mutants_of(law, false, true, 1, changes + examples).find("2025") == std::string::npos);
  CHECK(mutants_of(law, false, true, 1, changes + example("a = no", "r non_soddisfatto"))
            .find("survived '1 January 2025' becomes '2 January 2025'") != std::string::npos);
}

TEST_CASE("mutate: checks, of which examples say what they find") {
  const std::string check = "controllo k \"K\" aperte al massimo 2 sedi si applica se a\n" +
                            rule("requisito q: b") + example("b = sì", "r soddisfatto") +
                            example("b = no", "r non_soddisfatto");
  CHECK(mutants_of(check + example("a = sì; aperte = 3", "k segnala")) ==
        "survived 'at most' becomes 'less than' (year 2025  aperte = 2 sedi; a = yes)\n"
        "survived '2' becomes '1' (year 2025  aperte = 2 sedi; a = yes)\n"
        "survived without 'applies if' (year 2025  aperte = 3 sedi; a = no)\n");
  CHECK(mutants_of(check + example("a = sì; aperte = 3", "k segnala") +
                   example("a = sì; aperte = 2", "k non segnala") +
                   example("a = no; aperte = 3", "k non segnala"))
            .empty());
  // Nothing can be worked out otherwise below none at all.
  CHECK(mutants_of("controllo k \"K\" aperte pari a 0 sedi\n" + rule("requisito q: b") +
                   example("b = sì; aperte = 0", "r soddisfatto k non segnala") +
                   example("b = no; aperte = 1", "r non_soddisfatto k segnala")) ==
        "same 'equal to' becomes 'at most' (proved: no Ambito would get another result)\n");
}

TEST_CASE("mutate: costs, and what is taken from them") {
  const std::string pack =
      "unità euro\nparametro prezzo : euro/FTE dal 1 gennaio 2021 vale 40.000 euro/FTE verificato "
      "secondo s\ncalcolo aiuto : euro = 10 euro/FTE * assistenti\n" +
      rule(
          "requisito q: assistenti almeno 2 FTE\n si colma con assistenti costo prezzo al netto di "
          "aiuto") +
      example("assistenti = 2", "r soddisfatto aiuto = 20 euro") +
      example("assistenti = 1", "r non_soddisfatto lacuna 1 FTE");
  CHECK(mutants_of(pack).find("survived without 'net of' (an example with the cost of the gap)") !=
        std::string::npos);
  CHECK(mutants_of(pack).find("survived '40,000' becomes '40,001'") != std::string::npos);
  CHECK(
      mutants_of(pack + example("assistenti = 0", "r non_soddisfatto costo 79.980 euro")).empty());
}

TEST_CASE("mutate: whatever the threads, the same is found in the same order") {
  const std::string pack = rule("requisito q: a e b o aperte almeno 2 sedi\n parziale se a") +
                           "controllo k \"K\" assistenti almeno 1 FTE\n" +
                           example("a = sì; b = sì", "r soddisfatto") +
                           example("a = no; aperte = 1", "r non_soddisfatto k non segnala");
  for (const bool days : {false, true}) {
    const std::string alone = mutants_of(pack, true, days);
    CHECK(alone.size() > 100);
    for (const unsigned threads : {2U, 7U, 100U}) {
      CHECK(mutants_of(pack, true, days, threads) == alone);
    }
  }
}
