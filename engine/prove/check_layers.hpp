// A level of a binding category can only be made stricter. A layer that rewrites a requirement, or
// changes a parameter under it, is accepted where it is proved that no Ambito passes the new text
// and fails the law; otherwise it is refused, with such an Ambito or with what stood in the way of
// the proof.
#pragma once

#include "prove/questions.hpp"

namespace leps::inline proving {

/// The text of a requirement as one layer has it.
struct LayerText {
  const typed::RuleVersion* version = nullptr;
  const typed::Requirement* requirement = nullptr;  // of the version
  /// Parameters that this layer amends, as they then are.
  std::map<ParameterId, typed::Parameter> instead;
};

/// No Ambito passes the new text and fails the old one.
struct NotLooser {};
/// An Ambito that does.
struct Looser {
  enum class Way {
    passes,  // it meets the new text and not the old one
    escapes  // the old text applies to it, the new one does not
  };
  Way way = Way::passes;
  Witness ambito;
  Day day{};
};
/// It could not be proved: refused too.
struct NotProved {
  Undecided why;
  Day day{};
};
using LayerVerdict = std::variant<NotLooser, Looser, NotProved>;

/// Compares a requirement in an old and in a new text, on a day on which both are in force.
/// `si applica se`, of the rule and of the requirement, counts: the new text must apply wherever
/// the old one does.
LayerVerdict compare_levels(const Rulebook& rulebook, const LayerText& old_text,
                            const LayerText& new_text, Day day);
/// The same on every day on which both rules are in force.
LayerVerdict compare_levels(const Rulebook& rulebook, const LayerText& old_text,
                            const LayerText& new_text);

/// Compares whole rules: whoever fails a requirement of the old one must fail one of the new one,
/// whatever the requirements are called. `requirement` of the sides is not looked at.
LayerVerdict compare_rules(const Rulebook& rulebook, const LayerText& old_rule,
                           const LayerText& new_rule);

/// Reports a refusal; nothing for `NotLooser`.
/// @param what   the requirement or the parameter that is changed, as its pack names it
/// @param where  the text that changes it
void report(const LayerVerdict& verdict, const Text& what, Span where, const Rulebook& rulebook,
            DiagnosticBag& bag);

}  // namespace leps::inline proving
