// What of the packs no example reaches.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

#include <vector>

namespace leps::inline examples {

/// Something of the packs that no example reaches.
struct Unreached {
  Span where;
  Text what;
};

/// Rules, requirements and amounts that no example expects; verdicts that a rule can give and no
/// example sees (met, not met, not decided, partial, not applicable, not in force); comparisons
/// that no example puts exactly at the level; checks that no example shows finding something, or
/// finding nothing.
std::vector<Unreached> find_unreached(const Rulebook& rulebook);

}  // namespace leps::inline examples
