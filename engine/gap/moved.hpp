// Evaluates expressions as if one datum had another value, and all that is known of the others
// stayed. A part that grows makes its wholes grow as far as they must; a whole that shrinks makes
// its parts shrink (`parte di`).
#pragma once

#include "eval/evaluator.hpp"

#include <optional>

namespace leps::inline gaps {

class Moved {
 public:
  enum class Kin { follows, stays };

  /// What another datum is worth then.
  struct Pinned {
    DatumId datum;
    Rational value;
  };

  /// @param value  what the datum is worth then
  /// @param now    over the facts as they are
  /// @param kin    `stays`: its parts and wholes are as they are, whatever the datum is worth
  Moved(DatumId datum, const Interval& value, Evaluator& now, Kin kin,
        const std::optional<Pinned>& pinned = std::nullopt);

  /// What an expression is worth then.
  const Quantity& quantity(typed::ExprId expr);
  const Truth& truth(typed::ExprId expr);

 private:
  FactTable facts_;
  Evaluator evaluator_;  // over them
};

/// The data that a datum takes along as it grows or shrinks: its wholes, or its parts.
const std::vector<DatumId>& taken_along(DatumId datum, bool up, const Rulebook& rulebook);

}  // namespace leps::inline gaps
