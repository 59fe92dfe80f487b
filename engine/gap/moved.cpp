#include "gap/moved.hpp"

#include <algorithm>

namespace leps::inline gaps {
namespace {

Interval range_of(DatumId datum, Evaluator& evaluator) {
  const Value value = evaluator.value(datum);
  return std::get<Quantity>(value).range;
}

FactTable with(DatumId datum, const Interval& value, Evaluator& now, Moved::Kin kin,
               const std::optional<Moved::Pinned>& pinned) {
  FactTable facts = now.facts();
  const Rulebook& rulebook = now.rulebook();
  // What parts and wholes said of each other before is not lost where one of them moves.
  for (const DatumId id : rulebook.typed.data.keys()) {
    if (!rulebook.kin[id].any() || now.is_worked_out(id)) continue;
    facts.facts[id].value = range_of(id, now);
  }
  if (kin == Moved::Kin::follows) {
    for (const DatumId whole : rulebook.kin[datum].wholes) {
      const Interval was = range_of(whole, now);
      if (value.hi > was.lo) facts.facts[whole].value = max(was, value);
    }
    for (const DatumId part : rulebook.kin[datum].parts) {
      const Interval was = range_of(part, now);
      if (value.lo < was.hi) facts.facts[part].value = min(was, value);
    }
  }
  if (pinned) facts.facts[pinned->datum].value = Interval::point(pinned->value);
  facts.facts[datum].value = value;
  return facts;
}

}  // namespace

Moved::Moved(DatumId datum, const Interval& value, Evaluator& now, Kin kin,
             const std::optional<Pinned>& pinned)
    : facts_(with(datum, value, now, kin, pinned)), evaluator_(now, facts_) {}

const Quantity& Moved::quantity(typed::ExprId expr) {
  evaluator_.work_out_amounts_under(expr);
  return evaluator_.quantity(expr);
}

const Truth& Moved::truth(typed::ExprId expr) {
  evaluator_.work_out_amounts_under(expr);
  return evaluator_.truth(expr);
}

const std::vector<DatumId>& taken_along(DatumId datum, bool up, const Rulebook& rulebook) {
  const Kin& kin = rulebook.kin[datum];
  return up ? kin.wholes : kin.parts;
}

}  // namespace leps::inline gaps
