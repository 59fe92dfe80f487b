#include "gap/compute_gap.hpp"

#include "eval/aggregate.hpp"
#include "eval/kleene.hpp"
#include "gap/close.hpp"
#include "gap/distance.hpp"
#include "gap/rows_behind.hpp"

#include <algorithm>
#include <string>

namespace leps {
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
      if (!conjunction) return of_alternatives(condition, operands);
      const bool only_truths = std::all_of(operands.begin(), operands.end(),
                                           [&](Literal operand) { return is_truth(operand); });
      return only_truths ? of_truths(operands) : of_parts(operands);
    }
    const auto* over = std::get_if<typed::Aggregate>(&node);
    if (over && over->kind == typed::Aggregation::for_every && !condition.negated) {
      return of_rows(*over);
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

    Gap gap;
    gap.kind = GapKind::distance;
    gap.compare = condition.expr;
    gap.unit = unit_of_comparison(evaluator_.rulebook().typed, compare);
    gap.strict = is_strict(relation);
    const bool days =
        std::holds_alternative<DayOf>(evaluator_.rulebook().typed.exprs[compare.left].type);
    if (left.zero_divisors.empty() && right.zero_divisors.empty() && days) {
      gap.amount = distance(relation, left.range, right.range);
      gap.relative = {Bound(holds.is_false() ? 1 : 0), Bound(holds.can_be_false ? 1 : 0)};
    } else if (left.zero_divisors.empty() && right.zero_divisors.empty()) {
      gap.amount = distance(relation, left.range, right.range);
      gap.relative = relative_distance(relation, left.range, right.range);
    } else {  // no value: anything could be asked
      gap.amount = {Bound(0), Bound::plus_infinity()};
      gap.relative = {Bound(0), Bound(1)};
    }
    if (!gap.amount.known()) gap.rests_on = merge(left.rests_on, right.rests_on);
    if (relation == typed::Relation::at_least) name_rows_behind(gap, compare, evaluator_);

    const auto solution =
        std::find_if(requirement_.solutions.begin(), requirement_.solutions.end(),
                     [&](const typed::Solution& s) { return s.compare == condition.expr; });
    if (solution != requirement_.solutions.end()) {
      close_with_lever(gap, relation, holds, *solution, requirement_.levers[solution->lever],
                       evaluator_);
    } else if (holds.is_true()) {
      gap.cost = gap.gross_cost = Interval::point(0);
    }
    return gap;
  }

  // How many rows fail, and by how much where each is a comparison.
  Gap of_rows(const typed::Aggregate& over) {
    const Typed& typed = evaluator_.rulebook().typed;
    Gap gap;
    gap.kind = GapKind::rows;
    const std::vector<FactRow>* rows = evaluator_.rows(over.table);
    if (!rows) {
      gap.amount = {Bound(0), Bound::plus_infinity()};
      gap.relative = {Bound(0), Bound(1)};
      gap.rests_on.add(typed.tables[over.table].datum);
      return gap;
    }
    const auto* compare = std::get_if<typed::Compare>(&typed.exprs[*over.body].node);
    const bool measured =
        compare && std::holds_alternative<NumberOf>(typed.exprs[compare->left].type);
    Interval shortfall = Interval::point(0);
    int least = 0, most = 0, surely_well = 0;
    for_each_row(over, *rows, evaluator_, [&](const FactRow& row, const Truth& counts) {
      const Truth holds = evaluator_.truth(*over.body);
      const bool fails = counts.is_true() && holds.is_false();
      least += fails;
      most += holds.can_be_false;
      surely_well += counts.is_true() && holds.is_true();
      ++gap.total;
      if (fails) gap.failing.push_back(row.key);
      if (!fails && holds.can_be_false) {
        gap.open.push_back(row.key);
        gap.rests_on.merge(merge(holds.rests_on, counts.rests_on));
      }
      if (!measured) return;
      Interval row_gap = distance(compare->relation, evaluator_.quantity(compare->left).range,
                                  evaluator_.quantity(compare->right).range);
      if (!counts.is_true()) row_gap = hull(Interval::point(0), row_gap);
      if (!row_gap.known()) gap.rests_on.merge(merge(holds.rests_on, counts.rests_on));
      shortfall = shortfall + row_gap;
    });
    gap.amount = {Bound(least), Bound(most)};
    if (measured) {
      gap.shortfall = shortfall;
      gap.shortfall_unit = unit_of_comparison(typed, *compare);
    }
    gap.relative = share_of_rows(least, most, static_cast<int>(gap.total), surely_well);
    if (most == 0) gap.cost = gap.gross_cost = Interval::point(0);
    return gap;
  }

  // The fewest failing over the most rows; the most failing over them and those that surely do not.
  static Interval share_of_rows(int least, int most, int rows, int surely_well) {
    const auto share = [](int part, int of) {
      return part == 0 ? Bound(0) : Bound(Rational(part) / Rational(of));
    };
    return {share(least, rows), share(most, most + surely_well)};
  }

  // The branch that holds; where it is not known which, both if they are measured alike.
  Gap of_conditional(Literal condition, const typed::Conditional& node) {
    const Truth& which = evaluator_.truth(node.condition);
    const Literal yes{node.yes, condition.negated}, no{node.no, condition.negated};
    if (which.is_true()) return (*this)(yes);
    if (which.is_false()) return (*this)(no);

    Gap a = (*this)(yes);
    const Gap b = (*this)(no);
    if (a.kind != b.kind || a.unit != b.unit || a.lever != b.lever || a.total != b.total) {
      Gap whole = of_truths({condition});  // one thing to be made true, somewhere between the two
      whole.relative = hull(a.relative, b.relative);
      return whole;
    }
    a.amount = hull(a.amount, b.amount);
    a.relative = hull(a.relative, b.relative);
    a.rests_on = merge(merge(a.rests_on, b.rests_on), which.rests_on);
    a.strict = a.strict || b.strict;
    if (a.failing != b.failing) a.failing.clear();
    a.cost.reset();
    a.gross_cost.reset();
    return a;
  }

  Gap of_truths(const std::vector<Literal>& truths) {
    Gap gap;
    gap.kind = GapKind::activation;
    gap.total = truths.size();
    int least = 0, most = 0;
    Cost cost;
    for (const Literal literal : truths) {
      const Truth holds = truth_of(literal);
      least += holds.is_false();
      most += holds.can_be_false;
      if (holds.is_false()) gap.failing.push_back(name(literal));
      if (!holds.known()) gap.rests_on.merge(holds.rests_on);
      add_activation(cost, literal, holds, gap);
    }
    gap.amount = {Bound(least), Bound(most)};
    gap.relative = gap.amount / Interval::point(Rational(static_cast<int>(truths.size())));
    gap.cost = cost.net;
    gap.gross_cost = cost.gross;
    gap.cost_unit = cost.unit;
    return gap;
  }

  void add_activation(Cost& cost, Literal literal, const Truth& holds, Gap& gap) {
    const auto* datum = std::get_if<typed::DatumRef>(&typed_node(literal));
    const auto lever =
        std::find_if(requirement_.levers.begin(), requirement_.levers.end(),
                     [&](const typed::Lever& l) { return datum && l.datum == datum->datum; });
    const bool found = lever != requirement_.levers.end();
    if (found && gap.total == 1) gap.lever = lever->datum;
    if (holds.is_true()) return;
    if (!found || !lever->cost) return cost.give_up();
    const Interval share{Bound(holds.is_false() ? 1 : 0), Bound(1)};
    const Interval amount = share * evaluator_.quantity(*lever->cost).range;
    cost.add(amount, amount, unit_of(evaluator_.rulebook().typed, *lever->cost));
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
      if (!holds.is_true()) cost.add(part.gross_cost, part.cost, part.cost_unit);
      gap.parts.push_back(std::move(part));
    }
    gap.amount = {Bound(least), Bound(most)};
    gap.cost = cost.net;
    gap.gross_cost = cost.gross;
    gap.cost_unit = cost.unit;
    return gap;
  }

  Gap of_alternatives(Literal condition, const std::vector<Literal>& operands) {
    const Truth holds = truth_of(condition);
    std::vector<Gap> alternatives;
    std::vector<Truth> truths;
    for (const Literal operand : operands) {
      alternatives.push_back((*this)(operand));
      truths.push_back(truth_of(operand));
    }
    const bool by_cost = all_have_cost(alternatives);
    const std::size_t chosen = cheapest(alternatives, truths, by_cost);

    Gap gap = alternatives[chosen];
    gap.kind = GapKind::alternatives;
    gap.chosen = chosen;
    gap.parts.clear();
    gap.relative = relative_of_choice(alternatives, chosen, by_cost);
    // What is not known may satisfy another alternative, and then nothing is left to do.
    if (holds.can_be_true) gap.amount.lo = gap.relative.lo = Bound(0);
    if (holds.can_be_true && gap.cost) gap.cost->lo = std::min(gap.cost->lo, Bound(0));
    if (!gap.amount.known()) {
      for (const Gap& alternative : alternatives) gap.rests_on.merge(alternative.rests_on);
    }
    gap.alternatives = std::move(alternatives);
    return gap;
  }

  static bool all_have_cost(const std::vector<Gap>& all) {
    return std::all_of(all.begin(), all.end(), [&](const Gap& gap) {
      return gap.cost && gap.cost->hi.finite() && gap.cost_unit == all.front().cost_unit;
    });
  }

  // One that holds; else by cost where all have one; else by relative gap; else the first written.
  // Where they are known only between bounds, by the most that they could be.
  static std::size_t cheapest(const std::vector<Gap>& all, const std::vector<Truth>& truths,
                              bool by_cost) {
    const auto before = [&](std::size_t a, std::size_t b) {
      if (truths[a].is_true() != truths[b].is_true()) return truths[a].is_true();
      if (by_cost && all[a].cost->hi != all[b].cost->hi) {
        return all[a].cost->hi < all[b].cost->hi;
      }
      return all[a].relative.hi < all[b].relative.hi;
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (before(i, best)) best = i;
    }
    return best;
  }

  // Once all is known another alternative may be chosen. By relative gap the least is, whichever it
  // turns out to be; by cost it can be any.
  static Interval relative_of_choice(const std::vector<Gap>& all, std::size_t chosen,
                                     bool by_cost) {
    const bool known = std::all_of(all.begin(), all.end(), [](const Gap& gap) {
      return gap.relative.known() && (!gap.cost || gap.cost->known());
    });
    Interval relative = all[chosen].relative;
    if (by_cost && known) return relative;
    for (const Gap& gap : all) {
      relative = by_cost ? hull(relative, gap.relative) : min(relative, gap.relative);
    }
    return relative;
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
    gap.amount.lo = gap.relative.lo = Bound(0);
    if (gap.cost) gap.cost->lo = std::min(gap.cost->lo, Bound(0));
    if (gap.gross_cost) gap.gross_cost->lo = Bound(0);
    if (requirement.applies_if) {
      gap.rests_on.merge(evaluator.truth(*requirement.applies_if).rests_on);
    }
  }
  return gap;
}

}  // namespace leps
