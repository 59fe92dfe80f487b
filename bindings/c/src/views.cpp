// The report as C reads it: names as pointers, numbers as exact texts with a double beside each.
#include "results.hpp"

#include "report/explain.hpp"

namespace leps::capi {
namespace {

std::uint32_t bits(const VerdictSet& set) {
  std::uint32_t bits = 0;
  for (const Verdict verdict : kVerdicts) {
    if (set.has(verdict)) bits |= LEPS_VERDICT_BIT(static_cast<unsigned>(verdict));
  }
  return bits;
}

leps_verdict view(Verdict verdict) { return static_cast<leps_verdict>(verdict); }

using Texts = std::deque<std::string>;

std::vector<const char*> names(const DatumSet& data, const Typed& typed, Texts& texts) {
  std::vector<const char*> names;
  for (const MissingDatum& missing : data) {
    texts.push_back(name_of(missing, typed));
    names.push_back(texts.back().c_str());
  }
  return names;
}

leps_gap view(const Gap& gap, const Typed& typed) {
  leps_gap to;
  to.amount = view_number(gap.amount, gap.unit);
  if (gap.lever) to.lever = typed.data[*gap.lever].name.c_str();
  to.lever_down = gap.decrease;
  to.unreachable = !gap.amount.lo.finite();
  to.strict = gap.strict;
  for (const std::string& name : gap.failing) to.failing.push_back(name.c_str());
  for (const Gap& part : gap.parts) to.parts.push_back(view(part, typed));
  for (const Gap& other : gap.alternatives) to.alternatives.push_back(view(other, typed));
  return to;
}

leps_result view(const RuleResult& from, const FactTable& facts, const Rulebook& rulebook,
                 Texts& texts) {
  const Typed& typed = rulebook.typed;
  const RuleOutcome& outcome = from.outcome;
  leps_result to;
  to.ambito = facts.ambito.c_str();
  to.year = facts.year;
  to.rule = typed.rules[outcome.rule].name.c_str();
  const typed::RuleVersion& version = version_shown(rulebook, from);
  to.category = typed.categories[version.category].name.c_str();
  to.verdict = view(outcome.verdict);
  to.possible = bits(outcome.possible);
  to.fragile = from.fragile;
  to.forecast = facts.forecast;
  to.synthetic = facts.synthetic;
  if (from.rank) to.rank = static_cast<unsigned>(*from.rank);
  if (from.relative_gap) to.relative_gap = view_number(*from.relative_gap, Unit());
  to.missing = names(outcome.missing, typed, texts);
  to.deciding = names(outcome.deciding, typed, texts);
  for (const ParameterId id : parameters_with(Confidence::ipotesi, rulebook, facts, from)) {
    to.assumptions.push_back(typed.parameters[id].name.c_str());
  }
  for (std::size_t i = 0; i < outcome.requirements.size(); ++i) {
    leps_requirement requirement;
    requirement.name = version.requirements[i].name.c_str();
    requirement.verdict = view(outcome.requirements[i].verdict);
    if (from.gaps[i]) requirement.gap = view(*from.gaps[i], typed);
    to.requirements.push_back(std::move(requirement));
  }
  return to;
}

leps_computed view(const ComputedResult& from, const FactTable& facts, const Typed& typed,
                   Texts& texts) {
  const typed::Computed& computed = typed.computed[from.computed];
  leps_computed to;
  to.ambito = facts.ambito.c_str();
  to.year = facts.year;
  to.name = computed.name.c_str();
  ValueView value = view_value(from.value, computed.type, typed);
  to.amount = std::move(value.amount);
  if (!value.word.empty()) {
    texts.push_back(std::move(value.word));
    to.value = texts.back().c_str();
  }
  return to;
}

}  // namespace

void add_views(leps_results& results) {
  const Rulebook& rulebook = *results.report.rulebook;
  for (const Assessment& assessment : results.report.assessments) {
    const FactTable& facts = *assessment.facts;
    for (const RuleResult& rule : assessment.rules) {
      results.results.push_back(view(rule, facts, rulebook, results.texts));
    }
    for (const ComputedResult& amount : assessment.computed) {
      results.computed.push_back(view(amount, facts, rulebook.typed, results.texts));
    }
  }
}

}  // namespace leps::capi
