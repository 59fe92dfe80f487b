#include "check/walk.hpp"

namespace leps::inline checking {

using typed::ExprId;

bool Walk::next() {
  if (open_.empty()) return false;
  at_ = open_.back();
  open_.pop_back();
  below_ = true;
  return true;
}

void Walk::descend(const Typed& typed) {
  if (below_) {
    const std::vector<ExprId> under = typed::operands(typed.exprs[at_].node);
    open_.insert(open_.end(), under.rbegin(), under.rend());
  }
  open_.insert(open_.end(), others_.rbegin(), others_.rend());
  others_.clear();
}

std::vector<ExprId> roots_of(const typed::RuleVersion& version) {
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

std::vector<ExprId> roots_of(const typed::Check& check) {
  std::vector<ExprId> all = {check.condition};
  if (check.applies_if) all.push_back(*check.applies_if);
  return all;
}

}  // namespace leps::inline checking
