#include "explain/rank_sentence.hpp"
#include "explain/explain.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace leps;

namespace {

/// Five rules whose relative gaps are those of the design's example.
struct Example {
  Rulebook rulebook;
  Assessment assessment;
  std::map<std::string, RuleId> ids;

  Example() {
    Typed& typed = rulebook.typed;
    typed.categories.add({"LEPS", "", false, {}});
    add("pua", "1/2");
    add("supervisione", "1/5");
    add("residenza", "1/7");
    add("ssp", "23/200");
    add("pis", "3/50");
    rulebook.prerequisites.resize(typed.rules.size());
    rulebook.prerequisites[ids["pua"]] = {ids["ssp"]};
    rulebook.prerequisites[ids["pis"]] = {ids["ssp"]};
  }

  void add(const std::string& name, const char* gap) {
    typed::Rule rule;
    rule.name = name;
    rule.versions.emplace_back();
    rule.versions[0].title = "La regola " + name;
    rule.versions[0].category = CategoryId{0};
    const RuleId id = rulebook.typed.rules.add(std::move(rule));
    ids[name] = id;
    RuleResult result;
    result.outcome.rule = id;
    result.outcome.possible.add(Verdict::non_soddisfatto);
    result.outcome.verdict = Verdict::non_soddisfatto;
    result.relative_gap = Interval::point(*parse_rational(gap));
    assessment.rules.push_back(std::move(result));
  }

  DatumId datum(const std::string& name) {
    typed::Datum datum;
    datum.name = name;
    datum.title = "Utenti";
    return rulebook.typed.data.add(std::move(datum));
  }

  void put_in_force() {
    for (RuleResult& result : assessment.rules) {
      result.outcome.version = &rulebook.typed.rules[result.outcome.rule].versions[0];
    }
  }

  std::string order(std::vector<typed::Criterion> criteria, Language language,
                    Naming naming = Naming::names) {
    put_in_force();
    const OrderingId ordering = rulebook.typed.orderings.add({"prova", std::move(criteria), {}});
    rank(assessment.rules, rulebook, ordering);
    std::map<int, std::string> by_place;
    for (const RuleResult& result : assessment.rules) {
      by_place[*result.rank] = rulebook.typed.rules[result.outcome.rule].name + ": " +
                               rank_sentence(assessment, rulebook, result, language, naming) + "\n";
    }
    std::string all;
    for (const auto& [place, sentence] : by_place) all += sentence;
    return all;
  }
};

using typed::Criterion;

}  // namespace

TEST_CASE("places: by relative gap alone") {
  CHECK(Example().order({Criterion::relative_gap}, Language::italian) ==
        "pua: prima: la sua lacuna relativa, 50%, è più ampia di quella di 'supervisione' (20%)\n"
        "supervisione: seconda: la sua lacuna relativa, 20%, è più ampia di quella di 'residenza' "
        "(14,3%)\n"
        "residenza: terza: la sua lacuna relativa, 14,3%, è più ampia di quella di 'ssp' (11,5%)\n"
        "ssp: quarta: la sua lacuna relativa, 11,5%, è più ampia di quella di 'pis' (6%)\n"
        "pis: quinta: le altre vengono prima\n");
}

TEST_CASE("places: causes first") {
  CHECK(Example().order({Criterion::causes_first, Criterion::relative_gap}, Language::italian) ==
        "ssp: prima, perché blocca 'pua', che ha la lacuna relativa più ampia (50%)\n"
        "pua: seconda: la sua lacuna relativa, 50%, è più ampia di quella di 'supervisione' (20%)\n"
        "supervisione: terza: la sua lacuna relativa, 20%, è più ampia di quella di 'residenza' "
        "(14,3%)\n"
        "residenza: quarta: la sua lacuna relativa, 14,3%, è più ampia di quella di 'ssp' (11,5%)\n"
        "pis: quinta: le altre vengono prima\n");
  CHECK(Example()
            .order({Criterion::causes_first, Criterion::relative_gap}, Language::english)
            .starts_with("ssp: first, because it blocks 'pua', which has the widest relative gap "
                         "(50%)\n"));
  CHECK(Example()
            .order({Criterion::causes_first, Criterion::relative_gap}, Language::italian,
                   Naming::titles)
            .starts_with("ssp: prima, perché blocca «La regola pua», che ha"));
}

TEST_CASE("places: two gaps that look the same are told apart") {
  Example example;
  example.assessment.rules[1].relative_gap = Interval::point(*parse_rational("14291/100000"));
  const std::string said = example.order({Criterion::relative_gap}, Language::italian);
  CHECK(said.find("residenza: seconda: la sua lacuna relativa, 14,286%, è più ampia") ==
        std::string::npos);
  CHECK(
      said.find("la sua lacuna relativa, 14,29%, è più ampia di quella di 'residenza' (14,29%)") ==
      std::string::npos);
  CHECK(said.find("supervisione: seconda: la sua lacuna relativa, 14,291%, è più ampia di quella "
                  "di 'residenza' (14,286%)") != std::string::npos);
}

TEST_CASE("places: every other criterion has its words") {
  Example example;
  for (RuleResult& result : example.assessment.rules) {
    result.relative_gap = Interval::point(Rational(1, 2));
  }
  RuleResult& pua = example.assessment.rules[0];
  pua.cost = Interval::point(1000);
  pua.cost_unit = Unit::of("euro");
  const std::string by_cost = example.order({Criterion::cost}, Language::italian);
  CHECK(by_cost.starts_with(
      "pua: prima: il suo costo è noto, 1.000 €; quello di 'supervisione' no\n"
      "supervisione: seconda: alla pari con 'residenza', che nei pacchetti viene dopo\n"));

  example.assessment.rules[1].deadline = make_day(2026, 6, 30);
  CHECK(example.order({Criterion::deadline}, Language::italian)
            .starts_with("supervisione: prima: la sua scadenza, 30 giugno 2026, viene prima di "
                         "quella di 'pua' (nessuna)\n"));
  example.rulebook.typed.rules[RuleId{2}].versions[0].score = Rational(7);
  CHECK(example.order({Criterion::score}, Language::italian)
            .starts_with("residenza: prima: il suo punteggio, 7, è più alto di quello di 'pua' "
                         "(nessuno)\n"));
  example.rulebook.typed.categories.add({"STANDARD", "", false, {}});
  example.rulebook.typed.rules[RuleId{0}].versions[0].category = CategoryId{1};
  const std::string by_category = example.order({Criterion::category}, Language::italian);
  CHECK(by_category.find("pis: quarta: la sua categoria, LEPS, viene prima di quella di "
                         "'pua' (STANDARD)\n") != std::string::npos);
}

TEST_CASE("places: one alone, and what is only known between bounds") {
  Example example;
  for (std::size_t i = 1; i < example.assessment.rules.size(); ++i) {
    example.assessment.rules[i].outcome.possible = {};
    example.assessment.rules[i].outcome.possible.add(Verdict::soddisfatto);
    example.assessment.rules[i].outcome.verdict = Verdict::soddisfatto;
  }
  example.put_in_force();
  rank(example.assessment.rules, example.rulebook, std::nullopt);
  CHECK(rank_sentence(example.assessment, example.rulebook, example.assessment.rules[0],
                      Language::italian) == "prima: è la sola cosa da fare");
  CHECK(rank_sentence(example.assessment, example.rulebook, example.assessment.rules[1],
                      Language::italian) == "");

  const auto first = [&](const char* low, const char* high, const char* rule) {
    Example bounds;
    bounds.assessment.rules[0].relative_gap =
        Interval{Bound(*parse_rational(low)), Bound(*parse_rational(high))};
    const std::string all = bounds.order({Criterion::relative_gap}, Language::italian);
    const std::size_t begin = all.find(std::string(rule) + ": ");
    return all.substr(begin, all.find('\n', begin) - begin);
  };
  CHECK(first("1/4", "1/2", "pua") ==
        "pua: prima: la sua lacuna relativa, almeno 25%, è più ampia di quella che è certa di "
        "'supervisione' (20%)");
  CHECK(first("0", "1/2", "pis") ==
        "pis: quarta: la sua lacuna relativa, 6%, è più ampia di quella che è certa di 'pua' (0%)");
  CHECK(first("1/5", "1/2", "pua") ==
        "pua: prima: la sua lacuna relativa può arrivare a 50%, quella di 'supervisione' a 20%");

  Example undecided;
  undecided.assessment.rules[0].outcome.possible.add(Verdict::soddisfatto);
  undecided.assessment.rules[0].outcome.verdict = Verdict::non_valutabile;
  undecided.assessment.rules[0].outcome.deciding = {MissingDatum(undecided.datum("utenti"))};
  const std::string said = undecided.order({Criterion::relative_gap}, Language::italian);
  CHECK(
      said.find("pis: quarta: che non sia raggiunto è certo, per 'pua' non si sa ancora; il posto "
                "può cambiare con un dato che manca: «Utenti»\n") != std::string::npos);
}
