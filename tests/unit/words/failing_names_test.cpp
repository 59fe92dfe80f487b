// What fails, by name, in the language of who reads it.
#include "words/failing_names.hpp"

#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

TEST_CASE("what fails is named in the language of who reads it") {
  struct Row {
    const char* condition;
    const char *it, *en;
  };
  const Row rows[] = {
      {"a", "a", "a"},
      {"non b", "non b", "not b"},
      {"non grado pari a lieve", "non grado pari a lieve", "not grado equal to lieve"},
      {"grado diverso da lieve", "grado diverso da lieve", "grado different from lieve"},
      {"non (per ogni v in vie: v.aperta)", "non per ogni vie", "not for every vie"},
      {"esiste v in vie dove non v.aperta", "esiste vie", "exists vie"},
      {"vie_aperte", "vie_aperte", "vie_aperte"},
      {"(se a allora b altrimenti a) pari a sì", "se a allora b altrimenti a pari a sì",
       "if a then b else a equal to yes"},
      {"a pari a (n almeno 2)", "a pari a …", "a equal to …"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.condition);
    const World world(
        "dato a : sì/no\ndato b : sì/no\ndato n : numero\ndato grado : uno di lieve, grave\n"
        "elenco vie\n  campo nome : testo\n  campo aperta : sì/no\n"
        "calcolo vie_aperte : sì/no\n  = non b\n"
        "regola r \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n"
        "  requisito q: " +
        std::string(row.condition) + "\n");
    REQUIRE_MESSAGE(world.good(), world.messages());
    bool seen = false;
    for (const char* givens :
         {"a = no; b = sì; n = 1; grado = lieve; vie = [(nome = \"x\"; aperta = sì)]",
          "a = no; b = sì; n = 3; grado = lieve; vie = [(nome = \"x\"; aperta = sì)]"}) {
      const Assessment assessment = world.assess(world.facts(givens));
      const Gap& gap = *assessment.rules[0].gaps[0];
      const std::vector<std::string> it =
          failing_names(gap, world.rulebook().typed, Language::italian);
      if (it.empty()) continue;
      seen = true;
      CHECK(it == std::vector<std::string>{row.it});
      CHECK(failing_names(gap, world.rulebook().typed, Language::english) ==
            std::vector<std::string>{row.en});
    }
    CHECK(seen);
  }
}
