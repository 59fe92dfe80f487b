#include "report/explain.hpp"

#include "diagnostics/place.hpp"
#include "priority/prerequisites.hpp"
#include "provenance/derivation.hpp"
#include "report/format.hpp"
#include "report/formula.hpp"
#include "report/link.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace leps {
namespace {

using typed::ExprId;

std::vector<std::string> plain_all(const std::vector<std::string>& texts) {
  std::vector<std::string> safe;
  for (const std::string& text : texts) safe.push_back(plain(text));
  return safe;
}

// `regione 1`
std::string pack_name(PackId id, const Typed& typed) {
  const typed::Pack& pack = typed.packs[id];
  return plain(pack.name) + " " + plain(pack.version);
}

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
  UsedDatum datum(DatumId id) const;
  ExplainedRequirement requirement(const RuleResult& result, std::size_t index);
  std::string headline(const RuleResult& result, const Explanation& explanation) const;
  std::string fragile(const Assessment& assessment, const RuleResult& result, Naming naming) const;
  std::string cost(const std::optional<Interval>& net, const std::optional<Interval>& gross,
                   const Unit& unit) const;
  void add_rests(const RuleResult& result, Explanation& explanation);
  void add_doubts(const typed::RuleVersion& version, Naming naming, const Assessment& assessment,
                  Explanation& explanation) const;
  void add_waivers(RuleId rule, Explanation& explanation) const;
  std::string rule_name(RuleId id, Naming naming, const Assessment& assessment) const;
  std::vector<std::string> divisors(const DivisorSet& set) const;

  const Report& report_;
  Evaluator& evaluator_;
  const Typed& typed_;
  const FactTable& facts_;
  Language language_;
};

std::string Explainer::outcome_of(ExprId expr, const Type& type) {
  const Value& value = evaluator_.value(expr);
  if (const auto* truth = std::get_if<Truth>(&value)) {
    return truth->known() ? std::string(truth_word(truth->is_true(), language_))
                          : say("non si sa", "not known");
  }
  const auto* quantity = std::get_if<Quantity>(&value);
  if (!quantity) return show_value(value, type, typed_, language_);
  if (!quantity->zero_divisors.empty()) {
    return say("non ha valore: si divide per zero", "has no value: division by zero");
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
  if (!declared.layers.empty()) used.layer = pack_name(version->pack, typed_);
  used.sources = cite(version->sources, typed_);
  used.notes = plain_all(version->notes);
  return used;
}

UsedDatum Explainer::datum(DatumId id) const {
  const typed::Datum& declared = typed_.data[id];
  const Fact& fact = facts_.facts[id];
  UsedDatum used;
  used.datum = id;
  used.name = declared.name;
  used.title = plain(declared.title);
  used.held_by = plain(declared.held_by);
  used.notes = plain_all(declared.notes);
  used.known = is_known(fact);
  if (is_not_given(fact, declared)) {
    used.value = say("non noto", "not known");
  } else if (const auto* range = std::get_if<Interval>(&fact.value)) {
    const Measure measure = measure_of(declared.type);
    used.value = range->known() ? show_exact(range->lo.value(), measure, language_)
                                : show_range(*range, measure, language_);
  } else {
    used.value = show_value(evaluator_.value(id), declared.type, typed_, language_);
  }
  if (fact.cell) used.place = place_of(*fact.cell, report_.sources);
  used.origin = plain(fact.origin);
  if (fact.as_of) used.as_of = show_day(*fact.as_of, language_);
  return used;
}

std::vector<std::string> Explainer::divisors(const DivisorSet& set) const {
  std::vector<std::string> texts;
  for (const ExprId expr : set) texts.push_back(formula(expr, typed_, language_));
  return texts;
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

ExplainedRequirement Explainer::requirement(const RuleResult& result, std::size_t index) {
  const typed::Requirement& declared = version_shown(*report_.rulebook, result).requirements[index];
  ExplainedRequirement explained;
  explained.name = declared.name;
  explained.title = plain(declared.title);
  if (index < result.outcome.requirements.size()) {
    explained.verdict = result.outcome.requirements[index].verdict;
  }
  const bool skipped = explained.verdict == Verdict::non_applicabile;
  explained.formula = shown(declared.condition, in_force(result) && !skipped);
  if (declared.applies_if) explained.applies_if = shown(*declared.applies_if, in_force(result));
  if (declared.amendment) {
    explained.layer = pack_name(declared.amendment->pack, typed_);
    explained.sources = cite(declared.amendment->sources, typed_);
  }
  if (!in_force(result)) return explained;

  if (index < result.gaps.size() && result.gaps[index]) explained.gap = &*result.gaps[index];
  if (skipped) return explained;
  explained.statement = describe(declared.condition, explained.gap, evaluator_, language_);
  explained.statement.text = capitalized(explained.statement.text);
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

std::string Explainer::headline(const RuleResult& result, const Explanation& explanation) const {
  switch (result.outcome.verdict) {
    case Verdict::soddisfatto:
      return say("Il livello è raggiunto.", "The level is met.");
    case Verdict::parziale:
      return say("Il livello non è raggiunto, ma la soglia intermedia sì.",
                 "The level is not met, but the intermediate threshold is.");
    case Verdict::non_soddisfatto:
      return say("Il livello non è raggiunto.", "The level is not met.");
    case Verdict::non_valutabile:
      break;
    case Verdict::non_applicabile:
      return explanation.applies_if
                 ? say("Qui non si applica: non è vero che «",
                       "It does not apply here: it is not so that «") +
                       explanation.applies_if->written + "»."
                 : say("Qui non si applica: nessuno dei suoi requisiti riguarda questo Ambito.",
                       "It does not apply here: none of its requirements concerns this Ambito.");
    case Verdict::non_vigente:
      return say("Al ", "On ") + show_day(facts_.survey_date, language_) +
             say(" non è in vigore: lo è ", " it is not in force: it is ") + explanation.in_force +
             ".";
  }

  std::vector<std::string> words;
  for (const Verdict verdict : explanation.possible) {
    std::string word(verdict_word(verdict, language_));
    word[0] = static_cast<char>(word[0] - 'A' + 'a');
    words.push_back(std::move(word));
  }
  std::string text = say("Con i dati che ci sono non si può dire: potrebbe essere ",
                         "The data at hand cannot tell: it could be ") +
                     join_words(words, language_, true) + ".";
  if (!explanation.zero_divisors.empty()) {
    text += say(" Si divide per zero: «", " There is a division by zero: «") +
            join_words(explanation.zero_divisors, language_) +
            say("» vale zero o potrebbe valerlo.", "» is zero or could be.");
  }
  return text;
}

std::string Explainer::rule_name(RuleId id, Naming naming, const Assessment& assessment) const {
  if (naming == Naming::names) return "'" + typed_.rules[id].name + "'";
  return "«" + plain(version_shown(*report_.rulebook, assessment.rules[id.index]).title) + "»";
}

std::string Explainer::fragile(const Assessment& assessment, const RuleResult& result,
                               Naming naming) const {
  if (!result.fragile) return {};
  std::vector<std::string> unmet;
  for (const RuleId before : report_.rulebook->prerequisites[result.outcome.rule]) {
    if (certainly_unmet(assessment.rules[before.index].outcome)) {
      unmet.push_back(rule_name(before, naming, assessment));
    }
  }
  return say("Soddisfatto ma fragile: viene dopo ", "Met but fragile: it comes after ") +
         join_words(unmet, language_) +
         (unmet.size() == 1 ? say(", che non è soddisfatto.", ", which is not met.")
                            : say(", che non sono soddisfatti.", ", which are not met."));
}

void Explainer::add_rests(const RuleResult& result, Explanation& explanation) {
  if (!in_force(result)) return;
  const Derivation rests = derive(typed_, expressions_of(*explanation.version), &facts_);
  for (const ParameterId id : rests.parameters) explanation.parameters.push_back(parameter(id));
  for (const DatumId id : rests.data) {
    UsedDatum used = datum(id);
    used.missing = result.outcome.missing.contains(id);
    used.deciding = result.outcome.deciding.contains(id);
    explanation.data.push_back(std::move(used));
  }
  for (const ComputedId id : rests.amounts) explanation.amounts.push_back(amount(id));
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
  add(version.in_force_confidence, About::in_force,
      say("il giorno da cui è in vigore, ", "the day from which it is in force, ") +
          show_day(version.in_force.from, language_));
  for (const typed::Requirement& requirement : version.requirements) {
    if (!requirement.amendment) continue;
    add(requirement.amendment->confidence, About::in_force,
        say("la modifica del requisito ", "the amendment of the requirement ") + requirement.name);
  }
  add(version.partial_confidence, About::partial,
      say("la soglia del verdetto parziale", "the threshold of a partial verdict"));
  if (version.after_confidence) {
    std::vector<std::string> names;
    for (const RuleId id : version.after) names.push_back(rule_name(id, naming, assessment));
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
  explanation.pack = pack_name(version.pack, typed_);
  explanation.in_force = show_period(version.in_force, language_);
  explanation.verdict = result.outcome.verdict;
  for (const Verdict verdict : kVerdicts) {
    if (result.outcome.possible.has(verdict)) explanation.possible.push_back(verdict);
  }

  explanation.sources = cite(version.sources, typed_);
  explanation.notes = plain_all(version.notes);
  explanation.zero_divisors = divisors(result.outcome.zero_divisors);
  if (version.applies_if) explanation.applies_if = shown(*version.applies_if, in_force(result));
  if (version.partial_if) explanation.partial_if = shown(*version.partial_if, in_force(result));
  for (std::size_t i = 0; i < version.requirements.size(); ++i) {
    explanation.requirements.push_back(requirement(result, i));
  }
  add_rests(result, explanation);
  if (in_force(result)) {
    add_doubts(version, naming, assessment, explanation);
  }
  add_waivers(id, explanation);

  // The gap of the requirement that is farthest from its level speaks for the rule.
  const ExplainedRequirement* farthest = nullptr;
  for (const ExplainedRequirement& each : explanation.requirements) {
    if (each.gap && (!farthest || each.gap->relative.hi > farthest->gap->relative.hi)) {
      farthest = &each;
    }
  }
  if (farthest) explanation.gap_short = farthest->gap_short;
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
    explanation.prerequisites.push_back(rule_name(before, naming, assessment));
  }
  explanation.rank_reason = rank_sentence(assessment, rulebook, result, language_, naming);
  explanation.fragile = fragile(assessment, result, naming);
  explanation.headline = headline(result, explanation);
  return explanation;
}

ExplainedAmount Explainer::amount(ComputedId id) {
  const typed::Computed& declared = typed_.computed[id];
  ExplainedAmount explained;
  explained.computed = id;
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
  for (const DatumId used : declared.data) explained.data.push_back(datum(used));
  if (const auto* quantity = std::get_if<Quantity>(&evaluator_.value(declared.value))) {
    explained.zero_divisors = divisors(quantity->zero_divisors);
  }
  return explained;
}

}  // namespace

Explanation explain(const Report& report, const Assessment& assessment, RuleId rule,
                    Evaluator& evaluator, Language language, Naming naming) {
  return Explainer(report, evaluator, language)
      .rule(assessment, assessment.rules[rule.index], naming);
}

ExplainedAmount explain_amount(const Report& report, const ComputedResult& amount,
                               Evaluator& evaluator, Language language) {
  return Explainer(report, evaluator, language).amount(amount.computed);
}

std::vector<std::string> texts(const std::vector<Doubt>& doubts) {
  std::vector<std::string> all;
  for (const Doubt& doubt : doubts) all.push_back(doubt.text);
  return all;
}

const typed::RuleVersion& version_shown(const Rulebook& rulebook, const RuleResult& result) {
  if (result.outcome.version) return *result.outcome.version;
  return rulebook.typed.rules[result.outcome.rule].versions.back();
}

std::vector<ParameterId> parameters_with(Confidence confidence, const Rulebook& rulebook,
                                         const FactTable& facts, const RuleResult& result) {
  std::vector<ParameterId> found;
  if (!result.outcome.version) return found;
  for (const ParameterId id : result.outcome.version->parameters) {
    const typed::ParameterVersion* version = rulebook.typed.parameters[id].at(facts.survey_date);
    if (version && version->confidence == confidence) found.push_back(id);
  }
  return found;
}

std::vector<ExprId> expressions_of(const typed::RuleVersion& version) {
  std::vector<ExprId> all;
  const auto add = [&](const std::optional<ExprId>& expr) {
    if (expr) all.push_back(*expr);
  };
  add(version.applies_if);
  for (const typed::Requirement& requirement : version.requirements) {
    all.push_back(requirement.condition);
    add(requirement.applies_if);
    for (const typed::Lever& lever : requirement.levers) {
      add(lever.cost);
      add(lever.net_of);
    }
  }
  add(version.partial_if);
  add(version.beneficiaries);
  return all;
}

std::vector<CitedSource> cite(const std::vector<SourceOfLawId>& ids, const Typed& typed) {
  std::vector<CitedSource> cited;
  for (const SourceOfLawId id : ids) {
    const typed::SourceOfLaw& source = typed.sources[id];
    cited.push_back({plain(source.title.empty() ? source.name : source.title), plain(source.urn),
                     plain(source.url), normattiva_link(source.urn), web_link(source.url),
                     plain_all(source.notes)});
  }
  return cited;
}

std::string place_of(Span span, const SourceMap* sources) {
  if (!sources || span.source.index >= sources->size()) return {};
  const std::string& path = sources->name(span.source);
  const std::size_t slash = path.find_last_of("/\\");
  const std::string file = slash == std::string::npos ? path : path.substr(slash + 1);
  return plain(file + ":" + short_place(span, *sources));
}

}  // namespace leps
