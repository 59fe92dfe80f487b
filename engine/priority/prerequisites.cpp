#include "priority/prerequisites.hpp"

#include <algorithm>

namespace leps::inline priority {

bool certainly_unmet(const RuleOutcome& outcome) {
  VerdictSet failures;
  failures.add(Verdict::parziale);
  failures.add(Verdict::non_soddisfatto);
  for (const Verdict verdict : kVerdicts) {
    if (outcome.possible.has(verdict) && !failures.has(verdict)) return false;
  }
  return outcome.possible.size() > 0;
}

bool is_fragile(const RuleOutcome& outcome, const std::vector<RuleResult>& results,
                const Rulebook& rulebook) {
  if (outcome.verdict != Verdict::soddisfatto) return false;
  const auto& before = rulebook.prerequisites[outcome.rule];
  return std::any_of(before.begin(), before.end(), [&](RuleId prerequisite) {
    return certainly_unmet(results[prerequisite.index].outcome);
  });
}

std::vector<Placed> causes_first(const std::vector<RuleId>& list, const Rulebook& rulebook) {
  constexpr std::size_t kNotListed = static_cast<std::size_t>(-1);
  IdMap<RuleId, std::size_t> turn;  // its place in the list
  turn.assign(rulebook.typed.rules.size(), kNotListed);
  for (std::size_t i = 0; i < list.size(); ++i) turn[list[i]] = i;

  std::vector<bool> placed(rulebook.typed.rules.size(), false);
  // The first of the list that still has to stand before `item`.
  const auto open_prerequisite = [&](RuleId item) {
    std::optional<RuleId> first;
    for (const RuleId other : rulebook.prerequisites[item]) {
      if (turn[other] == kNotListed || placed[other.index]) continue;
      if (!first || turn[other] < turn[*first]) first = other;
    }
    return first;
  };

  std::vector<Placed> order;
  for (const RuleId item : list) {
    if (placed[item.index]) continue;
    std::vector<RuleId> waiting = {item};  // a stack: each waits for the one above it
    while (!waiting.empty()) {
      const RuleId last = waiting.back();
      if (const auto before = open_prerequisite(last)) {
        waiting.push_back(*before);
        continue;
      }
      placed[last.index] = true;
      order.push_back({last, last == item ? std::nullopt : std::optional(item)});
      waiting.pop_back();
    }
  }
  return order;
}

}  // namespace leps::inline priority
