// The laws of the engine, on generated rules and data: applying a gap closes it and applying less
// does not; more of a lever never widens a gap; learning what was missing never contradicts what
// was decided. LEPS_SEED chooses another run; the seed is printed with every failure.

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

unsigned seed() {
  const char* given = std::getenv("LEPS_SEED");
  return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20261123u;
}

constexpr int kNumbers = 5, kTruths = 3;

/// Writes rules as an officer might, from dice.
class Author {
 public:
  explicit Author(std::mt19937& random) : random_(random) {}

  std::string data() {
    std::string text;
    for (int i = 0; i < kNumbers; ++i) {
      text += "dato " + number(i) + " : persone \"N\"  almeno 0  al massimo 40 persone\n";
    }
    for (int i = 0; i < kTruths; ++i) text += "dato " + truth(i) + " : sì/no \"T\"\n";
    return text + "parametro quota_p : quota\n  dal 1 gennaio 2020 vale " +
           std::to_string(roll(1, 99)) + "%  ipotesi  secondo s\n";
  }

  std::string rule(const std::string& name, const std::string& requirements) {
    return "regola " + name +
           " \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n" + requirements;
  }

  std::string condition(int depth) {
    switch (depth > 0 ? roll(0, 6) : roll(0, 2)) {
      case 0:
        return truth(roll(0, kTruths - 1));
      case 1:
      case 2:
        return "(" + comparison() + ")";
      case 3:
        return "(non " + condition(depth - 1) + ")";
      case 4:
        return "(" + condition(depth - 1) + " e " + condition(depth - 1) + ")";
      case 5:
        return "(se " + condition(depth - 1) + " allora " + condition(depth - 1) + " altrimenti " +
               condition(depth - 1) + ")";
      default:
        return "(" + condition(depth - 1) + " o " + condition(depth - 1) + ")";
    }
  }

  std::string amount(int depth) {
    switch (depth > 0 ? roll(0, 7) : roll(0, 1)) {
      case 0:
        return number(roll(0, kNumbers - 1));
      case 1:
        return std::to_string(roll(1, 30)) + " persone";
      case 2:
        return "(" + amount(depth - 1) + " + " + amount(depth - 1) + ")";
      case 3:
        return "(" + amount(depth - 1) + " - " + amount(depth - 1) + ")";
      case 4:
        return "quota_p di (" + amount(depth - 1) + ")";
      case 5:
        return "min(" + amount(depth - 1) + "; " + amount(depth - 1) + ")";
      case 6:
        return "max(" + amount(depth - 1) + "; " + amount(depth - 1) + ")";
      default:
        return "(" + amount(depth - 1) + " * (" + amount(depth - 1) + " / " + amount(depth - 1) +
               "))";
    }
  }

  std::string comparison() {
    static const char* const kRelations[] = {"almeno",  "al massimo", "più di",
                                             "meno di", "pari a",     "diverso da"};
    return amount(2) + " " + kRelations[roll(0, 5)] + " " + amount(2);
  }

  static std::string number(int i) { return "num_" + std::string(1, char('a' + i)); }
  static std::string truth(int i) { return "ver_" + std::string(1, char('a' + i)); }

  int roll(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }

 private:
  std::mt19937& random_;
};

/// All data known, at random; then some forgotten, wholly or in part.
FactTable draw(const World& world, Author& dice) {
  FactTable facts;
  facts.year = 2025;
  facts.survey_date = last_day_of(2025);
  for (const typed::Datum& datum : world.rulebook().typed.data) {
    Fact fact;
    if (std::holds_alternative<TruthValue>(datum.type)) {
      fact.value = dice.roll(0, 1) == 1;
    } else {
      fact.value = Interval::point(Rational(dice.roll(0, 80)) / 2);
    }
    facts.facts.add(fact);
  }
  return facts;
}

FactTable forget(FactTable facts, const World& world, Author& dice) {
  for (const DatumId id : world.rulebook().typed.data.keys()) {
    const int how = dice.roll(0, 3);
    if (how == 0) facts.facts[id] = missing_fact(world.rulebook().typed.data[id]);
    auto* number = std::get_if<Interval>(&facts.facts[id].value);
    if (how == 1 && number && number->known()) {
      const Rational lo = number->lo.value() - dice.roll(0, 5);
      *number = {Bound(lo < 0 ? Rational(0) : lo), Bound(number->hi.value() + dice.roll(0, 5))};
    }
  }
  return facts;
}

std::string show(const FactTable& facts, const World& world) {
  std::string text;
  for (const DatumId id : world.rulebook().typed.data.keys()) {
    const FactValue& value = facts.facts[id].value;
    text += world.rulebook().typed.data[id].name + " = ";
    if (const auto* range = std::get_if<Interval>(&value)) text += test::describe(*range);
    if (const auto* known = std::get_if<bool>(&value)) text += *known ? "sì" : "no";
    text += "; ";
  }
  return text;
}

bool within(const VerdictSet& narrow, const VerdictSet& wide) {
  for (const Verdict verdict : kVerdicts) {
    if (narrow.has(verdict) && !wide.has(verdict)) return false;
  }
  return true;
}

bool within(const Interval& narrow, const Interval& wide) {
  return wide.lo <= narrow.lo && narrow.hi <= wide.hi;
}

}  // namespace

TEST_CASE("laws: learning what was missing never contradicts what was decided") {
  INFO("LEPS_SEED=" << seed());
  std::mt19937 random(seed());
  Author author(random);
  int decided = 0;
  for (int i = 0; i < 150; ++i) {
    std::string requirements, body = author.data();
    for (int r = author.roll(1, 3); r > 0; --r) {
      requirements += "  requisito q" + std::to_string(r) + ": " + author.condition(2) + "\n";
      if (author.roll(0, 2) == 0) requirements += "    si applica se " + author.condition(1) + "\n";
    }
    if (author.roll(0, 2) == 0) {
      requirements = "  si applica se " + author.condition(1) + "\n" + requirements;
    }
    if (author.roll(0, 1) == 0) requirements += "  parziale se " + author.condition(1) + "\n";
    body += author.rule("r", requirements);
    CAPTURE(body);
    const World world(body);
    REQUIRE_MESSAGE(world.good(), world.messages());

    for (int j = 0; j < 25; ++j) {
      const FactTable all = draw(world, author);
      const FactTable some = forget(all, world, author);
      CAPTURE(show(all, world));
      CAPTURE(show(some, world));
      const auto whole = world.assess(all), part = world.assess(some);
      const RuleResult& known = whole.rules[0];
      const RuleResult& unknown = part.rules[0];
      decided += unknown.outcome.possible.size() == 1;
      CHECK(within(known.outcome.possible, unknown.outcome.possible));
      if (known.relative_gap && unknown.relative_gap) {
        CHECK(within(*known.relative_gap, *unknown.relative_gap));
      }
      for (std::size_t q = 0; q < known.gaps.size(); ++q) {
        const auto &exact = known.gaps[q], &loose = unknown.gaps[q];
        if (!exact || !loose) continue;
        CHECK(within(exact->relative, loose->relative));
        const bool alike = exact->kind.index() == loose->kind.index() &&
                           !exact->as<Gap::Alternatives>() &&
                           total_of(*exact) == total_of(*loose) && exact->unit == loose->unit;
        if (alike) CHECK(within(exact->amount, loose->amount));
      }
      // What is not among the deciding data cannot change the verdict.
      if (unknown.outcome.possible.size() > 1) {
        FactTable asked = all;
        for (const DatumId id : world.rulebook().typed.data.keys()) {
          if (!is_known(some.facts[id]) && !unknown.outcome.deciding.contains(id)) {
            asked.facts[id] = some.facts[id];
          }
        }
        const auto told = world.assess(asked);
        CHECK(told.rules[0].outcome.possible == known.outcome.possible);
      }
    }
  }
  CHECK(decided > 500);  // the law says nothing of what stays undecided
}

TEST_CASE("laws: applying a gap closes it, and applying any less does not") {
  INFO("LEPS_SEED=" << seed());
  std::mt19937 random(seed() + 1);
  Author author(random);
  int open = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string lever = Author::number(0), other = Author::number(author.roll(1, 4));
    const std::string third = Author::number(author.roll(1, 4));
    const std::string sides[] = {lever,
                                 "quota_p di " + lever,
                                 lever + " + " + other,
                                 "3 * " + lever + " - " + other,
                                 lever + " * (" + other + " / " + third + ")",
                                 other + " - " + lever};
    static const char* const kRelations[] = {"almeno", "al massimo", "più di", "meno di", "pari a"};
    const int relation = author.roll(0, 4);
    const int rounding = relation == 4 ? 0 : author.roll(0, 2);
    static const char* const kRounding[] = {"", "  a unità intere", "  a passi di 0,3 persone"};
    const std::string body =
        author.data() +
        author.rule("r", "  requisito q: " + sides[author.roll(0, 5)] + " " + kRelations[relation] +
                             " " + Author::number(author.roll(1, 4)) + " + " +
                             std::to_string(author.roll(0, 9)) + " persone" +
                             "\n    si colma con " + lever + kRounding[rounding] + "\n");
    CAPTURE(body);
    const World world(body);
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Rational step = rounding == 2 ? Rational(3, 10) : Rational(1);

    for (int j = 0; j < 10; ++j) {
      FactTable facts = draw(world, author);
      CAPTURE(show(facts, world));
      const auto assessment = world.assess(facts);
      const RuleResult& result = assessment.rules[0];
      REQUIRE(result.gaps[0]);
      const Gap gap = *result.gaps[0];
      if (!gap.amount.lo.finite() || !gap.amount.known()) continue;  // nothing closes it
      const auto verdict_with = [&](const Rational& change) {
        FactTable moved = facts;
        auto& x = std::get<Interval>(moved.facts[*gap.lever].value);
        x = x + Interval::point(gap.way == Way::down ? Rational(-change) : change);
        return world.assess(moved).rules[0].outcome.verdict;
      };
      const Rational amount = gap.amount.lo.value(), tiny(1, 1000000);
      if (result.outcome.verdict == Verdict::soddisfatto) {
        CHECK(amount == 0);
        continue;
      }
      ++open;
      CAPTURE(test::describe(gap, world.rulebook().typed));
      if (gap.strict) {
        CHECK(verdict_with(amount) != Verdict::soddisfatto);
        CHECK(verdict_with(amount + tiny) == Verdict::soddisfatto);
      } else {
        CHECK(amount > 0);
        CHECK(verdict_with(amount) == Verdict::soddisfatto);
        const Rational less = rounding == 0 ? Rational(amount - tiny * amount) : amount - step;
        CHECK(verdict_with(less) != Verdict::soddisfatto);
      }
      CHECK(gap.relative.lo >= Bound(0));
      CHECK(gap.relative.hi <= Bound(1));
    }
  }
  CHECK(open > 500);
}

TEST_CASE("laws: more of a lever never widens a gap") {
  INFO("LEPS_SEED=" << seed());
  std::mt19937 random(seed() + 2);
  Author author(random);
  for (int i = 0; i < 150; ++i) {
    const std::string lever = Author::number(0);
    // Where the rest holds still, more staff, hours or families can only help an `almeno`.
    const std::string body =
        author.data() +
        author.rule("r", "  requisito q: " + lever + " almeno " + Author::number(1) + " o (" +
                             lever + " + " + Author::number(2) + " almeno " + Author::number(3) +
                             " e " + Author::truth(0) + ")\n");
    CAPTURE(body);
    const World world(body);
    REQUIRE_MESSAGE(world.good(), world.messages());
    for (int j = 0; j < 20; ++j) {
      const FactTable facts = forget(draw(world, author), world, author);
      FactTable more = facts;
      auto& x = std::get<Interval>(more.facts[DatumId{0}].value);
      x = x + Interval::point(Rational(author.roll(1, 20)) / 3);
      CAPTURE(show(facts, world));
      CAPTURE(show(more, world));
      const auto before = world.assess(facts), after = world.assess(more);
      REQUIRE(before.rules[0].gaps[0]);
      REQUIRE(after.rules[0].gaps[0]);
      CHECK(after.rules[0].gaps[0]->relative.hi <= before.rules[0].gaps[0]->relative.hi);
      CHECK(after.rules[0].gaps[0]->relative.lo <= before.rules[0].gaps[0]->relative.lo);
    }
  }
}
