// The facts that an example gives: those of its own Ambito and year, of other years, of other
// members of its groups.
#pragma once

#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline examples {

/// The facts that an example gives, those of its own Ambito and year first, then those of other
/// years and of other members of its groups; what it does not mention is not known.
DataSet facts_of(const typed::Example& example, const Rulebook& rulebook);

}  // namespace leps::inline examples
