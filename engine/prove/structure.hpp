// Makes a key of what an expression is made of. A layer writes a whole rule again, so one condition
// may be two expressions; by their keys a prover sees that they are the same.
#pragma once

#include "prove/reading.hpp"

#include <string>

namespace leps::inline proving {

/// Equal for two expressions, each in its reading, only where they are worth the same in every
/// Ambito: the same operations on the same data, and parameters with the same values. What rows are
/// called makes no difference.
std::string structure_of(const Typed& typed, typed::ExprId expr, const Reading& reading);

/// The parameters that an amount rests on, with the values that they have in a reading.
std::string values_under(const Typed& typed, ComputedId amount, const Reading& reading);

}  // namespace leps::inline proving
