#include "prove/check_layers.hpp"

#include "diagnostics/render.hpp"
#include "prove/days.hpp"
#include "unit/prove/pack.hpp"

using namespace leps;
using namespace leps::test;

namespace {

/// Two rules, the law and the text that changes it.
struct Pair {
  World world;
  LayerText law, text;

  static std::string rule(const char* name, const std::string& clauses) {
    return std::string("regola ") + name +
           " \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020\n" + clauses + "\n";
  }
  Pair(const std::string& old_clauses, const std::string& new_clauses,
       const std::string& more_data = "")
      : world(std::string(kData) + more_data + rule("legge", old_clauses) +
              rule("testo", new_clauses)) {
    if (!world.good()) throw std::runtime_error(world.messages());
    const auto& rules = world.rulebook().typed.rules;
    law.version = &rules[RuleId{0}].versions.front();
    law.requirement = &law.version->requirements.front();
    text.version = &rules[RuleId{1}].versions.front();
    text.requirement = &text.version->requirements.front();
  }

  [[nodiscard]] std::string describe(const LayerVerdict& verdict) const {
    if (std::holds_alternative<NotLooser>(verdict)) return "fine";
    if (const auto* unproved = std::get_if<NotProved>(&verdict)) {
      return test::describe(unproved->why);
    }
    const auto& looser = std::get<Looser>(verdict);
    return std::string(looser.way == Looser::Way::passes ? "passes" : "escapes") + " from " +
           to_iso(looser.day) + ": " +
           leps::describe(looser.ambito, world.rulebook().typed, Language::english);
  }
};

}  // namespace

TEST_CASE("layers: a binding level can only be made stricter") {
  struct Row {
    std::string why;
    const char* law;
    const char* text;
    const char* found;
  };
  const Row rows[] = {
      {"more residents for each post",
       "requisito q: fte almeno (1 FTE ogni 5.000 abitanti) di residenti",
       "requisito q: fte almeno (1 FTE ogni 5.500 abitanti) di residenti",
       "passes from 2020-01-01: fte = 0.19 FTE; residenti = 1,000 abitanti"},
      {"fewer residents for each post",
       "requisito q: fte almeno (1 FTE ogni 5.000 abitanti) di residenti",
       "requisito q: fte almeno (1 FTE ogni 4.500 abitanti) di residenti", "fine"},
      {"the same text", "requisito q: fte / altri_fte almeno 2",
       "requisito q: fte / altri_fte almeno 2", "fine"},
      {"strictly more", "requisito q: fte almeno 3 FTE", "requisito q: fte più di 3 FTE", "fine"},
      {"no longer strictly", "requisito q: fte più di 3 FTE", "requisito q: fte almeno 3 FTE",
       "passes from 2020-01-01: fte = 3 FTE"},
      {"one more condition", "requisito q: a", "requisito q: a e b", "fine"},
      {"another way to pass", "requisito q: a", "requisito q: a o b",
       "passes from 2020-01-01: a = no; b = yes"},
      {"a lower share", "requisito q: date almeno 90% di chieste",
       "requisito q: date almeno 80% di chieste",
       "passes from 2020-01-01: chieste = 5 persone; date = 4 persone"},
      {"it applies to fewer", "requisito q: a",
       "requisito q: a\n si applica se residenti più di 1.000 abitanti",
       "passes from 2020-01-01: residenti = 1 abitanti; a = no"},
      {"it applies to more", "requisito q: a\n si applica se residenti più di 1.000 abitanti",
       "requisito q: a\n si applica se residenti più di 500 abitanti", "fine"},
      {"the rule applies to fewer, of those that meet it",
       "si applica se fte almeno 1 FTE requisito q: fte almeno 3 FTE",
       "si applica se fte più di 1 FTE e fte meno di 100 FTE requisito q: fte almeno 3 FTE",
       "passes from 2020-01-01: fte = 1 FTE"},
      {"only those that meet it are left out", "requisito q: fte almeno 3 FTE",
       "si applica se fte meno di 100 FTE requisito q: fte almeno 3 FTE",
       "escapes from 2020-01-01: fte = 100 FTE"},
      {"looser only from 2025", "requisito q: fte almeno livello di residenti",
       "requisito q: fte almeno (1 FTE ogni 4.500 abitanti) di residenti",
       "passes from 2025-01-01: fte = 0.23 FTE; residenti = 1,000 abitanti"},
      {"a tolerance", "requisito q: fte almeno 10 FTE",
       "requisito q: fte almeno 10 FTE tolleranza 10%", "passes from 2020-01-01: fte = 9 FTE"},
      {"as low as the law's tolerance", "requisito q: fte almeno 10 FTE tolleranza 10%",
       "requisito q: fte almeno 9 FTE", "fine"},
      {"lower than the law's tolerance", "requisito q: fte almeno 10 FTE tolleranza 10%",
       "requisito q: fte almeno 8 FTE", "passes from 2020-01-01: fte = 8 FTE"},
      {"another word", "requisito q: gestione pari a diretta",
       "requisito q: gestione diverso da appalto", "passes from 2020-01-01: gestione = mista"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const Pair pair(row.law, row.text);
    const LayerVerdict verdict = compare_levels(pair.world.rulebook(), pair.law, pair.text);
    CHECK(pair.describe(verdict) == row.found);
    const auto* looser = std::get_if<Looser>(&verdict);
    if (!looser || looser->way != Looser::Way::passes) continue;
    CHECK(verdict_of(pair.world.rulebook(), 0, looser->ambito, looser->day) ==
          Verdict::non_soddisfatto);
    const Verdict passed = verdict_of(pair.world.rulebook(), 1, looser->ambito, looser->day);
    CHECK((passed == Verdict::soddisfatto || passed == Verdict::non_applicabile));
  }
}

TEST_CASE("layers: where the law has no value, a text that is met is looser") {
  // Not more than the law where both have a value, but met where the law divides by zero.
  const Pair pair("requisito q: fte / altri_fte almeno 2", "requisito q: fte almeno 2 * altri_fte");
  const std::string found =
      pair.describe(compare_levels(pair.world.rulebook(), pair.law, pair.text));
  CAPTURE(found);
  CHECK(found.starts_with("passes from 2020-01-01: "));
  CHECK(found.find("altri_fte = 0 FTE") != std::string::npos);
  // The other way round something is only asked where nothing was met.
  const Pair turned("requisito q: fte almeno 2 * altri_fte",
                    "requisito q: fte / altri_fte almeno 2 e altri_fte più di 0 FTE");
  CHECK(turned.describe(compare_levels(turned.world.rulebook(), turned.law, turned.text)) ==
        "fine");
}

TEST_CASE("layers: a level asked of every row can only be made stricter for each of them") {
  const std::string list =
      "elenco operatori \"Operatori\"\n campo nome : testo chiave\n"
      " campo ore : persone almeno 0\n campo supervisione : persone almeno 0\n"
      " campo sociale : sì/no\n campo ruolo : uno di educatore, psicologo\n"
      " campo firma : data\nelenco volontari \"Volontari\"\n campo nome : testo chiave\n";
  struct Row {
    std::string why;
    const char* law;
    const char* text;
    bool fine;
  };
  const Row rows[] = {
      {"more hours for each", "per ogni o in operatori: o.ore almeno 16 persone",
       "per ogni o in operatori: o.ore almeno 20 persone", true},
      {"fewer hours for each", "per ogni o in operatori: o.ore almeno 16 persone",
       "per ogni o in operatori: o.ore almeno 15 persone", false},
      {"one more condition", "per ogni o in operatori: o.ore almeno 16 persone",
       "per ogni x in operatori: x.ore almeno 16 persone e x.sociale", true},
      {"another field", "per ogni o in operatori: o.ore almeno 16 persone",
       "per ogni o in operatori: o.supervisione almeno 16 persone", false},
      {"of more rows", "per ogni o in operatori dove o.sociale: o.ore almeno 16 persone",
       "per ogni o in operatori: o.ore almeno 16 persone", true},
      {"of fewer rows", "per ogni o in operatori: o.ore almeno 16 persone",
       "per ogni o in operatori dove o.sociale: o.ore almeno 16 persone", false},
      {"of other rows",
       "per ogni o in operatori dove o.ruolo pari a educatore: o.ore almeno 16 persone",
       "per ogni o in operatori dove o.ruolo pari a psicologo: o.ore almeno 16 persone", false},
      {"of one more role",
       "per ogni o in operatori dove o.ruolo pari a educatore: o.ore almeno 16 persone",
       "per ogni o in operatori dove o.ruolo pari a educatore o o.ruolo pari a psicologo: o.ore "
       "almeno 16 persone",
       true},
      {"a day that nothing models, with more hours",
       "per ogni o in operatori: o.firma meno di data_di_rilevazione e o.ore almeno 16 persone",
       "per ogni o in operatori: o.firma meno di data_di_rilevazione e o.ore almeno 17 persone",
       true},
      {"a day left out",
       "per ogni o in operatori: o.firma meno di data_di_rilevazione e o.ore almeno 16 persone",
       "per ogni o in operatori: o.ore almeno 17 persone", false},
      {"where a row divides by zero it is not met before, and it is after",
       "per ogni o in operatori: o.ore / o.supervisione almeno 2",
       "per ogni o in operatori: o.ore almeno 2 * o.supervisione", false},
      {"the other way round", "per ogni o in operatori: o.ore almeno 2 * o.supervisione",
       "per ogni o in operatori: o.ore almeno 2 * o.supervisione e o.ore almeno 1 persone", true},
      {"of a level of the Ambito",
       "per ogni o in operatori: o.ore almeno 16 persone\n"
       "  si applica se residenti più di 1.000 abitanti",
       "per ogni o in operatori: o.ore almeno 16 persone\n"
       "  si applica se residenti più di 2.000 abitanti",
       false},
      {"of the rows of another list", "per ogni o in operatori: fte almeno 3 FTE",
       "per ogni v in volontari: fte almeno 3 FTE", false},
      {"of no row that divides by zero, though none of these can fail",
       "per ogni o in operatori dove o.supervisione pari a 0 persone: o.ore almeno 0 persone",
       "per ogni o in operatori dove o.ore / o.supervisione almeno 0: o.ore almeno 0 persone",
       false},
      {"some row is not every row", "per ogni o in operatori: o.ore almeno 16 persone",
       "esiste o in operatori dove o.ore almeno 20 persone", false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const Pair pair("requisito q: " + std::string(row.law), "requisito q: " + std::string(row.text),
                    list);
    const LayerVerdict verdict = compare_levels(pair.world.rulebook(), pair.law, pair.text);
    CHECK(std::holds_alternative<NotLooser>(verdict) == row.fine);
  }
}

TEST_CASE("layers: the days on which something changes are those of its parameters' values") {
  const World world(std::string(kData) +
                    "parametro breve : FTE\n dal 1 gennaio 2021 al 31 dicembre 2022 vale 3 FTE "
                    "verificato secondo s\n");
  REQUIRE(world.good());
  const Typed& typed = world.rulebook().typed;
  const auto day = [](const char* iso) { return *parse_iso_day(iso); };
  const auto days = [&](const Period& period) {
    std::string text;
    for (const Day each : days_of_change(typed, period, {ParameterId{2}})) {
      text += (text.empty() ? "" : " ") + to_iso(each);
    }
    return text;
  };
  REQUIRE(typed.parameters[ParameterId{2}].name == "breve");
  CHECK(days({day("2020-01-01"), {}}) == "2020-01-01 2021-01-01 2023-01-01");
  CHECK(days({day("2021-01-01"), day("2023-01-01")}) == "2021-01-01 2023-01-01");
  CHECK(days({day("2021-06-01"), day("2022-12-31")}) == "2021-06-01");
  CHECK(days({day("2010-01-01"), day("2020-12-31")}) == "2010-01-01");

  const Period long_one{day("2020-01-01"), {}}, short_one{day("2019-01-01"), day("2020-01-01")};
  CHECK((common_days(long_one, short_one) == Period{day("2020-01-01"), day("2020-01-01")}));
  CHECK((common_days(short_one, long_one) == Period{day("2020-01-01"), day("2020-01-01")}));
  CHECK((common_days(long_one, {day("2021-01-01"), {}}) == Period{day("2021-01-01"), {}}));
  const Period early{day("2019-01-01"), day("2020-03-31")},
      late{day("2020-01-01"), day("2020-06-30")};
  CHECK((common_days(early, late) == Period{day("2020-01-01"), day("2020-03-31")}));
  CHECK((common_days(late, early) == Period{day("2020-01-01"), day("2020-03-31")}));
  CHECK(!common_days(long_one, {day("2019-01-01"), day("2019-12-31")}));
}

TEST_CASE("layers: what cannot be proved is refused") {
  const Pair pair(
      "requisito q: date almeno 2 persone e chieste almeno 2 persone e date * chieste pari a 7 "
      "persone * (1 persone + 0 * date) o a",
      "requisito q: a o date * date pari a 4 persone * chieste e date pari a 3 persone e chieste "
      "pari a 1 persone");
  const LayerVerdict verdict = compare_levels(pair.world.rulebook(), pair.law, pair.text);
  CAPTURE(pair.describe(verdict));
  REQUIRE(std::holds_alternative<NotProved>(verdict));
  DiagnosticBag bag;
  report(verdict, Text("il requisito 'testo.q'", "the requirement 'testo.q'"),
         pair.text.requirement->span, pair.world.rulebook(), bag);
  REQUIRE(bag.all().size() == 1);
  CHECK(bag.all().front().code == Code::layer_not_proved);
  CHECK(!bag.all().front().labels.empty());
}

TEST_CASE("layers: an amended parameter is compared within the same requirement") {
  const Pair pair("requisito q: fte almeno livello di residenti",
                  "requisito q: fte almeno livello di residenti");
  const Rulebook& rulebook = pair.world.rulebook();
  const typed::Parameter& level = rulebook.typed.parameters[ParameterId{0}];
  struct Row {
    std::string why;
    Rational value;
    const char* found;
  };
  const Row rows[] = {
      {"stricter in every year", Rational(1, 3500), "fine"},
      {"stricter in 2020, looser from 2025", Rational(1, 4500),
       "passes from 2025-01-01: fte = 0.23 FTE; residenti = 1,000 abitanti"},
      {"looser at once", Rational(1, 5500),
       "passes from 2020-01-01: fte = 0.19 FTE; residenti = 1,000 abitanti"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    LayerText amended = pair.law;
    amended.instead.emplace(ParameterId{0}, worth(level, row.value));
    CHECK(pair.describe(compare_levels(rulebook, pair.law, amended)) == row.found);
  }
}

TEST_CASE("layers: whole rules, whatever their requirements are called") {
  const Pair stricter("requisito uno: a\n requisito due: fte almeno 3 FTE",
                      "requisito tutto: a e fte almeno 4 FTE");
  CHECK(stricter.describe(compare_rules(stricter.world.rulebook(), stricter.law, stricter.text)) ==
        "fine");
  const Pair dropped("requisito uno: a\n requisito due: fte almeno 3 FTE", "requisito uno: a");
  CHECK(dropped.describe(compare_rules(dropped.world.rulebook(), dropped.law, dropped.text)) ==
        "passes from 2020-01-01: fte = 0 FTE; a = yes");
}

TEST_CASE("layers: a refusal shows the Ambito in both languages") {
  const Pair pair("requisito q: fte almeno 3 FTE", "requisito q: fte almeno 2,5 FTE");
  DiagnosticBag bag;
  report(compare_levels(pair.world.rulebook(), pair.law, pair.text),
         Text("il requisito 'testo.q'", "the requirement 'testo.q'"), pair.text.requirement->span,
         pair.world.rulebook(), bag);
  REQUIRE(bag.all().size() == 1);
  const Diagnostic& found = bag.all().front();
  CHECK(found.code == Code::layer_looser);
  CHECK(found.message.it.find("dal 1 gennaio 2020 questo Ambito passerebbe il nuovo testo e non "
                              "la legge: fte = 2,5 FTE") != std::string::npos);
  CHECK(found.message.en.find("fte = 2.5 FTE") != std::string::npos);
}
