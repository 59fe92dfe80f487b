// Asks prove/ two questions of a mutant: does a verdict change for some Ambito, and does anything
// change? For that the rule before the change is put into the mutant too, under a name that no pack
// can write.
#include "mutate/prove_mutant.hpp"

#include "check/walk.hpp"
#include "check/whole.hpp"
#include "mutate/compare_versions.hpp"
#include "mutate/copy_rule.hpp"
#include "pipeline.hpp"
#include "prove/days.hpp"
#include "prove/questions.hpp"

#include <algorithm>
#include <set>

namespace leps::inline mutating {
namespace {

/// Asks on every day on which two texts read differently; keeps what was found so far.
class Weigher {
 public:
  /// @param days    that both are in force
  /// @param claims  the ways in which they could come out otherwise
  /// @param same    whether, in two readings, nothing else changes either
  template <class Same>
  void weigh(const Rulebook& rulebook, const Period& days,
             const std::vector<ParameterId>& parameters,
             const std::map<ParameterId, typed::Parameter>& instead,
             const std::vector<Claim>& claims, const Same& same) {
    asked_ = true;
    const std::vector<Day> first = days_of_change(rulebook.typed, days, parameters);
    for (std::size_t i = 0; i < first.size() && !ambito_; ++i) {
      const auto next = i + 1 < first.size() ? std::optional(first[i + 1]) : std::nullopt;
      const Day day = judged(first[i], next, days);
      const std::vector<Reading> readings = {{day, {}}, {day, instead}};
      for (const Claim& difference : claims) {
        const Possibility found = can_be(rulebook, readings, difference);
        if (std::holds_alternative<Undecided>(found)) proved_ = false;
        const auto* witness = std::get_if<Witness>(&found);
        if (!witness) continue;
        const std::string year = std::to_string(year_of(day));
        const Text words = describe(*witness, rulebook.typed);
        ambito_ = Text("anno " + year + "  " + words.it, "year " + year + "  " + words.en);
        break;
      }
      if (proved_ && !ambito_) same_ = same_ && same(readings);
    }
  }

  /// Something else than verdicts could change.
  void not_only_verdicts() { same_ = false; }

  void conclude(Mutant& mutant) const {
    if (!asked_) return;
    if (ambito_) {
      mutant.remark = *ambito_;
    } else if (proved_ && same_) {
      mutant.fate = Mutant::Fate::same;
      mutant.remark = {"dimostrato: nessun Ambito avrebbe un altro risultato",
                       "proved: no Ambito would get another result"};
    } else if (proved_) {
      mutant.remark = {
          "un esempio che nomina il requisito, o ne dice la lacuna o il costo, o con "
          "dati mancanti: con tutti i dati nessun verdetto cambia",
          "an example that names the requirement, or says its gap or cost, or with "
          "missing data: with all data no verdict changes"};
    }
  }

 private:
  // The last day of a year where the stretch has one: that is the day on which examples judge.
  static Day judged(Day first, std::optional<Day> next, const Period& in_force) {
    const Day last = last_day_of(year_of(first));
    const bool inside = in_force.contains(last) && (!next || last < *next);
    return inside ? last : first;
  }

  bool asked_ = false, proved_ = true, same_ = true;
  std::optional<Text> ambito_;
};

const typed::Rule* rule_called(const Typed& typed, const std::string& name) {
  const auto found = std::find_if(typed.rules.begin(), typed.rules.end(),
                                  [&](const typed::Rule& rule) { return rule.name == name; });
  return found == typed.rules.end() ? nullptr : &*found;
}

const typed::Check* check_called(const Typed& typed, const std::string& name) {
  const auto found = std::find_if(typed.checks.begin(), typed.checks.end(),
                                  [&](const typed::Check& check) { return check.name == name; });
  return found == typed.checks.end() ? nullptr : &*found;
}

// A check is made on every day. Without parameters all days are alike: that of the first example
// stands for them.
Period days_of(const Typed& typed, const std::vector<ParameterId>& parameters) {
  if (parameters.empty()) return {typed.examples.begin()->survey_date, std::nullopt};
  Day first = typed.parameters[parameters.front()].versions.front().period.from;
  for (const ParameterId id : parameters) {
    first = std::max(first, typed.parameters[id].versions.front().period.from);
  }
  return {first, std::nullopt};
}

void weigh_versions(const Rulebook& rulebook, const typed::RuleVersion& old_rule,
                    const typed::RuleVersion& new_rule,
                    const std::map<ParameterId, typed::Parameter>& instead, Weigher& weigher) {
  const ReadVersion before{old_rule, 0}, after{new_rule, 1};
  std::vector<ParameterId> parameters = old_rule.parameters;
  parameters.insert(parameters.end(), new_rule.parameters.begin(), new_rule.parameters.end());
  weigher.weigh(rulebook, old_rule.in_force, parameters, instead, other_verdicts(before, after),
                [&](const std::vector<Reading>& readings) {
                  return all_is_same(rulebook, readings, before, after);
                });
}

void weigh_checks(const Rulebook& rulebook, const typed::Check& before, const typed::Check& after,
                  const std::map<ParameterId, typed::Parameter>& instead, Weigher& weigher) {
  if (rulebook.typed.examples.empty()) return;
  std::vector<ParameterId> parameters = parameters_of(rulebook.typed, before);
  const std::vector<ParameterId> more = parameters_of(rulebook.typed, after);
  parameters.insert(parameters.end(), more.begin(), more.end());
  weigher.weigh(rulebook, days_of(rulebook.typed, parameters), parameters, instead,
                {other_finding(before, 0, after, 1)}, [&](const std::vector<Reading>& readings) {
                  return all_is_same(rulebook, readings, before, after);
                });
}

/// The mutant with the declaration as it was beside it, under a name that no pack can write.
std::optional<Rulebook> with_both(const ast::Program& program, const Mutation& mutation,
                                  const std::string& name) {
  ast::Program both = program;
  add_copy(both, mutation.place, name);
  mutation.apply(both);
  DiagnosticBag bag;
  return compile(both, bag);
}

void weigh_rule(const ast::Program& program, const std::string& name, const Mutation& mutation,
                Weigher& weigher) {
  const std::optional<Rulebook> rulebook = with_both(program, mutation, name + "'");
  if (!rulebook) return;
  const typed::Rule* before = rule_called(rulebook->typed, name + "'");
  const typed::Rule* after = rule_called(rulebook->typed, name);
  if (!before || !after || !after->layers.empty()) return;
  for (const typed::RuleVersion& version : after->versions) {
    if (version.span != before->versions.front().span) continue;
    weigh_versions(*rulebook, before->versions.front(), version, {}, weigher);
  }
}

void weigh_check(const ast::Program& program, const std::string& name, const Mutation& mutation,
                 Weigher& weigher) {
  const std::optional<Rulebook> rulebook = with_both(program, mutation, name + "'");
  if (!rulebook) return;
  const typed::Check* before = check_called(rulebook->typed, name + "'");
  const typed::Check* after = check_called(rulebook->typed, name);
  if (before && after) weigh_checks(*rulebook, *before, *after, {}, weigher);
}

void weigh_parameter(const ast::Program& program, const Rulebook& rulebook,
                     const Mutation& mutation, Weigher& weigher) {
  ast::Program changed = program;
  mutation.apply(changed);
  DiagnosticBag bag;
  const std::optional<Rulebook> mutant = compile(changed, bag);
  if (!mutant) return;
  const auto uses = [](const std::vector<ParameterId>& used, ParameterId id) {
    return std::find(used.begin(), used.end(), id) != used.end();
  };
  const Typed& typed = rulebook.typed;
  for (const ParameterId id : mutant->typed.parameters.keys()) {
    const typed::Parameter& parameter = mutant->typed.parameters[id];
    if (parameter.name != mutation.subject) continue;
    // An amount that uses it is a result of its own: then verdicts are not all that could change.
    const bool in_amounts =
        std::any_of(typed.computed.begin(), typed.computed.end(),
                    [&](const auto& computed) { return uses(computed.parameters, id); });
    if (in_amounts) weigher.not_only_verdicts();
    const std::map<ParameterId, typed::Parameter> instead = {{id, parameter}};
    for (const typed::Rule& rule : typed.rules) {
      for (const typed::RuleVersion& version : rule.versions) {
        if (uses(version.parameters, id)) {
          weigh_versions(rulebook, version, version, instead, weigher);
        }
      }
    }
    for (const typed::Check& check : typed.checks) {
      if (uses(parameters_of(typed, check), id)) {
        weigh_checks(rulebook, check, check, instead, weigher);
      }
    }
  }
}

/// The gaps that a requirement's levers close are whole, so that rounding them changes nothing. Of
/// a strict comparison the level itself is not enough, and rounding counts.
bool gaps_are_whole(const Typed& typed, const typed::Requirement& requirement) {
  const auto whole = [&](const typed::Solution& solution) {
    const auto* compare = std::get_if<typed::Compare>(&typed.exprs[solution.compare].node);
    const auto* each = std::get_if<typed::Constant>(&typed.exprs[solution.coefficient].node);
    return compare && each && abs(each->value) == 1 &&
           compare->relation != typed::Relation::more_than &&
           compare->relation != typed::Relation::less_than &&
           compare->relation != typed::Relation::different_from &&
           is_always_whole(typed, compare->left) && is_always_whole(typed, compare->right);
  };
  const auto& solutions = requirement.solutions;
  return !solutions.empty() && std::all_of(solutions.begin(), solutions.end(), whole);
}

void weigh_rounding(const Typed& typed, Mutant& mutant) {
  const std::string& subject = mutant.mutation.subject;
  const auto dot = subject.find('.');
  const typed::Rule* rule = rule_called(typed, subject.substr(0, dot));
  bool whole = mutant.mutation.drops_whole_units && rule;
  if (whole) {
    for (const typed::RuleVersion& version : rule->versions) {
      for (const typed::Requirement& requirement : version.requirements) {
        if (requirement.name != subject.substr(dot + 1)) continue;
        whole = whole && gaps_are_whole(typed, requirement);
      }
    }
  }
  if (whole) {
    mutant.fate = Mutant::Fate::same;
    mutant.remark = {"la lacuna è sempre un numero intero", "the gap is always a whole number"};
    return;
  }
  mutant.remark = {"un esempio con la lacuna, dove l'arrotondamento la cambia",
                   "an example with the gap, where rounding changes it"};
}

}  // namespace

std::vector<ParameterId> parameters_of(const Typed& typed, const typed::Check& check) {
  std::set<ParameterId> found;
  for_each_under(typed, roots_of(check), [&](const typed::Expr& expr) {
    if (const auto* used = std::get_if<typed::ParameterRef>(&expr.node)) {
      found.insert(used->parameter);
    }
    if (const auto amount = typed::amount_of(typed, expr.node)) {
      const auto& under = typed.computed[*amount].parameters;
      found.insert(under.begin(), under.end());
    }
  });
  return {found.begin(), found.end()};
}

void prove_mutant(const ast::Program& program, const Rulebook& rulebook, Mutant& mutant) {
  const Mutation& mutation = mutant.mutation;
  if (mutation.changes == Mutation::Changes::rounding) {
    weigh_rounding(rulebook.typed, mutant);
    return;
  }
  if (mutation.changes == Mutation::Changes::cost) {
    mutant.remark = {"un esempio con il costo della lacuna", "an example with the cost of the gap"};
    return;
  }
  const auto& declaration =
      program.files[mutation.place.file].declarations[mutation.place.declaration];
  Weigher weigher;
  if (const auto* rule = std::get_if<ast::RuleDecl>(&declaration)) {
    weigh_rule(program, rule->name.text, mutation, weigher);
  } else if (const auto* check = std::get_if<ast::CheckDecl>(&declaration)) {
    weigh_check(program, check->name.text, mutation, weigher);
  } else if (std::holds_alternative<ast::ParameterDecl>(declaration) ||
             std::holds_alternative<ast::ParameterAmendment>(declaration)) {
    weigh_parameter(program, rulebook, mutation, weigher);
  }
  weigher.conclude(mutant);
}

}  // namespace leps::inline mutating
