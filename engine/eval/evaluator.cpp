#include "eval/evaluator.hpp"

#include "eval/kleene.hpp"

namespace leps {
namespace {

// A number that is known rests on nothing more.
Quantity combine(Interval range, const Quantity& a, const Quantity& b) {
  Quantity result{std::move(range), {}, merge(a.zero_divisors, b.zero_divisors)};
  if (!result.range.known() || !result.zero_divisors.empty()) {
    result.rests_on = merge(a.rests_on, b.rests_on);
  }
  return result;
}

Quantity divide(const Quantity& a, const Quantity& b, typed::ExprId divisor) {
  Quantity result = combine(a.range / b.range, a, b);
  if (b.range.contains_zero()) {
    result.zero_divisors.add(divisor);
    result.rests_on = merge(a.rests_on, b.rests_on);
  }
  return result;
}

Quantity unknown_number(Interval range, DatumSet rests_on) {
  if (range.known()) rests_on = {};
  return {std::move(range), std::move(rests_on), {}};
}

/// The value of a typed node, its operands through the evaluator.
struct Compute {
  Evaluator& evaluator;

  Value operator()(const typed::Constant& constant) const {
    return Quantity{Interval::point(constant.value), {}, {}};
  }
  Value operator()(const typed::TruthConstant& constant) const { return truth(constant.value); }
  Value operator()(const typed::WordConstant& constant) const { return Word{constant.word, {}}; }
  Value operator()(const typed::DatumRef& ref) const { return evaluator.value(ref.datum); }
  Value operator()(const typed::ParameterRef& ref) const { return evaluator.value(ref.parameter); }
  Value operator()(const typed::ComputedRef& ref) const {
    return evaluator.value(evaluator.rulebook().typed.computed[ref.computed].value);
  }

  Value operator()(const typed::Negate& negate) const {
    Quantity result = evaluator.quantity(negate.operand);
    result.range = -result.range;
    return result;
  }
  Value operator()(const typed::Arithmetic& node) const {
    const Quantity& a = evaluator.quantity(node.left);
    const Quantity& b = evaluator.quantity(node.right);
    switch (node.op) {
      case typed::ArithmeticOp::add:
        return combine(a.range + b.range, a, b);
      case typed::ArithmeticOp::subtract:
        return combine(a.range - b.range, a, b);
      case typed::ArithmeticOp::multiply:
      case typed::ArithmeticOp::of:
        return combine(a.range * b.range, a, b);
      case typed::ArithmeticOp::divide:
        return divide(a, b, node.right);
    }
    return {};
  }
  Value operator()(const typed::Convert& convert) const {
    Quantity result = evaluator.quantity(convert.operand);
    result.range = result.range * Interval::point(convert.factor);
    return result;
  }
  Value operator()(const typed::Extremum& extremum) const {
    Quantity result = evaluator.quantity(extremum.operands.front());
    for (std::size_t i = 1; i < extremum.operands.size(); ++i) {
      const Quantity& next = evaluator.quantity(extremum.operands[i]);
      result =
          combine(extremum.greatest ? max(result.range, next.range) : min(result.range, next.range),
                  result, next);
    }
    return result;
  }

  Value operator()(const typed::Compare& node) const {
    return compare(node.relation, evaluator.quantity(node.left), evaluator.quantity(node.right));
  }
  Value operator()(const typed::Same& node) const {
    const Value& left = evaluator.value(node.left);
    const Value& right = evaluator.value(node.right);
    const Truth equal = std::holds_alternative<Word>(left)
                            ? same(std::get<Word>(left), std::get<Word>(right))
                            : same(std::get<Truth>(left), std::get<Truth>(right));
    return node.equal ? equal : !equal;
  }
  Value operator()(const typed::Not& node) const { return !evaluator.truth(node.operand); }
  Value operator()(const typed::Logic& node) const {
    Truth result = truth(node.conjunction);
    for (const typed::ExprId operand : node.operands) {
      result = node.conjunction ? conjunction(result, evaluator.truth(operand))
                                : disjunction(result, evaluator.truth(operand));
    }
    return result;
  }

  Value operator()(const typed::Conditional& node) const {
    const Truth& condition = evaluator.truth(node.condition);
    if (condition.is_true()) return evaluator.value(node.yes);
    if (condition.is_false()) return evaluator.value(node.no);
    return either(condition, evaluator.value(node.yes), evaluator.value(node.no));
  }

 private:
  // Not known which branch holds: all that either could be, unless both say the same.
  static Value either(const Truth& condition, const Value& yes, const Value& no) {
    if (const auto* a = std::get_if<Quantity>(&yes)) {
      const auto& b = std::get<Quantity>(no);
      Quantity result = combine(hull(a->range, b.range), *a, b);
      result.zero_divisors.merge(condition.zero_divisors);
      if (!result.range.known() || !result.zero_divisors.empty()) {
        result.rests_on.merge(condition.rests_on);
      }
      return result;
    }
    if (const auto* a = std::get_if<Truth>(&yes)) {
      const auto& b = std::get<Truth>(no);
      Truth result{a->can_be_true || b.can_be_true, a->can_be_false || b.can_be_false, {}, {}};
      if (!result.known()) {
        result.rests_on = merge(merge(a->rests_on, b.rests_on), condition.rests_on);
        result.zero_divisors =
            merge(merge(a->zero_divisors, b.zero_divisors), condition.zero_divisors);
      }
      return result;
    }
    const auto& a = std::get<Word>(yes);
    const auto& b = std::get<Word>(no);
    if (a.word && b.word && a.word->value == b.word->value) return a;
    return Word{std::nullopt, merge(merge(a.rests_on, b.rests_on), condition.rests_on)};
  }
};

}  // namespace

Evaluator::Evaluator(const Rulebook& rulebook, const FactTable& facts)
    : rulebook_(&rulebook), facts_(&facts), values_(rulebook.typed.exprs.size()) {
  // In order, so that a chain of amounts, however long, never nests one call in another.
  for (const ComputedId id : rulebook.computed_order) value(rulebook.typed.computed[id].value);
}

const Value& Evaluator::value(typed::ExprId expr) {
  std::optional<Value>& slot = values_[expr.index];
  if (!slot) slot = compute(expr);
  return *slot;
}

const Quantity& Evaluator::quantity(typed::ExprId expr) { return std::get<Quantity>(value(expr)); }
const Truth& Evaluator::truth(typed::ExprId expr) { return std::get<Truth>(value(expr)); }

Value Evaluator::compute(typed::ExprId expr) {
  return std::visit(Compute{*this}, rulebook_->typed.exprs[expr].node);
}

Value Evaluator::value(DatumId datum) const {
  const FactValue& fact = facts_->facts[datum].value;
  if (const auto* range = std::get_if<Interval>(&fact)) return unknown_number(*range, {datum});
  if (const auto* known = std::get_if<bool>(&fact)) return leps::truth(*known);
  if (const auto* word = std::get_if<ChoiceWord>(&fact)) return Word{*word, {}};

  const typed::Datum& declared = rulebook_->typed.data[datum];
  if (std::holds_alternative<TruthValue>(declared.type)) return Truth{true, true, {datum}, {}};
  if (std::holds_alternative<WordOf>(declared.type)) return Word{std::nullopt, {datum}};
  return unknown_number(declared.bounds, {datum});
}

Value Evaluator::value(ParameterId parameter) const {
  const typed::Parameter& declared = rulebook_->typed.parameters[parameter];
  const typed::ParameterVersion* version = declared.at(facts_->survey_date);
  if (std::holds_alternative<TruthValue>(declared.type)) {
    return version ? leps::truth(std::get<bool>(version->value)) : Truth{};
  }
  if (std::holds_alternative<WordOf>(declared.type)) {
    return version ? Word{std::get<ChoiceWord>(version->value), {}} : Word{};
  }
  const Interval range =
      version ? Interval::point(std::get<Rational>(version->value)) : Interval::everything();
  return Quantity{range, {}, {}};
}

}  // namespace leps
