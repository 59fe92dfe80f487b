#include "explain/explain.hpp"

#include "check/walk.hpp"
#include "explain/gap_in_short.hpp"
#include "explain/no_value.hpp"
#include "explain/rank_sentence.hpp"
#include "explain/sentences.hpp"
#include "explain/statement_terms.hpp"
#include "explain/uncertain.hpp"
#include "explain/verdict_sentence.hpp"
#include "provenance/derivation.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace leps::inline explaining {
namespace {

using typed::ExprId;

class Explainer {
 public:
  Explainer(const Report& report, Evaluator& evaluator, Language language)
      : report_(report),
        evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        facts_(evaluator.facts()),
        language_(language),
        say_(language) {}

  Explanation rule(const Assessment& assessment, const RuleResult& result, Naming naming);
  ExplainedAmount amount(ComputedId id);

 private:
  [[nodiscard]] bool in_force(const RuleResult& result) const { return result.outcome.version; }

  ShownFormula shown(ExprId expr, bool with_numbers) {
    return show_formula(expr, with_numbers, evaluator_, language_);
  }
  std::string outcome_of(ExprId expr, const Type& type) {
    return show_outcome(expr, type, evaluator_, language_);
  }
  UsedParameter parameter(ParameterId id) const {
    return use_parameter(id, typed_, facts_.survey_date, language_);
  }
  UsedDatum datum(DatumId id) { return use_datum(id, report_, evaluator_, language_); }
  void add_tolerance(const RuleResult& result, std::size_t index, ExplainedRequirement& explained);
  ExplainedRequirement requirement(const RuleResult& result, std::size_t index);
  std::string cost(const std::optional<Interval>& net, const std::optional<Interval>& gross,
                   const Unit& unit) const;
  void add_rests(const Assessment& assessment, const RuleResult& result, Explanation& explanation);
  void add_kin(const Derivation& rests, Explanation& explanation);
  static void add_verdicts_of_others(const Assessment& assessment, const RuleResult& result,
                                     UsedDatum& used);

  const Report& report_;
  Evaluator& evaluator_;
  const Typed& typed_;
  const FactTable& facts_;
  Language language_;
  Say say_;
  std::vector<NarrowedDatum> narrowed_;  // what the rule reads narrower than it is given
};

std::string Explainer::cost(const std::optional<Interval>& net,
                            const std::optional<Interval>& gross, const Unit& unit) const {
  const auto amount = [&](const Interval& range) { return show_cost(range, unit, language_); };
  const auto known = [](const std::optional<Interval>& range) {
    return range && (range->lo.finite() || range->hi.finite());
  };
  if (!known(net)) {
    return known(gross) ? say_(sentences::cost_gross, amount(*gross)) : std::string();
  }
  if (!known(gross) || *gross == *net) return amount(*net);
  return say_(sentences::cost_net_and_gross, amount(*net), amount(*gross));
}

// A pass that needs its tolerance says so, and how far from the level it is.
void Explainer::add_tolerance(const RuleResult& result, std::size_t index,
                              ExplainedRequirement& explained) {
  const std::vector<bool>& within = result.outcome.within_tolerance;
  if (index >= within.size() || !within[index]) return;
  const Rational& tolerance =
      version_shown(*report_.rulebook, result).requirements[index].tolerance;
  explained.within_tolerance =
      say_(sentences::within_tolerance, show_percent(tolerance, language_).text);
  explained.statement.state = Statement::State::holds;
  explained.statement.text += ", " + explained.within_tolerance;
}

ExplainedRequirement Explainer::requirement(const RuleResult& result, std::size_t index) {
  const typed::Requirement& declared = version_shown(*report_.rulebook, result).requirements[index];
  ExplainedRequirement explained;
  explained.name = declared.name;
  explained.title = plain(declared.title);
  if (index < result.outcome.requirements.size()) {
    explained.verdict = result.outcome.requirements[index].verdict;
  }
  for (const typed::Amendment& by : declared.amendments) {
    explained.changes.push_back(explain_change(by, typed_, language_));
  }
  const bool skipped = explained.verdict == Verdict::non_applicabile;
  explained.formula = shown(declared.condition, in_force(result) && !skipped);
  if (declared.applies_if) explained.applies_if = shown(*declared.applies_if, in_force(result));
  if (!in_force(result)) return explained;

  if (index < result.gaps.size() && result.gaps[index]) explained.gap = &*result.gaps[index];
  if (skipped) return explained;
  explained.statement = describe(declared.condition, explained.gap, evaluator_, language_);
  explained.statement.text = capitalized(explained.statement.text);
  explained.rows = use_rows(declared.condition, report_, evaluator_, language_);
  explained.weeks = show_weeks(declared.condition, evaluator_, language_);
  add_tolerance(result, index, explained);
  if (!explained.gap) return explained;

  const Gap& gap = *explained.gap;
  explained.gap_short = gap_in_short(gap, typed_, language_);
  if (gap.strict && explained.verdict == Verdict::soddisfatto) {  // it is passed already
    explained.gap_short = show_range_short(gap.amount, measure_of_gap(gap, typed_), language_);
  }
  if (gap.amount.known()) {
    const Measure measure = measure_of_gap(gap, typed_);
    if (!show_quantity(gap.amount.lo.value(), measure, language_).exact) {
      explained.gap_exact = show_exact(gap.amount.lo.value(), measure, language_);
    }
  }
  explained.relative = show_share(gap.relative, language_);
  if (explained.verdict != Verdict::soddisfatto) {
    explained.cost = cost(gap.cost, gap.gross_cost, gap.cost_unit);
  }
  return explained;
}

void Explainer::add_verdicts_of_others(const Assessment& assessment, const RuleResult& result,
                                       UsedDatum& used) {
  for (ShownOther& other : used.others) {
    for (const OtherSource& weighed : assessment.other_sources) {
      if (weighed.datum != used.datum || weighed.other != other.place_in_fact) continue;
      other.would_be = result.outcome.verdict;
      for (const OtherSource::Change& change : weighed.changes) {
        if (change.rule == result.outcome.rule) other.would_be = change.verdict;
      }
    }
  }
}

void Explainer::add_rests(const Assessment& assessment, const RuleResult& result,
                          Explanation& explanation) {
  if (!in_force(result)) return;
  const RuleOutcome& outcome = result.outcome;
  const std::vector<ExprId> expressions = roots_of(*explanation.version);
  const Derivation rests = derive(typed_, expressions, &facts_);
  narrowed_ = narrowed_under(expressions, evaluator_);
  for (const ParameterId id : rests.parameters) explanation.parameters.push_back(parameter(id));
  for (const DatumId id : rests.data) {
    UsedDatum used = datum(id);
    used.missing = outcome.missing.contains(id);
    used.deciding = outcome.deciding.contains(id);
    add_verdicts_of_others(assessment, result, used);
    explanation.data.push_back(std::move(used));
  }
  for (const MissingDatum& missing : merge(outcome.missing, outcome.deciding)) {
    if (missing.years_back == 0 && !missing.of_group) continue;
    UsedDatum used = use_missing(missing, report_, evaluator_, language_);
    used.missing = true;
    used.deciding = outcome.deciding.contains(missing);
    for (const NarrowedDatum& narrowed : narrowed_) {
      if (narrowed.datum == missing) hold(used, narrowed, report_, language_);
    }
    explanation.data.push_back(std::move(used));
  }
  add_kin(rests, explanation);
  for (const ComputedId id : rests.amounts) explanation.amounts.push_back(amount(id));
}

// Parts and wholes that the rule does not name, and that narrow what it does.
void Explainer::add_kin(const Derivation& rests, Explanation& explanation) {
  std::vector<DatumId> shown = rests.data;
  for (const NarrowedDatum& narrowed : narrowed_) {
    if (narrowed.there != &evaluator_) continue;
    for (const auto& end : {narrowed.by.lo, narrowed.by.hi}) {
      if (!end || std::find(shown.begin(), shown.end(), end->by) != shown.end()) continue;
      shown.push_back(end->by);
      explanation.data.push_back(datum(end->by));
    }
  }
}

Explanation Explainer::rule(const Assessment& assessment, const RuleResult& result, Naming naming) {
  const Rulebook& rulebook = *report_.rulebook;
  const RuleId id = result.outcome.rule;
  const typed::RuleVersion& version = version_shown(rulebook, result);

  Explanation explanation;
  explanation.result = &result;
  explanation.version = &version;
  explanation.name = typed_.rules[id].name;
  explanation.title = plain(version.title);
  const typed::Category& category = typed_.categories[version.category];
  explanation.category = category.name;
  explanation.category_title = plain(category.title);
  explanation.binding = category.binding;
  explanation.pack = name_of_pack(version.pack, typed_);
  explanation.in_force = show_period(version.in_force, language_);
  explanation.verdict = result.outcome.verdict;
  for (const Verdict verdict : kVerdicts) {
    if (result.outcome.possible.has(verdict)) explanation.possible.push_back(verdict);
  }

  explanation.changes =
      changes_of(typed_.rules[id], version, facts_.survey_date, typed_, language_);
  explanation.sources = cite(version.sources, typed_);
  explanation.notes = plain_all(version.notes);
  explanation.no_value = why_no_value(result.outcome.zero_divisors, evaluator_, language_);
  if (version.applies_if) explanation.applies_if = shown(*version.applies_if, in_force(result));
  if (version.partial_if) explanation.partial_if = shown(*version.partial_if, in_force(result));
  for (std::size_t i = 0; i < version.requirements.size(); ++i) {
    explanation.requirements.push_back(requirement(result, i));
  }
  for (const ExplainedRequirement& each : explanation.requirements) {
    if (!each.within_tolerance.empty() && explanation.verdict == Verdict::soddisfatto) {
      explanation.within_tolerance = each.within_tolerance;
    }
  }
  explanation.forecast = facts_.forecast;
  explanation.draft = is_draft(result, rulebook, facts_);
  if (assessment.doubts_of_rules.contains(id)) {
    explanation.doubts =
        show_doubts(assessment.doubts_of_rules[id], report_, assessment, evaluator_, language_);
  }
  add_rests(assessment, result, explanation);
  if (in_force(result)) {
    add_uncertain(explanation, narrowed_, assessment, evaluator_, naming, language_);
  }
  explanation.waivers = show_waivers(id, facts_, report_, language_);

  if (result.farthest) {
    explanation.gap_short = explanation.requirements[*result.farthest].gap_short;
  }
  if (result.relative_gap) {
    explanation.relative = show_share(*result.relative_gap, language_);
  }
  if (result.rank) explanation.cost = cost(result.cost, result.gross_cost, result.cost_unit);
  if (result.beneficiaries && version.beneficiaries) {
    explanation.beneficiaries =
        outcome_of(*version.beneficiaries, typed_.exprs[*version.beneficiaries].type);
  }
  if (result.deadline) explanation.deadline = show_day(*result.deadline, language_);
  if (explanation.verdict == Verdict::non_applicabile) {
    explanation.term_to_come = term_to_come(version, evaluator_, language_);
  }
  for (const RuleId before : version.after) {
    explanation.prerequisites.push_back(
        rule_name(assessment.rules[before.index], rulebook, naming));
  }
  explanation.rank_reason = rank_sentence(assessment, rulebook, result, language_, naming);
  explanation.rank_in_short = rank_in_short(assessment, rulebook, result, language_, naming);
  explanation.fragile = fragile_sentence(assessment, rulebook, result, language_, naming);
  explanation.headline = verdict_sentence(explanation, facts_.survey_date, language_);
  if (const typed::Ending* ending = typed_.rules[id].ended(facts_.survey_date);
      ending && !in_force(result)) {
    explanation.headline = ended_sentence(*ending, facts_.survey_date, typed_, language_);
  }
  return explanation;
}

ExplainedAmount Explainer::amount(ComputedId id) {
  const typed::Computed& declared = typed_.computed[id];
  ExplainedAmount explained;
  explained.computed = id;
  explained.draft = is_draft(id, typed_, facts_);
  explained.name = declared.name;
  explained.title = plain(declared.title);
  explained.formula = shown(declared.value, true);
  explained.formula.outcome = outcome_of(declared.value, declared.type);  // a share is a share
  explained.value = explained.formula.outcome;
  explained.sources = cite(declared.sources, typed_);
  if (declared.confidence && *declared.confidence != Confidence::verificato) {
    explained.notes.push_back(say_(declared.confidence == Confidence::ipotesi
                                       ? sentences::amount_assumed
                                       : sentences::amount_unverified));
  }
  const std::vector<std::string> notes = plain_all(declared.notes);
  explained.notes.insert(explained.notes.end(), notes.begin(), notes.end());
  for (const ParameterId used : declared.parameters) {
    explained.parameters.push_back(parameter(used));
  }
  if (declared.stands_for) explained.worked_out = datum(*declared.stands_for).worked_out;
  for (const DatumId used : declared.data) {
    if (used != declared.stands_for) explained.data.push_back(datum(used));
  }
  explained.rows = use_rows(declared.value, report_, evaluator_, language_);
  explained.weeks = show_weeks(declared.value, evaluator_, language_);
  if (const auto* quantity = std::get_if<Quantity>(&evaluator_.value(declared.value))) {
    explained.no_value = why_no_value(quantity->zero_divisors, evaluator_, language_);
  }
  return explained;
}

}  // namespace

Explanation explain(const Report& report, const Assessment& assessment, RuleId rule,
                    Evaluator& evaluator, Language language, Naming naming) {
  return Explainer(report, evaluator, language)
      .rule(assessment, assessment.rules[rule.index], naming);
}

ExplainedAmount explain_amount(const Report& report, const Assessment& assessment,
                               const ComputedResult& amount, Evaluator& evaluator,
                               Language language) {
  ExplainedAmount explained = Explainer(report, evaluator, language).amount(amount.computed);
  explained.doubts = show_doubts(amount.doubts, report, assessment, evaluator, language);
  return explained;
}

std::vector<std::string> texts(const std::vector<Doubt>& doubts) {
  std::vector<std::string> all;
  for (const Doubt& doubt : doubts) all.push_back(doubt.text);
  return all;
}

}  // namespace leps::inline explaining
