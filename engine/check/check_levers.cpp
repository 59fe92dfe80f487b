#include "check/check_levers.hpp"

#include "check/check_types.hpp"
#include "check/check_units.hpp"
#include "check/check_values.hpp"
#include "check/condition.hpp"
#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

/// One lever of one requirement.
class LeverChecker {
 public:
  LeverChecker(Context& context, const Uses& uses, LinearSolver& solver, const ast::Lever& decl,
               DatumId datum, typed::Requirement& requirement)
      : context_(context),
        uses_(uses),
        solver_(solver),
        decl_(decl),
        datum_(datum),
        type_(*context.data[datum]),
        requirement_(requirement) {}

  void run(std::optional<CostUnit>& cost_unit) {
    if (!is_number() && !std::holds_alternative<TruthValue>(type_)) {
      context_.bag.report(Code::lever_word, decl_.datum.span,
                          {decl_.datum.text, describe(context_, type_)});
      return;
    }
    for (const typed::Lever& other : requirement_.levers) {
      if (other.datum != datum_) continue;
      context_.bag.report(Code::name_repeated, decl_.datum.span, {decl_.datum.text})
          .label(other.span, Text("già qui", "already here"));
      return;
    }
    typed::Lever lever;
    lever.datum = datum_;
    lever.span = decl_.datum.span;
    check_rounding(lever);
    check_cost(lever, cost_unit);
    requirement_.levers.push_back(std::move(lever));
    solve();
  }

 private:
  [[nodiscard]] bool is_number() const { return std::holds_alternative<NumberOf>(type_); }
  [[nodiscard]] const Unit& unit() const { return std::get<NumberOf>(type_).unit; }

  void check_rounding(typed::Lever& lever) {
    if (decl_.rounding == ast::Rounding::none) return;
    if (!is_number()) {
      context_.bag.report(Code::lever_rounding_truth, decl_.datum.span, {decl_.datum.text});
      return;
    }
    if (decl_.rounding == ast::Rounding::whole_units) {
      lever.rounding = typed::Rounding::whole_units;
      return;
    }
    if (!decl_.step) return;
    const auto step = check_value(context_, *decl_.step, type_, Bare::is_a_mistake);
    if (!step) return;
    const Rational& size = std::get<Rational>(step->value);
    if (size <= 0) {
      const Span where = context_.program.exprs[*decl_.step].span;
      context_.bag.report(Code::lever_step, where,
                          {written(size, unit(), context_.language_at(where))});
      return;
    }
    lever.rounding = typed::Rounding::steps;
    lever.step = size;
  }

  void check_cost(typed::Lever& lever, std::optional<CostUnit>& cost_unit) {
    if (decl_.cost) {
      const Checked cost = check_number(context_, *decl_.cost);
      if (cost && cost_fits(*cost, cost_unit)) lever.cost = cost;
    }
    if (!decl_.net_of) return;
    if (decl_.row) {
      context_.bag.report(Code::lever_row_net, context_.program.exprs[*decl_.net_of].span);
      return;
    }
    const Checked net_of = check_number(context_, *decl_.net_of);
    if (!decl_.cost) {
      context_.bag.report(Code::lever_net_without_cost, context_.program.exprs[*decl_.net_of].span);
      return;
    }
    if (!net_of || !lever.cost) return;
    const Unit unit = whole_cost(*lever.cost);
    lever.net_of = in_unit(context_, *net_of, unit);
    if (lever.net_of) return;
    context_.bag
        .report(Code::unit_mismatch, context_.span_of(*net_of),
                {describe(unit), describe(std::get<NumberOf>(context_.type_of(*net_of)).unit)})
        .label(context_.span_of(*lever.cost),
               Text("la leva costa " + describe(unit).it, "the lever costs " + describe(unit).en));
  }

  // What the whole change costs: the cost of one unit, times how many.
  [[nodiscard]] Unit whole_cost(typed::ExprId cost) const {
    const Unit& each = std::get<NumberOf>(context_.type_of(cost)).unit;
    return is_number() ? each * unit() : each;
  }

  bool cost_fits(typed::ExprId cost, std::optional<CostUnit>& first) {
    const Unit whole = whole_cost(cost);
    const Span where = context_.span_of(cost);
    const Unit euro = Unit::euro();
    if (!is_number() && whole.none()) {  // a yes and no is made for so many euro
      context_.bag.report(
          Code::value_wrong_type, where,
          {describe(context_, NumberOf{euro}), describe(context_, context_.type_of(cost))});
      return false;
    }
    // A lever in euro costs a number without unit: so much for each euro.
    if (is_number() && whole != euro && (whole.none() || mentions_datum(whole))) {
      const Unit wanted = euro / unit();
      context_.bag
          .report(Code::lever_cost_unit, where,
                  {decl_.datum.text,
                   wanted.none() ? Text("1, senza unità: un euro per ogni euro",
                                        "1, without a unit: a euro for each euro")
                                 : Text("in " + describe(wanted).it, "in " + describe(wanted).en),
                   describe(context_, context_.type_of(cost))})
          .label(decl_.datum.span, Text("la leva è in " + describe(unit()).it,
                                        "the lever is in " + describe(unit()).en));
      return false;
    }
    if (!first) {
      first = CostUnit{whole, where};
    } else if (first->unit != whole) {
      context_.bag
          .report(Code::lever_cost_units_differ, where, {describe(first->unit), describe(whole)})
          .label(first->where, Text("questo costo è in " + describe(first->unit).it,
                                    "this cost is in " + describe(first->unit).en));
      return false;
    }
    return true;
  }

  // `euro` where `euro/FTE` was meant leaves the FTE in the product.
  [[nodiscard]] bool mentions_datum(const Unit& whole) const {
    for (const Unit::Factor& own : unit().factors()) {
      for (const Unit::Factor& factor : whole.factors()) {
        if (factor.symbol == own.symbol) return true;
      }
    }
    return false;
  }

  void solve() {
    const Rests rests = uses_.of({requirement_.condition});
    if (rests.circular) return;  // schedule/ shows the circle
    const bool occurs = std::find(rests.data.begin(), rests.data.end(), datum_) != rests.data.end();
    if (occurs && !is_number()) return;  // it is activated as a whole
    if (occurs && !find_comparisons(condition_of(requirement_.condition, context_.typed))) return;
    if (occurs && found_) return;
    Diagnostic& report =
        context_.bag.report(Code::lever_not_in_condition, decl_.datum.span, {decl_.datum.text})
            .label(context_.span_of(requirement_.condition),
                   Text("il requisito è qui", "the requirement is here"));
    if (occurs) {
      report.hint(Text("sta in una condizione che è un calcolo: scrivi il confronto nel requisito",
                       "it stands in a condition that is a computed amount: write the comparison "
                       "in the requirement"));
    }
  }

  // Every comparison of the condition in which the datum stands; false once one cannot be solved,
  // which is reported.
  bool find_comparisons(const Condition& condition) {
    return std::visit([&](const auto& node) { return find(condition.literal, node); },
                      condition.node);
  }
  bool find_comparisons(const std::vector<Condition>& conditions) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition& each) { return find_comparisons(each); });
  }

  bool find(Literal, const Condition::All& all) { return find_comparisons(all.parts); }
  bool find(Literal, const Condition::Any& any) { return find_comparisons(any.parts); }
  bool find(Literal literal, const Condition::Comparison& comparison) {
    if (!uses_.rests_on(literal.expr, datum_)) return true;
    // Days have no level to be brought up to.
    const bool of_days =
        !std::holds_alternative<NumberOf>(context_.type_of(comparison.compare.left));
    return of_days || close(literal, comparison);
  }
  // It moves `x` between ends that stay.
  bool find(Literal, const Condition::Between& between) {
    const typed::Between& range = between.range;
    for (const typed::ExprId end : {range.low, range.high}) {
      if (!uses_.rests_on(end, datum_)) continue;
      return not_linear({context_.span_of(end), Text("qui sta in un estremo di 'tra'",
                                                     "here it stands in an end of 'between'")});
    }
    return find_comparisons(condition_of(range.above, context_.typed)) &&
           find_comparisons(condition_of(range.below, context_.typed));
  }
  bool find(Literal, const Condition::Among& among) {
    if (!uses_.rests_on(among.comparison.compare.right, datum_))
      return find_comparisons(among.parts);
    return not_linear({context_.span_of(among.comparison.compare.right),
                       Text("qui dice quante ne servono", "here it says how many are needed")});
  }
  bool find(Literal, const Condition::Either& choice) {
    if (!uses_.rests_on(choice.which, datum_)) return find_comparisons(choice.branches);
    return not_linear(
        {context_.span_of(choice.which), Text("qui sta nella condizione di un 'se'",
                                              "here it stands in the condition of an 'if'")});
  }
  bool find(Literal literal, const Condition::EveryRow&) {
    return !decl_.row || close_rows(literal.expr);
  }
  bool find(Literal literal, const Condition::Truth&) {
    const bool same = std::holds_alternative<typed::Same>(context_.typed.exprs[literal.expr].node);
    if (!same || !uses_.rests_on(literal.expr, datum_)) return true;
    return not_linear(
        {context_.span_of(literal.expr), Text("qui sta in un confronto fra due condizioni",
                                              "here it stands in a comparison of two conditions")});
  }

  // `per ogni c in comuni: c.posti almeno …`: each row is closed by its own field.
  bool close_rows(typed::ExprId expr) {
    const auto over = std::get<typed::Aggregate>(context_.typed.exprs[expr].node);
    if (over.where && uses_.rests_on(*over.where, datum_)) {
      return not_linear({context_.span_of(*over.where),
                         Text("qui decide quali righe contano", "here it says which rows count")});
    }
    const Condition body = condition_of(*over.body, context_.typed);
    if (std::holds_alternative<Condition::Comparison>(body.node)) return find_comparisons(body);
    return not_linear({context_.span_of(*over.body),
                       Text("qui serve un confronto solo", "one comparison is needed here")});
  }

  bool close(Literal literal, const Condition::Comparison& comparison) {
    found_ = true;
    const typed::ExprId expr = literal.expr;
    const typed::Lever& lever = requirement_.levers.back();
    const bool exact = comparison.relation == typed::Relation::equal_to;
    if (lever.rounding != typed::Rounding::none && exact) {
      context_.bag.report(Code::lever_rounding_exact, decl_.datum.span, {decl_.datum.text})
          .label(context_.span_of(expr),
                 Text("qui serve il numero esatto", "the exact number is needed here"));
      return false;
    }
    for (const typed::Solution& other : requirement_.solutions) {
      if (other.compare != expr) continue;
      const typed::Lever& first = requirement_.levers[other.lever];
      context_.bag
          .report(Code::lever_two_for_one, decl_.datum.span,
                  {context_.typed.data[first.datum].name, decl_.datum.text})
          .label(first.span, Text("la prima leva è qui", "the first lever is here"))
          .label(context_.span_of(expr), Text("questo è il confronto", "this is the comparison"));
      return false;
    }
    const auto solved = solver_.coefficient(comparison.compare, datum_, context_.span_of(expr));
    if (const auto* obstacle = std::get_if<Slope::Obstacle>(&solved)) return not_linear(*obstacle);
    const auto& [coefficient, through] = std::get<Coefficient>(solved);
    requirement_.solutions.push_back({expr, requirement_.levers.size() - 1, coefficient, through});
    return true;
  }

  bool not_linear(const Slope::Obstacle& obstacle) {
    context_.bag.report(Code::lever_not_linear, obstacle.where, {decl_.datum.text, obstacle.why})
        .label(decl_.datum.span, Text("la leva è qui", "the lever is here"));
    return false;
  }

  Context& context_;
  const Uses& uses_;
  LinearSolver& solver_;
  const ast::Lever& decl_;
  DatumId datum_;
  Type type_;
  typed::Requirement& requirement_;
  bool found_ = false;
};

}  // namespace

void check_levers(Context& context, const Uses& uses, LinearSolver& solver,
                  const ast::Requirement& decl, typed::Requirement& requirement,
                  std::optional<CostUnit>& cost_unit) {
  for (const ast::Lever& lever : decl.levers) {
    const auto datum = context.resolved.meaning<DatumId>(lever.datum);
    if (!datum || !context.data[*datum]) continue;  // reported already
    LeverChecker(context, uses, solver, lever, *datum, requirement).run(cost_unit);
  }
}

}  // namespace leps::inline checking
