// The verdict on a rule as sentences: what it is, what it could be, and why it may not last.
#pragma once

#include "explain/explain.hpp"

#include <string>

namespace leps::inline explaining {

/// `Il livello non è raggiunto.`; where the data cannot tell, what they leave open.
/// @param explanation  with its verdict and all that qualifies it
std::string verdict_sentence(const Explanation& explanation, Day survey_date, Language language);

/// `Soddisfatto ma fragile: viene dopo 'pua', che non è soddisfatto.` Empty where it is not.
std::string fragile_sentence(const Assessment& assessment, const Rulebook& rulebook,
                             const RuleResult& result, Language language, Naming naming);

/// ` · BOZZA · dubbi 1 e 2`: what must stand beside whatever a result is shown as; empty where
/// nothing must.
std::string result_marks(bool draft, const std::vector<ShownDoubt>& doubts, Language language);
/// What stands behind a verdict's word wherever it is shown: ` (previsione) · BOZZA · dubbio 1`.
std::string verdict_marks(const Explanation& rule, Language language);
/// `Non soddisfatto`, `Non soddisfatto (previsione)`, `Soddisfatto, entro tolleranza (1%)`.
std::string verdict_in_full(const Explanation& rule, Language language);

}  // namespace leps::inline explaining
