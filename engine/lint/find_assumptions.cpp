// Finds the numbers that are assumptions, with what rests on them: the list to show whoever could
// confirm them.
#include "lint/find_assumptions.hpp"

#include <algorithm>

namespace leps::inline linting {
namespace {

constexpr std::size_t kMostNamed = 5;

std::vector<std::string> resting_on(ParameterId id, const Typed& typed) {
  std::vector<std::string> names;
  const auto has = [&](const std::vector<ParameterId>& parameters) {
    return std::find(parameters.begin(), parameters.end(), id) != parameters.end();
  };
  for (const typed::Rule& rule : typed.rules) {
    const bool rests = std::any_of(rule.versions.begin(), rule.versions.end(),
                                   [&](const auto& version) { return has(version.parameters); });
    if (rests) names.push_back(rule.name);
  }
  for (const typed::Computed& computed : typed.computed) {
    if (has(computed.parameters)) names.push_back(computed.name);
  }
  return names;
}

Text listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kMostNamed; ++i) {
    list += (i == 0 ? "'" : ", '") + names[i] + "'";
  }
  if (names.size() <= kMostNamed) return list;
  const std::string more = std::to_string(names.size() - kMostNamed);
  return {list + " e altri " + more, list + " and " + more + " more"};
}

}  // namespace

void find_assumptions(const Typed& typed, DiagnosticBag& bag) {
  for (const ParameterId id : typed.parameters.keys()) {
    const typed::Parameter& parameter = typed.parameters[id];
    const std::vector<std::string> names = resting_on(id, typed);
    if (names.empty()) continue;  // nobody uses it: another finding
    for (const typed::ParameterVersion& version : parameter.versions) {
      if (version.confidence != Confidence::ipotesi) continue;
      bag.report(Code::lint_assumption, version.span, {parameter.name, listed(names)});
    }
  }
}

}  // namespace leps::inline linting
