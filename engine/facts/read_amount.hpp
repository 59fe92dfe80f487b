// Reads how much there is of something: a number, or the two between which it is known to be.
#pragma once

#include "base/interval.hpp"
#include "facts/read_field.hpp"

#include <optional>

namespace leps::inline reading {

/// `25`, `[22, 26]`, `[4, ~]`; nothing where there is a mistake, which is reported.
/// @param datum  a number; its bounds hold on a side that is left open
std::optional<Interval> read_amount(const ReadingContext& context, DatumId datum,
                                    const DataNode& node);

}  // namespace leps::inline reading
