#include "assess/assess.hpp"

#include "eval/evaluate.hpp"
#include "gap/close.hpp"
#include "gap/compute_gap.hpp"
#include "priority/rank.hpp"

#include <algorithm>
#include <utility>

namespace leps::inline assessing {
namespace {

// The greatest relative gap over the requirements that apply, and whose it is; none where nothing
// is asked.
void find_farthest(RuleResult& result) {
  for (std::size_t i = 0; i < result.gaps.size(); ++i) {
    if (!result.gaps[i]) continue;
    const Interval& relative = result.gaps[i]->relative;
    result.relative_gap = result.relative_gap ? max(*result.relative_gap, relative) : relative;
    const Gap* farthest = result.farthest_gap();
    if (!farthest || relative.hi > farthest->relative.hi) result.farthest = i;
  }
}

// What closing every open gap costs; none where one of them has no cost.
void add_costs(RuleResult& result) {
  Cost total;
  bool open = false;
  for (std::size_t i = 0; i < result.gaps.size(); ++i) {
    if (!result.outcome.requirements[i].possible.has(Verdict::non_soddisfatto)) continue;
    open = true;
    const Gap& gap = *result.gaps[i];
    total.add(gap.gross_cost, gap.cost, gap.cost_unit);
  }
  if (!open) return;
  result.cost = total.net;
  result.gross_cost = total.gross;
  result.cost_unit = total.unit;
  if (result.outcome.possible.has(Verdict::non_applicabile)) {  // perhaps nothing is asked at all
    const Interval nothing = Interval::point(0);
    if (result.cost) result.cost = hull(*result.cost, nothing);
    if (result.gross_cost) result.gross_cost = hull(*result.gross_cost, nothing);
  }
}

RuleResult judge(RuleId rule, Evaluator& evaluator) {
  RuleResult result;
  result.outcome = evaluate(rule, evaluator);
  const typed::RuleVersion* version = result.outcome.version;
  result.gaps.resize(result.outcome.requirements.size());
  if (!version) return result;

  for (std::size_t i = 0; i < version->requirements.size(); ++i) {
    result.gaps[i] =
        compute_gap(version->requirements[i], result.outcome.requirements[i], evaluator);
  }
  find_farthest(result);
  if (result.relative_gap && result.outcome.possible.has(Verdict::non_applicabile)) {
    result.relative_gap->lo = Bound(0);
  }
  add_costs(result);
  if (version->deadline) result.deadline = day_in(*version->deadline, evaluator.facts().year);
  if (version->beneficiaries) result.beneficiaries = evaluator.quantity(*version->beneficiaries);
  return result;
}

// What every value that lost by `precedenza` would have changed.
std::vector<OtherSource> weigh_other_sources(const Rulebook& rulebook,
                                             const Assessment& assessment) {
  std::vector<OtherSource> weighed;
  const FactTable& facts = *assessment.facts;
  for (const DatumId datum : facts.facts.keys()) {
    for (std::size_t i = 0; i < facts.facts[datum].others.size(); ++i) {
      FactTable with_other = facts;
      with_other.facts[datum].value = facts.facts[datum].others[i].value;
      Evaluator evaluator(rulebook, with_other, assessment.around);
      OtherSource other{datum, i, {}};
      for (const RuleResult& result : assessment.rules) {
        const RuleOutcome there = evaluate(result.outcome.rule, evaluator);
        if (there.verdict != result.outcome.verdict) {
          other.changes.push_back({there.rule, there.verdict});
        }
      }
      weighed.push_back(std::move(other));
    }
  }
  return weighed;
}

// An amount can be worked out on a day on which all its parameters have a value.
bool in_force(const typed::Computed& computed, const Typed& typed, Day day) {
  return std::all_of(computed.parameters.begin(), computed.parameters.end(),
                     [&](ParameterId id) { return typed.parameters[id].at(day) != nullptr; });
}

}  // namespace

Assessment assess(const Rulebook& rulebook, const FactTable& facts,
                  std::optional<OrderingId> ordering, const Surroundings* around) {
  Evaluator evaluator(rulebook, facts, around);
  Assessment assessment;
  assessment.facts = &facts;
  assessment.around = around;
  for (const RuleId rule : rulebook.typed.rules.keys()) {
    assessment.rules.push_back(judge(rule, evaluator));
  }
  rank(assessment.rules, rulebook, ordering);
  assessment.doubts_of_rules.resize(assessment.rules.size());
  for (const ComputedId id : rulebook.typed.computed.keys()) {
    const typed::Computed& computed = rulebook.typed.computed[id];
    if (!in_force(computed, rulebook.typed, facts.survey_date)) continue;
    assessment.computed.push_back({id, evaluator.value(computed.value)});
  }
  assessment.other_sources = weigh_other_sources(rulebook, assessment);
  assessment.values = std::move(evaluator).take();
  return assessment;
}

Evaluator reading_of(const Report& report, const Assessment& assessment) {
  return Evaluator(*report.rulebook, *assessment.facts, assessment.around, &assessment.values);
}

}  // namespace leps::inline assessing
