// From a derivation to the steps that C reads. The derivation says what rests on what; a step adds
// what it is called, what it is worth, where it stands and which law says so.
#include "explanation.hpp"

#include "assess/assess.hpp"
#include "check/walk.hpp"
#include "explain/explain.hpp"
#include "provenance/derivation.hpp"
#include "words/formula.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <map>

namespace leps::capi {
namespace {

using typed::ExprId;

class StepMaker {
 public:
  StepMaker(leps_explanation& explanation, const Report& report, const Assessment& assessment,
            const RuleResult& result)
      : explanation_(explanation),
        report_(report),
        assessment_(assessment),
        typed_(report.rulebook->typed),
        facts_(*assessment.facts),
        version_(version_shown(*report.rulebook, result)),
        in_force_(result.outcome.version),
        evaluator_(reading_of(report, assessment)) {}

  void operator()() {
    add_derived();
    if (version_.applies_if) condition(LEPS_STEP_APPLIES_IF, *version_.applies_if);
    for (const typed::Requirement& requirement : version_.requirements) add(requirement);
    if (version_.partial_if) condition(LEPS_STEP_PARTIAL_IF, *version_.partial_if);
    if (version_.beneficiaries) condition(LEPS_STEP_BENEFICIARIES, *version_.beneficiaries);
  }

 private:
  // ---- clauses: what the rule says with an expression

  void condition(leps_step_kind kind, ExprId expr) {
    explanation_.conditions.push_back(&clause(kind, expr, {}));
  }

  leps_step& clause(leps_step_kind kind, ExprId expr, const std::string& name) {
    leps_step& step = explanation_.steps.emplace_back();
    step.kind = kind;
    step.name = name;
    step.parts.push_back(roots_.at(expr));
    step.formula = written(expr);
    step.value = value_of(expr);
    step.place = place(typed_.exprs[expr].span);
    return step;
  }

  void add(const typed::Requirement& requirement) {
    leps_step& step = clause(LEPS_STEP_REQUIREMENT, requirement.condition, requirement.name);
    step.place = place(requirement.span);
    add_sources(step, version_.sources);
    for (const typed::Amendment& by : requirement.amendments) {
      add_sources(step, by.sources);
      step.confidence = word_of(by.confidence);
    }
    const auto part = [&](leps_step_kind kind, const std::optional<ExprId>& expr,
                          const std::string& name) {
      if (expr) step.parts.push_back(&clause(kind, *expr, name));
    };
    part(LEPS_STEP_APPLIES_IF, requirement.applies_if, {});
    for (const typed::Lever& lever : requirement.levers) {
      if (typed_.data[lever.datum].field_of) continue;  // worth something on a row only
      part(LEPS_STEP_COST, lever.cost, typed_.data[lever.datum].name);
      part(LEPS_STEP_NET_OF, lever.net_of, typed_.data[lever.datum].name);
    }
    explanation_.conditions.push_back(&step);
  }

  // ---- what the clauses rest on

  // Node after node, never one inside another: a chain of amounts may be thousands long.
  void add_derived() {
    const std::vector<ExprId> asked = roots_of(version_);
    const Derivation derivation = derive(typed_, asked, &facts_);
    explanation_.steps.resize(derivation.nodes.size());
    for (const Derivation::NodeId id : derivation.nodes.keys()) {
      fill(explanation_.steps[id.index], derivation.nodes[id]);
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
      roots_[asked[i]] = &explanation_.steps[derivation.roots[i].index];
    }
  }

  void fill(leps_step& step, const Derivation::Node& node) {
    const typed::Expr& expr = typed_.exprs[node.expr];
    step.formula = written(node.expr);
    step.value = value_of(node.expr);
    step.place = place(expr.span);
    if (const auto* amount = std::get_if<ComputedId>(&node.subject)) {
      describe(step, typed_.computed[*amount]);
    } else if (const auto* parameter = std::get_if<ParameterId>(&node.subject)) {
      describe(step, typed_.parameters[*parameter]);
    } else if (const auto* datum = std::get_if<DatumId>(&node.subject)) {
      describe(step, *datum, expr.node);
    } else if (const auto* over = std::get_if<typed::Aggregate>(&expr.node)) {
      step.parts.push_back(rows_of(over->table));
    }
    for (const Derivation::NodeId part : node.from) {
      step.parts.push_back(&explanation_.steps[part.index]);
    }
  }

  void describe(leps_step& step, const typed::Computed& amount) {
    step.kind = LEPS_STEP_AMOUNT;
    step.name = amount.name;
    step.place = place(amount.span);
    add_sources(step, amount.sources);
  }

  void describe(leps_step& step, const typed::Parameter& parameter) {
    step.kind = LEPS_STEP_PARAMETER;
    step.name = parameter.name;
    step.place.reset();
    const typed::ParameterVersion* value = parameter.at(facts_.survey_date);
    if (!value) return;
    step.place = place(value->span);
    step.confidence = word_of(value->confidence);
    add_sources(step, value->sources);
  }

  void describe(leps_step& step, DatumId id, const typed::Node& node) {
    step.kind = LEPS_STEP_DATUM;
    step.name = typed_.data[id].name;
    step.place.reset();
    if (const Fact* fact = fact_of(id, node)) add_origin(step, *fact);
  }

  /// The one cell in which a datum stands; null where it stands in many, or in none.
  const Fact* fact_of(DatumId id, const typed::Node& node) const {
    if (std::holds_alternative<typed::DatumRef>(node)) return &facts_.facts[id];
    const auto* earlier = std::get_if<typed::PreviousYear>(&node);
    if (!earlier || !assessment_.around) return nullptr;
    const auto tables = assessment_.around->before(facts_, earlier->years);
    return tables.size() == 1 ? &tables.front()->facts[id] : nullptr;
  }

  /// A list as a datum: one step, whatever goes over its rows.
  const leps_step* rows_of(TableId id) {
    const auto [known, is_new] = lists_.try_emplace(id, nullptr);
    if (!is_new) return known->second;
    const typed::Table& table = typed_.tables[id];
    leps_step& step = explanation_.steps.emplace_back();
    known->second = &step;
    step.kind = LEPS_STEP_DATUM;
    step.name = table.name;
    step.formula = Text(table.name);
    add_origin(step, facts_.facts[table.datum]);
    const auto* rows = evaluator_.rows(id);
    if (rows && in_force_) {
      step.value.amount = view_number(Interval::point(Rational(rows->size())), Unit());
    }
    return &step;
  }

  // ---- the details of a step

  [[nodiscard]] Text written(ExprId expr) const {
    return {formula(expr, typed_, Language::italian), formula(expr, typed_, Language::english)};
  }

  // Of a row there are as many values as rows, and of a rule that is not in force none matters.
  ValueView value_of(ExprId expr) {
    if (!in_force_ || typed_.exprs[expr].rows != 0) return {};
    return view_value(evaluator_.value(expr), typed_.exprs[expr].type, typed_);
  }

  [[nodiscard]] leps_place place(Span span) const { return place_of(span, {}, *report_.sources); }

  void add_origin(leps_step& step, const Fact& fact) const {
    if (fact.cell) step.place = place(*fact.cell);
    if (!fact.origin.empty()) step.sources.push_back({plain(fact.origin), {}, {}});
  }

  void add_sources(leps_step& step, const std::vector<SourceOfLawId>& ids) const {
    for (const CitedSource& cited : cite(ids, typed_)) {
      step.sources.push_back({cited.title, cited.urn, cited.url});
    }
  }

  static std::string word_of(const std::optional<Confidence>& confidence) {
    return confidence ? std::string(confidence_word(*confidence, Language::italian))
                      : std::string();
  }

  leps_explanation& explanation_;
  const Report& report_;
  const Assessment& assessment_;
  const Typed& typed_;
  const FactTable& facts_;
  const typed::RuleVersion& version_;
  bool in_force_;
  Evaluator evaluator_;
  std::map<ExprId, const leps_step*> roots_;
  std::map<TableId, const leps_step*> lists_;
};

}  // namespace

void add_steps(leps_explanation& explanation, const Report& report, const Assessment& assessment,
               const RuleResult& result) {
  StepMaker(explanation, report, assessment, result)();
}

}  // namespace leps::capi
