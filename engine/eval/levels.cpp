#include "eval/levels.hpp"

#include "eval/bands.hpp"
#include "eval/either.hpp"

namespace leps::inline evaluating {
namespace {

// For each how many, on the day of the data.
std::optional<Rational> served_by(typed::ExprId level, Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Node& node = typed.exprs[level].node;
  if (const auto* constant = std::get_if<typed::Constant>(&node)) return constant->served->size;
  const auto& parameter = std::get<typed::ParameterRef>(node);
  const auto* version = typed.parameters[parameter.parameter].at(evaluator.facts().survey_date);
  return version && version->served ? std::optional(version->served->size) : std::nullopt;
}

}  // namespace

Quantity begun_portions(const typed::Begun& node, Evaluator& evaluator) {
  const Quantity& level = evaluator.quantity(node.level);
  const Quantity& of = evaluator.quantity(node.of);
  const auto served = served_by(node.level, evaluator);
  if (!served) return combine(Interval::everything(), level, of);
  const Interval each = Interval::point(*served);
  Quantity result = combine(level.range * each * ceil(of.range / each), level, of);
  if (result.range.single() && result.zero_divisors.empty()) result.rests_on = {};
  return result;
}

Quantity by_bands(const typed::Bands& node, Evaluator& evaluator) {
  BandsOf bands;
  Quantity result;
  const auto take = [&](typed::ExprId expr) {
    const Quantity& one = evaluator.quantity(expr);
    result.rests_on.merge(one.rests_on);
    result.zero_divisors.merge(one.zero_divisors);
    return one.range;
  };
  bands.of = take(node.of);
  for (const typed::ExprId limit : node.limits) bands.limits.push_back(take(limit));
  for (const typed::ExprId rate : node.rates) bands.rates.push_back(take(rate));
  result.range = range_of(bands);
  if (result.range.single() && result.zero_divisors.empty()) result.rests_on = {};
  return result;
}

Value look_up(const typed::Lookup& node, Evaluator& evaluator) {
  const auto& word = std::get<Word>(evaluator.value(node.word));
  if (word.word) return evaluator.value(node.values[word.word->value]);
  const Truth not_known{true, true, word.rests_on, {}};
  Value all = evaluator.value(node.values.front());
  for (const typed::ExprId value : node.values)
    all = either(not_known, all, evaluator.value(value));
  return all;
}

}  // namespace leps::inline evaluating
