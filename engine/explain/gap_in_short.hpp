// A gap in a few words, for a table.
#pragma once

#include "gap/gap.hpp"
#include "words/format.hpp"

#include <string>

namespace leps::inline explaining {

/// `≈ 4,64 FTE`, `2 di 5 da attivare`, `0–4 FTE`, `1–2 di 3 righe`.
std::string gap_in_short(const Gap& gap, const Typed& typed, Language language);
/// What `gap.amount` is measured in: a unit, a difference of shares, or nothing where it counts.
Measure measure_of_gap(const Gap& gap, const Typed& typed);

}  // namespace leps::inline explaining
