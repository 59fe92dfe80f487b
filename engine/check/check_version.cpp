#include "check/check_version.hpp"

#include "check/check_declarations.hpp"
#include "check/check_levers.hpp"
#include "check/check_periods.hpp"
#include "check/check_types.hpp"
#include "check/check_values.hpp"
#include "check/words.hpp"

#include <algorithm>
#include <utility>

namespace leps::inline checking {
namespace {

/// One version of one rule.
class RuleChecker {
 public:
  RuleChecker(Context& context, const Uses& uses, LinearSolver& solver, const ast::RuleDecl& decl)
      : context_(context), uses_(uses), solver_(solver), decl_(decl) {}

  typed::RuleVersion run(PackId pack) {
    version_.pack = pack;
    version_.title = decl_.title.text;
    version_.sources = source_ids(context_, decl_.sources);
    version_.in_force = decl_.in_force.period;
    version_.in_force_confidence = confidence(decl_.in_force_confidence);
    version_.after_confidence = confidence(decl_.after_confidence);
    version_.deadline = decl_.deadline;
    version_.deadline_span = decl_.deadline_span;
    version_.notes = texts(decl_.notes);
    version_.span = decl_.name.span;

    check_category();
    version_.applies_if = condition(decl_.applies_if);
    version_.applies_confidence = confidence(decl_.applies_confidence);
    for (const ast::Requirement& requirement : decl_.requirements) check(requirement);
    version_.partial_if = condition(decl_.partial_if);
    version_.partial_confidence = confidence(decl_.partial_confidence);
    version_.parameters = uses_.of(exprs_).parameters;
    if (decl_.beneficiaries) version_.beneficiaries = check_number(context_, *decl_.beneficiaries);
    if (version_.beneficiaries) exprs_.push_back(*version_.beneficiaries);
    check_after();
    check_score();
    check_parameter_days();
    return std::move(version_);
  }

 private:
  Checked condition(std::optional<ast::ExprId> expr) {
    const Checked checked = expr ? check_condition(context_, *expr) : std::nullopt;
    if (checked) exprs_.push_back(*checked);
    return checked;
  }

  void check_category() {
    const auto category = context_.resolved.meaning<CategoryId>(decl_.category);
    if (!category) return;
    version_.category = *category;
    const ast::CategoryDecl& declared = *context_.resolved.categories[*category].decl;
    if (!declared.period) return;
    check_coverage(context_, decl_,
                   Text("la categoria '" + declared.name.text + "'",
                        "the category '" + declared.name.text + "'"),
                   {declared.period->period, declared.period->span}, decl_.category.span);
  }

  void check(const ast::Requirement& decl) {
    typed::Requirement requirement;
    requirement.name = decl.name.text;
    if (decl.title) requirement.title = decl.title->text;
    requirement.span = decl.name.span;
    requirement.confidence = confidence(decl.confidence);
    requirement.applies_if = condition(decl.applies_if);
    requirement.applies_confidence = confidence(decl.applies_confidence);
    // A term by itself is let off while it is not due; under `o` it would be no requirement.
    const bool term =
        std::holds_alternative<ast::Within>(context_.program.exprs[decl.condition].node);
    if (term) context_.terms.emplace_back();
    const Checked checked = condition(decl.condition);
    if (term) context_.terms.pop_back();
    if (!checked) return;
    requirement.condition = *checked;
    requirement.asks_if = asks_if(*checked);
    if (decl.tolerance) check_tolerance(*decl.tolerance, requirement);
    check_levers(context_, uses_, solver_, decl, requirement, cost_unit_);
    for (const typed::Lever& lever : requirement.levers) {
      if (lever.cost) exprs_.push_back(*lever.cost);
      if (lever.net_of) exprs_.push_back(*lever.net_of);
    }
    version_.requirements.push_back(std::move(requirement));
  }

  // Where the condition is `per ogni`: whether there is a row to ask anything of; where it is a
  // term, whether it is due.
  std::optional<typed::ExprId> asks_if(typed::ExprId condition) {
    const typed::Expr expr = context_.typed.exprs[condition];
    if (const auto* term = std::get_if<typed::Within>(&expr.node)) return term->due;
    const auto* over = std::get_if<typed::Aggregate>(&expr.node);
    if (!over || over->kind != typed::Aggregation::for_every) return std::nullopt;
    typed::Aggregate exists = *over;
    exists.kind = typed::Aggregation::exists;
    exists.body.reset();
    return context_.add(std::move(exists), TruthValue{}, expr.span);
  }

  // The comparison with its level brought nearer by the tolerance.
  void check_tolerance(ast::ExprId share, typed::Requirement& requirement) {
    const auto tolerance =
        check_value(context_, share, NumberOf{Unit(), Purity::share}, Bare::is_a_mistake);
    const Span where = context_.program.exprs[share].span;
    const typed::Expr condition = context_.typed.exprs[requirement.condition];
    const auto* compare = std::get_if<typed::Compare>(&condition.node);
    const bool numbers =
        compare && std::holds_alternative<NumberOf>(context_.type_of(compare->left));
    if (!numbers || compare->relation == typed::Relation::different_from) {
      context_.bag.report(Code::tolerance_not_a_comparison, where)
          .label(condition.span, Text("il requisito è qui", "the requirement is here"));
      return;
    }
    if (!tolerance) return;
    requirement.tolerance = std::get<Rational>(tolerance->value);
    using typed::Relation;
    switch (compare->relation) {
      case Relation::at_least:
      case Relation::more_than:
        requirement.tolerated = relaxed(*compare, Relation::at_least, requirement, where);
        break;
      case Relation::at_most:
      case Relation::less_than:
        requirement.tolerated = relaxed(*compare, Relation::at_most, requirement, where);
        break;
      case Relation::equal_to:
      case Relation::different_from:
        requirement.tolerated =
            context_.add(typed::Logic{true,
                                      {relaxed(*compare, Relation::at_least, requirement, where),
                                       relaxed(*compare, Relation::at_most, requirement, where)}},
                         TruthValue{}, where);
        break;
    }
  }

  // `a >= b - t·|b|`, or `a <= b + t·|b|`: the lesser of `(1 - t) b` and `(1 + t) b`, or the
  // greater. Either grows with `b`, so that a level that is not known stays as narrow as it is.
  typed::ExprId relaxed(const typed::Compare& compare, typed::Relation relation,
                        const typed::Requirement& requirement, Span where) {
    const Type level = context_.type_of(compare.right);
    const auto times = [&](const Rational& factor) {
      const typed::ExprId share = context_.add(typed::Constant{factor, to_string(factor)},
                                               NumberOf{Unit(), Purity::share}, where);
      return context_.add(typed::Arithmetic{typed::ArithmeticOp::of, share, compare.right}, level,
                          where);
    };
    const bool greatest = relation == typed::Relation::at_most;
    const typed::ExprId bound =
        context_.add(typed::Extremum{greatest,
                                     {times(Rational(1 - requirement.tolerance)),
                                      times(Rational(1 + requirement.tolerance))}},
                     level, where);
    return context_.add(typed::Compare{relation, compare.left, bound}, TruthValue{}, where);
  }

  void check_after() {
    for (const ast::Identifier& name : decl_.after) {
      const auto rule = context_.resolved.meaning<RuleId>(name);
      if (!rule) continue;
      version_.after.push_back(*rule);
      version_.after_spans.push_back(name.span);
    }
  }

  void check_score() {
    if (!decl_.score) return;
    const auto score = check_value(context_, *decl_.score, NumberOf{}, Bare::is_a_mistake);
    if (score) version_.score = std::get<Rational>(score->value);
  }

  void check_parameter_days() {
    for (const ParameterId id : uses_.of(exprs_).parameters) {
      const typed::Parameter& parameter = context_.typed.parameters[id];
      if (parameter.versions.empty()) continue;
      Dated there{parameter.versions.front().period, parameter.versions.front().span};
      for (const typed::ParameterVersion& version : parameter.versions) {
        const auto& to = version.period.to;
        if (there.period.to && (!to || *to > *there.period.to)) there.period.to = to;
      }
      if (there.period.contains(decl_.in_force.period)) continue;
      check_coverage(
          context_, decl_,
          Text("il parametro '" + parameter.name + "'", "the parameter '" + parameter.name + "'"),
          there, uses_.place_of(exprs_, id));
    }
  }

  Context& context_;
  const Uses& uses_;
  LinearSolver& solver_;
  const ast::RuleDecl& decl_;
  typed::RuleVersion version_;
  std::vector<typed::ExprId> exprs_;  // all that the rule works out, in the order of the text
  std::optional<CostUnit> cost_unit_;
};

}  // namespace

typed::RuleVersion check_version(Context& context, const Uses& uses, LinearSolver& solver,
                                 const ast::RuleDecl& decl, PackId pack) {
  return RuleChecker(context, uses, solver, decl).run(pack);
}

}  // namespace leps::inline checking
