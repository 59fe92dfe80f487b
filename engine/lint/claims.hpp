// Says that a rule applies, is met or fails, as claims that prove/ can answer: "these conditions
// are true, those false".
#pragma once

#include "prove/claims.hpp"

namespace leps::inline linting {

/// It asks something: its guard holds and, of `per ogni`, there is a row.
inline Claim applies(const typed::Requirement& requirement) {
  return leps::applies({requirement.applies_if, requirement.asks_if});
}
inline Claim holds(const typed::Requirement& requirement) {
  return Claim::all({applies(requirement), claim(Claim::Kind::is_true, level_of(requirement))});
}
inline Claim fails(const typed::Requirement& requirement) {
  return Claim::all({applies(requirement), claim(Claim::Kind::is_false, level_of(requirement))});
}

/// The rule applies and is met: no requirement fails, and one at least holds.
inline Claim is_met(const typed::RuleVersion& version) {
  std::vector<Claim> parts = {leps::applies({version.applies_if})}, any;
  for (const typed::Requirement& requirement : version.requirements) {
    std::vector<Claim> passes = {holds(requirement)};
    for (const auto& guard : {requirement.applies_if, requirement.asks_if}) {
      if (guard) passes.push_back(claim(Claim::Kind::is_false, *guard));
    }
    parts.push_back(Claim::any(std::move(passes)));
    any.push_back(holds(requirement));
  }
  parts.push_back(Claim::any(std::move(any)));
  return Claim::all(std::move(parts));
}

/// The rule applies and a requirement fails.
inline Claim is_failed(const typed::RuleVersion& version) {
  std::vector<Claim> any;
  for (const typed::Requirement& requirement : version.requirements) {
    any.push_back(fails(requirement));
  }
  return Claim::all({leps::applies({version.applies_if}), Claim::any(std::move(any))});
}

/// Whether a claim can be on none of some days, which is certain.
inline bool is_never(const Rulebook& rulebook, const std::vector<Day>& days, const Claim& claim) {
  for (const Day day : days) {
    if (!std::holds_alternative<Never>(can_be(rulebook, {{day, {}}}, claim))) return false;
  }
  return !days.empty();
}

/// An Ambito of which a claim is true on one of some days.
inline std::optional<Witness> example_of(const Rulebook& rulebook, const std::vector<Day>& days,
                                         const Claim& claim) {
  for (const Day day : days) {
    Possibility found = can_be(rulebook, {{day, {}}}, claim);
    if (auto* witness = std::get_if<Witness>(&found)) return std::move(*witness);
  }
  return std::nullopt;
}

}  // namespace leps::inline linting
