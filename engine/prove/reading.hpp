// How the expressions of a rulebook are to be read: on which day, and with which parameters
// replaced. A question may read each of its conditions in another way.
#pragma once

#include "check/typed.hpp"

#include <map>

namespace leps::inline proving {

struct Reading {
  Day day{};
  /// Parameters that stand in the place of the rulebook's own: an amendment, before it is made.
  std::map<ParameterId, typed::Parameter> instead;

  /// The value of a parameter in this reading; null where none is in force.
  [[nodiscard]] const typed::ParameterVersion* value(ParameterId id, const Typed& typed) const {
    const auto at = instead.find(id);
    return (at == instead.end() ? typed.parameters[id] : at->second).at(day);
  }
};

/// A parameter that is worth `value` on every day.
typed::Parameter worth(const typed::Parameter& parameter, const Rational& value);

}  // namespace leps::inline proving
