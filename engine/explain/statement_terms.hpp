// What a term asked, when it ends, and by how much it was missed, as sentences.
#pragma once

#include "explain/statement.hpp"

#include <string>

namespace leps::inline explaining {

/// @param gap  null where nothing was measured
Statement describe_term(const typed::Within& term, Statement::State state, std::string subject,
                        const Gap* gap, Evaluator& evaluator, Language language);

/// "Nessun termine è scaduto", and the first day on which one will have, where it is known; empty
/// where no term of the rule still runs.
std::string term_to_come(const typed::RuleVersion& version, Evaluator& evaluator,
                         Language language);

}  // namespace leps::inline explaining
