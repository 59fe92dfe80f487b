#include "gap/reach.hpp"

#include "check/whole.hpp"
#include "eval/kleene.hpp"
#include "gap/moved.hpp"

#include <algorithm>

namespace leps::inline gaps {
namespace {

using typed::Relation;

const typed::Compare& compare_of(const LeverMove& move, const Evaluator& evaluator) {
  return std::get<typed::Compare>(evaluator.rulebook().typed.exprs[move.solution.compare].node);
}

Relation with_its_level(Relation relation) {
  if (relation == Relation::more_than) return Relation::at_least;
  return relation == Relation::less_than ? Relation::at_most : relation;
}

/// One way in which the lever may have to go, and the last value that it can have there.
class OneWay {
 public:
  OneWay(const Gap& gap, const LeverMove& move, bool up, Evaluator& evaluator)
      : gap_(gap),
        move_(move),
        up_(up),
        evaluator_(evaluator),
        datum_(evaluator.rulebook().typed.data[move.lever.datum]),
        last_(last_of(move.lever.datum, up, evaluator)) {}

  Reach run() {
    if (!last_.finite()) return Reach::surely;
    const Interval now = std::get<Quantity>(evaluator_.value(move_.lever.datum)).range;
    const Interval then = up_ ? now + gap_.amount : now - gap_.amount;
    if (within(up_ ? then.hi : then.lo)) return Reach::surely;
    if (!within(up_ ? then.lo : then.hi)) return Reach::never;
    // What the lever is worth now is in its end too, and need not be known.
    const Truth at_last = holds_at(last_.value(), move_.relation);
    if (at_last.is_false()) return Reach::never;
    if (lands_on_level()) return at_last.is_true() ? Reach::surely : Reach::perhaps;
    const Rational step =
        move_.lever.rounding == typed::Rounding::steps ? move_.lever.step : Rational(1);
    const Rational before = up_ ? last_.value() - step : last_.value() + step;
    // The last step ends within one step past the level; a full step past where that is strict.
    return holds_at(before, with_its_level(move_.relation)).is_true() ? Reach::surely
                                                                      : Reach::perhaps;
  }

 private:
  [[nodiscard]] bool within(const Bound& end) const {
    if (end == last_) return !gap_.strict;
    return up_ ? end < last_ : end > last_;
  }

  // Where steps are taken from a value that is not known they may end a step past the level; not
  // so one by one from a whole number to a whole number.
  [[nodiscard]] bool lands_on_level() const {
    if (move_.lever.rounding == typed::Rounding::none) return true;
    if (move_.lever.rounding != typed::Rounding::whole_units || !is_whole(last_.value())) {
      return false;
    }
    const Typed& typed = evaluator_.rulebook().typed;
    const bool given =
        datum_.whole && is_given(evaluator_.facts().facts[move_.lever.datum], datum_);
    return given || is_always_whole(typed, move_.lever.datum);
  }

  // Its own bound, or that of what it takes along. What is worked out is held by no bound.
  static Bound last_of(DatumId lever, bool up, const Evaluator& evaluator) {
    const IdMap<DatumId, typed::Datum>& data = evaluator.rulebook().typed.data;
    Bound last = up ? data[lever].bounds.hi : data[lever].bounds.lo;
    for (const DatumId each : taken_along(lever, up, evaluator.rulebook())) {
      if (evaluator.is_worked_out(each)) continue;
      last = up ? std::min(last, data[each].bounds.hi) : std::max(last, data[each].bounds.lo);
    }
    return last;
  }

  // Whether the comparison has turned once the lever is worth so much.
  [[nodiscard]] Truth holds_at(const Rational& value, Relation relation) const {
    Moved then(move_.lever.datum, Interval::point(value), evaluator_, Moved::Kin::follows);
    const typed::Compare& compare = compare_of(move_, evaluator_);
    if (relation == Relation::equal_to) {
      Interval slope = evaluator_.quantity(move_.solution.coefficient).range;
      if (move_.solution.through) {
        slope = slope * evaluator_.quantity(move_.solution.through->slope).range;
      }
      const bool falls = slope.hi.sign() <= 0;
      relation = up_ != falls ? Relation::at_least : Relation::at_most;
    }
    return leps::compare(relation, then.quantity(compare.left), then.quantity(compare.right));
  }

  const Gap& gap_;
  const LeverMove& move_;
  bool up_;
  Evaluator& evaluator_;
  const typed::Datum& datum_;
  Bound last_;
};

}  // namespace

LeverMove move_of(Relation relation, const typed::Solution& solution, const typed::Lever& lever,
                  Evaluator& evaluator) {
  LeverMove move{solution, lever, relation};
  const auto& compare =
      std::get<typed::Compare>(evaluator.rulebook().typed.exprs[solution.compare].node);
  bool rise = true, fall = false;  // of the left side
  if (relation == Relation::at_most || relation == Relation::less_than) {
    rise = false, fall = true;
  } else if (relation == Relation::equal_to) {
    const Interval& left = evaluator.quantity(compare.left).range;
    const Interval& right = evaluator.quantity(compare.right).range;
    rise = left.lo < right.hi;
    fall = left.hi > right.lo;
    if (!rise && !fall) rise = true;  // nowhere to go
  }
  Interval coefficient = evaluator.quantity(solution.coefficient).range;
  if (solution.through) {
    coefficient = coefficient * evaluator.quantity(solution.through->slope).range;
  }
  const bool with = coefficient.hi.sign() > 0, against = coefficient.lo.sign() < 0;
  move.up = (rise && (with || !against)) || (fall && against);
  move.down = (fall && (with || !against)) || (rise && against);
  return move;
}

Reach reach_of(const Gap& gap, const LeverMove& move, Evaluator& evaluator) {
  if (move.relation == Relation::different_from) return Reach::surely;
  if (!move.down) return OneWay(gap, move, true, evaluator).run();
  if (!move.up) return OneWay(gap, move, false, evaluator).run();
  const Reach up = OneWay(gap, move, true, evaluator).run();
  const Reach down = OneWay(gap, move, false, evaluator).run();
  return up == down ? up : Reach::perhaps;
}

}  // namespace leps::inline gaps
