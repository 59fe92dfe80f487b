#include "lint/row_repeats.hpp"

#include "check/condition.hpp"

#include <algorithm>

namespace leps::inline linting {
namespace {

using Kind = Claim::Kind;

const typed::Aggregate* over_rows(const Typed& typed, typed::ExprId condition) {
  const auto* over = std::get_if<typed::Aggregate>(&typed.exprs[condition].node);
  return over && over->kind == typed::Aggregation::for_every ? over : nullptr;
}

/// The `per ogni` all of which must hold for the condition to hold.
std::vector<const typed::Aggregate*> needed(const Typed& typed, typed::ExprId condition) {
  std::vector<checking::Condition> parts = {condition_of(condition, typed)};
  if (auto* all = std::get_if<checking::Condition::All>(&parts.front().node)) {
    parts = std::vector<checking::Condition>(all->parts);
  }
  std::vector<const typed::Aggregate*> found;
  for (const checking::Condition& part : parts) {
    if (!std::holds_alternative<checking::Condition::EveryRow>(part.node)) continue;
    if (const auto* over = over_rows(typed, part.literal.expr)) found.push_back(over);
  }
  return found;
}

Claim fails_and_passes(const typed::Aggregate& asked, const typed::Aggregate& partial) {
  std::vector<Claim> passes = {claim(Kind::not_false, *partial.body)};
  if (partial.where) passes.push_back(claim(Kind::not_true, *partial.where));
  std::vector<Claim> both = {claim(Kind::is_false, *asked.body), Claim::any(std::move(passes))};
  if (asked.where) both.push_back(claim(Kind::is_true, *asked.where));
  return Claim::all(std::move(both));
}

}  // namespace

bool rows_fail_both(const Rulebook& rulebook, const typed::RuleVersion& version,
                    const std::vector<Day>& days) {
  const auto partial = needed(rulebook.typed, *version.partial_if);
  const auto never = [&](const Claim& claim) {
    return std::all_of(days.begin(), days.end(), [&](Day day) {
      return can_never_be(rulebook, {{day, {}}}, claim);
    });
  };
  return !days.empty() &&
         std::all_of(
             version.requirements.begin(), version.requirements.end(),
             [&](const typed::Requirement& requirement) {
               const auto* asked = over_rows(rulebook.typed, requirement.condition);
               return asked && std::any_of(partial.begin(), partial.end(), [&](const auto* again) {
                        return again->table == asked->table && again->level == asked->level &&
                               never(fails_and_passes(*asked, *again));
                      });
             });
}

}  // namespace leps::inline linting
