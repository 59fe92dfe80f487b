#include "eval/among.hpp"

#include "eval/kleene.hpp"

namespace leps::inline evaluating {

Truth one_of(const typed::OneOf& node, Evaluator& evaluator) {
  if (node.exhaustive) return truth(true);
  Truth any = truth(false);
  for (const typed::ExprId equal : node.equal) any = disjunction(any, evaluator.truth(equal));
  return any;
}

Quantity how_many(const typed::HowMany& node, Evaluator& evaluator) {
  int least = 0, most = 0;
  Quantity result;
  for (const typed::ExprId condition : node.conditions) {
    const Truth& holds = evaluator.truth(condition);
    least += holds.is_true();
    most += holds.can_be_true;
    if (!holds.known()) result.rests_on.merge(holds.rests_on);
  }
  result.range = {Bound(least), Bound(most)};
  return result;
}

Truth compare_how_many(const typed::HowMany& node, const typed::Compare& compare,
                       Evaluator& evaluator) {
  Truth holds = leps::compare(compare.relation, evaluator.quantity(compare.left),
                              evaluator.quantity(compare.right));
  if (holds.known()) return holds;
  for (const typed::ExprId condition : node.conditions) {
    const Truth& one = evaluator.truth(condition);
    if (!one.known()) holds.zero_divisors.merge(one.zero_divisors);
  }
  return holds;
}

}  // namespace leps::inline evaluating
