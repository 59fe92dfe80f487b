// The plain evaluator: a rule and the facts of one Ambito in one year into a verdict. Written to
// be read; every faster way of running the same rules is compared with it.
#pragma once

#include "base/verdict.hpp"
#include "eval/evaluator.hpp"

#include <vector>

namespace leps::inline evaluating {

struct RequirementOutcome {
  /// Of soddisfatto, non_soddisfatto, non_applicabile; non_vigente alone.
  VerdictSet possible;
  Verdict verdict = Verdict::non_valutabile;
};

struct RuleOutcome {
  RuleId rule;
  const typed::RuleVersion* version = nullptr;  // the one in force; none: non_vigente
  VerdictSet possible;
  Verdict verdict = Verdict::non_valutabile;
  /// As the version lists them; where none is in force, as the last version does.
  std::vector<RequirementOutcome> requirements;
  /// By requirement: it holds only because of its tolerance.
  std::vector<bool> within_tolerance;
  DatumSet missing;          // the unknown data that the rule rests on
  DatumSet deciding;         // those of them that could still change the verdict
  DivisorSet zero_divisors;  // what divides by zero where no verdict can be given for it
};

/// One rule: its verdict, the candidates where it is not decided, what is missing.
///
/// Not in force on the survey day: non_vigente. `si applica se` false: non_applicabile. Otherwise
/// each requirement holds, fails or is skipped; requirements are taken as independent, and the
/// outcomes still possible are the verdict's candidates.
RuleOutcome evaluate(RuleId rule, Evaluator& evaluator);

/// Whether a `controllo` finds something certainly wrong in the data.
bool raises(const typed::Check& check, Evaluator& evaluator);

}  // namespace leps::inline evaluating
