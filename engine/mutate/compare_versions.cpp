#include "mutate/compare_versions.hpp"

#include "prove/claims.hpp"
#include "prove/structure.hpp"

#include <algorithm>
#include <set>

namespace leps::inline mutating {
namespace {

using Kind = Claim::Kind;
using typed::Relation;

// One is true and the other is not, or one is false and the other is not.
Claim differ(const Condition& a, std::size_t a_reading, const Condition& b, std::size_t b_reading) {
  if (!a && !b) return Claim::any({});
  if (!a) return claim(Kind::not_true, *b, b_reading);  // what is not written always holds
  if (!b) return claim(Kind::not_true, *a, a_reading);
  return Claim::any(
      {Claim::all({claim(Kind::is_true, *a, a_reading), claim(Kind::not_true, *b, b_reading)}),
       Claim::all({claim(Kind::not_true, *a, a_reading), claim(Kind::is_true, *b, b_reading)}),
       Claim::all({claim(Kind::is_false, *a, a_reading), claim(Kind::not_false, *b, b_reading)}),
       Claim::all({claim(Kind::not_false, *a, a_reading), claim(Kind::is_false, *b, b_reading)})});
}

/// Whether an expression is worked out as exactly as it can be where data are missing. It is where
/// each datum stands in it once, so that what one place could be does not depend on what another
/// is; only of order: between the ends of what an equality compares there may be no whole number.
class Tightness {
 public:
  explicit Tightness(const Typed& typed) : typed_(typed) {}

  bool of(const std::vector<typed::ExprId>& exprs) {
    return std::all_of(exprs.begin(), exprs.end(), [&](typed::ExprId expr) { return visit(expr); });
  }

 private:
  bool visit(typed::ExprId expr) {
    constexpr int kMostNodes = 10'000;  // amounts of amounts may be long, and many times over
    if (++visited_ > kMostNodes) return false;
    const typed::Node& node = typed_.exprs[expr].node;
    if (const auto datum = typed::datum_of(node)) {
      const auto* before = std::get_if<typed::PreviousYear>(&node);
      if (!before && !std::holds_alternative<typed::DatumRef>(node)) return false;
      if (!seen_.emplace(*datum, before ? before->years : 0).second) return false;
    }
    if (std::holds_alternative<typed::Aggregate>(node) ||
        std::holds_alternative<typed::GroupTotal>(node) ||
        std::holds_alternative<typed::Round>(node) ||
        std::holds_alternative<typed::OfPeriod>(node) ||
        std::holds_alternative<typed::OfTimetable>(node)) {
      return false;
    }
    const auto* arithmetic = std::get_if<typed::Arithmetic>(&node);
    if (arithmetic && arithmetic->op == typed::ArithmeticOp::divide &&
        !std::holds_alternative<typed::Constant>(typed_.exprs[arithmetic->right].node)) {
      return false;
    }
    const auto* compare = std::get_if<typed::Compare>(&node);
    if (compare && (compare->relation == Relation::equal_to ||
                    compare->relation == Relation::different_from)) {
      return false;
    }
    if (const auto amount = typed::amount_of(typed_, node)) {
      if (!visit(typed_.computed[*amount].value)) return false;
    }
    return of(typed::operands(node));
  }

  const Typed& typed_;
  std::set<std::pair<DatumId, int>> seen_;
  int visited_ = 0;
};

/// Holds the expressions of one side against those of the other.
class Comparison {
 public:
  Comparison(const Rulebook& rulebook, const std::vector<Reading>& readings, std::size_t before,
             std::size_t after)
      : rulebook_(rulebook), readings_(readings), before_(before), after_(after) {}

  [[nodiscard]] bool same_text(const Condition& before, const Condition& after) const {
    if (!before || !after) return !before && !after;
    const Typed& typed = rulebook_.typed;
    return proving::structure_of(typed, *before, readings_[before_]) ==
           proving::structure_of(typed, *after, readings_[after_]);
  }

  /// Worth the same in every Ambito, whatever of it is known.
  [[nodiscard]] bool same_truth(const Condition& before, const Condition& after) const {
    if (same_text(before, after)) return true;
    const bool never = std::holds_alternative<Never>(
        can_be(rulebook_, readings_, differ(before, before_, after, after_)));
    return never && (other_relation(before, after) || (is_tight(before) && is_tight(after)));
  }

  /// So is the gap of a requirement. With the same two numbers on both sides and never another
  /// verdict, an equality and an inequality are equally far from holding.
  [[nodiscard]] bool same_gap(const typed::Requirement& before,
                              const typed::Requirement& after) const {
    if (same_text(before.condition, after.condition)) return true;
    if (!before.levers.empty() || !other_relation(before.condition, after.condition)) return false;
    const auto distance = [&](typed::ExprId expr) {
      switch (std::get<typed::Compare>(rulebook_.typed.exprs[expr].node).relation) {
        case Relation::equal_to:
        case Relation::at_least:
        case Relation::at_most:
          return true;
        case Relation::more_than:
        case Relation::less_than:
        case Relation::different_from:
          break;  // of these the level itself is not enough, and a report says so
      }
      return false;
    };
    return distance(before.condition) && distance(after.condition) &&
           same_truth(before.condition, after.condition);
  }

  [[nodiscard]] bool same_levers(const typed::Requirement& before,
                                 const typed::Requirement& after) const {
    return std::equal(before.levers.begin(), before.levers.end(), after.levers.begin(),
                      after.levers.end(), [&](const typed::Lever& a, const typed::Lever& b) {
                        return a.datum == b.datum && a.rounding == b.rounding && a.step == b.step &&
                               same_text(a.cost, b.cost) && same_text(a.net_of, b.net_of);
                      });
  }

 private:
  [[nodiscard]] bool is_tight(const Condition& condition) const {
    return !condition || Tightness(rulebook_.typed).of({*condition});
  }

  /// Two comparisons of the same two numbers, worked out exactly. Then an end of what they could
  /// be is reached, and where the two never differ they are equally undecided, equalities too.
  [[nodiscard]] bool other_relation(const Condition& before, const Condition& after) const {
    if (!before || !after) return false;
    const Typed& typed = rulebook_.typed;
    const auto* a = std::get_if<typed::Compare>(&typed.exprs[*before].node);
    const auto* b = std::get_if<typed::Compare>(&typed.exprs[*after].node);
    return a && b && same_text(a->left, b->left) && same_text(a->right, b->right) &&
           Tightness(typed).of({a->left, a->right});
  }

  const Rulebook& rulebook_;
  const std::vector<Reading>& readings_;
  std::size_t before_, after_;
};

}  // namespace

std::vector<Claim> other_verdicts(const ReadVersion& before, const ReadVersion& after) {
  const typed::RuleVersion &old_rule = before.version, &new_rule = after.version;
  const std::size_t old_way = before.reading, new_way = after.reading;
  std::vector<Claim> all = {differ(old_rule.applies_if, old_way, new_rule.applies_if, new_way)};
  const Claim rule_applies = applies({old_rule.applies_if}, old_way);
  Claim failed = Claim::any({});
  for (const typed::Requirement& requirement : old_rule.requirements) {
    Claim asked =
        applies({old_rule.applies_if, requirement.applies_if, requirement.asks_if}, old_way);
    const Claim fails = Claim::all({asked, claim(Kind::is_false, level_of(requirement), old_way)});
    failed.parts.push_back(fails);
    const auto same =
        std::find_if(new_rule.requirements.begin(), new_rule.requirements.end(),
                     [&](const typed::Requirement& each) { return each.name == requirement.name; });
    if (same == new_rule.requirements.end()) {
      all.push_back(fails);
      continue;
    }
    const auto when = [&](const Claim& first, const Condition& a, const Condition& b) {
      all.push_back(Claim::all({first, differ(a, old_way, b, new_way)}));
    };
    when(rule_applies, requirement.applies_if, same->applies_if);
    when(rule_applies, requirement.asks_if, same->asks_if);
    when(asked, level_of(requirement), level_of(*same));
    when(asked, requirement.condition, same->condition);
  }
  if (old_rule.partial_if || new_rule.partial_if) {
    Claim partial = differ(old_rule.partial_if, old_way, new_rule.partial_if, new_way);
    if (!old_rule.partial_if) partial = claim(Kind::is_true, *new_rule.partial_if, new_way);
    if (!new_rule.partial_if) partial = claim(Kind::is_true, *old_rule.partial_if, old_way);
    all.push_back(Claim::all({rule_applies, std::move(failed), std::move(partial)}));
  }
  return all;
}

Claim other_finding(const typed::Check& before, std::size_t before_reading,
                    const typed::Check& after, std::size_t after_reading) {
  const auto raised = [](const typed::Check& check, std::size_t reading) {
    return Claim::all(
        {applies({check.applies_if}, reading), claim(Kind::is_false, check.condition, reading)});
  };
  const auto silent = [](const typed::Check& check, std::size_t reading) {
    Claim any = Claim::any({claim(Kind::not_false, check.condition, reading)});
    if (check.applies_if) any.parts.push_back(claim(Kind::not_true, *check.applies_if, reading));
    return any;
  };
  return Claim::any({Claim::all({raised(before, before_reading), silent(after, after_reading)}),
                     Claim::all({silent(before, before_reading), raised(after, after_reading)})});
}

bool all_is_same(const Rulebook& rulebook, const std::vector<Reading>& readings,
                 const ReadVersion& before, const ReadVersion& after) {
  const typed::RuleVersion &old_rule = before.version, &new_rule = after.version;
  const Comparison sides(rulebook, readings, before.reading, after.reading);
  const bool requirements = std::equal(
      old_rule.requirements.begin(), old_rule.requirements.end(), new_rule.requirements.begin(),
      new_rule.requirements.end(), [&](const typed::Requirement& a, const typed::Requirement& b) {
        return a.name == b.name && sides.same_gap(a, b) && sides.same_levers(a, b) &&
               sides.same_truth(a.applies_if, b.applies_if) &&
               sides.same_truth(a.asks_if, b.asks_if) && sides.same_truth(a.tolerated, b.tolerated);
      });
  // A `parziale se` that is not written never holds, whatever the other says.
  const bool partial = old_rule.partial_if.has_value() == new_rule.partial_if.has_value() &&
                       sides.same_truth(old_rule.partial_if, new_rule.partial_if);
  return requirements && partial && sides.same_truth(old_rule.applies_if, new_rule.applies_if) &&
         sides.same_text(old_rule.beneficiaries, new_rule.beneficiaries);
}

bool all_is_same(const Rulebook& rulebook, const std::vector<Reading>& readings,
                 const typed::Check& before, const typed::Check& after) {
  const Comparison sides(rulebook, readings, 0, 1);
  return sides.same_truth(before.condition, after.condition) &&
         sides.same_truth(before.applies_if, after.applies_if);
}

}  // namespace leps::inline mutating
