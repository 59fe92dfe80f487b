// Whether `parziale se` only says again, of every row, what the requirements ask of every row.
#pragma once

#include "prove/claims.hpp"

namespace leps::inline linting {

/// Whether it is proved that a row that fails a requirement fails the partial condition too. False
/// where it could not be proved. Looking at one row needs no model of tables.
bool rows_fail_both(const Rulebook& rulebook, const typed::RuleVersion& version,
                    const std::vector<Day>& days);

}  // namespace leps::inline linting
