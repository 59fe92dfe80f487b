// Finds what is foregone: a level that nobody can miss, or nobody can reach, is a slip of the pen
// more often than it is the law.
#include "lint/find_foregone.hpp"

#include "base/watch.hpp"
#include "lint/claims.hpp"
#include "lint/row_repeats.hpp"
#include "prove/days.hpp"

namespace leps::inline linting {
namespace {

using Kind = Claim::Kind;

/// One version of one rule.
class ForegoneFinder {
 public:
  ForegoneFinder(const Rulebook& rulebook, const typed::Rule& rule,
                 const typed::RuleVersion& version, DiagnosticBag& bag)
      : rulebook_(rulebook),
        rule_(rule),
        version_(version),
        days_(days_of_change(rulebook.typed, version.in_force, version.parameters)),
        bag_(bag) {}

  void run() {
    const Claim always = Claim::all({});
    if (version_.applies_if && !check_applies(*version_.applies_if, rule_.name, always)) return;
    for (const typed::Requirement& requirement : version_.requirements) check(requirement);
    if (all_can_be_met_ && version_.requirements.size() > 1 && never(is_met(version_))) {
      report(Code::lint_rule_never_met, version_.span);
    }
    if (version_.partial_if && can_fail_) check_partial(*version_.partial_if);
  }

 private:
  // False where the condition is never true: nothing more can be said of what it guards.
  bool check_applies(typed::ExprId condition, const std::string& what, const Claim& before) {
    const Span where = rulebook_.typed.exprs[condition].span;
    if (never(Claim::all({before, claim(Kind::is_true, condition)}))) {
      bag_.report(Code::lint_never_applies, where, {what});
      return false;
    }
    if (never(Claim::all({before, claim(Kind::not_true, condition)}))) {
      bag_.report(Code::lint_always_applies, where, {what});
    }
    return true;
  }

  void check(const typed::Requirement& requirement) {
    const std::string name = rule_.name + "." + requirement.name;
    const Claim rule_applies = leps::applies({version_.applies_if});
    if (requirement.applies_if && !check_applies(*requirement.applies_if, name, rule_applies)) {
      all_can_be_met_ = false;
      return;
    }
    if (never(Claim::all({rule_applies, fails(requirement)}))) {
      bag_.report(Code::lint_never_fails, requirement.span, {name});
    } else {
      can_fail_ = true;
    }
    if (never(Claim::all({rule_applies, holds(requirement)}))) {
      all_can_be_met_ = false;
      bag_.report(Code::lint_never_met, requirement.span, {name});
    }
  }

  void check_partial(typed::ExprId partial) {
    const Span where = rulebook_.typed.exprs[partial].span;
    const auto failed = [&](Kind kind) {
      return Claim::all({is_failed(version_), claim(kind, partial)});
    };
    if (never(failed(Kind::is_true)) || rows_fail_both(rulebook_, version_, days_)) {
      report(Code::lint_partial_never, where);
    } else if (never(failed(Kind::not_true))) {
      const auto ambito = example_of(rulebook_, days_, failed(Kind::is_true));
      if (!ambito) return;
      bag_.report(Code::lint_partial_always, where,
                  {rule_.name, describe(*ambito, rulebook_.typed)});
    }
  }

  [[nodiscard]] bool never(const Claim& claim) const { return is_never(rulebook_, days_, claim); }
  void report(Code code, Span where) { bag_.report(code, where, {rule_.name}); }

  const Rulebook& rulebook_;
  const typed::Rule& rule_;
  const typed::RuleVersion& version_;
  std::vector<Day> days_;
  DiagnosticBag& bag_;
  bool can_fail_ = false, all_can_be_met_ = true;
};

}  // namespace

void find_foregone(const Rulebook& rulebook, DiagnosticBag& bag) {
  begin_stage(Stage::checking, rulebook.typed.rules.size());
  for (const typed::Rule& rule : rulebook.typed.rules) {
    for (const typed::RuleVersion& version : rule.versions) {
      ForegoneFinder(rulebook, rule, version, bag).run();
    }
    advance();
  }
}

}  // namespace leps::inline linting
