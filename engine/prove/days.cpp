#include "prove/days.hpp"

#include <algorithm>
#include <set>

namespace leps::inline proving {

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

}  // namespace leps::inline proving
