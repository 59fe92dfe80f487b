#include "base/nearest.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace leps;

TEST_CASE("nearest: a slip of the hand finds its word, another word does not") {
  const std::vector<std::string> words = {"regola", "requisito", "almeno", "popolazione", "PUA"};
  struct Row {
    const char* word;
    const char* nearest;
  };
  for (const Row& row : {Row{"regloa", "regola"}, Row{"requsito", "requisito"},
                         Row{"alemno", "almeno"}, Row{"popolazone", "popolazione"},
                         Row{"PAU", "PUA"}, Row{"cavallo", ""}, Row{"", ""}, Row{"x", ""}}) {
    CAPTURE(row.word);
    CHECK(nearest(row.word, words).value_or("") == row.nearest);
  }
}

TEST_CASE("nearest: one slip of the hand is not two") {
  CHECK(one_slip_apart("leps.nazionale", "leps.nazionle"));
  CHECK(one_slip_apart("leps.nazionale", "leps.nazoinale"));
  CHECK_FALSE(one_slip_apart("leps.nazionale", "leps.nazionale"));
  CHECK_FALSE(one_slip_apart("leps.nazionale", "leps.regionale"));
  CHECK_FALSE(one_slip_apart("prova", "prova2"));
  CHECK_FALSE(one_slip_apart("prova1", "prova2"));
  CHECK_FALSE(one_slip_apart("a", "b"));
}
