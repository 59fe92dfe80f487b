// Names the rows behind a comparison of two counts. Whoever gives rows is told which of them are
// short; whoever gives the total alone still gets the same verdict.
#include "gap/rows_behind.hpp"

#include "eval/aggregate.hpp"
#include "eval/kleene.hpp"
#include "facts/fact.hpp"
#include "gap/close.hpp"
#include "gap/distance.hpp"

#include <algorithm>

namespace leps::inline gaps {
namespace {

using typed::ExprId;

/// The count that a side stands for, through what is worked out where nobody gives it.
const typed::Aggregate* count_behind(ExprId expr, const Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  // A chain of amounts has no circle, so it is no longer than they are many.
  for (std::size_t steps = 0; steps <= typed.computed.size(); ++steps) {
    const typed::Node& node = typed.exprs[expr].node;
    if (const auto* count = std::get_if<typed::Aggregate>(&node)) {
      return count->kind == typed::Aggregation::count ? count : nullptr;
    }
    if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      expr = typed.computed[amount->computed].value;
      continue;
    }
    const auto* ref = std::get_if<typed::DatumRef>(&node);
    if (!ref) return nullptr;
    const typed::Datum& datum = typed.data[ref->datum];
    if (!datum.if_missing || is_given(evaluator.facts().facts[ref->datum], datum)) return nullptr;
    expr = typed.computed[*datum.if_missing].value;
  }
  return nullptr;
}

std::vector<const typed::Compare*> numbers_compared(const typed::Aggregate& count,
                                                    const Typed& typed) {
  std::vector<const typed::Compare*> found;
  if (!count.where) return found;
  std::vector<ExprId> operands{*count.where};
  const auto* logic = std::get_if<typed::Logic>(&typed.exprs[*count.where].node);
  if (logic && logic->conjunction) operands = logic->operands;
  for (const ExprId operand : operands) {
    const auto* compare = std::get_if<typed::Compare>(&typed.exprs[operand].node);
    if (compare && std::holds_alternative<NumberOf>(typed.exprs[compare->left].type)) {
      found.push_back(compare);
    }
  }
  return found;
}

/// The comparison that sets the two counts apart: the only one, and only of the stricter count.
const typed::Compare* set_apart_by(const typed::Aggregate& stricter, const typed::Aggregate& wider,
                                   const Typed& typed) {
  const auto found = numbers_compared(stricter, typed);
  if (found.size() != 1 || !numbers_compared(wider, typed).empty()) return nullptr;
  return found.front();
}

}  // namespace

void name_rows_behind(Gap& gap, const typed::Compare& compare, Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Aggregate* reached = count_behind(compare.left, evaluator);
  const typed::Aggregate* asked = count_behind(compare.right, evaluator);
  if (!reached || !asked || reached->table != asked->table) return;
  if (reached->due && !asked->due) return;  // a row that is not due is in one count alone
  const std::vector<FactRow>* rows = evaluator.rows(asked->table);
  if (!rows) return;

  const typed::Compare* measured = set_apart_by(*reached, *asked, typed);
  Interval shortfall = Interval::point(0);
  FailingRows& found = std::get<Gap::Distance>(gap.kind).rows.emplace();
  for_each_row(*asked, *rows, evaluator, [&](const FactRow& row, const Truth& counts) {
    const FactRow* before = evaluator.row(reached->level);
    evaluator.stand_on(reached->level, &row);
    const Truth well = reached->where ? evaluator.truth(*reached->where) : truth(true);
    if (measured) {
      const Interval by = distance(measured->relation, evaluator.quantity(measured->left),
                                   evaluator.quantity(measured->right));
      shortfall = shortfall + (counts.is_true() ? by : hull(Interval::point(0), by));
    }
    evaluator.stand_on(reached->level, before);
    const bool fails = counts.is_true() && well.is_false();
    if (fails) found.failing.push_back(row.key);
    if (!fails && well.can_be_false) found.open.push_back(row.key);
    ++found.total;
  });
  if (measured) gap.shortfall = {shortfall, unit_of_comparison(typed, *measured)};
}

}  // namespace leps::inline gaps
