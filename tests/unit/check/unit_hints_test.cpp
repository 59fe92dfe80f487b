// What the author of a number in the wrong unit, or of a word in quotes, may have meant; and what
// is said of a rule that a pack declares in place of amending it.
#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace leps::test;

namespace {

#define RULE_WITH \
  "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: "
#define PARAMETER_OF(type, value) \
  "parametro p : " type " dal 2021-01-01 vale " value " verificato secondo legge\n"
#define ENGLISH_PACK                                                                          \
  "package en version \"1\"\nsource s \"S\"\nunits FTE, people\ncategory A \"A\"\ndatum n : " \
  "people\ndatum staff : FTE\n"
#define ENGLISH_RULE \
  "rule r \"R\" category A according to s in force from 2021-01-01 requirement q: "

void check_hints(const std::vector<Mistake>& rows) {
  for (const Mistake& row : rows) {
    CAPTURE(row.why);
    const CheckedPacks packs(row.pack);
    const std::string italian = describe(packs.bag, packs.sources);
    const std::string english = describe(packs.bag, packs.sources, Language::english);
    CAPTURE(italian);
    CAPTURE(english);
    CHECK(packs.bag.all().size() == 1);
    CHECK(italian.starts_with(std::string(row.code) + " «" + row.place + "»"));
    CHECK(italian.find(row.italian) != std::string::npos);
    CHECK(english.find(row.english) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("unit hints: a level that is turned round, or lacks a unit") {
  check_hints({
      {"turned round in a parameter", PARAMETER_OF("FTE/abitanti", "5.000 abitanti ogni 1 FTE"),
       "value/wrong-type", "5.000 abitanti ogni 1 FTE",
       "> forse è rovesciato: 1 FTE ogni 5.000 abitanti", "> it may be turned round: 1 FTE ogni"},
      {"turned round in a rule",
       RULE_WITH "assistenti almeno 5.000 abitanti ogni 1 FTE di popolazione", "unit/mismatch",
       "almeno", "> forse è rovesciato: 1 FTE ogni 5.000 abitanti", "turned round"},
      {"the second unit", PARAMETER_OF("FTE/abitanti", "1 FTE ogni 5.000"), "value/wrong-type",
       "1 FTE ogni 5.000", "> scrivi l'unità di tutti e due i numeri: 1 FTE ogni 5.000 abitanti",
       "write the unit of both numbers"},
      {"the first unit", PARAMETER_OF("FTE/abitanti", "1 ogni 5.000 abitanti"), "value/wrong-type",
       "1 ogni 5.000 abitanti", "i numeri: 1 FTE ogni 5.000 abitanti", "of both numbers"},
      {"the first unit, in a rule",
       RULE_WITH "assistenti almeno 1 ogni 5.000 abitanti di popolazione", "unit/mismatch",
       "almeno", "i numeri: 1 FTE ogni 5.000 abitanti", "of both numbers"},
      {"the second unit, in an amount", "calcolo c : FTE = 1 FTE ogni 5.000 di popolazione",
       "type/declared", "1 FTE ogni 5.000 di popolazione", "i numeri: 1 FTE ogni 5.000 abitanti",
       "of both numbers"},
      {"a fraction", PARAMETER_OF("FTE/abitanti", "1/5000"), "value/needs-unit", "1/5000",
       "> scrivi il livello con le sue unità: 1 FTE ogni 5.000 abitanti", "write the level"},
      {"a division", RULE_WITH "assistenti almeno popolazione / 5.000", "unit/mismatch", "almeno",
       "1 FTE ogni 5.000 abitanti di popolazione", "write the level with its units"},
      {"in English", ENGLISH_PACK ENGLISH_RULE "staff at least 5,000 people per 1 FTE of n",
       "unit/mismatch", "at least", "1 FTE per 5,000 people",
       "it may be turned round: 1 FTE per 5,000 people"},
  });
}

TEST_CASE("unit hints: a level without what it is of, hours that are of the week already") {
  check_hints({
      {"a level alone",
       PARAMETER_OF("FTE/abitanti", "1 FTE ogni 5.000 abitanti") RULE_WITH "assistenti almeno p",
       "unit/mismatch", "almeno", "> forse manca 'di popolazione'",
       "> perhaps 'di popolazione' is missing"},
      {"a level alone, in an amount",
       PARAMETER_OF("FTE/abitanti", "1 FTE ogni 5.000 abitanti") "calcolo c : FTE = p",
       "type/declared", "p", "> forse manca 'di popolazione'", "is missing"},
      {"in English", ENGLISH_PACK ENGLISH_RULE "staff at least 1 FTE per 5,000 people",
       "unit/mismatch", "at least", "forse manca 'of n'", "perhaps 'of n' is missing"},
      {"hours of a week",
       "dato sportello : orario\n" RULE_WITH "ore_settimana(sportello) almeno 25 ore/settimana",
       "unit/mismatch", "almeno", "> l'altra parte è già in ore: scrivi '25 ore'",
       "> the other side is in ore already: write '25 ore'"},
      {"a type that does not fit its value", PARAMETER_OF("abitanti", "1 FTE ogni 5.000 abitanti"),
       "value/wrong-type", "1 FTE ogni 5.000 abitanti",
       "| «abitanti» il tipo è dichiarato qui > se il valore è giusto, è il tipo da correggere: "
       "'FTE/abitanti'",
       "it is the type that needs correcting: 'FTE/abitanti'"},
      {"a share under a unit", PARAMETER_OF("FTE", "40%"), "value/wrong-type", "40%",
       "| «FTE» il tipo è dichiarato qui", "the type is declared here"},
      {"a year", PARAMETER_OF("ore", "1 anno"), "syntax/misplaced", "anno",
       "> mesi e anni non hanno una lunghezza sola", "> months and years have no single length"},
      {"months", "unità mesi\ndato m : mesi\ndato h : ore\n" RULE_WITH "h almeno m",
       "unit/mismatch", "almeno", "mesi e anni non hanno una conversione esatta",
       "no exact conversion"},
  });
}

TEST_CASE("unit hints: quotes that are too many, or missing") {
  const std::string words = "dato forma : uno di sola, mista\ndato nome_x : testo\n";
  const std::vector<std::pair<std::string, Mistake>> rows = {
      {words + RULE_WITH "forma pari a \"mista\"",
       {"a word in quotes", "", "type/mismatch", "pari a", "> scrivi mista senza virgolette",
        "> write mista without quotes"}},
      {words + RULE_WITH "\"misto\" diverso da forma",
       {"a misspelt one", "", "type/mismatch", "diverso da", "> scrivi mista senza virgolette",
        "without quotes"}},
      {words + RULE_WITH "attivo\nesempio \"e\" anno 2025 forma = \"sola\" attesi r soddisfatto",
       {"in an example", "", "value/wrong-type", "\"sola\"", "> scrivi sola senza virgolette",
        "write sola without quotes"}},
      {words + RULE_WITH "attivo\nesempio \"e\" anno 2025 attivo = \"sì\" attesi r soddisfatto",
       {"a truth in quotes", "", "value/wrong-type", "\"sì\"",
        "> qui le virgolette non servono: sì", "no quotes are needed here: sì"}},
      {words + RULE_WITH "nome_x pari a sola",
       {"a text without quotes", "", "type/mismatch", "pari a",
        "> un testo sta fra virgolette: \"sola\"", "between quotes: \"sola\""}},
      {words + RULE_WITH "attivo\nesempio \"e\" anno 2025 nome_x = sola attesi r soddisfatto",
       {"in an example", "", "value/wrong-type", "sola", "> un testo sta fra virgolette: \"sola\"",
        "between quotes: \"sola\""}},
  };
  for (const auto& [pack, row] : rows) {
    Mistake whole = row;
    whole.pack = pack.c_str();
    check_hints({whole});
  }
}

TEST_CASE("unit hints: of a rule in two packs the upper one is told how to amend") {
  const std::string lower = std::string(kPreamble) + RULE_WITH "assistenti almeno 1 FTE";
  const std::string head = "pacchetto sopra versione \"1\" estende prova versione \"1\"\n";
  for (const char* from : {"2020-01-01", "2021-01-01", "2026-01-01"}) {
    const std::string upper = head + "regola r \"R\" categoria LEPS secondo legge in vigore dal " +
                              from + " requisito q: assistenti almeno 2 FTE";
    for (const std::string& text : {lower + "\n---\n" + upper, upper + "\n---\n" + lower}) {
      const CheckedPacks packs(text);
      const std::string messages = describe(packs.bag, packs.sources);
      CAPTURE(messages);
      REQUIRE(packs.bag.all().size() == 1);
      const Diagnostic& found = packs.bag.all().front();
      CHECK(found.code == Code::period_overlap);
      CHECK(packs.sources.text(found.where->source).starts_with("pacchetto sopra"));
      CHECK(messages.find("la regola è già del pacchetto 'prova': per cambiarla scrivi: modifica "
                          "requisito r.q: …") != std::string::npos);
    }
  }
}

TEST_CASE("unit hints: an amendment that cannot be is one message") {
  const std::string lower =
      std::string(kPreamble) + RULE_WITH "assistenti almeno 1 FTE\n" PARAMETER_OF("FTE", "1 FTE");
  const std::string rest = "secondo legge in vigore dal 2026-01-01";
  struct Layer {
    std::string upper;
    Code code;
  };
  const Layer rows[] = {
      {"estende prova versione \"1\"\nmodifica requisito r.nuovo: attivo " + rest,
       Code::name_unknown},
      {"estende prova versione \"2\"\nmodifica requisito r.q: assistenti almeno 2 FTE " + rest,
       Code::layer_other_version},
      {"estende prova versione \"2\"\nmodifica parametro p dal 2026-01-01 vale 2 FTE verificato "
       "secondo legge",
       Code::layer_other_version},
      {"estende prova versione \"1\"\nparametro p : FTE dal 2026-01-01 vale 2 FTE verificato "
       "secondo legge\nregola s \"S\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
       "requisito q: assistenti almeno p",
       Code::name_declared_twice},
  };
  for (const Layer& row : rows) {
    const std::string upper = "pacchetto sopra versione \"1\" " + row.upper;
    for (const std::string& text : {lower + "\n---\n" + upper, upper + "\n---\n" + lower}) {
      const CheckedPacks packs(text);
      CAPTURE(describe(packs.bag, packs.sources));
      REQUIRE(packs.bag.all().size() == 1);
      CHECK(packs.bag.all().front().code == row.code);
    }
  }
}
