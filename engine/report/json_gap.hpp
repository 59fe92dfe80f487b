// A gap as an object of `leps-results/1`, with those that it is made of.
#pragma once

#include "gap/gap.hpp"
#include "json/json_writer.hpp"

namespace leps::inline reports {

/// @param year  of the result
void write_gap(JsonWriter& json, const Typed& typed, const Gap& gap, int year);

}  // namespace leps::inline reports
