// A gap: how far a requirement is from being met, from the least to the most it could be.
#pragma once

#include "eval/value.hpp"
#include "gap/way.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline gaps {

enum class GapKind {
  distance,      // of a comparison, in its unit
  activation,    // of truths: how many are to be activated
  parts,         // of an `e` of anything else: how many of its parts are not met
  alternatives,  // of an `o`: the cheapest stands for all
  rows,          // of `per ogni`: how many rows fail, by their keys
};

/// Never negative, never rounded. An end at infinity: there is no bound on that side.
struct Gap {
  GapKind kind = GapKind::distance;
  /// Everything, where it may be in several units: see `in_one_unit`.
  Interval amount;
  Unit unit;                     // of a distance; none for what is counted
  std::optional<DatumId> lever;  // the datum that closes it
  /// Data that move with the lever, as far as they must: wholes of a part that grows.
  struct TakenAlong {
    DatumId datum;
    Interval by;
  };
  std::vector<TakenAlong> taken_along;
  Way way = Way::up;                 // which the lever must go
  bool strict = false;               // reaching the level is not enough: it must be passed
  std::vector<std::string> failing;  // of truths and rows: those certainly false, by name
  std::size_t total = 0;             // of truths and rows: how many there are
  std::vector<std::string> open;     // of rows: those of which it is not known
  /// Of rows whose condition is one comparison: their distances added up, in its unit.
  std::optional<Interval> shortfall;
  Unit shortfall_unit;
  std::vector<Gap> parts;
  std::vector<Gap> alternatives;
  /// Of alternatives, which may be the cheapest; more than one where that is not known.
  std::vector<std::size_t> candidates;
  /// Which of them: its unit and lever stand here. None where they are in several units.
  std::optional<std::size_t> chosen;
  Interval relative;  // in [0, 1]: of the size of the level, or of the total

  /// What closing it costs, net of what the lever earns (`al netto di`); none where some open part
  /// has no cost or it cannot be worked out, or may not.
  std::optional<Interval> cost;
  std::optional<Interval> gross_cost;  // before what the lever earns
  Unit cost_unit;
  bool unpriced = false;  // where it is open it has no cost, whatever is not known

  DatumSet rests_on;        // the missing data that make it an interval, its relative size too
  DatumSet price_rests_on;  // those that make `cost` one, besides
  std::optional<typed::ExprId> compare;  // of a distance: the comparison; the level is its right

  /// No change of the lever is enough, or none that its datum's bounds allow.
  [[nodiscard]] bool unreachable() const { return amount.lo == Bound::plus_infinity(); }
  /// False where it is not known which of several things is to be closed, each in its own unit.
  [[nodiscard]] bool in_one_unit() const { return amount.lo != Bound::minus_infinity(); }
};

/// The one that stands for all: of alternatives the chosen one, and so on down.
const Gap& standing_for(const Gap& gap);

/// One of two gaps, and nobody knows which: all that either could be.
/// @return neither amount nor unit where they are not of one kind and unit
Gap either(Gap a, const Gap& b);

}  // namespace leps::inline gaps
