#include "priority/rank.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

std::string five_rules(const std::string& ordering) {
  std::string text = "categoria STANDARD \"Standard\"\n";
  struct Row {
    const char *name, *level, *after;
  };
  // Levels of 1000 persone; what is there is given below, so that the gaps are those of the row.
  for (const Row& row :
       {Row{"pua", "1.000", "dopo ssp"}, Row{"supervisione", "1.000", ""},
        Row{"residenza", "1.000", ""}, Row{"ssp", "1.000", ""}, Row{"pis", "1.000", "dopo ssp"}}) {
    const std::string name = row.name;
    text += "dato d_" + name + " : persone \"D\" almeno 0\nregola " + name +
            " \"R\" categoria LEPS" + " secondo s in vigore dal 1 gennaio 2020 requisito q: d_" +
            name + " almeno " + row.level + " persone " + row.after + "\n";
  }
  return text + ordering;
}

std::string order_of(const World& world, const char* givens) {
  const FactTable facts = world.facts(givens);
  const auto assessment = world.assess(facts);
  std::vector<std::string> places(assessment.rules.size());
  std::string text;
  for (int place = 1; place <= static_cast<int>(places.size()); ++place) {
    for (const RuleResult& result : assessment.rules) {
      if (result.rank != place) continue;
      text += (text.empty() ? "" : " ") + world.rulebook().typed.rules[result.outcome.rule].name;
      if (result.reason.blocks) {
        text += "<" + world.rulebook().typed.rules[*result.reason.blocks].name;
      }
    }
  }
  return text;
}

constexpr const char* kGaps =
    "d_pua = 500; d_supervisione = 800; d_residenza = 857; d_ssp = 885; d_pis = 940";

}  // namespace

TEST_CASE("rank: by gap alone, and with causes first") {
  const World by_gap(five_rules("ordine unico per lacuna relativa\n"));
  REQUIRE_MESSAGE(by_gap.good(), by_gap.messages());
  CHECK(order_of(by_gap, kGaps) == "pua supervisione residenza ssp pis");

  const World causes(five_rules("ordine unico per prima le cause, lacuna relativa\n"));
  REQUIRE_MESSAGE(causes.good(), causes.messages());
  CHECK(order_of(causes, kGaps) == "ssp<pua pua supervisione residenza pis");
}

TEST_CASE("rank: only what is open is ranked, and a met cause moves nothing") {
  const World world(five_rules("ordine unico per prima le cause, lacuna relativa\n"));
  REQUIRE_MESSAGE(world.good(), world.messages());
  CHECK(order_of(world,
                 "d_pua = 500; d_supervisione = 1.000; d_residenza = 1.000; d_ssp = 1.000;"
                 "d_pis = 940") == "pua pis");
  // Not known is open; the widest that it could be is a gap of 100%.
  CHECK(order_of(world,
                 "d_pua = 500; d_supervisione = 1.000; d_residenza = ?; d_ssp = 1.000;"
                 "d_pis = 1.000") == "residenza pua");
}

TEST_CASE("rank: causes of causes come before them, each just before what it blocks") {
  const World world(R"(
dato n : persone "N" almeno 0
regola primo "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 10 persone
  dopo secondo_
regola secondo_ "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone
  dopo terzo
regola terzo "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 3 persone
regola quarto "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 5 persone
ordine unico per prima le cause, lacuna relativa
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  CHECK(order_of(world, "n = 2") == "terzo<primo secondo_<primo primo quarto");
  CHECK(order_of(world, "n = 3") == "secondo_<primo primo quarto");
}

TEST_CASE("rank: the criteria in turn, the names at the end") {
  const World world(R"(
categoria ALTRA "Altra"
dato n : persone "N" almeno 0
dato m : persone "M" almeno 0
regola b "R" categoria ALTRA secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 10 persone
regola a "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone  si colma con n  costo 5 euro/persone
  beneficiari m
regola d "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone  si colma con n  costo 3 euro/persone
  punteggio 7
regola c "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone
  scadenza 28 febbraio 2026
ordine cat per categoria
ordine costi per categoria, costo
ordine quanti per beneficiari
ordine quando per scadenza
ordine punti per punteggio
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  const FactTable facts = world.facts("n = 2; m = 100");
  const auto by = [&](std::uint32_t ordering) {
    const auto assessment = assess(world.rulebook(), facts, OrderingId{ordering});
    std::string text(4, ' ');
    for (const RuleResult& result : assessment.rules) {
      text[static_cast<std::size_t>(*result.rank - 1)] =
          world.rulebook().typed.rules[result.outcome.rule].name[0];
    }
    return text;
  };
  CHECK(by(0) == "acdb");
  CHECK(by(1) == "dacb");  // what has no cost comes last within its category
  CHECK(by(2) == "abcd");
  CHECK(by(3) == "cabd");
  CHECK(by(4) == "dabc");
}

TEST_CASE("rank: fragile is what is met on something that certainly is not") {
  const World world(R"(
dato n : persone "N" almeno 0
dato m : persone "M" almeno 0
regola base "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone
regola mezzo "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: m almeno 1 persone
  dopo base
regola cima "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: m almeno 1 persone
  dopo mezzo
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  const auto fragile = [&](const char* givens) {
    const FactTable facts = world.facts(givens);
    const auto assessment = world.assess(facts);
    std::string text;
    for (const RuleResult& result : assessment.rules) text += result.fragile ? 'f' : '-';
    return text;
  };
  CHECK(fragile("n = 4; m = 1") == "---");
  CHECK(fragile("n = 3; m = 1") == "-ff");
  CHECK(fragile("n = ?; m = 1") == "---");
  CHECK(fragile("n = [2; 3]; m = 1") == "-ff");  // not known, and too few whatever it is
  CHECK(fragile("n = [2; 4]; m = 1") == "---");
  CHECK(fragile("n = 3; m = ?") == "---");
}

TEST_CASE("rank: what is partial is not met: what stands on it is fragile, and it is ranked") {
  const World world(R"(
dato n : persone "N" almeno 0
dato m : persone "M" almeno 0
regola base "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 4 persone
  parziale se n almeno 2 persone
regola cima "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: m almeno 1 persone
  dopo base
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  struct Row {
    std::string givens;
    bool fragile, open;
  };
  for (const Row& row :
       {Row{"n = 3; m = 1", true, true}, Row{"n = [1; 3]; m = 1", true, true},
        Row{"n = [3; 4]; m = 1", false, true}, Row{"n = 4; m = 1", false, false}}) {
    CAPTURE(row.givens);
    const FactTable facts = world.facts(row.givens);
    const auto assessment = world.assess(facts);
    CHECK(assessment.rules[1].fragile == row.fragile);
    CHECK(assessment.rules[0].rank.has_value() == row.open);
  }
}

// Each rule with what it says by each criterion; none where it says nothing, or what has no end.
TEST_CASE("rank: the first criterion that tells two rules apart places them and is their reason") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
  };
  struct Drawn {
    int category = 0, gap = 0;
    std::optional<int> cost, beneficiaries, deadline, score;
  };
  struct Named {
    const char* words;
    typed::Criterion criterion;
  };
  const Named criteria[] = {{"categoria", typed::Criterion::category},
                            {"lacuna relativa", typed::Criterion::relative_gap},
                            {"costo", typed::Criterion::cost},
                            {"beneficiari", typed::Criterion::beneficiaries},
                            {"scadenza", typed::Criterion::deadline},
                            {"punteggio", typed::Criterion::score}};
  for (int round = 0; round < 40; ++round) {
    std::vector<Drawn> rules(6);
    std::string body = "categoria ALTRA \"Altra\"\ndato n : persone \"N\" almeno 0\n",
                givens = "n = 2";
    for (std::size_t i = 0; i < rules.size(); ++i) {
      Drawn& rule = rules[i];
      const std::string number = std::to_string(i);
      rule.category = pick(2);
      rule.gap = pick(2) + 1;
      body += "dato m" + number + " : persone \"M\" almeno 0\nregola r" + number +
              " \"R\" categoria " + (rule.category == 0 ? "LEPS" : "ALTRA") +
              " secondo s in vigore dal 1 gennaio 2020\n requisito q: n almeno " +
              std::to_string(2 + rule.gap) + " persone si colma con n";
      if (pick(3) > 0) {
        const int each = pick(2) + 1;
        rule.cost = each * rule.gap;
        body += " costo " + std::to_string(each) + " euro/persone";
      }
      if (pick(3) > 0) {
        body += "\n beneficiari m" + number;
        const int most = pick(2) + 5;
        const int known = pick(3);
        if (known > 0) {
          rule.beneficiaries = most;
          givens += "; m" + number + " = " +
                    (known == 1 ? std::to_string(most) : "[1; " + std::to_string(most) + "]");
        }
      }
      if (pick(3) > 0) {
        rule.deadline = pick(2) + 1;
        body += "\n scadenza " + std::to_string(*rule.deadline) + " marzo 2026";
      }
      if (pick(3) > 0) {
        rule.score = pick(2) + 7;
        body += "\n punteggio " + std::to_string(*rule.score);
      }
      body += "\n";
    }
    std::vector<Named> order(std::begin(criteria), std::end(criteria));
    std::shuffle(order.begin(), order.end(), random);
    order.resize(static_cast<std::size_t>(pick(4) + 1));
    std::string words;
    for (const Named& each : order) words += (words.empty() ? "" : ", ") + std::string(each.words);
    body += "ordine unico per " + words + "\n";
    CAPTURE(body);
    CAPTURE(givens);

    // How early a rule comes by a criterion: the least number first.
    const auto turn = [&](typed::Criterion criterion, const Drawn& rule) {
      constexpr int kLast = 1000;
      switch (criterion) {
        case typed::Criterion::category:
          return rule.category;
        case typed::Criterion::relative_gap:
          return -rule.gap;
        case typed::Criterion::cost:
          return rule.cost.value_or(kLast);
        case typed::Criterion::beneficiaries:
          return -rule.beneficiaries.value_or(-kLast);
        case typed::Criterion::deadline:
          return rule.deadline.value_or(kLast);
        default:
          return -rule.score.value_or(-kLast);
      }
    };
    std::vector<std::size_t> expected = {0, 1, 2, 3, 4, 5};
    const auto reason = [&](std::size_t a, std::size_t b) -> std::optional<typed::Criterion> {
      for (const Named& each : order) {
        if (turn(each.criterion, rules[a]) != turn(each.criterion, rules[b])) return each.criterion;
      }
      return std::nullopt;
    };
    std::stable_sort(expected.begin(), expected.end(), [&](std::size_t a, std::size_t b) {
      const auto why = reason(a, b);
      return why && turn(*why, rules[a]) < turn(*why, rules[b]);
    });

    const World world(body);
    REQUIRE_MESSAGE(world.good(), world.messages());
    const FactTable facts = world.facts(givens);
    const auto assessment = assess(world.rulebook(), facts, OrderingId{0});
    std::string found, wanted;
    for (int place = 1; place <= 6; ++place) {
      for (std::size_t i = 0; i < rules.size(); ++i) {
        if (assessment.rules[i].rank == place) found += "r" + std::to_string(i) + " ";
      }
      wanted += "r" + std::to_string(expected[static_cast<std::size_t>(place - 1)]) + " ";
    }
    CHECK(found == wanted);
    for (std::size_t i = 0; i + 1 < expected.size(); ++i) {
      const auto& why = assessment.rules[expected[i]].reason;
      CHECK(why.next == RuleId{static_cast<std::uint32_t>(expected[i + 1])});
      CHECK((why.criterion == reason(expected[i], expected[i + 1])));
    }
    CHECK(!assessment.rules[expected.back()].reason.next);
  }
}

TEST_CASE("rank: a cause stands just before the first rule that it blocks, the widest gap first") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 40; ++round) {
    constexpr std::size_t kRules = 7;
    std::vector<std::size_t> level(kRules), order(kRules);
    for (std::size_t i = 0; i < kRules; ++i) level[i] = order[i] = i;
    std::shuffle(level.begin(), level.end(), random);  // wider gap, later level
    std::vector<std::set<std::size_t>> causes(kRules);
    std::vector<bool> met(kRules);
    std::string body = "dato n : persone \"N\" almeno 0\n";
    for (std::size_t i = 0; i < kRules; ++i) {
      std::string after;
      for (std::size_t j = 0; j < i; ++j) {
        if (random() % 4 != 0) continue;
        after += (after.empty() ? " dopo r" : ", r") + std::to_string(j);
        causes[i].insert(j);
        causes[i].insert(causes[j].begin(), causes[j].end());
      }
      met[i] = level[i] < 2;
      body +=
          "regola r" + std::to_string(i) +
          " \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020 requisito q: n almeno " +
          std::to_string(level[i] + 9) + " persone" + after + "\n";
    }
    body += "ordine unico per prima le cause, lacuna relativa\n";
    CAPTURE(body);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return level[a] > level[b]; });
    std::string wanted;
    std::vector<bool> placed(kRules);
    const std::function<void(std::size_t, std::size_t)> place = [&](std::size_t rule,
                                                                    std::size_t blocked) {
      if (placed[rule] || met[rule]) return;
      for (const std::size_t each : order) {
        if (causes[rule].count(each) > 0) place(each, blocked);
      }
      placed[rule] = true;
      wanted += (wanted.empty() ? "r" : " r") + std::to_string(rule);
      if (rule != blocked) wanted += "<r" + std::to_string(blocked);
    };
    for (const std::size_t rule : order) place(rule, rule);
    const World world(body);
    REQUIRE_MESSAGE(world.good(), world.messages());
    CHECK(order_of(world, "n = 10") == wanted);
  }
}
