// The plain evaluator: a rulebook and the facts of one Ambito in one year into values and
// verdicts. Written to be read; every faster way of running the same rules is compared with it.
#pragma once

#include "base/verdict.hpp"
#include "eval/value.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

#include <optional>
#include <vector>

namespace leps {

/// Computes expressions over one fact table, each once.
class Evaluator {
 public:
  /// @param rulebook, facts  must outlive the evaluator
  Evaluator(const Rulebook& rulebook, const FactTable& facts);

  const Value& value(typed::ExprId expr);
  const Quantity& quantity(typed::ExprId expr);  // of a number expression
  const Truth& truth(typed::ExprId expr);        // of a condition

  /// The value of a datum before any formula.
  [[nodiscard]] Value value(DatumId datum) const;
  /// The value of a parameter on the survey day; not known where none is in force.
  [[nodiscard]] Value value(ParameterId parameter) const;

  [[nodiscard]] const Rulebook& rulebook() const { return *rulebook_; }
  [[nodiscard]] const FactTable& facts() const { return *facts_; }

 private:
  Value compute(typed::ExprId expr);

  const Rulebook* rulebook_;
  const FactTable* facts_;
  std::vector<std::optional<Value>> values_;  // by typed::ExprId
};

struct RequirementOutcome {
  VerdictSet possible;  // of soddisfatto, non_soddisfatto, non_applicabile; non_vigente alone
  Verdict verdict = Verdict::non_valutabile;
};

struct RuleOutcome {
  RuleId rule;
  const typed::RuleVersion* version = nullptr;  // the one in force; none: non_vigente
  VerdictSet possible;
  Verdict verdict = Verdict::non_valutabile;
  std::vector<RequirementOutcome> requirements;  // as the version lists them
  DatumSet missing;                              // the unknown data that the rule rests on
  DatumSet deciding;         // those of them that could still change the verdict
  DivisorSet zero_divisors;  // why it cannot be judged where no datum is missing
};

/// One rule: verdict, candidates, what is missing. Source of the meaning: the language reference.
RuleOutcome evaluate(RuleId rule, Evaluator& evaluator);

}  // namespace leps
