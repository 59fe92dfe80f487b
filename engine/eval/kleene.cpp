#include "eval/kleene.hpp"

#include <algorithm>

namespace leps::inline evaluating {
namespace {

using typed::Relation;

// A decided truth rests on nothing more; an undecided one on all that its operands rest on.
Truth combine(bool can_be_true, bool can_be_false, const Truth& a, const Truth& b) {
  Truth result{can_be_true, can_be_false, {}, {}};
  if (!result.known()) {
    result.rests_on = merge(a.rests_on, b.rests_on);
    result.zero_divisors = merge(a.zero_divisors, b.zero_divisors);
  }
  return result;
}

struct Possible {
  bool holds, fails;
};

// Closed intervals: an end is a value that the number could be, unless it is at infinity.
Possible possible(Relation relation, const Interval& a, const Interval& b) {
  switch (relation) {
    case Relation::at_least:
      return {a.hi >= b.lo, a.lo < b.hi};
    case Relation::at_most:
      return {a.lo <= b.hi, a.hi > b.lo};
    case Relation::more_than:
      return {a.hi > b.lo, a.lo <= b.hi};
    case Relation::less_than:
      return {a.lo < b.hi, a.hi >= b.lo};
    case Relation::equal_to:
      return {a.lo <= b.hi && b.lo <= a.hi, !(a.single() && a == b)};
    case Relation::different_from:
      return {!(a.single() && a == b), a.lo <= b.hi && b.lo <= a.hi};
  }
  return {true, true};
}

}  // namespace

Truth truth(bool value) { return {value, !value, {}, {}}; }

Truth operator!(Truth a) {
  std::swap(a.can_be_true, a.can_be_false);
  return a;
}

Truth conjunction(const Truth& a, const Truth& b) {
  return combine(a.can_be_true && b.can_be_true, a.can_be_false || b.can_be_false, a, b);
}

Truth disjunction(const Truth& a, const Truth& b) {
  return combine(a.can_be_true || b.can_be_true, a.can_be_false && b.can_be_false, a, b);
}

Truth compare(Relation relation, const Quantity& left, const Quantity& right) {
  if (!left.zero_divisors.empty() || !right.zero_divisors.empty()) {
    return {true, true, merge(left.rests_on, right.rests_on),
            merge(left.zero_divisors, right.zero_divisors)};
  }
  const Possible could = possible(relation, left.range, right.range);
  Truth result{could.holds, could.fails, {}, {}};
  if (!result.known()) result.rests_on = merge(left.rests_on, right.rests_on);
  return result;
}

// Where it may lie within, some of its values are between the greatest that the lower end, and the
// least that the upper one, could be. Where a number may have no value, each end is asked by
// itself: what is past one of them is not between, whatever the other is.
Truth between(const Quantity& what, const Quantity& low, const Quantity& high) {
  const bool have_values =
      what.zero_divisors.empty() && low.zero_divisors.empty() && high.zero_divisors.empty();
  if (!have_values) {
    return conjunction(compare(Relation::at_least, what, low),
                       compare(Relation::at_most, what, high));
  }
  const Interval &x = what.range, &from = low.range, &to = high.range;
  Truth result{
      std::max(x.lo, from.lo) <= std::min(x.hi, to.hi), x.lo < from.hi || x.hi > to.lo, {}, {}};
  if (!result.known()) {
    result.rests_on = merge(merge(what.rests_on, low.rests_on), high.rests_on);
  }
  return result;
}

Truth same(const Word& a, const Word& b) {
  if (a.word && b.word) return truth(a.word->value == b.word->value);
  return {true, true, merge(a.rests_on, b.rests_on), {}};
}

Truth same(const Truth& a, const Truth& b) {
  return combine((a.can_be_true && b.can_be_true) || (a.can_be_false && b.can_be_false),
                 (a.can_be_true && b.can_be_false) || (a.can_be_false && b.can_be_true), a, b);
}

namespace {

template <class Thing>
Truth equal(const std::optional<Thing>& a, const std::optional<Thing>& b, DatumSet rests_on) {
  if (a && b) return truth(*a == *b);
  return {true, true, std::move(rests_on), {}};
}

}  // namespace

Truth same(const Value& a, const Value& b) {
  if (const auto* word = std::get_if<Word>(&a)) return same(*word, std::get<Word>(b));
  if (const auto* one = std::get_if<Truth>(&a)) return same(*one, std::get<Truth>(b));
  if (const auto* text = std::get_if<TextValue>(&a)) {
    const auto& other = std::get<TextValue>(b);
    return equal(text->text, other.text, merge(text->rests_on, other.rests_on));
  }
  if (const auto* period = std::get_if<PeriodValue>(&a)) {
    const auto& other = std::get<PeriodValue>(b);
    return equal(period->period, other.period, merge(period->rests_on, other.rests_on));
  }
  const auto& hours = std::get<TimetableValue>(a);
  const auto& others = std::get<TimetableValue>(b);
  if (hours.known() && others.known()) return truth(*hours.least == *others.least);
  // Hours that one certainly has and the other cannot have tell them apart.
  const bool can_be_equal =
      others.most->includes(*hours.least) && hours.most->includes(*others.least);
  Truth result{can_be_equal, true, {}, {}};
  if (can_be_equal) result.rests_on = merge(hours.rests_on, others.rests_on);
  return result;
}

}  // namespace leps::inline evaluating
