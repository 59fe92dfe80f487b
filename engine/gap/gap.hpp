// A gap: how far a requirement is from being met, from the least to the most it could be.
#pragma once

#include "check/condition.hpp"
#include "eval/value.hpp"
#include "gap/way.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline gaps {

/// Which rows of a table fail, by their keys.
struct FailingRows {
  std::vector<std::string> failing;  // certainly
  std::vector<std::string> open;     // perhaps
  std::size_t total = 0;             // how many rows there are

  friend bool operator==(const FailingRows&, const FailingRows&) = default;
};

/// Rows whose condition is one comparison: their distances added up.
struct Shortfall {
  Interval range;
  Unit unit;

  friend bool operator==(const Shortfall&, const Shortfall&) = default;
};

/// Never negative, never rounded. An end at infinity: there is no bound on that side.
struct Gap {
  /// Of a comparison: how far it is from holding, in its unit or in that of its lever.
  struct Distance {
    /// Data that move with the lever, as far as they must: wholes of a part that grows.
    struct TakenAlong {
      DatumId datum;
      Interval by;

      friend bool operator==(const TakenAlong&, const TakenAlong&) = default;
    };
    std::vector<TakenAlong> taken_along;
    std::optional<FailingRows> rows;  // of a count of rows that is to reach another count of them

    friend bool operator==(const Distance&, const Distance&) = default;
  };
  /// Of what is or is not: how many are to be activated.
  struct Activation {
    std::vector<Literal> failing;  // those certainly false
    std::size_t total = 0;

    friend bool operator==(const Activation&, const Activation&) = default;
  };
  /// Of an `e` of anything else: how many of its parts are not met.
  struct Parts {
    std::vector<Gap> all;  // as in `Condition::All`

    friend bool operator==(const Parts&, const Parts&);
  };
  /// Of an `o`: the cheapest stands for all.
  struct Alternatives {
    std::vector<Gap> all;  // as in `Condition::Any`
    /// Which may be the cheapest; more than one where that is not known.
    std::vector<std::size_t> candidates;
    /// Which of them: its unit and lever stand in the gap. None where they are in several units.
    std::optional<std::size_t> chosen;

    friend bool operator==(const Alternatives&, const Alternatives&);
  };
  /// Of `per ogni`: how many rows fail.
  struct Rows {
    FailingRows rows;

    friend bool operator==(const Rows&, const Rows&) = default;
  };
  /// The missing data that a gap rests on. Gaps are equal where they say the same, whatever they
  /// rest on.
  struct Basis {
    DatumSet amount;  // that make it an interval, its relative size too
    DatumSet price;   // those that make `cost` one, besides

    friend bool operator==(const Basis&, const Basis&) { return true; }
  };

  Literal condition;  // of which it is the gap
  std::variant<Distance, Activation, Parts, Alternatives, Rows> kind;
  /// Everything, where it may be in several units: see `in_one_unit`.
  Interval amount;
  Unit unit;                     // of a distance; none for what is counted
  std::optional<DatumId> lever;  // the datum that closes it
  Way way = Way::up;             // which the lever must go
  bool strict = false;           // reaching the level is not enough: it must be passed
  std::optional<Shortfall> shortfall;
  Interval relative;  // in [0, 1]: of the size of the level, or of the total

  /// What closing it costs, net of what the lever earns (`al netto di`); none where some open part
  /// has no cost or it cannot be worked out, or may not.
  std::optional<Interval> cost;
  std::optional<Interval> gross_cost;  // before what the lever earns
  Unit cost_unit;
  bool unpriced = false;  // where it is open it has no cost, whatever is not known

  Basis rests_on;

  template <class Kind>
  [[nodiscard]] const Kind* as() const {
    return std::get_if<Kind>(&kind);
  }
  /// No change of the lever is enough, or none that its datum's bounds allow.
  [[nodiscard]] bool unreachable() const { return amount.lo == Bound::plus_infinity(); }
  /// False where it is not known which of several things is to be closed, each in its own unit.
  [[nodiscard]] bool in_one_unit() const { return amount.lo != Bound::minus_infinity(); }

  friend bool operator==(const Gap&, const Gap&) = default;
};

/// The one that stands for all: of alternatives the chosen one, and so on down.
const Gap& standing_for(const Gap& gap);

/// Of alternatives the only candidate, and so on down; null where there are several.
const Gap* certainly(const Gap& gap);

/// The rows that fail, of `per ogni` or of a count of them, alternatives seen through; none of
/// anything else.
const FailingRows& failing_rows(const Gap& gap);
/// The truths that fail, alternatives seen through.
const Gap::Activation* activation(const Gap& gap);
/// How many truths or rows there are; 0 of anything else.
std::size_t total_of(const Gap& gap);

/// One of two gaps, and nobody knows which: all that either could be.
/// @return neither amount nor unit where they are not of one kind and unit
Gap either(Gap a, const Gap& b);

}  // namespace leps::inline gaps
