#include "prove/days.hpp"

#include <algorithm>
#include <set>

namespace leps {

std::optional<Period> common_days(const Period& a, const Period& b) {
  if (!a.overlaps(b)) return std::nullopt;
  Period common{std::max(a.from, b.from), a.to};
  if (b.to && (!common.to || *b.to < *common.to)) common.to = b.to;
  return common;
}

std::vector<Day> days_of_change(const Typed& typed, const Period& period,
                                const std::vector<ParameterId>& parameters,
                                const std::map<ParameterId, typed::Parameter>& instead) {
  std::set<Day> days = {period.from};
  const auto add = [&](Day day) {
    if (period.contains(day)) days.insert(day);
  };
  for (const ParameterId id : parameters) {
    const auto at = instead.find(id);
    for (const auto& version : (at == instead.end() ? typed.parameters[id] : at->second).versions) {
      add(version.period.from);
      if (version.period.to) add(*version.period.to + std::chrono::days{1});
    }
  }
  return {days.begin(), days.end()};
}

}  // namespace leps
