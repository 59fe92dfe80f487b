// The normal form of a condition: it holds where the condition does, and no `non` is left above a
// comparison or a truth.
#include "check/condition.hpp"

#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::test;

namespace {

constexpr const char* kTruths[] = {"t0", "t1", "t2"};

std::string drawn(std::mt19937& random, int depth) {
  const auto inner = [&] { return drawn(random, depth - 1); };
  switch (depth == 0 ? random() % 3 : random() % 8) {
    case 0:
      return "n almeno " + std::to_string(random() % 4);
    case 1:
      return "n diverso da " + std::to_string(random() % 4);
    case 2:
      return kTruths[random() % 3];
    case 3:
      return "(non " + inner() + ")";
    case 4:
    case 5:
      return "(" + inner() + " e " + inner() + " e " + inner() + ")";
    case 6:
      return "(" + inner() + " o " + inner() + ")";
    default:
      return "(se " + inner() + " allora " + inner() + " altrimenti " + inner() + ")";
  }
}

/// What a condition is where `n` is a number and each truth is or is not.
struct World {
  const Typed& typed;
  int number = 0;
  unsigned truths = 0;  // a bit for each

  bool holds(typed::ExprId expr) const {
    return std::visit([&](const auto& node) { return of(node); }, typed.exprs[expr].node);
  }

  bool of(const typed::Compare& compare) const { return holds(compare, compare.relation); }
  bool holds(const typed::Compare& compare, typed::Relation relation) const {
    const Rational left = value(compare.left), right = value(compare.right);
    switch (relation) {
      case typed::Relation::at_least:
        return left >= right;
      case typed::Relation::at_most:
        return left <= right;
      case typed::Relation::more_than:
        return left > right;
      case typed::Relation::less_than:
        return left < right;
      case typed::Relation::equal_to:
        return left == right;
      case typed::Relation::different_from:
        return left != right;
    }
    return false;
  }
  bool of(const typed::Not& negation) const { return !holds(negation.operand); }
  bool of(const typed::Logic& logic) const {
    const auto each = [&](typed::ExprId operand) { return holds(operand); };
    const auto& all = logic.operands;
    return logic.conjunction ? std::all_of(all.begin(), all.end(), each)
                             : std::any_of(all.begin(), all.end(), each);
  }
  bool of(const typed::Conditional& choice) const {
    return holds(choice.condition) ? holds(choice.yes) : holds(choice.no);
  }
  bool of(const typed::DatumRef& ref) const {
    return (truths >> (typed.data[ref.datum].name[1] - '0') & 1) != 0;
  }
  bool of(const auto&) const { throw std::logic_error("no condition"); }

  Rational value(typed::ExprId expr) const {
    const auto* constant = std::get_if<typed::Constant>(&typed.exprs[expr].node);
    return constant ? constant->value : Rational(number);
  }

  bool holds(const Condition& condition) const {
    if (const auto* comparison = std::get_if<Condition::Comparison>(&condition.node)) {
      return holds(comparison->compare, comparison->relation);
    }
    const auto each = [&](const Condition& part) { return holds(part); };
    if (const auto* all = std::get_if<Condition::All>(&condition.node)) {
      return std::all_of(all->parts.begin(), all->parts.end(), each);
    }
    if (const auto* any = std::get_if<Condition::Any>(&condition.node)) {
      return std::any_of(any->parts.begin(), any->parts.end(), each);
    }
    if (const auto* choice = std::get_if<Condition::Either>(&condition.node)) {
      return holds(choice->branches[holds(choice->which) ? 0 : 1]);
    }
    return holds(condition.literal.expr) != condition.literal.negated;
  }
};

void check_is_normal(const Condition& condition, const Typed& typed) {
  CHECK_FALSE(std::holds_alternative<typed::Not>(typed.exprs[condition.literal.expr].node));
  if (const auto* all = std::get_if<Condition::All>(&condition.node)) {
    for (const Condition& part : all->parts) {
      CHECK_FALSE(std::holds_alternative<Condition::All>(part.node));
      check_is_normal(part, typed);
    }
  }
  if (const auto* any = std::get_if<Condition::Any>(&condition.node)) {
    for (const Condition& part : any->parts) {
      CHECK_FALSE(std::holds_alternative<Condition::Any>(part.node));
      check_is_normal(part, typed);
    }
  }
  if (const auto* choice = std::get_if<Condition::Either>(&condition.node)) {
    for (const Condition& branch : choice->branches) check_is_normal(branch, typed);
  }
}

}  // namespace

TEST_CASE("condition: the normal form holds where the condition does") {
  const unsigned drawn_from = seed();
  INFO("seed " << drawn_from);
  std::mt19937 random(drawn_from);
  for (int round = 0; round < 200; ++round) {
    const std::string text = drawn(random, 3);
    CAPTURE(text);
    const CheckedPacks packs(
        "pacchetto prova versione \"1\"\nfonte s \"S\"\ncategoria LEPS \"L\"\ndato n : numero\n"
        "dato t0 : sì/no\ndato t1 : sì/no\ndato t2 : sì/no\nregola r \"R\"\n  categoria LEPS  "
        "secondo s  in vigore dal 1 gennaio 2020\n  requisito q: " +
        text + "\n");
    REQUIRE_MESSAGE(!packs.bag.has_errors(), describe(packs.bag, packs.sources));
    const Typed& typed = packs.typed;
    const typed::ExprId asked = typed.rules[RuleId{0}].versions[0].requirements[0].condition;
    for (const bool negated : {false, true}) {
      const Condition condition = condition_of(asked, typed, negated);
      check_is_normal(condition, typed);
      for (int number = 0; number < 5; ++number) {
        for (unsigned truths = 0; truths < 8; ++truths) {
          const World world{typed, number, truths};
          REQUIRE(world.holds(condition) == (world.holds(asked) != negated));
        }
      }
    }
  }
}
