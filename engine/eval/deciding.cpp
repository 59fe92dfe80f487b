#include "eval/deciding.hpp"

#include "eval/kleene.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace leps::inline evaluating {
namespace {

using typed::ExprId;
using typed::Relation;

/// All that a number could be, by what it is worth in each of the ways in which the conditions of
/// `se` and the operands of `min` and `max` may fall: a tree.
struct Ways {
  enum class Kind { number, choice, extremum };
  Kind kind = Kind::number;
  Quantity worth;         // of a number or an extremum
  DatumSet chosen_by;     // of a choice: the data that choose between its two parts
  bool greatest = false;  // of an extremum: `max`, else `min`
  std::vector<Ways> parts;

  static Ways choice(DatumSet chosen_by, Ways yes, Ways no) {
    return {Kind::choice, {}, std::move(chosen_by), false, {std::move(yes), std::move(no)}};
  }

  [[nodiscard]] std::size_t leaves() const {
    std::size_t count = parts.empty() ? 1 : 0;
    for (const Ways& part : parts) count += part.leaves();
    return count;
  }

  [[nodiscard]] Interval range() const {
    return kind == Kind::choice ? hull(parts[0].range(), parts[1].range()) : worth.range;
  }
};

constexpr std::size_t kMostLeaves = 64;  // of one number; with more it is taken as a whole

/// The intervals in which the number lies, one of them or another.
std::vector<Interval> possible(const Ways& ways) {
  if (ways.kind == Ways::Kind::number) return {ways.worth.range};
  std::vector<Interval> found = possible(ways.parts[0]);
  for (std::size_t i = 1; i < ways.parts.size(); ++i) {
    const std::vector<Interval> next = possible(ways.parts[i]);
    if (ways.kind == Ways::Kind::choice) {
      found.insert(found.end(), next.begin(), next.end());
      continue;
    }
    if (found.size() * next.size() > kMostLeaves) return {ways.worth.range};
    std::vector<Interval> extremes;
    for (const Interval& a : found) {
      for (const Interval& b : next) extremes.push_back(ways.greatest ? max(a, b) : min(a, b));
    }
    found = std::move(extremes);
  }
  return found;
}

/// The values at which a number shows through what stands around it: greater than `lo` and less
/// than `hi` it counts; up to which of the two ends, the relation says.
struct Window {
  Bound lo = Bound::minus_infinity(), hi = Bound::plus_infinity();
};

bool is_equality(Relation relation) {
  return relation == Relation::equal_to || relation == Relation::different_from;
}

/// What can turn a comparison from one of its sides, whatever the other is worth.
class Turning {
 public:
  Turning(Relation relation, const Ways& other) : relation_(relation), levels_(possible(other)) {}

  DatumSet by(const Ways& side) const { return by(side, {}); }

 private:
  // @param around  where the side shows through the operands beside it
  DatumSet by(const Ways& side, const Window& around) const {
    if (!holds_a_level(around, side.range())) return {};
    switch (side.kind) {
      case Ways::Kind::number:
        return side.worth.rests_on;
      case Ways::Kind::choice: {
        DatumSet data = merge(by(side.parts[0], around), by(side.parts[1], around));
        if (differ(side.parts[0], side.parts[1], around)) data.merge(side.chosen_by);
        return data;
      }
      case Ways::Kind::extremum:
        return by_operands(side, around);
    }
    return {};
  }

  // An operand of `max` shows above the least that each of the others can be.
  DatumSet by_operands(const Ways& extremum, const Window& window) const {
    DatumSet data;
    for (const Ways& operand : extremum.parts) {
      Window own = window;
      for (const Ways& other : extremum.parts) {
        if (&other == &operand) continue;
        if (extremum.greatest)
          own.lo = std::max(own.lo, other.range().lo);
        else
          own.hi = std::min(own.hi, other.range().hi);
      }
      data.merge(by(operand, own));
    }
    return data;
  }

  // `x almeno level` turns with x at a level in (lo, hi], `x più di level` at one in [lo, hi).
  [[nodiscard]] bool holds_a_level(const Window& window) const {
    if (window.lo >= window.hi) return false;
    return std::any_of(levels_.begin(), levels_.end(), [&](const Interval& level) {
      switch (relation_) {
        case Relation::at_least:
        case Relation::less_than:
          return level.hi > window.lo && level.lo <= window.hi;
        case Relation::more_than:
        case Relation::at_most:
          return level.hi >= window.lo && level.lo < window.hi;
        case Relation::equal_to:
        case Relation::different_from:
          break;
      }
      return level.hi >= window.lo && level.lo <= window.hi;
    });
  }

  [[nodiscard]] bool holds_a_level(const Window& around, const Interval& range) const {
    return holds_a_level({std::max(around.lo, range.lo), std::min(around.hi, range.hi)});
  }

  // Whether at some level the comparison may hold of one and not of the other.
  [[nodiscard]] bool differ(const Ways& a, const Ways& b, const Window& around) const {
    const Interval of_a = a.range(), of_b = b.range();
    if (is_equality(relation_)) {
      // Where others stand beside it, all between the two may be made equal to the level.
      const bool alone = Interval{around.lo, around.hi} == Interval::everything();
      if (!alone) return holds_a_level(around, hull(of_a, of_b));
      return one_is_equal(a, b) || one_is_equal(b, a);
    }
    return holds_a_level(around, {of_b.lo, of_a.hi}) || holds_a_level(around, {of_a.lo, of_b.hi});
  }

  [[nodiscard]] bool one_is_equal(const Ways& one, const Ways& other) const {
    const std::vector<Interval> of_one = possible(one), of_other = possible(other);
    const auto is_met = [&](const Interval& value, const Interval& level) {
      const Interval both{std::max(value.lo, level.lo), std::min(value.hi, level.hi)};
      if (both.lo > both.hi) return false;
      return std::any_of(of_other.begin(), of_other.end(),
                         [&](const Interval& away) { return !(both.single() && away == both); });
    };
    return std::any_of(of_one.begin(), of_one.end(), [&](const Interval& value) {
      return std::any_of(levels_.begin(), levels_.end(),
                         [&](const Interval& level) { return is_met(value, level); });
    });
  }

  Relation relation_;
  std::vector<Interval> levels_;  // what the other side could be
};

// `a almeno b` is `b al massimo a`.
Relation mirrored(Relation relation) {
  switch (relation) {
    case Relation::at_least:
      return Relation::at_most;
    case Relation::at_most:
      return Relation::at_least;
    case Relation::more_than:
      return Relation::less_than;
    case Relation::less_than:
      return Relation::more_than;
    case Relation::equal_to:
    case Relation::different_from:
      break;
  }
  return relation;
}

Interval applied(typed::ArithmeticOp op, const Interval& a, const Interval& b) {
  switch (op) {
    case typed::ArithmeticOp::add:
      return a + b;
    case typed::ArithmeticOp::subtract:
      return a - b;
    case typed::ArithmeticOp::multiply:
    case typed::ArithmeticOp::of:
      return a * b;
    case typed::ArithmeticOp::divide:
      return a / b;  // by no zero: the whole would have no value then
  }
  return Interval::everything();
}

// An extremum under a sum is taken as a whole.
Ways combined(typed::ArithmeticOp op, const Ways& left, const Ways& right) {
  if (left.kind == Ways::Kind::choice) {
    return Ways::choice(left.chosen_by, combined(op, left.parts[0], right),
                        combined(op, left.parts[1], right));
  }
  if (right.kind == Ways::Kind::choice) {
    return Ways::choice(right.chosen_by, combined(op, left, right.parts[0]),
                        combined(op, left, right.parts[1]));
  }
  Ways number;
  number.worth.range = applied(op, left.worth.range, right.worth.range);
  if (!number.worth.range.single()) {
    number.worth.rests_on = merge(left.worth.rests_on, right.worth.rests_on);
  }
  return number;
}

// By a factor that is not zero: a negative one makes the greatest the least.
Ways times(const Rational& factor, Ways ways) {
  ways.worth.range = ways.worth.range * Interval::point(factor);
  if (factor < 0) ways.greatest = !ways.greatest;
  for (Ways& part : ways.parts) part = times(factor, std::move(part));
  return ways;
}

// One of the two branches, as a condition falls that is not decided.
Truth either(const DatumSet& chosen_by, const Truth& yes, const Truth& no) {
  Truth result{yes.can_be_true || no.can_be_true, yes.can_be_false || no.can_be_false, {}, {}};
  if (result.known()) return result;
  result.rests_on = merge(yes.rests_on, no.rests_on);
  const bool differ = (yes.can_be_true && no.can_be_false) || (yes.can_be_false && no.can_be_true);
  if (differ) result.rests_on.merge(chosen_by);
  return result;
}

/// Truths as the evaluator finds them; what they rest on is told more closely.
class Deciding {
 public:
  explicit Deciding(Evaluator& evaluator) : evaluator_(evaluator) {}

  Truth of(ExprId expr) {
    const Truth& whole = evaluator_.truth(expr);
    if (whole.known() || !whole.zero_divisors.empty() || enough()) return whole;
    const Truth closely = more_closely(expr);
    return closely.known() ? whole : closely;  // never known where the evaluator does not know
  }

 private:
  Truth more_closely(ExprId expr) {
    const Truth& whole = evaluator_.truth(expr);
    const typed::Node& node = typed().exprs[expr].node;
    if (const auto* logic = std::get_if<typed::Logic>(&node)) return of(*logic);
    if (const auto* negated = std::get_if<typed::Not>(&node)) return !of(negated->operand);
    if (const auto* choice = std::get_if<typed::Conditional>(&node)) {
      const Truth condition = of(choice->condition);
      if (condition.known()) return of(condition.is_true() ? choice->yes : choice->no);
      return either(condition.rests_on, of(choice->yes), of(choice->no));
    }
    if (const auto* compare = std::get_if<typed::Compare>(&node)) {
      return comparison(compare->relation, compare->left, compare->right);
    }
    if (const auto* term = std::get_if<typed::Within>(&node)) return of(term->holds);
    if (const auto* range = std::get_if<typed::Between>(&node)) {
      return conjunction(of(range->above), of(range->below));
    }
    if (const auto* among = std::get_if<typed::OneOf>(&node)) {
      return of(typed::Logic{false, among->equal});
    }
    if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      return of(typed().computed[amount->computed].value);
    }
    return whole;
  }

  // Amounts may use one another in a chain of any length, and each twice: once so many expressions
  // were looked into, those that are left are taken as a whole.
  bool enough() {
    if (left_ == 0) return true;
    --left_;
    return false;
  }

  Truth of(const typed::Logic& logic) {
    Truth result = truth(logic.conjunction);
    for (const ExprId operand : logic.operands) {
      result =
          logic.conjunction ? conjunction(result, of(operand)) : disjunction(result, of(operand));
    }
    return result;
  }

  Truth comparison(Relation relation, ExprId left, ExprId right) {
    Truth whole = leps::compare(relation, evaluator_.quantity(left), evaluator_.quantity(right));
    if (whole.known() || !whole.zero_divisors.empty() || enough()) return whole;
    const Ways &of_left = ways(left), &of_right = ways(right);
    DatumSet turning = merge(Turning(relation, of_right).by(of_left),
                             Turning(mirrored(relation), of_left).by(of_right));
    if (!turning.empty()) whole.rests_on = std::move(turning);
    return whole;
  }

  const Ways& ways(ExprId expr) {
    const auto known = ways_.find(expr);
    if (known != ways_.end()) return known->second;
    Ways found = work_out(expr);
    if (found.leaves() > kMostLeaves) found = taken_whole(expr);
    return ways_.emplace(expr, std::move(found)).first->second;
  }

  Ways taken_whole(ExprId expr) {
    Ways number;
    number.worth = evaluator_.quantity(expr);
    return number;
  }

  Ways work_out(ExprId expr) {
    const Quantity& whole = evaluator_.quantity(expr);
    if (whole.range.single() || !whole.zero_divisors.empty() || enough()) return taken_whole(expr);
    const typed::Node& node = typed().exprs[expr].node;
    if (const auto* choice = std::get_if<typed::Conditional>(&node)) {
      const Truth condition = of(choice->condition);
      if (condition.known()) return ways(condition.is_true() ? choice->yes : choice->no);
      return Ways::choice(condition.rests_on, ways(choice->yes), ways(choice->no));
    }
    if (const auto* extremum = std::get_if<typed::Extremum>(&node)) {
      Ways of_all{Ways::Kind::extremum, whole, {}, extremum->greatest, {}};
      for (const ExprId operand : extremum->operands) of_all.parts.push_back(ways(operand));
      return of_all;
    }
    if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      return ways(typed().computed[amount->computed].value);
    }
    if (const auto* negate = std::get_if<typed::Negate>(&node)) {
      return times(Rational(-1), ways(negate->operand));
    }
    if (const auto* convert = std::get_if<typed::Convert>(&node)) {
      return times(convert->factor, ways(convert->operand));
    }
    const auto* arithmetic = std::get_if<typed::Arithmetic>(&node);
    if (!arithmetic || !are_numbers(*arithmetic)) return taken_whole(expr);
    const Ways &left = ways(arithmetic->left), &right = ways(arithmetic->right);
    const bool chosen = left.kind == Ways::Kind::choice || right.kind == Ways::Kind::choice;
    return chosen ? combined(arithmetic->op, left, right) : taken_whole(expr);
  }

  [[nodiscard]] bool are_numbers(const typed::Arithmetic& node) const {
    const auto number = [&](ExprId expr) {
      return std::holds_alternative<NumberOf>(typed().exprs[expr].type);
    };
    return number(node.left) && number(node.right);
  }

  [[nodiscard]] const Typed& typed() const { return evaluator_.rulebook().typed; }

  Evaluator& evaluator_;
  std::map<ExprId, Ways> ways_;
  int left_ = 1000;
};

}  // namespace

DatumSet deciding_data(typed::ExprId condition, Evaluator& evaluator) {
  const Truth truth = Deciding(evaluator).of(condition);
  return truth.known() ? DatumSet() : truth.rests_on;
}

}  // namespace leps::inline evaluating
