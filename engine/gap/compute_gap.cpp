#include "gap/compute_gap.hpp"

#include "check/condition.hpp"
#include "eval/aggregate.hpp"
#include "eval/kleene.hpp"
#include "gap/cheapest.hpp"
#include "gap/close.hpp"
#include "gap/close_row.hpp"
#include "gap/distance.hpp"
#include "gap/gap_among.hpp"
#include "gap/nearer_end.hpp"
#include "gap/rows_behind.hpp"

#include <algorithm>

namespace leps::inline gaps {
namespace {

using typed::ExprId;

/// The gap of each kind of condition.
class Measure {
 public:
  Measure(const typed::Requirement& requirement, Evaluator& evaluator)
      : requirement_(requirement), evaluator_(evaluator) {}

  Gap operator()(const Condition& condition) {
    Gap gap = std::visit([&](const auto& node) { return of(condition, node); }, condition.node);
    if (!std::holds_alternative<Condition::Either>(condition.node)) {
      gap.condition = condition.literal;
    }
    return gap;
  }

 private:
  const typed::Node& typed_node(Literal literal) const {
    return evaluator_.rulebook().typed.exprs[literal.expr].node;
  }

  Truth truth_of(const Condition& condition) {
    const Truth& value = evaluator_.truth(condition.literal.expr);
    return condition.literal.negated ? !value : value;
  }

  static bool is_truth(const Condition& condition) {
    return std::holds_alternative<Condition::Truth>(condition.node);
  }

  Gap of(const Condition& condition, const Condition::Comparison& comparison) {
    const Truth holds = truth_of(condition);
    const typed::Compare& compare = comparison.compare;
    const typed::Relation relation = comparison.relation;
    const ExprId expr = condition.literal.expr;
    const Quantity& left = evaluator_.quantity(compare.left);
    const Quantity& right = evaluator_.quantity(compare.right);
    const DatumSet rests_on = merge(left.rests_on, right.rests_on);

    Gap gap;
    gap.kind = Gap::Distance{};
    gap.unit = unit_of_comparison(evaluator_.rulebook().typed, compare);
    gap.strict = is_strict(relation);
    gap.amount = distance(relation, left, right);
    gap.relative = of_days(compare) ? Interval{Bound(holds.is_false() ? 1 : 0),
                                               Bound(holds.can_be_false ? 1 : 0)}
                                    : relative_distance(relation, left, right);
    if (relation == typed::Relation::at_least) name_rows_behind(gap, compare, evaluator_);

    if (const auto* solution = solution_of(expr)) {
      close_with_lever(gap, relation, holds, *solution, requirement_.levers[solution->lever],
                       evaluator_);
    } else {
      gap.unpriced = true;
      if (holds.is_true()) gap.cost = gap.gross_cost = Interval::point(0);
    }
    // At a strict level the distance may be none for sure, and the lever's step still be open.
    if (!gap.amount.known() || !gap.relative.known()) gap.rests_on.amount.merge(rests_on);
    return gap;
  }

  [[nodiscard]] const typed::Solution* solution_of(ExprId compare) const {
    const auto& all = requirement_.solutions;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const typed::Solution& s) { return s.compare == compare; });
    return found == all.end() ? nullptr : &*found;
  }

  // To the nearer end. At most one of the two is missed, unless the ends are the wrong way round.
  Gap of(const Condition&, const Condition::Between& between) {
    const typed::Between& range = between.range;
    const auto to = [&](ExprId end) {
      return (*this)(condition_of(end, evaluator_.rulebook().typed));
    };
    std::optional<LeverOfRange> lever;
    if (const auto* solution = solution_of(range.above)) {
      lever.emplace(LeverOfRange{requirement_.levers[solution->lever], *solution});
    }
    return nearer_end(to(range.above), to(range.below), range, lever, evaluator_);
  }

  // How many more are needed, or how many less: of those that may be, the cheapest.
  Gap of(const Condition& condition, const Condition::Among& among) {
    const typed::Relation relation = among.comparison.relation;
    Gap gap = of(condition, among.comparison);
    gap.strict = false;
    gap.lever.reset();
    const Quantity& many = evaluator_.quantity(among.comparison.compare.left);
    const Quantity& level = evaluator_.quantity(among.comparison.compare.right);
    gap.amount = more_needed(relation, many, level);
    if (is_strict(relation)) gap.relative = relative_need(gap.amount, level);
    Gap::Activation& activation = gap.kind.emplace<Gap::Activation>();
    activation.total = among.parts.size();
    const bool too_many =
        relation == typed::Relation::at_most || relation == typed::Relation::less_than;
    std::vector<Alternative> open;
    for (const Condition& part : among.parts) {
      const Truth one = truth_of(part);
      if (too_many ? one.is_true() : one.is_false()) {
        activation.failing.push_back({part.literal.expr, part.literal.negated != too_many});
      }
      if (one.is_true()) continue;
      Alternative each{one, (*this)(part), std::nullopt};
      if (!one.known() && is_truth(part)) each.open = of_truths({&part}, {truth(false)});
      gap.rests_on.price.merge(each.gap.rests_on.price);
      open.push_back(std::move(each));
    }
    price_cheapest(gap, truth_of(condition), relation, many, level, open);
    return gap;
  }

  bool of_days(const typed::Compare& compare) const {
    return std::holds_alternative<DayOf>(evaluator_.rulebook().typed.exprs[compare.left].type);
  }

  // How many rows fail, and by how much where each is a comparison.
  Gap of(const Condition& condition, const Condition::EveryRow&) {
    const Typed& typed = evaluator_.rulebook().typed;
    const auto& over = std::get<typed::Aggregate>(typed_node(condition.literal));
    Gap gap;
    gap.unpriced = true;
    FailingRows& found = gap.kind.emplace<Gap::Rows>().rows;
    const std::vector<FactRow>* rows = evaluator_.rows(over.table);
    if (!rows) {
      const bool some_can_fail = truth_of(condition).can_be_false;
      gap.amount = {Bound(0), some_can_fail ? Bound::plus_infinity() : Bound(0)};
      gap.relative = {Bound(0), Bound(some_can_fail ? 1 : 0)};
      if (!some_can_fail) gap.cost = gap.gross_cost = Interval::point(0);
      gap.rests_on.amount.add(typed.tables[over.table].datum);
      return gap;
    }
    const auto* compare = std::get_if<typed::Compare>(&typed.exprs[*over.body].node);
    const bool measured =
        compare && std::holds_alternative<NumberOf>(typed.exprs[compare->left].type);
    const auto* solution = compare ? solution_of(*over.body) : nullptr;
    const typed::Lever* lever = solution ? &requirement_.levers[solution->lever] : nullptr;
    std::optional<Interval> cost = Interval::point(0);
    Interval shortfall = Interval::point(0);
    int least = 0, most = 0, surely_well = 0, perhaps_well = 0;
    for_each_row(over, *rows, evaluator_, [&](const FactRow& row, const Truth& counts) {
      const Truth holds = evaluator_.truth(*over.body);
      const bool fails = counts.is_true() && holds.is_false();
      least += fails;
      most += holds.can_be_false;
      surely_well += counts.is_true() && holds.is_true();
      perhaps_well += holds.can_be_true;
      ++found.total;
      if (fails) found.failing.push_back(row.key);
      if (!fails && holds.can_be_false) {
        found.open.push_back(row.key);
        gap.rests_on.amount.merge(merge(holds.rests_on, counts.rests_on));
      }
      if (!measured) return;
      Interval row_gap = distance(compare->relation, evaluator_.quantity(compare->left),
                                  evaluator_.quantity(compare->right));
      if (lever) {
        const RowClosed closed =
            close_row(row_gap, compare->relation, holds, *solution, *lever, over.level, evaluator_);
        row_gap = closed.amount;
        cost = cost && closed.cost ? std::optional(*cost + perhaps(counts, *closed.cost))
                                   : std::nullopt;
        if (lever->cost && !holds.is_true()) {
          gap.rests_on.price.merge(evaluator_.quantity(*lever->cost).rests_on);
        }
      }
      row_gap = perhaps(counts, row_gap);
      if (!row_gap.known()) gap.rests_on.amount.merge(merge(holds.rests_on, counts.rests_on));
      shortfall = shortfall + row_gap;
    });
    gap.amount = {Bound(least), Bound(most)};
    if (measured) gap.shortfall = {shortfall, unit_of_comparison(typed, *compare)};
    if (lever) {
      gap.lever = lever->datum;
      gap.shortfall->unit = std::get<NumberOf>(typed.data[lever->datum].type).unit;
      gap.unpriced = !lever->cost || shortfall.lo == Bound::plus_infinity();
      if (lever->cost) gap.cost_unit = unit_of(typed, *lever->cost) * gap.shortfall->unit;
      gap.cost = gap.gross_cost = lever->cost ? cost : std::nullopt;
    }
    gap.relative = {share(least, least + perhaps_well), share(most, most + surely_well)};
    if (most == 0) gap.cost = gap.gross_cost = Interval::point(0);
    return gap;
  }

  // Of a row that may not count: nothing, perhaps.
  static Interval perhaps(const Truth& counts, const Interval& amount) {
    return counts.is_true() ? amount : hull(Interval::point(0), amount);
  }

  // Of the rows that count: the fewest that fail beside all that may hold, the most that may fail
  // beside those that surely hold.
  static Bound share(int failing, int of) {
    return failing == 0 ? Bound(0) : Bound(Rational(failing) / Rational(of));
  }

  // The branch that holds; where it is not known which, both.
  Gap of(const Condition& condition, const Condition::Either& choice) {
    const Truth& which = evaluator_.truth(choice.which);
    const Condition &yes = choice.branches[0], &no = choice.branches[1];
    if (which.is_true()) return (*this)(yes);
    if (which.is_false()) return (*this)(no);

    Gap gap = either((*this)(yes), (*this)(no));
    gap.condition = condition.literal;
    gap.rests_on.amount.merge(which.rests_on);
    return gap;
  }

  Gap of(const Condition& condition, const Condition::Truth&) {
    return of_truths({&condition}, {truth_of(condition)});
  }

  Gap of(const Condition&, const Condition::All& all) {
    if (!std::all_of(all.parts.begin(), all.parts.end(), is_truth)) return of_parts(all.parts);
    std::vector<const Condition*> truths;
    std::vector<Truth> values;
    for (const Condition& part : all.parts) {
      truths.push_back(&part);
      values.push_back(truth_of(part));
    }
    return of_truths(truths, values);
  }

  Gap of_truths(const std::vector<const Condition*>& truths, const std::vector<Truth>& values) {
    Gap gap;
    Gap::Activation& activation = gap.kind.emplace<Gap::Activation>();
    activation.total = truths.size();
    int least = 0, most = 0;
    Cost cost;
    for (std::size_t i = 0; i < truths.size(); ++i) {
      const Literal literal = truths[i]->literal;
      const Truth& holds = values[i];
      least += holds.is_false();
      most += holds.can_be_false;
      if (holds.is_false()) activation.failing.push_back(literal);
      if (!holds.known()) gap.rests_on.amount.merge(holds.rests_on);
      const bool priced = add_activation(cost, literal, holds, gap, truths.size() == 1);
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
  bool add_activation(Cost& cost, Literal literal, const Truth& holds, Gap& gap, bool alone) {
    const auto* datum = std::get_if<typed::DatumRef>(&typed_node(literal));
    const auto lever =
        std::find_if(requirement_.levers.begin(), requirement_.levers.end(),
                     [&](const typed::Lever& l) { return datum && l.datum == datum->datum; });
    const bool found = lever != requirement_.levers.end();
    if (found && alone) gap.lever = lever->datum;
    const bool priced = found && lever->cost;
    if (holds.is_true()) return priced;
    if (priced) gap.rests_on.price.merge(evaluator_.quantity(*lever->cost).rests_on);
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

  Gap of_parts(const std::vector<Condition>& operands) {
    Gap gap;
    Gap::Parts parts;
    gap.relative = Interval::point(0);
    int least = 0, most = 0;
    Cost cost;
    for (const Condition& operand : operands) {
      const Truth holds = truth_of(operand);
      least += holds.is_false();
      most += holds.can_be_false;
      Gap part = (*this)(operand);
      gap.relative = max(gap.relative, part.relative);
      gap.rests_on.amount.merge(part.rests_on.amount);
      if (!holds.known()) gap.rests_on.amount.merge(holds.rests_on);
      gap.rests_on.price.merge(part.rests_on.price);
      if (!holds.is_true()) cost.add(part.gross_cost, part.cost, part.cost_unit);
      gap.unpriced = gap.unpriced || (part.unpriced && holds.is_false());
      parts.all.push_back(std::move(part));
    }
    gap.kind = std::move(parts);
    gap.amount = {Bound(least), Bound(most)};
    gap.cost = cost.net;
    gap.gross_cost = cost.gross;
    gap.cost_unit = cost.unit;
    return gap;
  }

  Gap of(const Condition&, const Condition::Any& any) {
    std::vector<Alternative> alternatives;
    for (const Condition& operand : any.parts) {
      Alternative each{truth_of(operand), (*this)(operand), std::nullopt};
      if (!each.holds.known() && is_truth(operand)) {
        each.open = of_truths({&operand}, {truth(false)});
      }
      alternatives.push_back(std::move(each));
    }
    return of_cheapest(std::move(alternatives));
  }

  const typed::Requirement& requirement_;
  Evaluator& evaluator_;
};

}  // namespace

std::optional<Gap> compute_gap(const typed::Requirement& requirement,
                               const RequirementOutcome& outcome, Evaluator& evaluator) {
  const bool applies =
      outcome.possible.has(Verdict::soddisfatto) || outcome.possible.has(Verdict::non_soddisfatto);
  if (!applies) return std::nullopt;

  Gap gap = Measure(requirement,
                    evaluator)(condition_of(requirement.condition, evaluator.rulebook().typed));
  if (outcome.possible.has(Verdict::non_applicabile)) {  // perhaps nothing is asked at all
    const Interval nothing = Interval::point(0);
    gap.amount = hull(gap.amount, nothing);
    gap.relative = hull(gap.relative, nothing);
    if (gap.cost) gap.cost = hull(*gap.cost, nothing);
    if (gap.gross_cost) gap.gross_cost = hull(*gap.gross_cost, nothing);
    if (gap.shortfall) gap.shortfall->range = hull(gap.shortfall->range, nothing);
    if (requirement.applies_if) {
      gap.rests_on.amount.merge(evaluator.truth(*requirement.applies_if).rests_on);
    }
  }
  return gap;
}

}  // namespace leps::inline gaps
