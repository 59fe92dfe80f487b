#include "eval/neighbours.hpp"

namespace leps {
namespace {

// What is not known there is missing here too, and is asked for by its year or its group.
DatumSet asked_elsewhere(const DatumSet& missing, int years, bool group) {
  DatumSet all;
  for (const MissingDatum& one : missing) {
    all.add({one.datum, one.years_back + years, one.of_group || group});
  }
  return all;
}

struct Elsewhere {
  int years;
  bool group;

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

// What a datum could be in a year of which nothing is known: what its declaration allows; where the
// packs work it out, whatever that could come to, which its bounds do not hold.
Value of_unknown_year(DatumId datum, const MissingDatum& missing, int year, Evaluator& evaluator) {
  const typed::Datum& declared = evaluator.rulebook().typed.data[datum];
  Value value = value_of(missing_fact(declared), declared, missing);
  auto* number = std::get_if<Quantity>(&value);
  if (!number || !declared.if_missing) return value;
  if (Evaluator* nothing = evaluator.of_nothing(year)) {
    *number = std::get<Quantity>(nothing->value(datum));
    number->rests_on = asked_elsewhere(number->rests_on, missing.years_back, missing.of_group);
  } else {
    number->range = Interval::everything();
  }
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
  const MissingDatum missing(datum, years, false);
  std::vector<const FactTable*> tables;
  if (evaluator.around()) tables = evaluator.around()->before(evaluator.facts(), years);
  const bool adds_up = is_amount(declared.type);
  if (tables.empty() || (tables.size() > 1 && !adds_up)) {
    return of_unknown_year(datum, missing, evaluator.facts().year - years, evaluator);
  }
  Value first = std::visit(Elsewhere{years, false}, evaluator.of(*tables.front()).value(datum));
  for (std::size_t i = 1; i < tables.size(); ++i) {
    const Value next = std::visit(Elsewhere{years, false}, evaluator.of(*tables[i]).value(datum));
    first = add(std::get<Quantity>(first), std::get<Quantity>(next));
  }
  return first;
}

Value sum_of_years(const typed::YearsSum& node, Evaluator& evaluator) {
  Quantity sum = std::get<Quantity>(evaluator.value(node.datum));
  for (int years = 1; years < node.years; ++years) {
    sum = add(sum, std::get<Quantity>(year_before(node.datum, years, evaluator)));
  }
  return sum;
}

Value group_total(const typed::GroupTotal& node, Evaluator& evaluator) {
  Quantity total = evaluator.quantity(node.amount);
  if (!evaluator.around()) return total;
  const auto others = evaluator.around()->others(evaluator.facts(), node.group);
  for (const FactTable* member : others.present) {
    const Value there = evaluator.of(*member).value(node.amount);
    total = add(total, std::get<Quantity>(std::visit(Elsewhere{0, true}, there)));
  }
  if (others.complete) return total;
  // Nothing is known of a member that is not in the data, but what it could not take away.
  Quantity any{Interval::everything(), {}, {}};
  if (Evaluator* nothing = evaluator.of_nothing(evaluator.facts().year)) {
    any = nothing->quantity(node.amount);
  }
  const Bound lo = any.range.lo.sign() >= 0 ? total.range.lo : Bound::minus_infinity();
  total.zero_divisors.merge(any.zero_divisors);
  const DatumSet rests = asked_elsewhere(any.rests_on, 0, true);
  total.range = {lo, Bound::plus_infinity()};
  total.rests_on.merge(rests);
  return total;
}

}  // namespace leps
