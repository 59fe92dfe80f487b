// The value of a lever at which a requirement turns, whether it is met today or not: the question
// of a gap, asked from the other side.
#pragma once

#include "eval/evaluator.hpp"
#include "gap/way.hpp"

#include <optional>

namespace leps::inline what_ifs {

struct BreakEven {
  DatumId lever;
  Unit unit;  // of the lever
  /// Exact; from the least to the most that it could be where other data are not known. None where
  /// no value of the lever makes a difference.
  std::optional<Interval> value;
  /// Up: the requirement holds above the value and not below it. Unknown, too, where some of the
  /// values that it may turn at look up and some down.
  Way way = Way::up;
  bool strict = false;  // the value itself does not do, or is not sure to
  Interval current;     // what the lever is worth today
  /// How far the lever is on the side on which the requirement holds; negative where short. Both
  /// ways where the side is not known.
  std::optional<Interval> margin;
};

/// Where a requirement holds between two values of the lever, or beside them, there are several
/// such values: the one nearest to what the lever is worth today. If then not all is known, only
/// that they lie from the least to the greatest of them.
///
/// Tolerances do not count: the level is that of the law. Neither do the bounds of the lever's
/// datum, nor whole units and steps.
/// @param lever  a number, and one of the requirement's levers
BreakEven find_break_even(const typed::Requirement& requirement, DatumId lever,
                          Evaluator& evaluator);

}  // namespace leps::inline what_ifs
