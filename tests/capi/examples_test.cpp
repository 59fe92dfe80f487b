// What packs say of themselves: their examples, and what a careful reader finds in them.
#include "session.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace capi;

namespace {

/// `error example/unmet r.leps:12: …`, one for each finding.
std::vector<std::string> list(const leps_diagnostics* diagnostics) {
  static const char* const kSeverities[] = {"error", "warning", "note"};
  std::vector<std::string> found;
  for (size_t i = 0; i < leps_diagnostics_count(diagnostics); ++i) {
    const leps_diagnostic* each = leps_diagnostics_at(diagnostics, i);
    const leps_place* place = leps_diagnostic_place(each);
    found.push_back(std::string(kSeverities[leps_diagnostic_severity(each)]) + " " +
                    leps_diagnostic_code(each) + " " + leps_place_source(place) + ":" +
                    std::to_string(leps_place_line(place)) + ": " +
                    leps_diagnostic_message(each, LEPS_ENGLISH));
  }
  return found;
}

const File kRules = {"r.leps",
                     "pacchetto prova versione \"1\"\n"                           // 1
                     "fonte l1 \"Una legge\"\n"                                   // 2
                     "unità posti\n"                                              // 3
                     "categoria LEPS \"Livello\"\n"                               // 4
                     "dato letti : posti \"Posti\"  almeno 0\n"                   // 5
                     "dato sedie : posti \"Sedie\"  almeno 0\n"                   // 6
                     "parametro livello : posti\n"                                // 7
                     "  dal 1 gennaio 2021 vale 10 posti  ipotesi  secondo l1\n"  // 8
                     "regola posti_letto \"Dieci posti\"\n"                       // 9
                     "  categoria LEPS\n"                                         // 10
                     "  secondo l1\n"                                             // 11
                     "  in vigore dal 1 gennaio 2021\n"                           // 12
                     "  requisito letti: letti almeno livello\n"                  // 13
                     "    si colma con letti\n"                                   // 14
                     "esempio \"al livello\"\n"                                   // 15
                     "  anno 2025\n"                                              // 16
                     "  letti = 10\n"                                             // 17
                     "  attesi\n"                                                 // 18
                     "    posti_letto soddisfatto\n"                              // 19
                     "esempio \"uno in meno\"\n"                                  // 20
                     "  anno 2025\n"                                              // 21
                     "  letti = 9\n"                                              // 22
                     "  attesi\n"                                                 // 23
                     "    posti_letto non_soddisfatto lacuna 2 posti\n"};         // 24

}  // namespace

TEST_CASE("leps.h: examples that do not hold say where, and what came out") {
  auto rules = compile({kRules});
  REQUIRE(rules.status == LEPS_OK);
  leps_examples* made = nullptr;
  REQUIRE(leps_rulebook_run_examples(&made, rules.handle.get(), nullptr) == LEPS_OK);
  const ExamplesHandle examples(made);
  rules.handle.reset();  // they need nothing of it

  REQUIRE(leps_examples_count(made) == 2);
  CHECK(leps_examples_failed(made) == 1);
  CHECK(leps_example_title(leps_examples_at(made, 0)) == std::string("al livello"));
  CHECK(leps_example_holds(leps_examples_at(made, 0)));
  CHECK(leps_example_title(leps_examples_at(made, 1)) == std::string("uno in meno"));
  CHECK(!leps_example_holds(leps_examples_at(made, 1)));
  CHECK(leps_place_line(leps_example_place(leps_examples_at(made, 1))) == 20);
  CHECK(leps_examples_at(made, 2) == nullptr);

  CHECK(list(leps_examples_misses(made)) ==
        std::vector<std::string>{
            "error example/unmet r.leps:24: the example \"uno in meno\" expects 'posti_letto "
            "non_soddisfatto lacuna 2 posti', but the result is 'non_soddisfatto gap 1 posti'"});
  const std::vector<std::string> unreached = list(leps_examples_unreached(made));
  REQUIRE(!unreached.empty());
  for (const std::string& each : unreached) {
    CAPTURE(each);
    CHECK(each.find("warning example/unreached r.leps:") == 0);
  }
}

TEST_CASE("leps.h: lint says of rules what `leps lint` says, and of good ones nothing") {
  const auto rules = compile({kRules});
  leps_diagnostics* made = nullptr;
  REQUIRE(leps_rulebook_lint(&made, rules.handle.get(), nullptr) == LEPS_OK);
  const DiagnosticsHandle findings(made);
  const std::vector<std::string> found = list(made);

  const auto has = [&](const std::string& wanted) {
    for (const std::string& each : found) {
      if (each.find(wanted) == 0) return true;
    }
    return false;
  };
  CHECK(has("warning lint/unused-datum r.leps:6: "));
  CHECK(has("note lint/assumption r.leps:8: "));
  CHECK(has("warning example/unreached r.leps:"));
  CHECK(!has("error"));
  size_t line = 0;  // in the order of the file
  for (size_t i = 0; i < leps_diagnostics_count(made); ++i) {
    const size_t next = leps_place_line(leps_diagnostic_place(leps_diagnostics_at(made, i)));
    CHECK(line <= next);
    line = next;
  }
}
