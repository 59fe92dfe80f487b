#include "eval/evaluate.hpp"

#include "eval/aggregate.hpp"
#include "eval/deciding.hpp"
#include "eval/kleene.hpp"
#include "eval/unknown_data.hpp"

#include <algorithm>

namespace leps::inline evaluating {
namespace {

/// A requirement: what its two conditions could be. Skipped where the first is false.
struct Part {
  Truth applies, holds;

  [[nodiscard]] bool can_hold() const { return applies.can_be_true && holds.can_be_true; }
  [[nodiscard]] bool can_fail() const { return applies.can_be_true && holds.can_be_false; }
  [[nodiscard]] bool can_be_skipped() const { return applies.can_be_false; }
  [[nodiscard]] bool must_fail() const { return can_fail() && !can_hold() && !can_be_skipped(); }
};

/// A rule in force: what its conditions could be, and which verdicts follow.
struct Parts {
  Truth applies;
  std::vector<Part> requirements;
  Truth partial;

  [[nodiscard]] bool can_fail() const {
    return std::any_of(requirements.begin(), requirements.end(),
                       [](const Part& part) { return part.can_fail(); });
  }
  [[nodiscard]] bool can_all_be_skipped() const {
    return std::all_of(requirements.begin(), requirements.end(),
                       [](const Part& part) { return part.can_be_skipped(); });
  }
  [[nodiscard]] bool can_be_met() const {
    const auto passes = [](const Part& part) { return part.can_hold() || part.can_be_skipped(); };
    const auto holds = [](const Part& part) { return part.can_hold(); };
    return std::all_of(requirements.begin(), requirements.end(), passes) &&
           std::any_of(requirements.begin(), requirements.end(), holds);
  }

  [[nodiscard]] VerdictSet possible() const {
    VerdictSet set;
    if (applies.can_be_true) {
      if (can_be_met()) set.add(Verdict::soddisfatto);
      if (can_fail() && partial.can_be_true) set.add(Verdict::parziale);
      if (can_fail() && partial.can_be_false) set.add(Verdict::non_soddisfatto);
    }
    if (applies.can_be_false || can_all_be_skipped()) set.add(Verdict::non_applicabile);
    return set;
  }

  /// Whether another value of requirement `i`, the others as they may fall, changes the verdict.
  [[nodiscard]] bool matters(std::size_t i) const {
    bool others_skipped = true;
    for (std::size_t j = 0; j < requirements.size(); ++j) {
      if (j == i) continue;
      if (requirements[j].must_fail()) return false;  // the rule fails whatever `i` is
      others_skipped = others_skipped && requirements[j].can_be_skipped();
    }
    // Failing changes the verdict; held or skipped is the same unless all the others are skipped.
    return requirements[i].can_fail() || others_skipped;
  }
};

RequirementOutcome outcome_of(const Part& part) {
  RequirementOutcome outcome;
  if (part.can_hold()) outcome.possible.add(Verdict::soddisfatto);
  if (part.can_fail()) outcome.possible.add(Verdict::non_soddisfatto);
  if (part.can_be_skipped()) outcome.possible.add(Verdict::non_applicabile);
  outcome.verdict = outcome.possible.verdict();
  return outcome;
}

RequirementOutcome only(Verdict verdict) {
  RequirementOutcome outcome;
  outcome.possible.add(verdict);
  outcome.verdict = verdict;
  return outcome;
}

Truth condition(const std::optional<typed::ExprId>& expr, bool otherwise, Evaluator& evaluator) {
  return expr ? evaluator.truth(*expr) : truth(otherwise);
}

// The condition of a requirement that applies. A `per ogni` applies where there is a row.
Truth holds_where_asked(const typed::Requirement& requirement, Evaluator& evaluator) {
  const Truth holds = evaluator.truth(requirement.condition);
  if (!requirement.asks_if) return holds;
  const typed::Node& node = evaluator.rulebook().typed.exprs[requirement.condition].node;
  const auto* every = std::get_if<typed::Aggregate>(&node);
  return every ? for_every_of_some(*every, holds, evaluator) : holds;
}

}  // namespace

RuleOutcome evaluate(RuleId id, Evaluator& evaluator) {
  const typed::Rule& rule = evaluator.rulebook().typed.rules[id];
  RuleOutcome outcome;
  outcome.rule = id;
  outcome.version = rule.at(evaluator.facts().survey_date);
  if (!outcome.version) {
    const typed::RuleVersion& nearest = rule.versions.back();
    outcome.requirements.assign(nearest.requirements.size(), only(Verdict::non_vigente));
    outcome.possible.add(Verdict::non_vigente);
    outcome.verdict = Verdict::non_vigente;
    return outcome;
  }
  const typed::RuleVersion& version = *outcome.version;

  Parts parts;
  parts.applies = condition(version.applies_if, true, evaluator);
  if (version.applies_if) outcome.missing = unknown_data(*version.applies_if, evaluator);
  if (parts.applies.is_false()) {
    outcome.requirements.assign(version.requirements.size(), only(Verdict::non_applicabile));
    outcome.possible.add(Verdict::non_applicabile);
    outcome.verdict = Verdict::non_applicabile;
    return outcome;
  }

  for (const typed::Requirement& requirement : version.requirements) {
    Part part;
    bool tolerated = false;
    part.applies = condition(requirement.applies_if, true, evaluator);
    if (requirement.asks_if && part.applies.can_be_true) {
      part.applies = conjunction(part.applies, evaluator.truth(*requirement.asks_if));
      outcome.missing.merge(unknown_data(*requirement.asks_if, evaluator));
    }
    if (requirement.applies_if) {
      outcome.missing.merge(unknown_data(*requirement.applies_if, evaluator));
    }
    if (part.applies.can_be_true) {  // the data of what is skipped are not asked for
      part.holds = holds_where_asked(requirement, evaluator);
      if (requirement.tolerated && !part.holds.is_true()) {
        const bool falls_short = part.holds.is_false();
        part.holds = disjunction(part.holds, evaluator.truth(*requirement.tolerated));
        tolerated = falls_short && part.holds.is_true();
      }
      outcome.missing.merge(unknown_data(requirement.condition, evaluator));
    }
    outcome.requirements.push_back(outcome_of(part));
    outcome.within_tolerance.push_back(tolerated);
    parts.requirements.push_back(std::move(part));
  }

  parts.partial = truth(false);
  if (version.partial_if && parts.can_fail()) {
    parts.partial = evaluator.truth(*version.partial_if);
    outcome.missing.merge(unknown_data(*version.partial_if, evaluator));
  }

  outcome.possible = parts.possible();
  outcome.verdict = outcome.possible.verdict();

  if (outcome.possible.size() == 1) return outcome;
  const auto decides = [&](const Truth& truth, DatumSet data) {
    outcome.deciding.merge(data);
    outcome.zero_divisors.merge(truth.zero_divisors);
  };
  if (version.applies_if && (parts.can_be_met() || parts.can_fail())) {
    decides(parts.applies, deciding_data(*version.applies_if, evaluator));
  }
  for (std::size_t i = 0; i < parts.requirements.size(); ++i) {
    if (!parts.matters(i)) continue;
    const Part& part = parts.requirements[i];
    const typed::Requirement& requirement = version.requirements[i];
    if (requirement.asks_if) {
      decides(part.applies, part.applies.rests_on);
    } else if (requirement.applies_if) {
      decides(part.applies, deciding_data(*requirement.applies_if, evaluator));
    }
    if (!part.applies.can_be_true) continue;
    // Whoever meets the level is within its tolerance too.
    const typed::ExprId asked = requirement.tolerated.value_or(requirement.condition);
    decides(part.holds,
            requirement.asks_if ? part.holds.rests_on : deciding_data(asked, evaluator));
  }
  if (version.partial_if && parts.can_fail()) {
    decides(parts.partial, deciding_data(*version.partial_if, evaluator));
  }
  return outcome;
}

bool raises(const typed::Check& check, Evaluator& evaluator) {
  if (check.applies_if && !evaluator.truth(*check.applies_if).is_true()) return false;
  return evaluator.truth(check.condition).is_false();
}

}  // namespace leps::inline evaluating
