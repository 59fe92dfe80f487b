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

ByConfidence<std::vector<std::string>> doubtful_names(const RuleResult& result,
                                                      Evaluator& evaluator) {
  if (!result.outcome.version) return {};
  const typed::RuleVersion& version = *result.outcome.version;
  const Typed& typed = evaluator.rulebook().typed;
  const std::vector<ExprId> exprs = roots_of(version);
  const auto found =
      find_doubtful(version.parameters, exprs, narrowed_under(exprs, evaluator), evaluator);
  const auto names = [&](const Doubtful& rests, Confidence confidence) {
    std::vector<std::string> all = names_of(rests, typed);
    for (std::string& name : doubtful_conditions(confidence, result.outcome, typed)) {
      all.push_back(std::move(name));
    }
    return all;
  };
  return {names(found.assumed, Confidence::ipotesi),
          names(found.unverified, Confidence::da_verificare)};
}

ByConfidence<std::vector<std::string>> doubtful_names(ComputedId amount, Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Computed& declared = typed.computed[amount];
  const auto found = find_doubtful(declared.parameters, {declared.value},
                                   narrowed_under({declared.value}, evaluator), evaluator);
  const auto names = [&](Doubtful rests, Confidence confidence) {
    if (declared.confidence == confidence) {
      rests.formulas.insert(rests.formulas.begin(), amount);
    }
    return names_of(rests, typed);
  };
  return {names(found.assumed, Confidence::ipotesi),
          names(found.unverified, Confidence::da_verificare)};
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
