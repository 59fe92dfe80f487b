// Days on which rules read differently. Between two changes of a parameter every day is like the
// next, so a question about a period is a question about a few days.
#pragma once

#include "prove/reading.hpp"

#include <vector>

namespace leps::inline proving {

/// The first day of a period, and each later day of it on which one of the parameters changes.
/// @param instead  what stands in the place of some of them
std::vector<Day> days_of_change(const Typed& typed, const Period& period,
                                const std::vector<ParameterId>& parameters,
                                const std::map<ParameterId, typed::Parameter>& instead = {});

}  // namespace leps::inline proving
