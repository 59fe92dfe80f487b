// Reports years of data in which no rule is in force. Such data are of use only where the rules of
// a later year look back at them.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"
#include "facts/fact_table.hpp"

namespace leps::inline reading {

/// A year in which no rule is in force gives no verdict at all: more likely a slip than a wish. It
/// is reported, unless the data hold a later year of the Ambito, or of one that it became, whose
/// rules are in force and look back so far (`anno_precedente`, `somma(x; anni n)`).
void check_rules_in_force(const Typed& typed, const DataSet& tables, DiagnosticBag& bag);

}  // namespace leps::inline reading
