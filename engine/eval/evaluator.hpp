// Expressions over the facts of one Ambito in one year, each computed once.
#pragma once

#include "eval/value.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

#include <optional>
#include <vector>

namespace leps {

class Evaluator {
 public:
  /// @param rulebook, facts  must outlive the evaluator
  Evaluator(const Rulebook& rulebook, const FactTable& facts);

  const Value& value(typed::ExprId expr);
  const Quantity& quantity(typed::ExprId expr);  // of a number expression
  const Truth& truth(typed::ExprId expr);        // of a condition

  /// A datum as the facts give it, before any formula.
  [[nodiscard]] Value value(DatumId datum) const;
  /// A parameter on the survey day; anything where none of its values is in force.
  [[nodiscard]] Value value(ParameterId parameter) const;

  [[nodiscard]] const Rulebook& rulebook() const { return *rulebook_; }
  [[nodiscard]] const FactTable& facts() const { return *facts_; }

 private:
  Value compute(typed::ExprId expr);

  const Rulebook* rulebook_;
  const FactTable* facts_;
  std::vector<std::optional<Value>> values_;  // by typed::ExprId
};

}  // namespace leps
