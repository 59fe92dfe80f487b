// Days: versions of one thing follow one another without overlap or hole, and what a rule uses is
// there as long as the rule is.
#pragma once

#include "check/context.hpp"

#include <vector>

namespace leps::inline checking {

struct Dated {
  Period period;
  Span where;
  /// Of a version that another pack declares in place of amending: what to write.
  std::optional<Text> instead = {};
};

/// The values of a parameter, the versions of a rule: on every day from the first to the last there
/// is exactly one.
/// @param what      «il parametro 'livello'»: whose versions they are
/// @param versions  by first day
void check_sequence(Context& context, const Text& what, const std::vector<Dated>& versions);

/// What a rule uses must be there on every day on which the rule is in force.
/// @param what   «il parametro 'livello'»
/// @param there  the days on which it is
/// @param used   where the rule uses it
void check_coverage(Context& context, const ast::RuleDecl& rule, const Text& what,
                    const Dated& there, Span used);

}  // namespace leps::inline checking
