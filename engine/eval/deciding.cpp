#include "eval/deciding.hpp"

#include "eval/kleene.hpp"

#include <map>
#include <utility>
#include <vector>

namespace leps {
namespace {

using typed::ExprId;
using typed::Relation;

/// What a number is worth in each of the ways in which the conditions of `se` may fall: a tree.
struct Ways {
  Quantity worth;      // at a leaf
  DatumSet chosen_by;  // elsewhere: the data that choose between its two branches
  std::vector<Ways> branches;

  [[nodiscard]] std::size_t leaves() const {
    if (branches.empty()) return 1;
    return branches[0].leaves() + branches[1].leaves();
  }
};

// One of the two branches, as a condition falls that is not decided.
Truth either(const DatumSet& chosen_by, const Truth& yes, const Truth& no) {
  Truth result{yes.can_be_true || no.can_be_true, yes.can_be_false || no.can_be_false, {}, {}};
  if (result.known()) return result;
  result.rests_on = merge(yes.rests_on, no.rests_on);
  const bool differ = (yes.can_be_true && no.can_be_false) || (yes.can_be_false && no.can_be_true);
  if (differ) result.rests_on.merge(chosen_by);
  return result;
}

Truth compare(Relation relation, const Ways& left, const Ways& right) {
  if (!left.branches.empty()) {
    return either(left.chosen_by, compare(relation, left.branches[0], right),
                  compare(relation, left.branches[1], right));
  }
  if (!right.branches.empty()) {
    return either(right.chosen_by, compare(relation, left, right.branches[0]),
                  compare(relation, left, right.branches[1]));
  }
  return leps::compare(relation, left.worth, right.worth);
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

Ways combined(typed::ArithmeticOp op, const Ways& left, const Ways& right) {
  if (!left.branches.empty()) {
    return {{},
            left.chosen_by,
            {combined(op, left.branches[0], right), combined(op, left.branches[1], right)}};
  }
  if (!right.branches.empty()) {
    return {{},
            right.chosen_by,
            {combined(op, left, right.branches[0]), combined(op, left, right.branches[1])}};
  }
  Quantity worth{applied(op, left.worth.range, right.worth.range), {}, {}};
  if (!worth.range.single()) worth.rests_on = merge(left.worth.rests_on, right.worth.rests_on);
  return {std::move(worth), {}, {}};
}

template <class Function>
Ways each(Ways ways, const Function& function) {
  ways.worth.range = function(ways.worth.range);
  for (Ways& branch : ways.branches) branch = each(std::move(branch), function);
  return ways;
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
    const Truth whole =
        leps::compare(relation, evaluator_.quantity(left), evaluator_.quantity(right));
    if (whole.known() || !whole.zero_divisors.empty() || enough()) return whole;
    const Truth closely = by_parts(relation, left, right);
    return closely.known() ? whole : closely;
  }

  Truth by_parts(Relation relation, ExprId left, ExprId right) {
    if (const auto* choice = std::get_if<typed::Conditional>(&node_behind(left))) {
      return chosen(*choice, [&](ExprId side) { return comparison(relation, side, right); });
    }
    if (const auto* choice = std::get_if<typed::Conditional>(&node_behind(right))) {
      return chosen(*choice, [&](ExprId side) { return comparison(relation, left, side); });
    }
    // `max(a, b) almeno c` is `a almeno c o b almeno c`, and so on.
    if (relation != Relation::equal_to && relation != Relation::different_from) {
      const bool more = relation == Relation::at_least || relation == Relation::more_than;
      if (const auto* extremum = std::get_if<typed::Extremum>(&node_behind(left))) {
        return of_operands(*extremum, extremum->greatest != more,
                           [&](ExprId side) { return comparison(relation, side, right); });
      }
      if (const auto* extremum = std::get_if<typed::Extremum>(&node_behind(right))) {
        return of_operands(*extremum, extremum->greatest == more,
                           [&](ExprId side) { return comparison(relation, left, side); });
      }
    }
    return compare(relation, ways(left), ways(right));
  }

  template <class Compared>
  Truth chosen(const typed::Conditional& choice, const Compared& compared) {
    const Truth condition = of(choice.condition);
    if (condition.known()) return compared(condition.is_true() ? choice.yes : choice.no);
    return either(condition.rests_on, compared(choice.yes), compared(choice.no));
  }

  template <class Compared>
  static Truth of_operands(const typed::Extremum& extremum, bool all, const Compared& compared) {
    Truth result = truth(all);
    for (const ExprId operand : extremum.operands) {
      result =
          all ? conjunction(result, compared(operand)) : disjunction(result, compared(operand));
    }
    return result;
  }

  // What an amount is worked out as.
  [[nodiscard]] const typed::Node& node_behind(ExprId expr) const {
    const typed::Node* node = &typed().exprs[expr].node;
    while (const auto* amount = std::get_if<typed::ComputedRef>(node)) {
      node = &typed().exprs[typed().computed[amount->computed].value].node;
    }
    return *node;
  }

  const Ways& ways(ExprId expr) {
    const auto known = ways_.find(expr);
    if (known != ways_.end()) return known->second;
    constexpr std::size_t kMost = 16;
    Ways found = work_out(expr);
    if (found.leaves() > kMost) found = {evaluator_.quantity(expr), {}, {}};
    return ways_.emplace(expr, std::move(found)).first->second;
  }

  Ways work_out(ExprId expr) {
    const Quantity& whole = evaluator_.quantity(expr);
    const Ways alone{whole, {}, {}};
    if (whole.range.single() || !whole.zero_divisors.empty() || enough()) return alone;
    const typed::Node& node = typed().exprs[expr].node;
    if (const auto* choice = std::get_if<typed::Conditional>(&node)) {
      const Truth condition = of(choice->condition);
      if (condition.known()) return ways(condition.is_true() ? choice->yes : choice->no);
      return {{}, condition.rests_on, {ways(choice->yes), ways(choice->no)}};
    }
    if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      return ways(typed().computed[amount->computed].value);
    }
    if (const auto* negate = std::get_if<typed::Negate>(&node)) {
      return each(ways(negate->operand), [](const Interval& range) { return -range; });
    }
    if (const auto* convert = std::get_if<typed::Convert>(&node)) {
      const Interval factor = Interval::point(convert->factor);
      return each(ways(convert->operand), [&](const Interval& range) { return range * factor; });
    }
    const auto* arithmetic = std::get_if<typed::Arithmetic>(&node);
    if (!arithmetic || !are_numbers(*arithmetic)) return alone;
    const Ways &left = ways(arithmetic->left), &right = ways(arithmetic->right);
    if (left.branches.empty() && right.branches.empty()) return alone;
    return combined(arithmetic->op, left, right);
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

}  // namespace leps
