// The place of a rule in the order, as one sentence: the cause that it removes, or the criterion by
// which it comes before the next.
#pragma once

#include "explain/explain.hpp"

#include <string>

namespace leps::inline explaining {

/// Why a rule stands where it stands: `prima, perché blocca 'pua', che ha …`. Empty without a rank.
std::string rank_sentence(const Assessment& assessment, const Rulebook& rulebook,
                          const RuleResult& result, Language language,
                          Naming naming = Naming::names);

/// The same, where the data that may change the place are not named.
std::string rank_in_short(const Assessment& assessment, const Rulebook& rulebook,
                          const RuleResult& result, Language language,
                          Naming naming = Naming::names);

}  // namespace leps::inline explaining
