// The words of a comparison of days: what is asked, what there is, by how much it is missed.
#pragma once

#include "check/typed_expressions.hpp"
#include "diagnostics/diagnostic.hpp"
#include "eval/value.hpp"
#include "gap/gap.hpp"

#include <string>

namespace leps::inline explaining {

/// `l'ultimo giorno che va bene è il 31 marzo 2025`
std::string day_needed(typed::Relation relation, const Quantity& level, Language language);

/// `va bene dal 1 marzo 2025 al 31 marzo 2025`
std::string days_needed(const Quantity& low, const Quantity& high, Language language);

/// `è del 30 giugno 2025`
/// @param given  false where it is a datum that nobody gave
std::string day_found(const Quantity& found, bool given, Language language);

/// `91 giorni di ritardo`; empty where nothing can be said.
std::string day_missed(typed::Relation relation, const Gap& gap, Language language);

}  // namespace leps::inline explaining
