#include "check/check_rules.hpp"

#include "check/check_declarations.hpp"
#include "check/check_levers.hpp"
#include "check/check_periods.hpp"
#include "check/check_types.hpp"
#include "check/check_values.hpp"
#include "check/layers.hpp"
#include "check/words.hpp"
#include "syntax/keywords.hpp"

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
    requirement.applies_if = condition(decl.applies_if);
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

/// A rule after the amendments of the packs that stand on its own, one layer after the other. The
/// text so amended is checked as a rule of its own, with the days on which it holds.
class AmendedRule {
 public:
  AmendedRule(Context& context, const Uses& uses, LinearSolver& solver,
              const Resolved::RuleEntry& entry, typed::Rule& rule)
      : context_(context), uses_(uses), solver_(solver), entry_(entry), rule_(rule) {}

  void run() {
    auto amendments = entry_.amendments;
    std::stable_sort(amendments.begin(), amendments.end(), [&](const auto& a, const auto& b) {
      return layer_of(context_.resolved, a.pack) < layer_of(context_.resolved, b.pack);
    });
    for (const auto& version : entry_.versions) texts_.push_back({*version.decl, version.pack, {}});
    for (const auto& amendment : amendments) {
      const PackId base = entry_.versions.front().pack;
      if (!may_amend(context_, amendment.pack, base, amendment.decl->rule)) continue;
      if (rule_.layers.empty()) rule_.layers.push_back(rule_.versions);
      amend(*amendment.decl, amendment.pack);
      rule_.versions = checked();
      rule_.layers.push_back(rule_.versions);
    }
  }

 private:
  struct AmendedText {
    ast::RuleDecl decl;
    PackId pack;
    std::map<std::string, std::pair<const ast::RequirementAmendment*, PackId>> amended;
  };

  void amend(const ast::RequirementAmendment& amendment, PackId pack) {
    std::vector<AmendedText> result;
    bool applied = false;
    for (const AmendedText& text : texts_) {
      const auto both = common_days(text.decl.in_force.period, amendment.in_force.period);
      const auto same = std::find_if(
          text.decl.requirements.begin(), text.decl.requirements.end(),
          [&](const auto& each) { return each.name.text == amendment.requirement.name.text; });
      if (!both || same == text.decl.requirements.end()) {
        result.push_back(text);
        continue;
      }
      applied = true;
      for (const Period& period : without(text.decl.in_force.period, *both)) {
        result.push_back(text);
        result.back().decl.in_force.period = period;
      }
      AmendedText changed = text;
      changed.decl.in_force.period = *both;
      for (ast::Requirement& requirement : changed.decl.requirements) {
        if (requirement.name.text == amendment.requirement.name.text) {
          requirement = amendment.requirement;
        }
      }
      changed.amended[amendment.requirement.name.text] = {&amendment, pack};
      result.push_back(std::move(changed));
    }
    if (!applied && has_requirement(amendment.requirement.name.text)) {
      context_.bag.report(Code::layer_amends_nothing, amendment.in_force.span,
                          {entry_.name, describe(amendment.in_force.period)});
    }
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
      return a.decl.in_force.period.from < b.decl.in_force.period.from;
    });
    texts_ = std::move(result);
  }

  // In any version; where it has none, resolve/ has said so.
  [[nodiscard]] bool has_requirement(const std::string& name) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const AmendedText& text) {
      const auto& all = text.decl.requirements;
      return std::any_of(all.begin(), all.end(),
                         [&](const ast::Requirement& each) { return each.name.text == name; });
    });
  }

  // What is wrong with a text that stands in several stretches of days is said once.
  std::vector<typed::RuleVersion> checked() {
    std::vector<typed::RuleVersion> versions;
    for (const AmendedText& text : texts_) {
      DiagnosticBag before = std::exchange(context_.bag, {});
      versions.push_back(RuleChecker(context_, uses_, solver_, text.decl).run(text.pack));
      before.append_new(std::exchange(context_.bag, {}));
      context_.bag = std::move(before);
      for (typed::Requirement& requirement : versions.back().requirements) {
        const auto at = text.amended.find(requirement.name);
        if (at == text.amended.end()) continue;
        const ast::RequirementAmendment& by = *at->second.first;
        std::optional<Confidence> confidence;
        if (by.in_force_confidence) confidence = by.in_force_confidence->value;
        requirement.amendment =
            typed::Requirement::Amendment{at->second.second, source_ids(context_, by.sources),
                                          confidence, texts(by.notes), by.requirement.name.span};
      }
    }
    return versions;
  }

  Context& context_;
  const Uses& uses_;
  LinearSolver& solver_;
  const Resolved::RuleEntry& entry_;
  typed::Rule& rule_;
  std::vector<AmendedText> texts_;
};

// A version in a pack that stands on the rule's own changes nothing: it is a second one.
std::optional<Text> instead_of_version(const Context& context, const Resolved::RuleEntry& entry,
                                       const Resolved::Entry<ast::RuleDecl>& version) {
  const auto lower =
      std::find_if(entry.versions.begin(), entry.versions.end(), [&](const auto& each) {
        return layer_of(context.resolved, each.pack) < layer_of(context.resolved, version.pack);
      });
  if (lower == entry.versions.end()) return std::nullopt;
  const Language language = context.language_at(version.decl->name.span);
  const std::string path = entry.name + "." + version.decl->requirements.front().name.text;
  return format({"la regola è già del pacchetto '{0}': per cambiarla scrivi: {1} {2} {3}: …",
                 "the rule is already of the package '{0}': to change it write: {1} {2} {3}: …"},
                {context.resolved.packs[lower->pack].name, word(Keyword::amend, language),
                 word(Keyword::requirement, language), path});
}

}  // namespace

void check_rules(Context& context, const Uses& uses) {
  LinearSolver solver(context, uses);
  for (const Resolved::RuleEntry& entry : context.resolved.rules) {
    typed::Rule rule{entry.name, {}, {}};
    std::vector<Dated> days;
    for (const auto& version : entry.versions) {
      rule.versions.push_back(RuleChecker(context, uses, solver, *version.decl).run(version.pack));
      days.push_back({version.decl->in_force.period, version.decl->in_force.span,
                      instead_of_version(context, entry, version)});
    }
    AmendedRule(context, uses, solver, entry, rule).run();
    check_sequence(context, Text("la regola '" + entry.name + "'", "the rule '" + entry.name + "'"),
                   days);
    context.typed.rules.add(std::move(rule));
  }
}

}  // namespace leps::inline checking
