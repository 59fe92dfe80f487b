// What packs that stand on a rule's own have changed in it, in words: who has written a title,
// added or amended a requirement, ended it or the whole rule, and by which act.
#pragma once

#include "check/typed.hpp"
#include "words/citation.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

/// What a pack that stands on the rule's own changes.
struct ExplainedChange {
  std::string text;  // `modificato da leps.lombardia 1`, `la regola cessa dal 1 gennaio 2027: …`
  std::vector<CitedSource> by;
  std::vector<std::string> notes;
};

/// Of a requirement or of a title.
ExplainedChange explain_change(const typed::Amendment& by, const Typed& typed, Language language);

/// The ends that count in a version of a rule on a day: of the rule, and of requirements that are
/// no more.
std::vector<const typed::Ending*> endings_shown(const typed::Rule& rule,
                                                const typed::RuleVersion& version, Day day);

/// What was changed in a version of a rule beside its requirements: its title, how long it is in
/// force, and the requirements that on a day are no more.
std::vector<ExplainedChange> changes_of(const typed::Rule& rule, const typed::RuleVersion& version,
                                        Day day, const Typed& typed, Language language);

/// That on a day the rule is not in force any more, and who has ended it.
std::string ended_sentence(const typed::Ending& ending, Day day, const Typed& typed,
                           Language language);

}  // namespace leps::inline explaining
