#include "report/rule_version.hpp"

#include "report/text.hpp"

namespace leps {

using typed::ExprId;

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

std::string rule_name(const RuleResult& result, const Rulebook& rulebook, Naming naming) {
  if (naming == Naming::names) return "'" + rulebook.typed.rules[result.outcome.rule].name + "'";
  return "«" + plain(version_shown(rulebook, result).title) + "»";
}

bool is_idle(const typed::Computed& amount, const Typed& typed, const FactTable& facts) {
  return amount.stands_for &&
         is_given(facts.facts[*amount.stands_for], typed.data[*amount.stands_for]);
}

}  // namespace leps
