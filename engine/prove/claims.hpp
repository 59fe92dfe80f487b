// Makes claims of conditions: that one is true, that one is false, that all of several hold.
#pragma once

#include "prove/questions.hpp"

#include <optional>
#include <vector>

namespace leps::inline proving {

/// A condition that may not be written.
using Condition = std::optional<typed::ExprId>;

inline Claim claim(Claim::Kind kind, typed::ExprId condition, std::size_t reading = 0) {
  return {kind, condition, reading, {}};
}

/// What passes a requirement: with a tolerance, whatever is within it.
inline typed::ExprId level_of(const typed::Requirement& requirement) {
  return requirement.tolerated.value_or(requirement.condition);
}

/// All of some conditions apply; those that are not written always do.
inline Claim applies(const std::vector<Condition>& conditions, std::size_t reading = 0) {
  Claim all = Claim::all({});
  for (const Condition& condition : conditions) {
    if (condition) all.parts.push_back(claim(Claim::Kind::is_true, *condition, reading));
  }
  return all;
}

}  // namespace leps::inline proving
