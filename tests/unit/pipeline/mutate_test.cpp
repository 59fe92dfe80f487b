// What becomes of small changes to packs whose examples are known.
#include "mutate.hpp"

#include <doctest/doctest.h>

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
std::string mutants_of(const std::string& body, bool all = false, bool days = false) {
  SourceMap sources;
  sources.add("prova.leps", kHead + body);
  DiagnosticBag bag;
  const ast::Program program = parse(sources, bag);
  const auto rulebook = compile(program, bag);
  if (!rulebook) return "does not compile";
  for (const ExampleOutcome& outcome : run_examples(*rulebook)) {
    if (!outcome.misses.empty()) return "an example fails: " + outcome.misses.front().found.en;
  }
  std::string text;
  std::size_t last = 0;
  for (const Mutant& mutant : mutate(program, *rulebook, [&](std::size_t done, std::size_t count) {
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
        "same 'equal to' becomes 'at most' (proved: no Ambito would get another verdict)\n");
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
        "in force)\n"
        "refused '1 January 2021' becomes '2 January 2021'\n"
        "refused '1 January 2021' becomes '31 December 2020'\n"
        "unseen '1 January 2021' becomes '2 January 2021' (it only changes days on which examples "
        "do not judge: the year's last stays)\n");
  const std::string days =
      mutants_of(rule("requisito q: a") + example("a = sì", "r soddisfatto"), true, true);
  CHECK(days.find("survived '1 January 2021' becomes '31 December 2020' (an example of the year "
                  "2020)") != std::string::npos);
}
