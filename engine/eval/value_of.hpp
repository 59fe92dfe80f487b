// What the data and the packs give, as values; and the value of what nobody gives.
#pragma once

#include "eval/value.hpp"
#include "facts/fact.hpp"

namespace leps::inline evaluating {

/// All that a type can be.
/// @param rests_on  the missing data that would tell
Value nothing_known(const Type& type, const DatumSet& rests_on);

/// A value as a fact gives it; where it gives none, all that its declaration allows.
/// @param missing  what it rests on where it is not known
Value value_of(const Fact& fact, const typed::Datum& declared, const MissingDatum& missing);

Value value_of(const typed::ParameterVersion& version);

}  // namespace leps::inline evaluating
