// Typed expressions into formulas. Nothing is decided here: parameters become the numbers that they
// are on the day, amounts are opened, and whatever a prover cannot model becomes a variable of its
// own, which can be anything. "Always" and "never" stay true of such a formula; an example of
// "sometimes" has to be tried with the evaluator.
#pragma once

#include "prove/numbers.hpp"
#include "prove/reading.hpp"
#include "schedule/rulebook.hpp"

#include <map>
#include <variant>

namespace leps::inline proving {

/// Amounts beyond this, in one question, are not opened.
inline constexpr std::size_t kMostAmounts = 2000;

class ConditionReader {
 public:
  /// @param rulebook, reading, model  must outlive the reader
  ConditionReader(const Rulebook& rulebook, const Reading& reading, Model& model)
      : rulebook_(rulebook), reading_(reading), model_(model), numbers_(model) {}

  /// The condition as a formula. The same parts of it, and of conditions read before into the same
  /// model, are the same variables. Of a condition on a row, each field is a variable.
  FormulaId condition(typed::ExprId expr);

 private:
  friend struct ReadNode;
  using Value = std::variant<Number, FormulaId, WordId>;

  void prepare(typed::ExprId expr);
  Value read(typed::ExprId expr);
  Number number(typed::ExprId expr) { return std::get<Number>(read(expr)); }
  FormulaId truth(typed::ExprId expr) { return std::get<FormulaId>(read(expr)); }
  Value value(DatumId datum, Span where);
  Interval range_of(DatumId datum) const;
  void tie(DatumId datum, VariableId variable);
  Value value(ParameterId parameter, typed::ExprId expr);
  Value value(const typed::FieldRef& field, typed::ExprId expr);
  Value opaque(typed::ExprId expr, Text why);
  FormulaId same(WordId left, WordId right);
  FormulaId compare(WordId left, WordId right);

  const Rulebook& rulebook_;
  const Reading& reading_;
  Model& model_;
  Numbers numbers_;
  std::map<ComputedId, Value> amounts_;
  std::map<DatumId, VariableId> numbers_of_data_;
  std::map<std::pair<WordId, WordId>, FormulaId> same_;
};

}  // namespace leps::inline proving
