#include "gap/take_along.hpp"

#include "check/walk.hpp"
#include "eval/kleene.hpp"
#include "gap/moved.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace leps::inline gaps {
namespace {

// Whether a number of this Ambito and year stands in an expression: what it was before stays.
bool stands_in(typed::ExprId expr, DatumId datum, const Typed& typed) {
  bool found = false;
  for_each_under(typed, expr, [&](const typed::Expr& under, Walk& walk) {
    if (found || std::holds_alternative<typed::PreviousYear>(under.node)) return walk.skip();
    found = typed::datum_of(under.node) == datum;
    if (const auto amount = typed::amount_of(typed, under.node)) {
      const std::vector<DatumId>& data = typed.computed[*amount].data;
      found = found || std::find(data.begin(), data.end(), datum) != data.end();
    }
  });
  return found;
}

class Along {
 public:
  Along(const Gap& gap, const LeverMove& move, Evaluator& evaluator)
      : gap_(gap),
        move_(move),
        evaluator_(evaluator),
        compare_(
            std::get<typed::Compare>(evaluator.rulebook().typed.exprs[move.solution.compare].node)),
        now_(range_of(move.lever.datum)) {
    for (const bool up : {true, false}) {
      if (!(up ? move.up : move.down)) continue;
      for (const DatumId each : taken_along(move.lever.datum, up, evaluator.rulebook())) {
        if (stands_in(compare_.left, each, evaluator.rulebook().typed) ||
            stands_in(compare_.right, each, evaluator.rulebook().typed)) {
          standing_.push_back(each);
        }
      }
    }
  }

  [[nodiscard]] bool matters() {
    const bool may_pass = std::any_of(standing_.begin(), standing_.end(), [&](DatumId each) {
      const Interval range = range_of(each);
      return (move_.up && (now_ + gap_.amount).hi > range.lo) ||
             (move_.down && (now_ - gap_.amount).lo < range.hi);
    });
    return may_pass && !closes_on_the_way();
  }

  void apply(Gap& gap) {
    if (const auto exact = exactly()) {
      gap.amount = {*exact, *exact};
      return;
    }
    // No less than what brings the lever up to the nearest of them; how much more is not known.
    Bound least = gap.amount.lo;
    for (const DatumId each : standing_) {
      const Interval range = range_of(each);
      const Interval room = move_.up && move_.down ? Interval::point(0)
                            : move_.up             ? range - now_
                                                   : now_ - range;
      least = std::min(least, std::max(Bound(0), room.lo));
      gap.rests_on.amount.merge(rests_of(each));
    }
    gap.rests_on.amount.merge(rests_of(move_.lever.datum));
    gap.amount = {least, Bound::plus_infinity()};
  }

  [[nodiscard]] Truth holds_at(const Rational& lever) {
    Moved moved(move_.lever.datum, Interval::point(lever), evaluator_, Moved::Kin::follows);
    return leps::compare(move_.relation, moved.quantity(compare_.left),
                         moved.quantity(compare_.right));
  }

  [[nodiscard]] std::optional<Rational> after() const {
    if (!now_.known() || !gap_.amount.known() || move_.up == move_.down) return std::nullopt;
    return (move_.up ? now_ + gap_.amount : now_ - gap_.amount).lo.value();
  }

 private:
  Quantity quantity_of(DatumId datum) const { return std::get<Quantity>(evaluator_.value(datum)); }
  Interval range_of(DatumId datum) const { return quantity_of(datum).range; }
  DatumSet rests_of(DatumId datum) const { return quantity_of(datum).rests_on; }

  // Whether the gap is surely closed before the lever is as much as the first that follows it:
  // wholes stand one above the other, parts beside each other. What is not known of the lever
  // itself is in the gap too, so that adding the two up says more than can be.
  bool closes_on_the_way() {
    if (move_.up == move_.down) return false;
    const auto last = move_.up ? std::next(standing_.begin()) : standing_.end();
    return std::all_of(standing_.begin(), last, [&](DatumId each) { return closes_at(each); });
  }

  // Where both are worth the same, whatever that is: on a straight line its two ends tell, and the
  // middle tells that it is straight.
  bool closes_at(DatumId other) {
    const Interval range = range_of(other);
    if (!range.lo.finite()) return false;
    const Rational& lo = range.lo.value();
    if (range.hi.finite()) {
      const Rational& hi = range.hi.value();
      return closed(other, lo) && closed(other, hi) && closed(other, Rational((lo + hi) / 2));
    }
    const Quantity here = excess(other, lo), beyond = excess(other, Rational(lo + 1));
    return closed(other, lo) && closed(other, Rational(lo + 1)) &&
           (wants_more() ? beyond.range.lo >= here.range.lo : beyond.range.hi <= here.range.hi);
  }

  [[nodiscard]] bool wants_more() const {
    switch (move_.relation) {
      case typed::Relation::at_least:
      case typed::Relation::more_than:
        return true;
      case typed::Relation::at_most:
      case typed::Relation::less_than:
        return false;
      case typed::Relation::equal_to:
      case typed::Relation::different_from:
        break;
    }
    const bool falls = evaluator_.quantity(move_.solution.coefficient).range.hi.sign() <= 0;
    return move_.up != falls;
  }

  // To hit a level exactly it is enough to have come past it.
  bool closed(DatumId other, const Rational& both) {
    typed::Relation relation = move_.relation;
    if (relation == typed::Relation::equal_to) {
      relation = wants_more() ? typed::Relation::at_least : typed::Relation::at_most;
    }
    Moved moved(move_.lever.datum, Interval::point(both), evaluator_, Moved::Kin::follows,
                Moved::Pinned{other, both});
    return leps::compare(relation, moved.quantity(compare_.left), moved.quantity(compare_.right))
        .is_true();
  }

  Quantity excess(DatumId other, const Rational& both) {
    Moved moved(move_.lever.datum, Interval::point(both), evaluator_, Moved::Kin::follows,
                Moved::Pinned{other, both});
    const Quantity& left = moved.quantity(compare_.left);
    return {left.range - moved.quantity(compare_.right).range, {}, {}};
  }

  // How far the left side is above the right, once the lever is worth so much.
  std::optional<Rational> difference_at(const Rational& lever) {
    Moved moved(move_.lever.datum, Interval::point(lever), evaluator_, Moved::Kin::follows);
    const Quantity& left = moved.quantity(compare_.left);
    const Quantity& right = moved.quantity(compare_.right);
    if (!left.zero_divisors.empty() || !right.zero_divisors.empty()) return std::nullopt;
    const Interval difference = left.range - right.range;
    return difference.known() ? std::optional(difference.lo.value()) : std::nullopt;
  }

  // Straight between one of those that follow and the next: each stretch is solved by its ends.
  std::optional<Bound> exactly() {
    if (!now_.known() || move_.up == move_.down) return std::nullopt;
    std::set<Rational> turns;
    for (const DatumId each : standing_) {
      const Interval range = range_of(each);
      if (!range.known()) return std::nullopt;
      const Rational way = move_.up ? Rational(range.lo.value() - now_.lo.value())
                                    : Rational(now_.lo.value() - range.lo.value());
      if (way > 0) turns.insert(way);
    }
    Rational from = 0;
    auto at_from = difference_after(from);
    if (!at_from || at_from->is_zero()) return std::nullopt;
    const int side = at_from->sign();
    for (const Rational& to : turns) {
      const auto at_to = difference_after(to);
      if (!at_to) return std::nullopt;
      if (at_to->sign() != side) return root(from, *at_from, to, *at_to);
      from = to;
      at_from = at_to;
    }
    const auto beyond = difference_after(Rational(from + 1));
    if (!beyond) return std::nullopt;
    const Rational slope = *beyond - *at_from;
    if (slope.is_zero() || slope.sign() == side) return Bound::plus_infinity();
    return root(from, *at_from, Rational(from + 1), *beyond);
  }

  std::optional<Rational> difference_after(const Rational& way) {
    const Rational& now = now_.lo.value();
    return difference_at(move_.up ? Rational(now + way) : Rational(now - way));
  }

  std::optional<Bound> root(const Rational& from, const Rational& at_from, const Rational& to,
                            const Rational& at_to) {
    const Rational way = from - at_from * (to - from) / (at_to - at_from);
    const auto there = difference_after(way);
    if (!there || !there->is_zero()) return std::nullopt;  // it is not straight
    return Bound(way);
  }

  const Gap& gap_;
  const LeverMove& move_;
  Evaluator& evaluator_;
  const typed::Compare& compare_;
  Interval now_;
  std::vector<DatumId> standing_;  // those that follow the lever and stand in the comparison
};

}  // namespace

void take_along(Gap& gap, const LeverMove& move, Evaluator& evaluator) {
  if (!evaluator.rulebook().kin[move.lever.datum].any()) return;
  if (move.relation == typed::Relation::different_from) return;
  Along along(gap, move, evaluator);
  if (along.matters()) along.apply(gap);
}

bool holds_with_those_taken_along(const Gap& gap, const LeverMove& move, Evaluator& evaluator) {
  if (!evaluator.rulebook().kin[move.lever.datum].any() || gap.strict) return true;
  Along along(gap, move, evaluator);
  const auto after = along.after();
  return !after || !along.matters() || !along.holds_at(*after).is_false();
}

void name_taken_along(Gap& gap, const LeverMove& move, Evaluator& evaluator) {
  if (move.up == move.down || !gap.amount.known()) return;
  const auto range_of = [&](DatumId datum) {
    const Value value = evaluator.value(datum);
    return std::get<Quantity>(value).range;
  };
  const Interval now = range_of(move.lever.datum);
  if (!now.known()) return;  // how far it goes beyond them would be said too loosely
  const Interval then = move.up ? now + gap.amount : now - gap.amount;
  auto& along = std::get<Gap::Distance>(gap.kind).taken_along;
  for (const DatumId each : taken_along(move.lever.datum, move.up, evaluator.rulebook())) {
    const Interval was = range_of(each);
    const Interval by = max(Interval::point(0), move.up ? then - was : was - then);
    if (by.hi.sign() > 0 && by.hi.finite()) along.push_back({each, by});
  }
}

}  // namespace leps::inline gaps
