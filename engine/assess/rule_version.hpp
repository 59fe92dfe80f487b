// The version of a rule that a result is about: how sentences call it, and what it rests on.
#pragma once

#include "assess/report.hpp"
#include "eval/evaluator.hpp"
#include "words/doubtful.hpp"

#include <string>
#include <vector>

namespace leps::inline assessing {

/// The version of the rule that was used, or the last one where none is in force.
const typed::RuleVersion& version_shown(const Rulebook& rulebook, const RuleResult& result);

/// How sentences call a rule: by the name that the packs give it, or by its title.
enum class Naming { names, titles };
/// `'pua'`, `«Punto unico di accesso»`.
std::string rule_name(const RuleResult& result, const Rulebook& rulebook, Naming naming);

/// All that a result rests on and that is not certain, by name; of a rule, its own clauses aside
/// (`in vigore`, `parziale se`, `dopo`). None for a rule that is not in force.
/// @param evaluator  over the facts that the result is of
ByConfidence<std::vector<std::string>> doubtful_names(const RuleResult& result,
                                                      Evaluator& evaluator);
ByConfidence<std::vector<std::string>> doubtful_names(ComputedId amount, Evaluator& evaluator);

/// Whether a result comes from a pack that is a draft: the rule is declared there, or a draft
/// amended, added or ended one of its requirements, or ended it, or a number in force on the survey
/// day or an amount that it uses is a draft's.
bool is_draft(const RuleResult& result, const Rulebook& rulebook, const FactTable& facts);
bool is_draft(ComputedId amount, const Typed& typed, const FactTable& facts);
/// Whether an amount only stands for a datum (`se manca`) that the facts give.
bool is_idle(const typed::Computed& amount, const Typed& typed, const FactTable& facts);

}  // namespace leps::inline assessing
