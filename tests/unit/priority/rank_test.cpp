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
  // Not known is open, and comes behind what certainly fails, be its gap ever so wide.
  CHECK(order_of(world,
                 "d_pua = 500; d_supervisione = 1.000; d_residenza = ?; d_ssp = 1.000;"
                 "d_pis = 1.000") == "pua residenza");
  // What cannot fail is not ranked, decided or not.
  const World not_asked(R"(
dato n : persone "N" almeno 0
dato m : persone "M" almeno 0
regola a "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  si applica se m almeno 1 persone
  requisito q: n almeno 4 persone
regola b "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: n almeno 5 persone
)");
  REQUIRE_MESSAGE(not_asked.good(), not_asked.messages());
  CHECK(order_of(not_asked, "n = 4; m = ?") == "b");
  CHECK(order_of(not_asked, "n = 3; m = ?") == "b a");
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

TEST_CASE("rank: the criteria in turn, the order of the packs at the end") {
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
  CHECK(by(0) == "adcb");
  CHECK(by(1) == "dacb");  // what has no cost comes last within its category
  CHECK(by(2) == "abdc");
  CHECK(by(3) == "cbad");
  CHECK(by(4) == "dbac");
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

// Each rule has a datum of its own, known or between two ends, of which ten are asked.
struct Drawn {
  int category = 0, least = 0, most = 0, each = 0;  // `least`, `most`: of the datum; `each`: a cost
  std::optional<std::pair<int, int>> people;
  bool says_people = false;
  std::optional<int> deadline, score;

  [[nodiscard]] bool certain() const { return most < 10; }
  [[nodiscard]] std::pair<int, int> gap() const {
    return {10 - std::min(most, 10), 10 - std::min(least, 10)};
  }
};

struct NamedMerit {
  const char* words;
  Merit merit;
};

/// How early a rule comes by a merit: the least pair first.
std::pair<int, int> turn(Merit merit, const Drawn& rule, int declared) {
  constexpr int kLast = 1000;
  const auto [low, high] = rule.gap();
  switch (merit) {
    case Merit::category:
      return {rule.category, 0};
    case Merit::certainly_fails:
      return {rule.certain() ? 0 : 1, 0};
    case Merit::relative_gap:
      return {-low, -high};
    case Merit::cost:
      return rule.each > 0 ? std::pair(rule.each * high, rule.each * low) : std::pair(kLast, 0);
    case Merit::beneficiaries:
      return rule.people ? std::pair(-rule.people->second, -rule.people->first)
                         : std::pair(kLast, rule.says_people ? 0 : 1);
    case Merit::deadline:
      return {rule.deadline.value_or(kLast), 0};
    case Merit::score:
      return {-rule.score.value_or(-kLast), 0};
    case Merit::tie:
      return {declared, 0};
  }
  return {};
}

TEST_CASE("rank: the first merit that tells two rules apart places them and is their reason") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
  };
  const NamedMerit criteria[] = {
      {"categoria", Merit::category}, {"lacuna relativa", Merit::relative_gap},
      {"costo", Merit::cost},         {"beneficiari", Merit::beneficiaries},
      {"scadenza", Merit::deadline},  {"punteggio", Merit::score}};
  for (int round = 0; round < 60; ++round) {
    std::vector<Drawn> rules(6);
    std::string body = "categoria ALTRA \"Altra\"\n", givens;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      Drawn& rule = rules[i];
      const std::string number = std::to_string(i);
      rule.category = pick(2);
      rule.least = 6 + pick(3);
      rule.most = pick(2) == 0 ? rule.least : 8 + pick(4);
      givens += (givens.empty() ? "n" : "; n") + number + " = [" + std::to_string(rule.least) +
                "; " + std::to_string(rule.most) + "]";
      body += "dato n" + number + " : persone \"N\" almeno 0\ndato m" + number +
              " : persone \"M\" almeno 0\nregola r" + number + " \"R\" categoria " +
              (rule.category == 0 ? "LEPS" : "ALTRA") +
              " secondo s in vigore dal 1 gennaio 2020\n requisito q: n" + number +
              " almeno 10 persone si colma con n" + number;
      if (pick(3) > 0) {
        rule.each = pick(2) + 1;
        body += " costo " + std::to_string(rule.each) + " euro/persone";
      }
      rule.says_people = pick(3) > 0;
      if (rule.says_people) {
        body += "\n beneficiari m" + number;
        const int most = pick(2) + 5;
        const int known = pick(3);
        if (known > 0) {
          rule.people = std::pair(known == 1 ? most : 1, most);
          givens += "; m" + number + " = [" + std::to_string(rule.people->first) + "; " +
                    std::to_string(most) + "]";
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
    std::vector<NamedMerit> order(std::begin(criteria), std::end(criteria));
    std::shuffle(order.begin(), order.end(), random);
    order.resize(static_cast<std::size_t>(pick(4) + 1));
    std::string words;
    std::vector<Merit> merits;
    for (const NamedMerit& each : order) {
      words += (words.empty() ? "" : ", ") + std::string(each.words);
      merits.push_back(each.merit);
      if (each.merit == Merit::category) merits.push_back(Merit::certainly_fails);
    }
    if (std::find(merits.begin(), merits.end(), Merit::certainly_fails) == merits.end()) {
      merits.insert(merits.begin(), Merit::certainly_fails);
    }
    merits.push_back(Merit::tie);
    body += "ordine unico per " + words + "\n";
    CAPTURE(body);
    CAPTURE(givens);

    std::vector<std::size_t> expected;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (rules[i].least < 10) expected.push_back(i);
    }
    const auto reason = [&](std::size_t a, std::size_t b) {
      return *std::find_if(merits.begin(), merits.end(), [&](Merit merit) {
        return turn(merit, rules[a], static_cast<int>(a)) !=
               turn(merit, rules[b], static_cast<int>(b));
      });
    };
    std::sort(expected.begin(), expected.end(), [&](std::size_t a, std::size_t b) {
      if (a == b) return false;
      const Merit why = reason(a, b);
      return turn(why, rules[a], static_cast<int>(a)) < turn(why, rules[b], static_cast<int>(b));
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
    }
    for (const std::size_t each : expected) wanted += "r" + std::to_string(each) + " ";
    CHECK(found == wanted);
    for (std::size_t i = 0; i + 1 < expected.size(); ++i) {
      const auto& why = assessment.rules[expected[i]].reason;
      CHECK(why.next == RuleId{static_cast<std::uint32_t>(expected[i + 1])});
      CHECK((why.merit == reason(expected[i], expected[i + 1])));
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
