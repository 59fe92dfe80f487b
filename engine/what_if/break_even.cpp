#include "what_if/break_even.hpp"

#include "check/condition.hpp"
#include "eval/kleene.hpp"
#include "gap/distance.hpp"
#include "gap/moved.hpp"
#include "gap/through_bands.hpp"

#include <algorithm>
#include <vector>

namespace leps::inline what_ifs {
namespace {

using typed::ExprId;

/// A comparison as the lever sees it: it holds from `at` up, or from `at` down.
struct Side {
  Interval at;
  Way way = Way::up;
  bool strict = false;
};

/// A requirement as the lever sees it: sides joined by `e` and `o`, and what does not move.
struct Shape {
  enum class Kind { fixed, side, all, any, some, either };  // either: a `se` of which nobody knows
  Kind kind = Kind::fixed;
  Truth truth;  // of what is fixed
  Side side;
  std::vector<Shape> parts;
  std::size_t needed = 0;  // of `some`: how many of its parts
};

Shape fixed(Truth truth) { return {Shape::Kind::fixed, std::move(truth), {}, {}}; }
Shape side(Interval at, Way way, bool strict) {
  return {Shape::Kind::side, {}, {std::move(at), way, strict}, {}};
}
Shape join(Shape::Kind kind, std::vector<Shape> parts) { return {kind, {}, {}, std::move(parts)}; }

/// At least so many of the parts.
Shape some(const Rational& needed, std::vector<Shape> parts) {
  if (needed <= 0) return fixed(truth(true));
  if (needed > Rational(static_cast<int>(parts.size()))) return fixed(truth(false));
  Shape shape = join(Shape::Kind::some, std::move(parts));
  while (Rational(static_cast<int>(shape.needed)) < needed) ++shape.needed;
  return shape;
}

class ShapeReader {
 public:
  // Its parts and wholes stay: it is asked where the requirement turns as this one datum moves.
  ShapeReader(const typed::Requirement& requirement, DatumId lever, Evaluator& evaluator)
      : requirement_(requirement),
        lever_(lever),
        typed_(evaluator.rulebook().typed),
        at_zero_(lever, Interval::point(0), evaluator, Moved::Kin::stays),
        below_(lever, {Bound::minus_infinity(), Bound(0)}, evaluator, Moved::Kin::stays),
        above_(lever, {Bound(0), Bound::plus_infinity()}, evaluator, Moved::Kin::stays) {}

  Shape read() { return read(condition_of(requirement_.condition, typed_)); }

 private:
  Shape read(const Condition& condition) {
    return std::visit([&](const auto& node) { return of(condition.literal, node); },
                      condition.node);
  }

  std::vector<Shape> read(const std::vector<Condition>& conditions) {
    std::vector<Shape> parts;
    for (const Condition& each : conditions) parts.push_back(read(each));
    return parts;
  }

  Shape of(Literal, const Condition::All& all) { return join(Shape::Kind::all, read(all.parts)); }
  Shape of(Literal, const Condition::Any& any) { return join(Shape::Kind::any, read(any.parts)); }
  Shape of(Literal, const Condition::Between& between) {
    return join(Shape::Kind::all, {read(condition_of(between.range.above, typed_)),
                                   read(condition_of(between.range.below, typed_))});
  }
  // `al massimo 2 fra a, b, c` is at least one of `non a`, `non b`, `non c`.
  Shape of(Literal literal, const Condition::Among& among) {
    const typed::Compare& compare = among.comparison.compare;
    const Interval level = at_zero_.quantity(compare.right).range;
    if (!level.known()) return whatever_the_lever(literal);
    const auto& many = std::get<typed::HowMany>(typed_.exprs[compare.left].node);
    const auto at_least = [&](const Rational& needed, bool negated) {
      std::vector<Shape> parts;
      for (const ExprId each : many.conditions) {
        parts.push_back(read(condition_of(each, typed_, negated)));
      }
      return some(needed, std::move(parts));
    };
    const Rational all(static_cast<int>(many.conditions.size()));
    const Rational down = floor(level.lo.value()), up = ceil(level.lo.value());
    switch (among.comparison.relation) {
      case typed::Relation::at_least:
        return at_least(up, false);
      case typed::Relation::more_than:
        return at_least(Rational(down + 1), false);
      case typed::Relation::at_most:
        return at_least(Rational(all - down), true);
      case typed::Relation::less_than:
        return at_least(Rational(all - up + 1), true);
      case typed::Relation::equal_to:
        return join(Shape::Kind::all, {at_least(up, false), at_least(Rational(all - down), true)});
      case typed::Relation::different_from:
        return join(Shape::Kind::any,
                    {at_least(Rational(down + 1), false), at_least(Rational(all - up + 1), true)});
    }
    return whatever_the_lever(literal);
  }
  Shape of(Literal, const Condition::Either& choice) {
    const Truth which = anywhere(choice.which);
    if (which.known()) return read(choice.branches[which.is_true() ? 0 : 1]);
    return join(Shape::Kind::either, read(choice.branches));
  }
  Shape of(Literal literal, const Condition::EveryRow&) { return whatever_the_lever(literal); }
  Shape of(Literal literal, const Condition::Truth&) { return whatever_the_lever(literal); }
  Shape of(Literal literal, const Condition::Comparison& comparison) {
    const auto solution = std::find_if(requirement_.solutions.begin(), requirement_.solutions.end(),
                                       [&](const typed::Solution& s) {
                                         return s.compare == literal.expr &&
                                                requirement_.levers[s.lever].datum == lever_;
                                       });
    if (solution == requirement_.solutions.end()) return whatever_the_lever(literal);
    return of_comparison(literal, comparison, *solution);
  }

  // What a condition could be for any value of the lever. In two halves: an interval without ends
  // is a datum that nobody gives, and that the packs may work out.
  Truth anywhere(ExprId expr) {
    Truth truth = below_.truth(expr);
    truth.can_be_true = truth.can_be_true || above_.truth(expr).can_be_true;
    truth.can_be_false = truth.can_be_false || above_.truth(expr).can_be_false;
    return truth;
  }

  Shape whatever_the_lever(Literal literal) { return as_read(anywhere(literal.expr), literal); }

  static Shape as_read(const Truth& truth, Literal literal) {
    return fixed(literal.negated ? !truth : truth);
  }

  // `left - right` is coefficient * lever + rest, and the sign of it decides.
  Shape of_comparison(Literal literal, const Condition::Comparison& comparison,
                      const typed::Solution& solution) {
    Interval coefficient = at_zero_.quantity(solution.coefficient).range;
    if (solution.through) {
      coefficient = coefficient * at_zero_.quantity(solution.through->slope).range;
    }
    if (coefficient.known() && coefficient.lo.is_zero()) {
      return as_read(at_zero_.truth(literal.expr), literal);
    }
    const typed::Relation relation = comparison.relation;
    const auto turning = [&](bool up, bool strict) {
      return solution.through
                 ? turn_through_bands(solution, comparison.compare, up, strict, at_zero_, typed_)
                 : turn_of(comparison.compare, coefficient);
    };
    const bool strict = is_strict(relation);
    const bool rises = coefficient.hi.sign() > 0, falls = coefficient.lo.sign() < 0;
    switch (relation) {
      case typed::Relation::at_least:
      case typed::Relation::more_than:
        return side(turning(rises, strict), way_of(rises, falls), strict);
      case typed::Relation::at_most:
      case typed::Relation::less_than:
        return side(turning(falls, strict), way_of(falls, rises), strict);
      case typed::Relation::equal_to:
        return join(Shape::Kind::all, {side(turning(true, false), Way::up, false),
                                       side(turning(false, false), Way::down, false)});
      case typed::Relation::different_from:
        return join(Shape::Kind::any, {side(turning(true, true), Way::up, true),
                                       side(turning(false, true), Way::down, true)});
    }
    return whatever_the_lever(literal);
  }

  Interval turn_of(const typed::Compare& compare, const Interval& coefficient) {
    const Quantity& left = at_zero_.quantity(compare.left);
    const Quantity& right = at_zero_.quantity(compare.right);
    if (!left.zero_divisors.empty() || !right.zero_divisors.empty()) return Interval::everything();
    const Interval rest = left.range - right.range;
    const bool either_way = coefficient.lo.sign() < 0 && coefficient.hi.sign() > 0;
    if (either_way || (coefficient.contains_zero() && rest.contains_zero())) {
      return Interval::everything();
    }
    return -rest / coefficient;
  }

  const typed::Requirement& requirement_;
  DatumId lever_;
  const Typed& typed_;
  Moved at_zero_, below_, above_;
};

void collect(const Shape& shape, std::vector<Side>& sides) {
  if (shape.kind == Shape::Kind::side) sides.push_back(shape.side);
  for (const Shape& part : shape.parts) collect(part, sides);
}

/// From where on a shape holds, every side of it looking up: never is at plus infinity, always at
/// minus infinity. Where all look down, the same is asked of the mirrored numbers.
struct Turn {
  Interval at;
  bool strict = false;
};

Turn first_that_holds(const Shape& shape);

/// @param all  the last of the parts counts, for all must hold; else the first
Turn joined(const std::vector<Shape>& parts, bool all) {
  std::vector<Turn> turns;
  for (const Shape& part : parts) turns.push_back(first_that_holds(part));
  Turn joined = turns.front();
  bool known = joined.at.single();
  for (const Turn& turn : turns) {
    joined.at = all ? max(joined.at, turn.at) : min(joined.at, turn.at);
    known = known && turn.at.single();
  }
  // At the value itself one strict part spoils an `e`, and one that is not saves an `o`.
  bool any = false, every = true;
  for (const Turn& turn : turns) {
    if (turn.at.lo > joined.at.hi || turn.at.hi < joined.at.lo) continue;
    any = any || turn.strict;
    every = every && turn.strict;
  }
  joined.strict = all || !known ? any : every;
  return joined;
}

/// The one with which so many of the parts hold.
Turn turn_of_some(const Shape& shape) {
  std::vector<Turn> turns;
  std::vector<Bound> least, most;
  bool any_strict = false;
  for (const Shape& part : shape.parts) {
    turns.push_back(first_that_holds(part));
    least.push_back(turns.back().at.lo);
    most.push_back(turns.back().at.hi);
    any_strict = any_strict || turns.back().strict;
  }
  std::sort(least.begin(), least.end());
  std::sort(most.begin(), most.end());
  Turn turn{{least[shape.needed - 1], most[shape.needed - 1]}, any_strict};
  if (!turn.at.single()) return turn;
  const auto holds_at = [&](const Turn& each) {
    return each.at.hi < turn.at.lo || (each.at == turn.at && !each.strict);
  };
  const auto holding = std::count_if(turns.begin(), turns.end(), holds_at);
  turn.strict = static_cast<std::size_t>(holding) < shape.needed;
  return turn;
}

Turn first_that_holds(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::fixed: {
      const Bound always = Bound::minus_infinity(), never = Bound::plus_infinity();
      return {{shape.truth.can_be_true ? always : never, shape.truth.can_be_false ? never : always},
              false};
    }
    case Shape::Kind::side:
      return {shape.side.way == Way::up ? shape.side.at : -shape.side.at, shape.side.strict};
    case Shape::Kind::either: {
      const Turn yes = first_that_holds(shape.parts[0]), no = first_that_holds(shape.parts[1]);
      return {hull(yes.at, no.at), yes.strict || no.strict};
    }
    case Shape::Kind::some:
      return turn_of_some(shape);
    case Shape::Kind::all:
    case Shape::Kind::any:
      break;
  }
  return joined(shape.parts, shape.kind == Shape::Kind::all);
}

bool all_known(const Shape& shape) {
  if (shape.kind == Shape::Kind::either) return false;
  if (shape.kind == Shape::Kind::fixed) return shape.truth.known();
  if (shape.kind == Shape::Kind::side) {
    return shape.side.at.known() && shape.side.way != Way::unknown;
  }
  return std::all_of(shape.parts.begin(), shape.parts.end(), all_known);
}

/// Only where all is known.
bool holds(const Shape& shape, const Rational& lever) {
  const auto part_holds = [&](const Shape& part) { return holds(part, lever); };
  switch (shape.kind) {
    case Shape::Kind::fixed:
      return shape.truth.is_true();
    case Shape::Kind::side: {
      const Rational& at = shape.side.at.lo.value();
      if (lever == at) return !shape.side.strict;
      return lever > at ? shape.side.way == Way::up : shape.side.way == Way::down;
    }
    case Shape::Kind::all:
      return std::all_of(shape.parts.begin(), shape.parts.end(), part_holds);
    case Shape::Kind::some:
      return static_cast<std::size_t>(
                 std::count_if(shape.parts.begin(), shape.parts.end(), part_holds)) >= shape.needed;
    case Shape::Kind::any:
    case Shape::Kind::either:
      break;
  }
  return std::any_of(shape.parts.begin(), shape.parts.end(), part_holds);
}

/// Every value at which the shape turns, from the least.
std::vector<Side> turns_of(const Shape& shape, const std::vector<Side>& sides) {
  std::vector<Rational> values;
  for (const Side& side : sides) values.push_back(side.at.lo.value());
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());

  std::vector<Side> turns;
  bool before = holds(shape, Rational(values.front() - 1));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Rational beyond =
        i + 1 < values.size() ? Rational((values[i] + values[i + 1]) / 2) : Rational(values[i] + 1);
    const bool at = holds(shape, values[i]), after = holds(shape, beyond);
    const Interval point = Interval::point(values[i]);
    // A hole of one value ends one side and begins another; a value alone, the other way round.
    if (at && !before && !after) {
      turns.push_back({point, Way::up, false});
      turns.push_back({point, Way::down, false});
    }
    if (before && !(at && after)) turns.push_back({point, Way::down, !at});
    if (after && !(at && before)) turns.push_back({point, Way::up, !at});
    before = after;
  }
  return turns;
}

Interval margin_of(const Side& turn, const Interval& current) {
  const Interval above = current - turn.at;
  if (turn.way == Way::unknown) return hull(above, -above);
  return turn.way == Way::up ? above : -above;
}

/// The turn nearest to what the lever is worth: of two at one distance the one that it has passed
/// where the requirement holds, or falls short of where it does not.
Side nearest_turn(const Shape& shape, const std::vector<Side>& turns, const Interval& current) {
  if (!current.known()) return turns.front();
  const bool met = holds(shape, current.lo.value());
  const auto before = [&](const Side& a, const Side& b) {
    const Rational of_a = margin_of(a, current).lo.value(), of_b = margin_of(b, current).lo.value();
    const Rational far_a = abs(of_a), far_b = abs(of_b);
    if (far_a != far_b) return far_a < far_b;
    return met ? of_a > of_b : of_a < of_b;
  };
  return *std::min_element(turns.begin(), turns.end(), before);
}

}  // namespace

BreakEven find_break_even(const typed::Requirement& requirement, DatumId lever,
                          Evaluator& evaluator) {
  BreakEven found;
  found.lever = lever;
  found.unit = std::get<NumberOf>(evaluator.rulebook().typed.data[lever].type).unit;
  found.current = std::get<Quantity>(evaluator.value(lever)).range;

  const Shape shape = ShapeReader(requirement, lever, evaluator).read();
  std::vector<Side> sides;
  collect(shape, sides);
  if (sides.empty()) return found;
  const auto all_look = [&](Way way) {
    return std::all_of(sides.begin(), sides.end(),
                       [&](const Side& side) { return side.way == way; });
  };
  const bool up = all_look(Way::up);
  if (up || all_look(Way::down)) {
    const Turn turn = first_that_holds(shape);
    if (turn.at.single() && !turn.at.lo.finite()) return found;  // it holds, or fails, anyway
    found.value = up ? turn.at : -turn.at;
    found.way = up ? Way::up : Way::down;
    found.strict = turn.strict;
  } else if (all_known(shape)) {
    const std::vector<Side> turns = turns_of(shape, sides);
    if (turns.empty()) return found;
    const Side nearest = nearest_turn(shape, turns, found.current);
    found.value = nearest.at;
    found.way = nearest.way;
    found.strict = nearest.strict;
  } else {
    found.value = sides.front().at;
    found.way = Way::unknown;
    for (const Side& side : sides) {
      found.value = hull(*found.value, side.at);
      found.strict = found.strict || side.strict;
    }
  }
  found.margin = margin_of({*found.value, found.way, found.strict}, found.current);
  return found;
}

}  // namespace leps::inline what_ifs
