// Sentences with places, in two languages, of one thing and of many.
#include "words/say.hpp"

#include <doctest/doctest.h>

using namespace leps;

TEST_CASE("a sentence is filled in, in the language and the number that are asked for") {
  constexpr Sentence lacking{{"manca {0} a {1}", "mancano {0} a {1}"},
                             {"{1} lacks {0}", "{1} lack {0}"}};
  const Say italian(Language::italian), english(Language::english);
  CHECK(italian.of(true, lacking, "1 FTE", "Lodi") == "manca 1 FTE a Lodi");
  CHECK(italian.of(false, lacking, "2 FTE", "Lodi") == "mancano 2 FTE a Lodi");
  CHECK(italian(lacking, "2 FTE", "Lodi") == "mancano 2 FTE a Lodi");
  CHECK(english.of(true, lacking, "1 FTE", "Lodi") == "Lodi lacks 1 FTE");
  CHECK(english.of(false, lacking, "2 FTE", "Lodi") == "Lodi lack 2 FTE");
}

TEST_CASE("what is filled in is never read again") {
  constexpr Sentence both{{"{0} e {1}", "{0} e {1}"}, {"{0} and {1}", "{0} and {1}"}};
  CHECK(Say(Language::italian)(both, "{1}", "{0}") == "{1} e {0}");
}

TEST_CASE("a brace that is no place stays") {
  constexpr Sentence set{{"{a; b}", "{a; b}"}, {"{a; b}", "{a; b}"}};
  CHECK(Say(Language::english)(set) == "{a; b}");
}
