// A gap: how far a requirement is from being met, from the least to the most it could be.
#pragma once

#include "eval/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps {

enum class GapKind {
  distance,      // of a comparison, in its unit
  activation,    // of truths: how many are to be activated
  parts,         // of an `e` of anything else
  alternatives,  // of an `o`
};

/// `most` at +infinity: there is no bound. Never negative, never rounded.
struct Gap {
  GapKind kind = GapKind::distance;
  Interval amount;                   // in `unit`; of parts: as many as `parts` not yet met
  Unit unit;                         // of a distance; none for the others
  std::optional<DatumId> lever;      // the datum that closes it
  bool decrease = false;             // the lever must go down, not up
  bool strict = false;               // reaching the level is not enough: it must be passed
  std::vector<std::string> failing;  // of truths: those certainly false, by name
  std::size_t total = 0;             // of truths: how many there are
  std::vector<Gap> parts;
  std::vector<Gap> alternatives;
  std::size_t chosen = 0;        // of alternatives: the cheapest; its amount and unit stand here
  Interval relative;             // in [0, 1]
  std::optional<Interval> cost;  // where every part that is open has one
  std::optional<Unit> cost_unit;
  DatumSet rests_on;  // the missing data that make `amount` an interval
  std::optional<typed::ExprId>
      compare;  // of a distance: the comparison; its right side is the level
};

}  // namespace leps
