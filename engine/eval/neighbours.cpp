#include "eval/neighbours.hpp"

#include "eval/parts.hpp"
#include "eval/value_of.hpp"

namespace leps::inline evaluating {
namespace {

// What is not known there is missing here too, and is asked for by its year or its group.
DatumSet asked_elsewhere(const DatumSet& missing, int years, std::optional<GroupId> group) {
  DatumSet all;
  for (const MissingDatum& one : missing) {
    all.add({one.datum, one.years_back + years, group ? group : one.of_group});
  }
  return all;
}

struct Elsewhere {
  int years;
  std::optional<GroupId> group;

  template <class One>
  Value operator()(One value) const {
    value.rests_on = asked_elsewhere(value.rests_on, years, group);
    return value;
  }
};

Quantity add(const Quantity& a, const Quantity& b) {
  Quantity sum{a.range + b.range, {}, merge(a.zero_divisors, b.zero_divisors)};
  if (!sum.range.single() || !sum.zero_divisors.empty())
    sum.rests_on = merge(a.rests_on, b.rests_on);
  return sum;
}

/// What is not known there is asked for, unless the data that are there say it.
DatumSet asked_of_years(const DatumSet& missing, int years, Evaluator& evaluator) {
  DatumSet asked;
  for (const MissingDatum& one : asked_elsewhere(missing, years, std::nullopt)) {
    const FactTable* there = evaluator.around()
                                 ? evaluator.around()->at(evaluator.facts().ambito,
                                                          evaluator.facts().year - one.years_back)
                                 : nullptr;
    if (one.of_group || !there || !is_known(there->facts[one.datum])) asked.add(one);
  }
  return asked;
}

// What several Ambiti have together, each of which has so much.
Interval of_several(const Interval& each) {
  return {each.lo.sign() >= 0 ? each.lo : Bound::minus_infinity(),
          each.hi.sign() <= 0 ? each.hi : Bound::plus_infinity()};
}

// What a datum may be given as where nobody knows what is given: its bounds, and those of its parts
// and wholes.
Interval as_given(DatumId datum, Evaluator* nothing, const Typed& typed) {
  const Interval& bounds = typed.data[datum].bounds;
  if (!nothing || !nothing->rulebook().kin[datum].any()) return bounds;
  return within_kin(datum, {bounds, {}, {}}, false, *nothing).range;
}

// What a datum could be in a year of which nothing is known: whatever it may be given as and, where
// the packs work it out, whatever that could come to, which its bounds do not hold.
Value of_unknown_year(DatumId datum, int years, bool of_many, Evaluator& evaluator) {
  const typed::Datum& declared = evaluator.rulebook().typed.data[datum];
  const MissingDatum missing(datum, years);
  Value value = value_of(missing_fact(declared), declared, missing);
  auto* number = std::get_if<Quantity>(&value);
  if (!number) return value;
  Evaluator* nothing = nullptr;
  if (declared.if_missing || evaluator.rulebook().kin[datum].any()) {
    nothing = evaluator.of_nothing(evaluator.facts().year - years);
  }
  number->range = as_given(datum, nothing, evaluator.rulebook().typed);
  if (declared.if_missing) {
    if (nothing) {
      const Value there = nothing->value(datum);
      const auto& worked_out = std::get<Quantity>(there);
      number->range = hull(number->range, worked_out.range);
      number->zero_divisors = worked_out.zero_divisors;
      number->rests_on.merge(asked_of_years(worked_out.rests_on, years, evaluator));
    } else {
      number->range = Interval::everything();
    }
  }
  if (of_many) number->range = of_several(number->range);
  number->rests_on.add(missing);
  return value;
}

// What a merged Ambito had is what its parts had together only for what can be added up.
bool is_amount(const Type& type) {
  const auto* number = std::get_if<NumberOf>(&type);
  return number && number->purity != Purity::share;
}

}  // namespace

Value year_before(DatumId datum, int years, Evaluator& evaluator) {
  const typed::Datum& declared = evaluator.rulebook().typed.data[datum];
  std::vector<const FactTable*> tables;
  if (evaluator.around()) tables = evaluator.around()->before(evaluator.facts(), years);
  const bool adds_up = is_amount(declared.type);
  if (tables.empty() || (tables.size() > 1 && !adds_up)) {
    const auto& merger = evaluator.facts().merger;
    const bool merged = merger && evaluator.facts().year - years < year_of(merger->day);
    return of_unknown_year(datum, years, merged && adds_up, evaluator);
  }
  Value first =
      std::visit(Elsewhere{years, std::nullopt}, evaluator.of(*tables.front()).value(datum));
  for (std::size_t i = 1; i < tables.size(); ++i) {
    const Value next =
        std::visit(Elsewhere{years, std::nullopt}, evaluator.of(*tables[i]).value(datum));
    first = add(std::get<Quantity>(first), std::get<Quantity>(next));
  }
  return first;
}

Value over_years(const typed::OverYears& node, Evaluator& evaluator) {
  Quantity sum = std::get<Quantity>(evaluator.value(node.datum));
  const auto add_year = [&](int back) {
    if (back > 0) sum = add(sum, std::get<Quantity>(year_before(node.datum, back, evaluator)));
  };
  if (!node.mean) {
    for (int back = 1; back < node.years; ++back) add_year(back);
    return sum;
  }
  const std::vector<int> held = years_held(node.years, evaluator);
  for (const int back : held) add_year(back);
  sum.range = sum.range * Interval::point(Rational(1) / Rational(held.size()));
  return sum;
}

std::vector<int> years_held(int years, const Evaluator& evaluator) {
  std::vector<int> held = {0};
  for (int back = 1; back < years && evaluator.around(); ++back) {
    if (!evaluator.around()->before(evaluator.facts(), back).empty()) held.push_back(back);
  }
  return held;
}

Value group_size(const typed::GroupSize& node, const Evaluator& evaluator) {
  // Of an Ambito of which nothing is known, not even in which groups it is.
  if (evaluator.knows_nothing()) return Quantity{{Bound(1), Bound::plus_infinity()}, {}, {}};
  const Surroundings nobody;
  const Surroundings& around = evaluator.around() ? *evaluator.around() : nobody;
  const auto others = around.others(evaluator.facts(), node.group);
  return Quantity{
      Interval::point(Rational(1 + others.present.size() + others.absent.size())), {}, {}};
}

Value group_total(const typed::GroupTotal& node, Evaluator& evaluator) {
  Quantity total = evaluator.quantity(node.amount);
  if (!evaluator.around()) return total;
  const auto others = evaluator.around()->others(evaluator.facts(), node.group);
  for (const FactTable* member : others.present) {
    const Value there = evaluator.of(*member).value(node.amount);
    total = add(total, std::get<Quantity>(std::visit(Elsewhere{0, node.group}, there)));
  }
  if (others.absent.empty()) return total;
  // Of each member that is not in the data nothing is known but what anybody could have.
  const Typed& typed = evaluator.rulebook().typed;
  Quantity any{Interval::everything(), {}, {}};
  Evaluator* nothing = evaluator.of_nothing(evaluator.facts().year);
  if (nothing) {
    nothing->work_out_amounts_under(node.amount);
    any = nothing->quantity(node.amount);
  }
  if (const auto datum = typed::datum_of(typed.exprs[node.amount].node)) {
    any.range = hull(any.range, as_given(*datum, nothing, typed));
    any.rests_on.add(*datum);
  }
  any.rests_on = asked_elsewhere(any.rests_on, 0, node.group);
  for (std::size_t i = 0; i < others.absent.size(); ++i) total = add(total, any);
  return total;
}

}  // namespace leps::inline evaluating
