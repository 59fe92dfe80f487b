#include "check/expressions_of.hpp"

namespace leps::inline checking {

using typed::ExprId;

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

}  // namespace leps::inline checking
