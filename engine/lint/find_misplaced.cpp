// Finds rules that stand in the wrong place beside others: an objective that asks for no more than
// the level below it, and a rule that comes after one with which it is never in force.
#include "lint/find_misplaced.hpp"

#include "lint/claims.hpp"
#include "prove/data_under.hpp"
#include "prove/days.hpp"

#include <algorithm>
#include <set>

namespace leps::inline linting {
namespace {

std::set<DatumId> data_of(const Typed& typed, const typed::RuleVersion& version) {
  std::vector<typed::ExprId> conditions;
  for (const typed::Requirement& requirement : version.requirements) {
    conditions.push_back(requirement.condition);
  }
  return data_under(typed, conditions);
}

// Only rules about the same data can be told apart by how much they ask.
bool about_the_same(const Typed& typed, const typed::RuleVersion& a, const typed::RuleVersion& b) {
  const std::set<DatumId> of_a = data_of(typed, a), of_b = data_of(typed, b);
  return std::includes(of_a.begin(), of_a.end(), of_b.begin(), of_b.end());
}

struct Placed {
  const typed::Rule& rule;
  const typed::RuleVersion& version;
};

void compare(const Rulebook& rulebook, const Placed& level, const Placed& beyond,
             DiagnosticBag& bag) {
  const Typed& typed = rulebook.typed;
  const auto common = common_days(level.version.in_force, beyond.version.in_force);
  if (!common || !about_the_same(typed, level.version, beyond.version)) return;
  std::vector<ParameterId> parameters = level.version.parameters;
  parameters.insert(parameters.end(), beyond.version.parameters.begin(),
                    beyond.version.parameters.end());
  const std::vector<Day> days = days_of_change(typed, *common, parameters);

  const Claim more = Claim::all({is_met(level.version), is_failed(beyond.version)});
  if (!is_never(rulebook, days, more)) return;
  // A rule that nobody can fail or nobody can meet is another finding.
  if (!example_of(rulebook, days, is_failed(beyond.version))) return;
  if (!example_of(rulebook, days, is_met(level.version))) return;
  const Claim less = Claim::all({is_met(beyond.version), is_failed(level.version)});
  if (const auto ambito = example_of(rulebook, days, less)) {
    bag.report(Code::lint_level_order, beyond.version.span,
               {level.rule.name, beyond.rule.name, describe(*ambito, typed)})
        .label(level.version.span, Text("il livello è qui", "the level is here"));
  } else if (is_never(rulebook, days, less)) {
    bag.report(Code::lint_level_twice, beyond.version.span, {level.rule.name, beyond.rule.name})
        .label(level.version.span, Text("l'altra è qui", "the other one is here"));
  }
}

void find_levels(const Rulebook& rulebook, DiagnosticBag& bag) {
  std::vector<Placed> binding, others;
  for (const typed::Rule& rule : rulebook.typed.rules) {
    for (const typed::RuleVersion& version : rule.versions) {
      // What a bill asks is not its pack's to mend, and may be a step towards a level.
      if (rulebook.typed.packs[version.pack].draft) continue;
      const bool binds = rulebook.typed.categories[version.category].binding;
      (binds ? binding : others).push_back({rule, version});
    }
  }
  for (const Placed& level : binding) {
    for (const Placed& other : others) compare(rulebook, level, other, bag);
  }
}

void find_prerequisites(const Typed& typed, DiagnosticBag& bag) {
  for (const typed::Rule& rule : typed.rules) {
    for (const typed::RuleVersion& version : rule.versions) {
      for (std::size_t i = 0; i < version.after.size(); ++i) {
        const typed::Rule& before = typed.rules[version.after[i]];
        const bool together = std::any_of(
            before.versions.begin(), before.versions.end(),
            [&](const auto& other) { return other.in_force.overlaps(version.in_force); });
        if (together) continue;
        bag.report(Code::lint_after_nowhere, version.after_spans[i], {rule.name, before.name})
            .label(before.versions.front().span, Text("l'altra è qui", "the other one is here"));
      }
    }
  }
}

}  // namespace

void find_misplaced(const Rulebook& rulebook, DiagnosticBag& bag) {
  find_levels(rulebook, bag);
  find_prerequisites(rulebook.typed, bag);
}

}  // namespace leps::inline linting
