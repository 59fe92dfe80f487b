#include "check/check_rules.hpp"

#include "check/check_declarations.hpp"
#include "check/check_levers.hpp"
#include "check/check_periods.hpp"
#include "check/check_types.hpp"
#include "check/check_values.hpp"

#include <algorithm>

namespace leps::checking {
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
    version_.notes = texts(decl_.notes);
    version_.span = decl_.name.span;

    check_category();
    version_.applies_if = condition(decl_.applies_if);
    for (const ast::Requirement& requirement : decl_.requirements) check(requirement);
    if (decl_.partial_if) {
      version_.partial_if = condition(decl_.partial_if->condition);
      version_.partial_confidence = confidence(decl_.partial_if->confidence);
    }
    version_.parameters = uses_.of(exprs_).parameters;
    if (decl_.beneficiaries) version_.beneficiaries = check_number(context_, *decl_.beneficiaries);
    if (version_.beneficiaries) exprs_.push_back(*version_.beneficiaries);
    check_after();
    check_score();
    check_parameter_days();
    return std::move(version_);
  }

 private:
  static std::optional<Confidence> confidence(const std::optional<ast::ConfidenceText>& text) {
    return text ? std::optional(text->value) : std::nullopt;
  }

  Checked condition(std::optional<ast::ExprId> expr) {
    const Checked checked = expr ? check_condition(context_, *expr) : std::nullopt;
    if (checked) exprs_.push_back(*checked);
    return checked;
  }

  void check_category() {
    const auto category = find(context_.resolved.category_names, decl_.category.text);
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
    requirement.applies_if = condition(decl.applies_if);
    const Checked checked = condition(decl.condition);
    if (!checked) return;
    requirement.condition = *checked;
    check_levers(context_, uses_, solver_, decl, requirement, cost_unit_);
    for (const typed::Lever& lever : requirement.levers) {
      if (lever.cost) exprs_.push_back(*lever.cost);
      if (lever.net_of) exprs_.push_back(*lever.net_of);
    }
    version_.requirements.push_back(std::move(requirement));
  }

  void check_after() {
    for (const ast::Identifier& name : decl_.after) {
      const auto rule = find(context_.resolved.rule_names, name.text);
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

void check_rules(Context& context, const Uses& uses) {
  LinearSolver solver(context, uses);
  for (const Resolved::RuleEntry& entry : context.resolved.rules) {
    typed::Rule rule{entry.name, {}};
    std::vector<Dated> days;
    for (const auto& version : entry.versions) {
      rule.versions.push_back(RuleChecker(context, uses, solver, *version.decl).run(version.pack));
      days.push_back({version.decl->in_force.period, version.decl->in_force.span});
    }
    check_sequence(context, Text("la regola '" + entry.name + "'", "the rule '" + entry.name + "'"),
                   days);
    context.typed.rules.add(std::move(rule));
  }
}

}  // namespace leps::checking
