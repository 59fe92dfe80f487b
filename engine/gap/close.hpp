// Closing a comparison's gap with its lever: the least change of one datum that makes it true, and
// what that change costs.
#pragma once

#include "eval/evaluator.hpp"
#include "gap/gap.hpp"

namespace leps::inline gaps {

/// Costs of several gaps added up: known only while every one is, all in one unit.
struct Cost {
  std::optional<Interval> gross = Interval::point(0);
  std::optional<Interval> net = Interval::point(0);
  Unit unit;

  void add(const std::optional<Interval>& gross_cost, const std::optional<Interval>& net_cost,
           const Unit& cost_unit);
  void give_up();

 private:
  bool any_ = false;
};

/// Turns a distance into the least change of the lever's datum, in the datum's unit, brought up to
/// whole units or steps where the pack says so; with its cost.
/// @param gap       a distance, from `distance`; its amount, unit, strictness and cost are replaced
/// @param relation  as it must hold, every `non` accounted for
/// @param holds     what is known of it
void close_with_lever(Gap& gap, typed::Relation relation, const Truth& holds,
                      const typed::Solution& solution, const typed::Lever& lever,
                      Evaluator& evaluator);

/// A distance in units of the lever, by how much one unit of it moves the comparison. A lever that
/// moves nothing closes nothing.
Interval in_units_of_lever(const Interval& distance, const Interval& coefficient,
                           const Truth& holds);
/// Up to the next step; past it where the level itself is not enough.
Bound brought_up(const Bound& amount, const Rational& step, bool strict);
/// An amount without an end has a cost without an end, even at a price of 0.
Interval cost_of(const Interval& amount, const Interval& price);

/// The price of one unit of a lever that has a `costo`; none where it has no value, or may not.
std::optional<Interval> price_of(const typed::Lever& lever, Evaluator& evaluator);

/// The unit of a number expression.
Unit unit_of(const Typed& typed, typed::ExprId expr);
/// The unit in which two numbers are compared: the left one's, unless it is a bare 0.
Unit unit_of_comparison(const Typed& typed, const typed::Compare& compare);

}  // namespace leps::inline gaps
