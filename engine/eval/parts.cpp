#include "eval/parts.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace leps::inline evaluating {
namespace {

/// The ends of one datum, from what is known of it and of its kin without each other.
class Holder {
 public:
  Holder(DatumId root, const Quantity& own, bool worked_out, Evaluator& evaluator, bool all)
      : root_(root),
        own_(own),
        worked_out_(worked_out),
        evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        all_(all) {}

  Held run() {
    HeldEnd hi{Bound::plus_infinity(), root_};
    const std::vector<DatumId>& wholes = evaluator_.rulebook().kin[root_].wholes;
    for (auto whole = wholes.rbegin(); whole != wholes.rend(); ++whole) lower(hi, *whole);
    lower(hi, root_);
    return {lowest(root_), hi};
  }

 private:
  // As deep as check/ lets parts stand in parts.
  HeldEnd lowest(DatumId datum) {
    HeldEnd lo{range_of(datum).lo, datum};
    for (const DatumId part : typed_.data[datum].parts) {
      const HeldEnd of_part = lowest(part);
      if (of_part.at > lo.at) lo = of_part;
    }
    if (lo.at.finite() && is_whole_number(datum)) lo.at = Bound(Rational(ceil(lo.at.value())));
    return lo;
  }

  void lower(HeldEnd& hi, DatumId datum) {
    const Bound own = range_of(datum).hi;
    if (own < hi.at || (own == hi.at && datum == root_)) hi = {own, datum};
    if (hi.at.finite() && is_whole_number(datum)) hi.at = Bound(Rational(floor(hi.at.value())));
  }

  Interval range_of(DatumId datum) {
    if (datum == root_) return own_.range;
    const bool worked_out = evaluator_.is_worked_out(datum);
    const bool circular = evaluator_.rulebook().kin[root_].only_where_given.contains(datum);
    if (worked_out && circular && !all_) return Interval::everything();
    const Value value = evaluator_.own_value(datum);
    const auto& quantity = std::get<Quantity>(value);
    if (!quantity.zero_divisors.empty()) return Interval::everything();
    if (!worked_out || !evaluator_.knows_nothing()) return quantity.range;
    return hull(quantity.range, typed_.data[datum].bounds);  // there somebody may give it
  }

  // What is worked out holds as it is, whole or not, unless it can be nothing but whole.
  [[nodiscard]] bool is_whole_number(DatumId datum) const {
    if (!typed_.data[datum].whole) return false;
    const bool worked_out = datum == root_ ? worked_out_ : evaluator_.is_worked_out(datum);
    return !worked_out || evaluator_.rulebook().kin[datum].worked_out_whole;
  }

  DatumId root_;
  const Quantity& own_;
  bool worked_out_;
  Evaluator& evaluator_;
  const Typed& typed_;
  bool all_;
};

}  // namespace

Held held_by_kin(DatumId datum, const Quantity& own, bool worked_out, Evaluator& evaluator,
                 bool all) {
  return Holder(datum, own, worked_out, evaluator, all).run();
}

Held held_by_kin(DatumId datum, Evaluator& evaluator, bool all) {
  const Value own = evaluator.own_value(datum);
  return held_by_kin(datum, std::get<Quantity>(own), evaluator.is_worked_out(datum), evaluator,
                     all);
}

bool has_parts(const Rulebook& rulebook) {
  return std::any_of(rulebook.kin.begin(), rulebook.kin.end(),
                     [](const Kin& each) { return each.any(); });
}

Quantity within_kin(DatumId datum, Quantity own, bool worked_out, Evaluator& evaluator) {
  if (own.range.single()) return own;  // nothing is narrower
  const Held held = held_by_kin(datum, own, worked_out, evaluator);
  if (held.contradicts()) return own;
  own.range = held.range();
  if (own.range.single() && own.zero_divisors.empty()) own.rests_on = {};
  return own;
}

Narrowing narrowing_of(DatumId datum, Evaluator& evaluator) {
  Narrowing found;
  if (!evaluator.rulebook().kin[datum].any()) return found;
  const Value value = evaluator.own_value(datum);
  const auto& own = std::get<Quantity>(value);
  if (own.range.single()) return found;
  const Held held = held_by_kin(datum, own, evaluator.is_worked_out(datum), evaluator);
  if (held.contradicts()) return found;
  found.range = held.range();
  if (held.lo.by != datum && held.lo.at > own.range.lo) found.lo = held.lo;
  if (held.hi.by != datum && held.hi.at < own.range.hi) found.hi = held.hi;
  return found;
}

namespace {

/// Walks all that expressions rest on, here and where they ask.
class Readings {
 public:
  std::vector<NarrowedDatum> take() { return std::move(found_); }

  void walk(typed::ExprId first, Evaluator& evaluator, int years, std::optional<GroupId> group) {
    const Typed& typed = evaluator.rulebook().typed;
    std::vector<typed::ExprId> open = {first};
    while (!open.empty()) {
      const typed::ExprId expr = open.back();
      open.pop_back();
      if (!walked_.emplace(&evaluator, expr).second) continue;
      const typed::Node& node = typed.exprs[expr].node;
      if (const auto* datum = std::get_if<typed::DatumRef>(&node)) {
        read(datum->datum, evaluator, years, group, open);
      } else if (const auto* before = std::get_if<typed::PreviousYear>(&node)) {
        read_before(before->datum, before->years, evaluator, years, group);
      } else if (const auto* sum = std::get_if<typed::OverYears>(&node)) {
        read(sum->datum, evaluator, years, group, open);
        for (int i = 1; i < sum->years; ++i) {
          read_before(sum->datum, i, evaluator, years, group);
        }
      } else if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
        open.push_back(typed.computed[amount->computed].value);
      } else if (const auto* total = std::get_if<typed::GroupTotal>(&node)) {
        read_members(*total, evaluator, years);
      }
      const std::vector<typed::ExprId> under = typed::operands(node);
      open.insert(open.end(), under.rbegin(), under.rend());
    }
  }

 private:
  void read(DatumId datum, Evaluator& evaluator, int years, std::optional<GroupId> group,
            std::vector<typed::ExprId>& open) {
    const Typed& typed = evaluator.rulebook().typed;
    if (evaluator.is_worked_out(datum)) {
      open.push_back(typed.computed[*typed.data[datum].if_missing].value);
    }
    if (!read_.emplace(&evaluator, datum).second) return;
    Narrowing by = narrowing_of(datum, evaluator);
    if (by.any()) found_.push_back({{datum, years, group}, std::move(by), &evaluator});
  }

  void read_before(DatumId datum, int back, Evaluator& evaluator, int years,
                   std::optional<GroupId> group) {
    if (!evaluator.around()) return;
    for (const FactTable* table : evaluator.around()->before(evaluator.facts(), back)) {
      Evaluator& there = evaluator.of(*table);
      std::vector<typed::ExprId> open;
      read(datum, there, years + back, group, open);
      for (const typed::ExprId expr : open) walk(expr, there, years + back, group);
    }
  }

  void read_members(const typed::GroupTotal& total, Evaluator& evaluator, int years) {
    if (!evaluator.around()) return;
    for (const FactTable* member :
         evaluator.around()->others(evaluator.facts(), total.group).present) {
      walk(total.amount, evaluator.of(*member), years, total.group);
    }
  }

  std::vector<NarrowedDatum> found_;
  std::set<std::pair<Evaluator*, typed::ExprId>> walked_;
  std::set<std::pair<Evaluator*, DatumId>> read_;
};

}  // namespace

std::vector<NarrowedDatum> narrowed_under(const std::vector<typed::ExprId>& exprs,
                                          Evaluator& evaluator) {
  if (!has_parts(evaluator.rulebook())) return {};
  Readings readings;
  for (const typed::ExprId expr : exprs) readings.walk(expr, evaluator, 0, std::nullopt);
  return readings.take();
}

std::vector<DatumId> parts_that_narrow(const NarrowedDatum& narrowed, const Typed& typed) {
  std::vector<DatumId> parts;
  const auto add = [&](const std::vector<DatumId>& way) {
    parts.insert(parts.end(), way.begin(), way.end());
  };
  const DatumId datum = narrowed.datum.datum;
  if (narrowed.by.lo) add(parts_between(narrowed.by.lo->by, datum, typed));
  if (narrowed.by.hi) add(parts_between(datum, narrowed.by.hi->by, typed));
  return parts;
}

std::vector<Contradiction> contradictions(Evaluator& evaluator) {
  std::vector<Contradiction> found;
  std::set<std::pair<DatumId, DatumId>> seen;
  for (const DatumId datum : evaluator.rulebook().typed.data.keys()) {
    if (!evaluator.rulebook().kin[datum].any()) continue;
    const Held held = held_by_kin(datum, evaluator, true);
    // A datum whose own ends leave no whole number between them is no part that is too great.
    if (!held.contradicts() || held.lo.by == held.hi.by) continue;
    if (seen.emplace(held.lo.by, held.hi.by).second) found.push_back({held.lo.by, held.hi.by});
  }
  return found;
}

std::vector<DatumId> parts_between(DatumId part, DatumId whole, const Typed& typed) {
  std::vector<DatumId> way;
  for (DatumId at = part; at != whole; at = typed.data[at].part_of->whole) way.push_back(at);
  return way;
}

}  // namespace leps::inline evaluating
