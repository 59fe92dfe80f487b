// Finds what a result rests on that is only so sure by the word of whoever wrote the rules, beside
// the numbers and the clauses that the rule itself writes: parts that narrowed something, formulas.
#pragma once

#include "eval/evaluate.hpp"
#include "eval/parts.hpp"

#include <string>
#include <vector>

namespace leps::inline wording {

struct Doubtful {
  std::vector<ParameterId> parameters;  // by the value in force where they were read
  std::vector<DatumId> parts;           // their `parte di` narrowed something
  std::vector<ComputedId> formulas;     // of amounts; of data that nobody gave (`se manca`)
};

/// What is an `ipotesi`, and what is `da verificare`.
template <class Found>
struct ByConfidence {
  Found assumed, unverified;
};

/// What of it is not certain, each once; parameters in the order given.
/// @param declared  the parameters that may be read
/// @param exprs     all that the result works out
/// @param narrowed  what parts and wholes narrowed under them
ByConfidence<Doubtful> find_doubtful(const std::vector<ParameterId>& declared,
                                     const std::vector<typed::ExprId>& exprs,
                                     const std::vector<NarrowedDatum>& narrowed,
                                     Evaluator& evaluator);

/// As the packs name them; a datum once.
std::vector<std::string> names_of(const Doubtful& doubtful, const Typed& typed);

/// The words that a rule in force writes behind its conditions: `rule.requirement` behind a
/// requirement that is asked here or behind its `si applica se`, `rule` behind its own.
std::vector<std::string> doubtful_conditions(Confidence confidence, const RuleOutcome& outcome,
                                             const Typed& typed);

}  // namespace leps::inline wording
