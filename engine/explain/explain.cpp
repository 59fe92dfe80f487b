#include "explain/explain.hpp"

#include "check/walk.hpp"
#include "explain/gap_in_short.hpp"
#include "explain/no_value.hpp"
#include "explain/not_known.hpp"
#include "explain/rank_sentence.hpp"
#include "explain/verdict_sentence.hpp"
#include "provenance/derivation.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/narrowed_data.hpp"
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
        language_(language) {}

  Explanation rule(const Assessment& assessment, const RuleResult& result, Naming naming);
  ExplainedAmount amount(ComputedId id);

 private:
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }
  [[nodiscard]] bool in_force(const RuleResult& result) const { return result.outcome.version; }

  ShownFormula shown(ExprId expr, bool with_numbers);
  std::string outcome_of(ExprId expr, const Type& type);
  UsedParameter parameter(ParameterId id) const;
  UsedDatum datum(DatumId id) { return use_datum(id, report_, evaluator_, language_); }
  std::string amended_by(PackId pack) const;
  void add_tolerance(const RuleResult& result, std::size_t index, ExplainedRequirement& explained);
  void add_amendment(const typed::Requirement& declared, ExplainedRequirement& explained) const;
  ExplainedRequirement requirement(const RuleResult& result, std::size_t index);
  std::string cost(const std::optional<Interval>& net, const std::optional<Interval>& gross,
                   const Unit& unit) const;
  void add_rests(const Assessment& assessment, const RuleResult& result, Explanation& explanation);
  void add_kin(const Derivation& rests, Explanation& explanation);
  void add_doubts_of_kin(Explanation& explanation) const;
  static void add_verdicts_of_others(const Assessment& assessment, const RuleResult& result,
                                     UsedDatum& used);
  void add_doubts(const typed::RuleVersion& version, Naming naming, const Assessment& assessment,
                  Explanation& explanation) const;
  void add_waivers(RuleId rule, Explanation& explanation) const;

  const Report& report_;
  Evaluator& evaluator_;
  const Typed& typed_;
  const FactTable& facts_;
  Language language_;
  std::vector<NarrowedDatum> narrowed_;  // what the rule reads narrower than it is given
};

std::string Explainer::outcome_of(ExprId expr, const Type& type) {
  const Value& value = evaluator_.value(expr);
  const auto not_known = [&] {
    const auto& rests_on =
        std::visit([](const auto& one) -> const DatumSet& { return one.rests_on; }, value);
    return not_known_sentence(rests_on, evaluator_, language_);
  };
  if (const auto* truth = std::get_if<Truth>(&value)) {
    if (truth->known()) return std::string(truth_word(truth->is_true(), language_));
    return not_known().value_or(say("non si sa", "not known"));
  }
  const auto* quantity = std::get_if<Quantity>(&value);
  if (!quantity) {
    const std::string shown = show_value(value, type, typed_, language_);
    return shown == "?" ? not_known().value_or(say("non si sa", "not known")) : shown;
  }
  if (const auto none = no_value_in_short(quantity->zero_divisors, evaluator_, language_)) {
    return (none->certain ? say("non ha valore: ", "has no value: ")
                          : say("può non avere valore: ", "may have no value: ")) +
           none->why;
  }
  if (!quantity->range.single() || !quantity->zero_divisors.empty()) {
    if (const auto sentence = not_known()) return *sentence;
  }
  if (!quantity->range.lo.finite() && !quantity->range.hi.finite()) {
    return say("non si sa", "not known");
  }
  return show_range(quantity->range, measure_of(type), language_);
}

ShownFormula Explainer::shown(ExprId expr, bool with_numbers) {
  ShownFormula shown;
  shown.written = formula(expr, typed_, language_);
  if (!with_numbers) return shown;
  shown.with_numbers = formula_with_numbers(expr, evaluator_, language_);
  shown.worked_out = formula_worked_out(expr, evaluator_, language_);
  shown.outcome = outcome_of(expr, typed_.exprs[expr].type);
  // The worth of an amount is its outcome.
  if (!std::holds_alternative<TruthValue>(typed_.exprs[expr].type)) shown.worked_out.clear();
  return shown;
}

UsedParameter Explainer::parameter(ParameterId id) const {
  const typed::Parameter& declared = typed_.parameters[id];
  UsedParameter used;
  used.parameter = id;
  used.name = declared.name;
  used.title = plain(declared.title);
  const typed::ParameterVersion* version = declared.at(facts_.survey_date);
  if (!version) {
    used.value = say("nessun valore in vigore", "no value in force");
    return used;
  }
  used.value = show_literal(plain(version->text), language_);
  used.period = show_period(version->period, language_);
  used.confidence = version->confidence;
  used.sources = cite(version->sources, typed_);
  used.notes = plain_all(version->notes);
  if (!declared.layers.empty() && version->pack != declared.layers.front().front().pack) {
    used.amended = amended_by(version->pack);
  }
  return used;
}

std::string Explainer::amended_by(PackId id) const {
  const typed::Pack& pack = typed_.packs[id];
  return say("modificato da ", "amended by ") + plain(pack.name) + " " + plain(pack.version);
}

std::string Explainer::cost(const std::optional<Interval>& net,
                            const std::optional<Interval>& gross, const Unit& unit) const {
  const auto amount = [&](const Interval& range) { return show_cost(range, unit, language_); };
  const auto known = [](const std::optional<Interval>& range) {
    return range && (range->lo.finite() || range->hi.finite());
  };
  if (!known(net)) {
    return known(gross) ? amount(*gross) + say(" lordi", " gross") : std::string();
  }
  std::string text = amount(*net);
  if (known(gross) && !(*gross == *net)) {
    text += say(" netti (", " net (") + amount(*gross) + say(" lordi)", " gross)");
  }
  return text;
}

void Explainer::add_amendment(const typed::Requirement& declared,
                              ExplainedRequirement& explained) const {
  if (!declared.amendment) return;
  explained.amended = amended_by(declared.amendment->pack);
  if (declared.amendment->confidence) {
    explained.amended +=
        ", " + std::string(confidence_word(*declared.amendment->confidence, language_));
  }
  explained.amended_by = cite(declared.amendment->sources, typed_);
  explained.amended_notes = plain_all(declared.amendment->notes);
}

// A pass that needs its tolerance says so, and how far from the level it is.
void Explainer::add_tolerance(const RuleResult& result, std::size_t index,
                              ExplainedRequirement& explained) {
  const std::vector<bool>& within = result.outcome.within_tolerance;
  if (index >= within.size() || !within[index]) return;
  const Rational& tolerance =
      version_shown(*report_.rulebook, result).requirements[index].tolerance;
  explained.within_tolerance = say("entro tolleranza (", "within tolerance (") +
                               show_percent(tolerance, language_).text + ")";
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
  add_amendment(declared, explained);
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

void Explainer::add_doubts_of_kin(Explanation& explanation) const {
  for (const auto& [confidence, doubts] : {std::pair(Confidence::ipotesi, &explanation.assumptions),
                                           {Confidence::da_verificare, &explanation.unverified}}) {
    for (const ParameterId id : doubtful_parameters(confidence, narrowed_, typed_)) {
      const auto known =
          std::any_of(explanation.parameters.begin(), explanation.parameters.end(),
                      [id](const UsedParameter& used) { return used.parameter == id; });
      if (known) continue;
      const UsedParameter used = parameter(id);
      const std::string label =
          used.title.empty() ? used.name : used.title + " (" + used.name + ")";
      doubts->push_back({Doubt::About::number, label + " = " + used.value});
    }
    for (const DatumId part : doubtful_parts(confidence, narrowed_, typed_)) {
      const typed::Datum& declared = typed_.data[part];
      doubts->push_back(
          {Doubt::About::number, plain(declared.name) + say(" è parte di ", " is part of ") +
                                     plain(typed_.data[declared.part_of->whole].name)});
    }
  }
}

void Explainer::add_doubts(const typed::RuleVersion& version, Naming naming,
                           const Assessment& assessment, Explanation& explanation) const {
  using About = Doubt::About;
  const auto add = [&](std::optional<Confidence> confidence, About about, const std::string& what) {
    if (confidence == Confidence::ipotesi) explanation.assumptions.push_back({about, what});
    if (confidence == Confidence::da_verificare) explanation.unverified.push_back({about, what});
  };
  for (const UsedParameter& used : explanation.parameters) {
    const std::string label = used.title.empty() ? used.name : used.title + " (" + used.name + ")";
    add(used.confidence, About::number, label + " = " + used.value);
  }
  add_doubts_of_kin(explanation);
  for (const ExplainedRequirement& requirement : explanation.requirements) {
    for (const ShownWeek& week : requirement.weeks) {
      for (const std::string& text : week.unverified) {
        add(Confidence::da_verificare, About::number, text);
      }
    }
  }
  for (const typed::Requirement& requirement : version.requirements) {
    if (!requirement.amendment) continue;
    add(requirement.amendment->confidence, About::number,
        say("il requisito '", "the requirement '") + requirement.name + "', " +
            amended_by(requirement.amendment->pack));
  }
  add(version.in_force_confidence, About::in_force,
      say("il giorno da cui è in vigore, ", "the day from which it is in force, ") +
          show_day(version.in_force.from, language_));
  add(version.partial_confidence, About::partial,
      say("la soglia del verdetto parziale", "the threshold of a partial verdict"));
  if (version.after_confidence) {
    std::vector<std::string> names;
    for (const RuleId id : version.after)
      names.push_back(rule_name(assessment.rules[id.index], *report_.rulebook, naming));
    add(version.after_confidence, About::after,
        say("che prima debba venire ", "that what must come before is ") +
            join_words(names, language_));
  }
}

void Explainer::add_waivers(RuleId rule, Explanation& explanation) const {
  for (const Waiver& waiver : facts_.waivers) {
    if (waiver.rule != rule) continue;
    explanation.waivers.push_back(
        {plain(waiver.act), plain(waiver.reason),
         waiver.until ? show_day(*waiver.until, language_) : std::string(),
         place_of(waiver.span, report_.sources),
         waiver.until && *waiver.until < facts_.survey_date});
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
  const typed::Pack& pack = typed_.packs[version.pack];
  explanation.pack = plain(pack.name) + " " + plain(pack.version);
  explanation.in_force = show_period(version.in_force, language_);
  explanation.verdict = result.outcome.verdict;
  for (const Verdict verdict : kVerdicts) {
    if (result.outcome.possible.has(verdict)) explanation.possible.push_back(verdict);
  }

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
    add_doubts(version, naming, assessment, explanation);
  }
  add_waivers(id, explanation);

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
  if (version.deadline) explanation.deadline = show_day(*version.deadline, language_);
  for (const RuleId before : version.after) {
    explanation.prerequisites.push_back(
        rule_name(assessment.rules[before.index], rulebook, naming));
  }
  explanation.rank_reason = rank_sentence(assessment, rulebook, result, language_, naming);
  explanation.fragile = fragile_sentence(assessment, rulebook, result, language_, naming);
  explanation.headline = verdict_sentence(explanation, facts_.survey_date, language_);
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
  explained.notes = plain_all(declared.notes);
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

std::string waiver_sentence(const ShownWaiver& waiver, Language language) {
  const bool italian = language == Language::italian;
  std::string text = waiver.act;
  if (!waiver.reason.empty()) text += ", " + waiver.reason;
  if (!waiver.until.empty()) text += (italian ? ", fino al " : ", until ") + waiver.until;
  if (waiver.expired) text += italian ? " (scaduta)" : " (expired)";
  return text;
}

std::vector<std::string> texts(const std::vector<Doubt>& doubts) {
  std::vector<std::string> all;
  for (const Doubt& doubt : doubts) all.push_back(doubt.text);
  return all;
}

}  // namespace leps::inline explaining
