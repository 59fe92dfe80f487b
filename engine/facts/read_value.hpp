// One datum: what is written for it, typed by the pack's declaration.
#pragma once

#include "facts/fact.hpp"
#include "facts/read_field.hpp"

namespace leps::inline reading {

/// `25`, `[22, 26]`, `{valore: 25, fonte: SIOSS, al: 2025-12-31}`, or a list of the last, one for
/// each source. A value with a mistake is reported and taken for not known.
Fact read_fact(const ReadingContext& context, DatumId datum, const DataNode& node);

}  // namespace leps::inline reading
