// The report as C reads it: names as pointers, numbers as exact texts with a double beside each.
#include "results.hpp"

#include "assess/assess.hpp"
#include "assess/rule_version.hpp"
#include "base/watch.hpp"
#include "check/walk.hpp"
#include "explain/explain.hpp"
#include "words/failing_names.hpp"

#include <algorithm>
#include <cstdint>

namespace leps::capi {
namespace {

std::optional<leps_quantity> view(const std::optional<Interval>& interval, const Unit& unit) {
  return interval ? std::optional(view_number(*interval, unit)) : std::nullopt;
}

std::uint32_t bits(const VerdictSet& set) {
  std::uint32_t bits = 0;
  for (const Verdict verdict : kVerdicts) {
    if (set.has(verdict)) bits |= LEPS_VERDICT_BIT(static_cast<unsigned>(verdict));
  }
  return bits;
}

struct KindOf {
  leps_gap_kind operator()(const Gap::Distance&) const { return LEPS_GAP_DISTANCE; }
  leps_gap_kind operator()(const Gap::Activation&) const { return LEPS_GAP_ACTIVATION; }
  leps_gap_kind operator()(const Gap::Parts&) const { return LEPS_GAP_PARTS; }
  leps_gap_kind operator()(const Gap::Alternatives&) const { return LEPS_GAP_ALTERNATIVES; }
  leps_gap_kind operator()(const Gap::Rows&) const { return LEPS_GAP_ROWS; }
};

leps_verdict view(Verdict verdict) { return static_cast<leps_verdict>(verdict); }

using Texts = std::deque<std::string>;

std::vector<const char*> names(const DatumSet& data, const Typed& typed, int year, Texts& texts) {
  std::vector<const char*> names;
  for (const MissingDatum& missing : data) {
    texts.push_back(name_of(missing, typed, year));
    names.push_back(texts.back().c_str());
  }
  return names;
}

leps_gap view(const Gap& gap, const Typed& typed, Texts& texts) {
  leps_gap to;
  to.kind = std::visit(KindOf(), gap.kind);
  to.amount = view_number(gap.amount, gap.unit);
  to.relative = view_number(gap.relative, Unit());
  if (gap.shortfall) to.shortfall = view_number(gap.shortfall->range, gap.shortfall->unit);
  to.cost = view(gap.cost, gap.cost_unit);
  to.gross_cost = view(gap.gross_cost, gap.cost_unit);
  if (gap.lever) to.lever = typed.data[*gap.lever].name.c_str();
  to.way = static_cast<leps_way>(gap.way);
  to.unreachable = gap.unreachable();
  to.strict = gap.strict;
  for (std::string& name : failing_names(gap, typed, Language::italian)) {
    to.failing.push_back(texts.emplace_back(std::move(name)).c_str());
  }
  for (const std::string& name : failing_rows(gap).open) to.open.push_back(name.c_str());
  to.total = total_of(gap);
  if (const auto* of = gap.as<Gap::Parts>()) {
    for (const Gap& part : of->all) to.parts.push_back(view(part, typed, texts));
  }
  if (const auto* of = gap.as<Gap::Alternatives>()) {
    for (const Gap& other : of->all) to.alternatives.push_back(view(other, typed, texts));
  }
  return to;
}

std::vector<leps_result::Waiver> waivers(const FactTable& facts, RuleId rule, Texts& texts) {
  std::vector<leps_result::Waiver> all;
  for (const Waiver& waiver : facts.waivers) {
    if (waiver.rule != rule) continue;
    leps_result::Waiver to{waiver.act.c_str(), waiver.reason.c_str(), nullptr, false};
    if (waiver.until) {
      texts.push_back(to_iso(*waiver.until));
      to.until = texts.back().c_str();
      to.expired = *waiver.until < facts.survey_date;
    }
    all.push_back(to);
  }
  return all;
}

leps_result view(const RuleResult& from, Evaluator& evaluator, Texts& texts) {
  const FactTable& facts = evaluator.facts();
  const Rulebook& rulebook = evaluator.rulebook();
  const Typed& typed = rulebook.typed;
  const RuleOutcome& outcome = from.outcome;
  leps_result to;
  to.ambito = facts.ambito.c_str();
  to.year = facts.year;
  to.rule = typed.rules[outcome.rule].name.c_str();
  const typed::RuleVersion& version = version_shown(rulebook, from);
  to.title = version.title.c_str();
  to.category = typed.categories[version.category].name.c_str();
  to.verdict = view(outcome.verdict);
  to.possible = bits(outcome.possible);
  to.fragile = from.fragile;
  to.within_tolerance =
      outcome.verdict == Verdict::soddisfatto &&
      std::count(outcome.within_tolerance.begin(), outcome.within_tolerance.end(), true) > 0;
  to.forecast = facts.forecast;
  to.synthetic = facts.synthetic;
  if (from.rank) to.rank = static_cast<unsigned>(*from.rank);
  to.relative_gap = view(from.relative_gap, Unit());
  to.cost = view(from.cost, from.cost_unit);
  to.gross_cost = view(from.gross_cost, from.cost_unit);
  to.waivers = waivers(facts, outcome.rule, texts);
  to.missing = names(outcome.missing, typed, facts.year, texts);
  to.deciding = names(outcome.deciding, typed, facts.year, texts);
  auto doubtful = doubtful_names(from, evaluator);
  for (std::string& name : doubtful.assumed) {
    texts.push_back(std::move(name));
    to.assumptions.push_back(texts.back().c_str());
  }
  for (std::size_t i = 0; i < outcome.requirements.size(); ++i) {
    leps_requirement requirement;
    requirement.name = version.requirements[i].name.c_str();
    requirement.verdict = view(outcome.requirements[i].verdict);
    if (from.gaps[i]) requirement.gap = view(*from.gaps[i], typed, texts);
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

void hand_over(leps_results** out, std::shared_ptr<leps_results> results) {
  *out = results.get();
  (*out)->self = std::move(results);
}

std::optional<Origin> origin_of(const leps_results& results, const leps_result* result) {
  const std::vector<leps_result>& all = results.results;
  // As addresses: arithmetic on pointers may assume that it is given an element.
  const auto first = reinterpret_cast<std::uintptr_t>(all.data());
  const auto at = reinterpret_cast<std::uintptr_t>(result);
  if (at < first || (at - first) % sizeof(leps_result) != 0) return std::nullopt;
  const std::size_t index = (at - first) / sizeof(leps_result);
  if (index >= all.size()) return std::nullopt;
  // One for each rule, assessment after assessment.
  const std::size_t rules = results.report.rulebook->typed.rules.size();
  const Assessment& assessment = results.report.assessments[index / rules];
  return Origin{&assessment, &assessment.rules[index % rules]};
}

void add_views(leps_results& results) {
  results.diagnostics = make_diagnostics(results.report.diagnostics, *results.report.sources);
  const Rulebook& rulebook = *results.report.rulebook;
  for (const Assessment& assessment : results.report.assessments) {
    checkpoint();  // it takes as long as judging them
    const FactTable& facts = *assessment.facts;
    Evaluator evaluator = reading_of(results.report, assessment);
    for (const RuleResult& rule : assessment.rules) {
      results.results.push_back(view(rule, evaluator, results.texts));
    }
    for (const ComputedResult& amount : assessment.computed) {
      if (is_idle(rulebook.typed.computed[amount.computed], rulebook.typed, facts)) continue;
      results.computed.push_back(view(amount, facts, rulebook.typed, results.texts));
    }
  }
}

}  // namespace leps::capi
