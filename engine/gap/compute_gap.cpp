#include "gap/compute_gap.hpp"

#include "eval/aggregate.hpp"
#include "eval/kleene.hpp"
#include "gap/cheapest.hpp"
#include "gap/close.hpp"
#include "gap/distance.hpp"
#include "gap/rows_behind.hpp"

#include <algorithm>
#include <string>

namespace leps::inline gaps {
namespace {

using typed::ExprId;

/// A condition under an even or odd number of `non`: gaps are measured on the condition as it
/// would read with every `non` pushed down to its comparisons and truths.
struct Literal {
  ExprId expr;
  bool negated = false;
};

class Measure {
 public:
  Measure(const typed::Requirement& requirement, Evaluator& evaluator)
      : requirement_(requirement), evaluator_(evaluator) {}

  Gap operator()(Literal condition) {
    condition = without_not(condition);
    const typed::Node& node = typed_node(condition);
    if (const auto* compare = std::get_if<typed::Compare>(&node)) {
      return of_comparison(condition, *compare);
    }
    if (const auto* conditional = std::get_if<typed::Conditional>(&node)) {
      return of_conditional(condition, *conditional);
    }
    if (std::holds_alternative<typed::Logic>(node)) {
      const bool conjunction = is_conjunction(condition);
      std::vector<Literal> operands;
      flatten(condition, conjunction, operands);
      if (!conjunction) return of_alternatives(operands);
      const bool only_truths = std::all_of(operands.begin(), operands.end(),
                                           [&](Literal operand) { return is_truth(operand); });
      return only_truths ? of_truths(operands) : of_parts(operands);
    }
    const auto* over = std::get_if<typed::Aggregate>(&node);
    if (over && over->kind == typed::Aggregation::for_every && !condition.negated) {
      return of_rows(condition.expr, *over);
    }
    return of_truths({condition});
  }

 private:
  const typed::Node& typed_node(Literal condition) const {
    return evaluator_.rulebook().typed.exprs[condition.expr].node;
  }

  Truth truth_of(Literal condition) {
    const Truth& value = evaluator_.truth(condition.expr);
    return condition.negated ? !value : value;
  }

  Literal without_not(Literal condition) const {
    while (const auto* negation = std::get_if<typed::Not>(&typed_node(condition))) {
      condition = {negation->operand, !condition.negated};
    }
    return condition;
  }

  // `non (a o b)` is `non a e non b`.
  bool is_conjunction(Literal logic) const {
    return std::get<typed::Logic>(typed_node(logic)).conjunction != logic.negated;
  }

  void flatten(Literal logic, bool conjunction, std::vector<Literal>& into) const {
    for (const ExprId operand : std::get<typed::Logic>(typed_node(logic)).operands) {
      const Literal literal = without_not({operand, logic.negated});
      if (std::holds_alternative<typed::Logic>(typed_node(literal)) &&
          is_conjunction(literal) == conjunction) {
        flatten(literal, conjunction, into);
      } else {
        into.push_back(literal);
      }
    }
  }

  // Something that is or is not, and is activated as a whole.
  bool is_truth(Literal literal) const {
    const typed::Node& node = typed_node(literal);
    return !std::holds_alternative<typed::Compare>(node) &&
           !std::holds_alternative<typed::Logic>(node) &&
           !std::holds_alternative<typed::Conditional>(node) && !is_for_every(literal);
  }

  bool is_for_every(Literal literal) const {
    const auto* over = std::get_if<typed::Aggregate>(&typed_node(literal));
    return over && over->kind == typed::Aggregation::for_every && !literal.negated;
  }

  Gap of_comparison(Literal condition, const typed::Compare& compare) {
    const Truth holds = truth_of(condition);
    const typed::Relation relation =
        condition.negated ? opposite(compare.relation) : compare.relation;
    const Quantity& left = evaluator_.quantity(compare.left);
    const Quantity& right = evaluator_.quantity(compare.right);
    const DatumSet rests_on = merge(left.rests_on, right.rests_on);

    Gap gap;
    gap.kind = GapKind::distance;
    gap.compare = condition.expr;
    gap.unit = unit_of_comparison(evaluator_.rulebook().typed, compare);
    gap.strict = is_strict(relation);
    gap.amount = distance(relation, left, right);
    gap.relative = of_days(compare) ? Interval{Bound(holds.is_false() ? 1 : 0),
                                               Bound(holds.can_be_false ? 1 : 0)}
                                    : relative_distance(relation, left, right);
    if (relation == typed::Relation::at_least) name_rows_behind(gap, compare, evaluator_);

    const auto solution =
        std::find_if(requirement_.solutions.begin(), requirement_.solutions.end(),
                     [&](const typed::Solution& s) { return s.compare == condition.expr; });
    if (solution != requirement_.solutions.end()) {
      close_with_lever(gap, relation, holds, *solution, requirement_.levers[solution->lever],
                       evaluator_);
    } else {
      gap.unpriced = true;
      if (holds.is_true()) gap.cost = gap.gross_cost = Interval::point(0);
    }
    // At a strict level the distance may be none for sure, and the lever's step still be open.
    if (!gap.amount.known() || !gap.relative.known()) gap.rests_on.merge(rests_on);
    return gap;
  }

  bool of_days(const typed::Compare& compare) const {
    return std::holds_alternative<DayOf>(evaluator_.rulebook().typed.exprs[compare.left].type);
  }

  // How many rows fail, and by how much where each is a comparison.
  Gap of_rows(ExprId expr, const typed::Aggregate& over) {
    const Typed& typed = evaluator_.rulebook().typed;
    Gap gap;
    gap.kind = GapKind::rows;
    gap.unpriced = true;
    const std::vector<FactRow>* rows = evaluator_.rows(over.table);
    if (!rows) {
      const bool some_can_fail = evaluator_.truth(expr).can_be_false;
      gap.amount = {Bound(0), some_can_fail ? Bound::plus_infinity() : Bound(0)};
      gap.relative = {Bound(0), Bound(some_can_fail ? 1 : 0)};
      if (!some_can_fail) gap.cost = gap.gross_cost = Interval::point(0);
      gap.rests_on.add(typed.tables[over.table].datum);
      return gap;
    }
    const auto* compare = std::get_if<typed::Compare>(&typed.exprs[*over.body].node);
    const bool measured =
        compare && std::holds_alternative<NumberOf>(typed.exprs[compare->left].type);
    Interval shortfall = Interval::point(0);
    int least = 0, most = 0, surely_well = 0, perhaps_well = 0;
    for_each_row(over, *rows, evaluator_, [&](const FactRow& row, const Truth& counts) {
      const Truth holds = evaluator_.truth(*over.body);
      const bool fails = counts.is_true() && holds.is_false();
      least += fails;
      most += holds.can_be_false;
      surely_well += counts.is_true() && holds.is_true();
      perhaps_well += holds.can_be_true;
      ++gap.total;
      if (fails) gap.failing.push_back(row.key);
      if (!fails && holds.can_be_false) {
        gap.open.push_back(row.key);
        gap.rests_on.merge(merge(holds.rests_on, counts.rests_on));
      }
      if (!measured) return;
      Interval row_gap = distance(compare->relation, evaluator_.quantity(compare->left),
                                  evaluator_.quantity(compare->right));
      if (!counts.is_true()) row_gap = hull(Interval::point(0), row_gap);
      if (!row_gap.known()) gap.rests_on.merge(merge(holds.rests_on, counts.rests_on));
      shortfall = shortfall + row_gap;
    });
    gap.amount = {Bound(least), Bound(most)};
    if (measured) {
      gap.shortfall = shortfall;
      gap.shortfall_unit = unit_of_comparison(typed, *compare);
    }
    gap.relative = {share(least, least + perhaps_well), share(most, most + surely_well)};
    if (most == 0) gap.cost = gap.gross_cost = Interval::point(0);
    return gap;
  }

  // Of the rows that count: the fewest that fail beside all that may hold, the most that may fail
  // beside those that surely hold.
  static Bound share(int failing, int of) {
    return failing == 0 ? Bound(0) : Bound(Rational(failing) / Rational(of));
  }

  // The branch that holds; where it is not known which, both.
  Gap of_conditional(Literal condition, const typed::Conditional& node) {
    const Truth& which = evaluator_.truth(node.condition);
    const Literal yes{node.yes, condition.negated}, no{node.no, condition.negated};
    if (which.is_true()) return (*this)(yes);
    if (which.is_false()) return (*this)(no);

    Gap gap = either((*this)(yes), (*this)(no));
    gap.rests_on.merge(which.rests_on);
    return gap;
  }

  Gap of_truths(const std::vector<Literal>& truths) {
    std::vector<Truth> values;
    for (const Literal literal : truths) values.push_back(truth_of(literal));
    return of_truths(truths, values);
  }

  Gap of_truth(Literal literal, const Truth& value) { return of_truths({literal}, {value}); }

  Gap of_truths(const std::vector<Literal>& truths, const std::vector<Truth>& values) {
    Gap gap;
    gap.kind = GapKind::activation;
    gap.total = truths.size();
    int least = 0, most = 0;
    Cost cost;
    for (std::size_t i = 0; i < truths.size(); ++i) {
      const Literal literal = truths[i];
      const Truth& holds = values[i];
      least += holds.is_false();
      most += holds.can_be_false;
      if (holds.is_false()) gap.failing.push_back(name(literal));
      if (!holds.known()) gap.rests_on.merge(holds.rests_on);
      const bool priced = add_activation(cost, literal, holds, gap);
      gap.unpriced = gap.unpriced || (!priced && (holds.is_false() || truths.size() == 1));
    }
    gap.amount = {Bound(least), Bound(most)};
    gap.relative = gap.amount / Interval::point(Rational(static_cast<int>(truths.size())));
    gap.cost = cost.net;
    gap.gross_cost = cost.gross;
    gap.cost_unit = cost.unit;
    return gap;
  }

  // @return whether activating it has a cost
  bool add_activation(Cost& cost, Literal literal, const Truth& holds, Gap& gap) {
    const auto* datum = std::get_if<typed::DatumRef>(&typed_node(literal));
    const auto lever =
        std::find_if(requirement_.levers.begin(), requirement_.levers.end(),
                     [&](const typed::Lever& l) { return datum && l.datum == datum->datum; });
    const bool found = lever != requirement_.levers.end();
    if (found && gap.total == 1) gap.lever = lever->datum;
    const bool priced = found && lever->cost;
    if (holds.is_true()) return priced;
    if (priced) gap.price_rests_on.merge(evaluator_.quantity(*lever->cost).rests_on);
    const auto price = priced ? price_of(*lever, evaluator_) : std::nullopt;
    if (!price) {
      cost.give_up();
      return priced;
    }
    const Interval share{Bound(holds.is_false() ? 1 : 0), Bound(1)};
    const Interval amount = share * *price;
    cost.add(amount, amount, unit_of(evaluator_.rulebook().typed, *lever->cost));
    return true;
  }

  Gap of_parts(const std::vector<Literal>& operands) {
    Gap gap;
    gap.kind = GapKind::parts;
    gap.relative = Interval::point(0);
    int least = 0, most = 0;
    Cost cost;
    for (const Literal operand : operands) {
      const Truth holds = truth_of(operand);
      least += holds.is_false();
      most += holds.can_be_false;
      Gap part = (*this)(operand);
      gap.relative = max(gap.relative, part.relative);
      gap.rests_on.merge(part.rests_on);
      if (!holds.known()) gap.rests_on.merge(holds.rests_on);
      gap.price_rests_on.merge(part.price_rests_on);
      if (!holds.is_true()) cost.add(part.gross_cost, part.cost, part.cost_unit);
      gap.unpriced = gap.unpriced || (part.unpriced && holds.is_false());
      gap.parts.push_back(std::move(part));
    }
    gap.amount = {Bound(least), Bound(most)};
    gap.cost = cost.net;
    gap.gross_cost = cost.gross;
    gap.cost_unit = cost.unit;
    return gap;
  }

  Gap of_alternatives(const std::vector<Literal>& operands) {
    std::vector<Alternative> alternatives;
    for (const Literal operand : operands) {
      Alternative each{truth_of(operand), (*this)(operand), std::nullopt};
      if (!each.holds.known() && is_truth(operand)) each.open = of_truth(operand, truth(false));
      alternatives.push_back(std::move(each));
    }
    return of_cheapest(std::move(alternatives));
  }

  // As the packs write it. Only names: formulas are printed where people read them.
  std::string name(Literal literal) const {
    const std::string prefix = literal.negated ? "non " : "";
    return prefix + std::visit(NameOf{evaluator_.rulebook().typed}, typed_node(literal));
  }

  struct NameOf {
    const Typed& typed;
    std::string of(ExprId expr) const { return std::visit(*this, typed.exprs[expr].node); }

    std::string operator()(const typed::DatumRef& ref) const { return typed.data[ref.datum].name; }
    std::string operator()(const typed::ParameterRef& ref) const {
      return typed.parameters[ref.parameter].name;
    }
    std::string operator()(const typed::ComputedRef& ref) const {
      return typed.computed[ref.computed].name;
    }
    std::string operator()(const typed::WordConstant& constant) const {
      return typed.choice_types[constant.word.type][constant.word.value];
    }
    std::string operator()(const typed::TruthConstant& constant) const {
      return constant.value ? "sì" : "no";
    }
    std::string operator()(const typed::Same& same) const {
      return of(same.left) + (same.equal ? " pari a " : " diverso da ") + of(same.right);
    }
    std::string operator()(const typed::Not& negation) const {
      return "non " + of(negation.operand);
    }
    std::string operator()(const typed::Conditional& node) const {
      return "se " + of(node.condition) + " allora " + of(node.yes) + " altrimenti " + of(node.no);
    }
    std::string operator()(const typed::Aggregate& node) const {
      const bool every = node.kind == typed::Aggregation::for_every;
      return (every ? "per ogni " : "esiste ") + typed.tables[node.table].name;
    }
    std::string operator()(const auto&) const { return "…"; }  // a formula
  };

  const typed::Requirement& requirement_;
  Evaluator& evaluator_;
};

}  // namespace

std::optional<Gap> compute_gap(const typed::Requirement& requirement,
                               const RequirementOutcome& outcome, Evaluator& evaluator) {
  const bool applies =
      outcome.possible.has(Verdict::soddisfatto) || outcome.possible.has(Verdict::non_soddisfatto);
  if (!applies) return std::nullopt;

  Gap gap = Measure(requirement, evaluator)({requirement.condition});
  if (outcome.possible.has(Verdict::non_applicabile)) {  // perhaps nothing is asked at all
    const Interval nothing = Interval::point(0);
    gap.amount = hull(gap.amount, nothing);
    gap.relative = hull(gap.relative, nothing);
    if (gap.cost) gap.cost = hull(*gap.cost, nothing);
    if (gap.gross_cost) gap.gross_cost = hull(*gap.gross_cost, nothing);
    if (gap.shortfall) gap.shortfall = hull(*gap.shortfall, nothing);
    if (requirement.applies_if) {
      gap.rests_on.merge(evaluator.truth(*requirement.applies_if).rests_on);
    }
  }
  return gap;
}

}  // namespace leps::inline gaps
