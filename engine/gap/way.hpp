// Which way a lever must go so that a comparison becomes true.
#pragma once

namespace leps::inline gaps {

/// Unknown where what is missing decides: a coefficient that may have either sign, an equality on
/// either side of its level.
enum class Way { up, down, unknown };

inline Way way_of(bool up, bool down) {
  return up && down ? Way::unknown : down ? Way::down : Way::up;
}
/// Of two things that go their own ways.
inline Way either(Way a, Way b) { return a == b ? a : Way::unknown; }

}  // namespace leps::inline gaps
