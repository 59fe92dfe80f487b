// Verdicts against brute force: rules of switches, some of them not known, and every way in which
// those could stand. LEPS_SEED chooses a run; the seed is printed with every failure.

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

using Switches = std::map<std::string, bool>;

struct Requirement {
  std::string condition;  // the name of a switch
  std::optional<std::string> applies_if;
};

struct Rule {
  std::optional<std::string> applies_if, partial_if;
  std::vector<Requirement> requirements;

  [[nodiscard]] std::vector<std::string> switches() const {
    std::vector<std::string> names;
    if (applies_if) names.push_back(*applies_if);
    for (const Requirement& each : requirements) {
      names.push_back(each.condition);
      if (each.applies_if) names.push_back(*each.applies_if);
    }
    if (partial_if) names.push_back(*partial_if);
    return names;
  }

  [[nodiscard]] std::string written() const {
    std::string text;
    for (const std::string& name : switches()) {
      text += "dato " + name + " : sì/no \"" + name + "\"\n";
    }
    text += "regola r \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n";
    if (applies_if) text += "  si applica se " + *applies_if + "\n";
    for (std::size_t i = 0; i < requirements.size(); ++i) {
      text += "  requisito q" + std::to_string(i) + ": " + requirements[i].condition + "\n";
      if (requirements[i].applies_if)
        text += "    si applica se " + *requirements[i].applies_if + "\n";
    }
    if (partial_if) text += "  parziale se " + *partial_if + "\n";
    return text;
  }
};

/// What the language says of a requirement where every switch is known.
Verdict verdict_of(const Requirement& requirement, const Switches& known) {
  if (requirement.applies_if && !known.at(*requirement.applies_if)) return Verdict::non_applicabile;
  return known.at(requirement.condition) ? Verdict::soddisfatto : Verdict::non_soddisfatto;
}

Verdict verdict_of(const Rule& rule, const Switches& known) {
  if (rule.applies_if && !known.at(*rule.applies_if)) return Verdict::non_applicabile;
  bool any_asked = false, any_failed = false;
  for (const Requirement& each : rule.requirements) {
    const Verdict verdict = verdict_of(each, known);
    any_asked = any_asked || verdict != Verdict::non_applicabile;
    any_failed = any_failed || verdict == Verdict::non_soddisfatto;
  }
  if (!any_asked) return Verdict::non_applicabile;
  if (!any_failed) return Verdict::soddisfatto;
  return rule.partial_if && known.at(*rule.partial_if) ? Verdict::parziale
                                                       : Verdict::non_soddisfatto;
}

class Drawer {
 public:
  explicit Drawer(std::mt19937& random) : random_(random) {}

  bool coin() { return random_() % 2 == 0; }

  Rule rule() {
    Rule rule;
    if (coin()) rule.applies_if = "applica";
    for (std::size_t i = 0, count = 1 + random_() % 3; i < count; ++i) {
      Requirement each{"c" + std::to_string(i), std::nullopt};
      if (coin()) each.applies_if = "s" + std::to_string(i);
      rule.requirements.push_back(each);
    }
    if (coin()) rule.partial_if = "parte";
    return rule;
  }

  /// Some of the switches of a rule.
  Switches known(const Rule& rule) {
    Switches known;
    for (const std::string& name : rule.switches()) {
      if (random_() % 3 != 0) known[name] = coin();
    }
    return known;
  }

 private:
  std::mt19937& random_;
};

std::vector<Switches> completions(const Rule& rule, const Switches& known) {
  std::vector<Switches> all = {known};
  for (const std::string& name : rule.switches()) {
    if (known.contains(name)) continue;
    for (std::size_t i = 0, count = all.size(); i < count; ++i) {
      Switches other = all[i];
      all[i][name] = true;
      other[name] = false;
      all.push_back(other);
    }
  }
  return all;
}

/// The switches that turn the verdict, whatever the others are.
std::string deciding(const Rule& rule, const Switches& known) {
  std::string names;
  for (const std::string& name : rule.switches()) {
    if (known.contains(name)) continue;
    bool turns = false;
    for (Switches each : completions(rule, known)) {
      const Verdict before = verdict_of(rule, each);
      each[name] = !each[name];
      turns = turns || verdict_of(rule, each) != before;
    }
    if (turns) names += (names.empty() ? "" : " ") + name;
  }
  return names;
}

}  // namespace

TEST_CASE("verdicts: of switches that are not known, all that they could give and nothing else") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Drawer draw(random);
  for (int round = 0; round < 60; ++round) {
    const Rule rule = draw.rule();
    const std::string text = rule.written();
    CAPTURE(text);
    const World world(text);
    REQUIRE_MESSAGE(world.good(), world.messages());
    for (int again = 0; again < 8; ++again) {
      const Switches known = draw.known(rule);
      std::string givens;
      for (const auto& [name, value] : known) {
        givens += (givens.empty() ? "" : "; ") + name + " = " + (value ? "sì" : "no");
      }
      CAPTURE(givens);
      VerdictSet all;
      std::vector<VerdictSet> each(rule.requirements.size());
      for (const Switches& whole : completions(rule, known)) {
        all.add(verdict_of(rule, whole));
        for (std::size_t i = 0; i < each.size(); ++i) {
          const bool asked = !rule.applies_if || whole.at(*rule.applies_if);
          each[i].add(asked ? verdict_of(rule.requirements[i], whole) : Verdict::non_applicabile);
        }
      }
      const RuleOutcome outcome = world.assess(world.facts(givens)).rules.front().outcome;
      CHECK(test::describe(outcome.possible) == test::describe(all));
      CHECK(test::describe(outcome.deciding, world.rulebook().typed) == deciding(rule, known));
      for (std::size_t i = 0; i < each.size(); ++i) {
        CAPTURE(i);
        if (outcome.possible.has(Verdict::non_applicabile) && rule.applies_if &&
            !known.contains(*rule.applies_if)) {
          continue;  // what a requirement asks is said for where the rule applies
        }
        CHECK(test::describe(outcome.requirements[i].possible) == test::describe(each[i]));
      }
    }
  }
}
