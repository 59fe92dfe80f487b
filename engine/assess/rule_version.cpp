#include "assess/rule_version.hpp"

#include "check/walk.hpp"
#include "provenance/derivation.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace leps::inline assessing {

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

std::string rule_name(const RuleResult& result, const Rulebook& rulebook, Naming naming) {
  if (naming == Naming::names) return "'" + rulebook.typed.rules[result.outcome.rule].name + "'";
  return "«" + plain(version_shown(rulebook, result).title) + "»";
}

namespace {

bool rests_on_draft(const std::vector<ExprId>& exprs, const Typed& typed, const FactTable& facts) {
  const auto draft = [&](PackId pack) { return typed.packs[pack].draft; };
  const Derivation rests = derive(typed, exprs, &facts);
  const auto value_of_draft = [&](ParameterId id) {
    const typed::ParameterVersion* value = typed.parameters[id].at(facts.survey_date);
    return value && draft(value->pack);
  };
  return std::any_of(rests.amounts.begin(), rests.amounts.end(),
                     [&](ComputedId id) { return draft(typed.computed[id].pack); }) ||
         std::any_of(rests.parameters.begin(), rests.parameters.end(), value_of_draft);
}

bool has_drafts(const Typed& typed) {
  return std::any_of(typed.packs.begin(), typed.packs.end(),
                     [](const typed::Pack& pack) { return pack.draft; });
}

}  // namespace

bool is_draft(const RuleResult& result, const Rulebook& rulebook, const FactTable& facts) {
  const Typed& typed = rulebook.typed;
  if (!has_drafts(typed)) return false;
  const typed::RuleVersion& version = version_shown(rulebook, result);
  const auto draft = [&](const typed::Amendment& by) { return typed.packs[by.pack].draft; };
  const auto& endings = typed.rules[result.outcome.rule].endings;
  return typed.packs[version.pack].draft ||
         std::any_of(version.requirements.begin(), version.requirements.end(),
                     [&](const typed::Requirement& requirement) {
                       const auto& by = requirement.amendments;
                       return std::any_of(by.begin(), by.end(), draft);
                     }) ||
         std::any_of(endings.begin(), endings.end(),
                     [&](const typed::Ending& ending) {
                       return ending.day <= facts.survey_date && draft(ending.by);
                     }) ||
         rests_on_draft(roots_of(version), typed, facts);
}

bool is_draft(ComputedId amount, const Typed& typed, const FactTable& facts) {
  return has_drafts(typed) && (typed.packs[typed.computed[amount].pack].draft ||
                               rests_on_draft({typed.computed[amount].value}, typed, facts));
}

bool is_idle(const typed::Computed& amount, const Typed& typed, const FactTable& facts) {
  return amount.stands_for &&
         is_given(facts.facts[*amount.stands_for], typed.data[*amount.stands_for]);
}

}  // namespace leps::inline assessing
