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
  parts,         // of an `e` of anything else: how many of its parts are not met
  alternatives,  // of an `o`: the cheapest stands for all
  rows,          // of `per ogni`: how many rows fail, by their keys
};

/// Never negative, never rounded. An end at infinity: there is no bound on that side; both at
/// infinity: no change of the lever is enough.
struct Gap {
  GapKind kind = GapKind::distance;
  Interval amount;
  Unit unit;                         // of a distance; none for what is counted
  std::optional<DatumId> lever;      // the datum that closes it
  bool decrease = false;             // the lever must go down, not up
  bool strict = false;               // reaching the level is not enough: it must be passed
  std::vector<std::string> failing;  // of truths and rows: those certainly false, by name
  std::size_t total = 0;             // of truths and rows: how many there are
  std::vector<std::string> open;     // of rows: those of which it is not known
  /// Of rows whose condition is one comparison: their distances added up, in its unit.
  std::optional<Interval> shortfall;
  Unit shortfall_unit;
  std::vector<Gap> parts;
  std::vector<Gap> alternatives;
  std::size_t chosen = 0;  // which alternative: its amount, unit and lever stand here
  Interval relative;       // in [0, 1]: of the size of the level, or of the total

  /// What closing it costs, net of what the lever earns (`al netto di`); none where some open part
  /// has no cost or it cannot be worked out.
  std::optional<Interval> cost;
  std::optional<Interval> gross_cost;  // before what the lever earns
  Unit cost_unit;

  DatumSet rests_on;                     // the missing data that make `amount` an interval
  std::optional<typed::ExprId> compare;  // of a distance: the comparison; the level is its right
};

}  // namespace leps
