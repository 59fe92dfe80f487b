// Finds, for each datum, the parts and the wholes that bound it (`parte di`). It leaves out those
// that are worked out from the very datum that they would bound.
#pragma once

#include "schedule/dependencies.hpp"
#include "schedule/rulebook.hpp"

namespace leps::inline scheduling {

/// Kin as the packs tie them.
IdMap<DatumId, Kin> kin_of(const Typed& typed);

/// What amounts use, and what bounds the data that they use. A datum that is worked out, with the
/// help of the datum that it would bound, bounds it only where it is given: that is noted in `kin`
/// and left out of the graph, so that no circle is made by bounds alone.
Dependencies uses_with_kin(const Typed& typed, const Dependencies& uses, IdMap<DatumId, Kin>& kin);

}  // namespace leps::inline scheduling
