// Asks prove/ about a mutant that no example notices: does a verdict change for some Ambito? The
// rule as it was stands in the mutant beside the rule as it is, under a name that no pack can
// write.
#include "mutate.hpp"
#include "prove/days.hpp"
#include "prove/questions.hpp"

#include <algorithm>

namespace leps {
namespace {

using Kind = Claim::Kind;
using Condition = std::optional<typed::ExprId>;

struct Side {
  const typed::RuleVersion& version;
  std::size_t reading;
};

Claim claim(Kind kind, typed::ExprId condition, const Side& side) {
  return {kind, condition, side.reading, {}};
}

Claim applies(const std::vector<Condition>& conditions, const Side& side) {
  Claim all = Claim::all({});
  for (const Condition& condition : conditions) {
    if (condition) all.parts.push_back(claim(Kind::is_true, *condition, side));
  }
  return all;
}

// One is true and the other is not, or one is false and the other is not.
Claim differ(const Condition& a, const Side& old_side, const Condition& b, const Side& new_side) {
  if (!a && !b) return Claim::any({});
  if (!a) return claim(Kind::not_true, *b, new_side);  // what is not written always holds
  if (!b) return claim(Kind::not_true, *a, old_side);
  return Claim::any(
      {Claim::all({claim(Kind::is_true, *a, old_side), claim(Kind::not_true, *b, new_side)}),
       Claim::all({claim(Kind::not_true, *a, old_side), claim(Kind::is_true, *b, new_side)}),
       Claim::all({claim(Kind::is_false, *a, old_side), claim(Kind::not_false, *b, new_side)}),
       Claim::all({claim(Kind::not_false, *a, old_side), claim(Kind::is_false, *b, new_side)})});
}

typed::ExprId level_of(const typed::Requirement& requirement) {
  return requirement.tolerated.value_or(requirement.condition);
}

/// One way in which the two sides can come out otherwise.
std::vector<Claim> differences(const Side& old_side, const Side& new_side) {
  const typed::RuleVersion &law = old_side.version, &text = new_side.version;
  std::vector<Claim> all = {differ(law.applies_if, old_side, text.applies_if, new_side)};
  const Claim rule_applies = applies({law.applies_if}, old_side);
  Claim failed = Claim::any({});
  for (const typed::Requirement& requirement : law.requirements) {
    Claim asked = applies({law.applies_if, requirement.applies_if, requirement.any_row}, old_side);
    const Claim fails = Claim::all({asked, claim(Kind::is_false, level_of(requirement), old_side)});
    failed.parts.push_back(fails);
    const auto same =
        std::find_if(text.requirements.begin(), text.requirements.end(),
                     [&](const typed::Requirement& each) { return each.name == requirement.name; });
    if (same == text.requirements.end()) {
      all.push_back(fails);
      continue;
    }
    all.push_back(Claim::all(
        {rule_applies, differ(requirement.applies_if, old_side, same->applies_if, new_side)}));
    all.push_back(
        Claim::all({rule_applies, differ(requirement.any_row, old_side, same->any_row, new_side)}));
    all.push_back(
        Claim::all({asked, differ(level_of(requirement), old_side, level_of(*same), new_side)}));
    all.push_back(
        Claim::all({asked, differ(requirement.condition, old_side, same->condition, new_side)}));
  }
  if (law.partial_if || text.partial_if) {
    Claim partial = differ(law.partial_if, old_side, text.partial_if, new_side);
    if (!law.partial_if) partial = claim(Kind::is_true, *text.partial_if, new_side);
    if (!text.partial_if) partial = claim(Kind::is_true, *law.partial_if, old_side);
    all.push_back(Claim::all({rule_applies, std::move(failed), std::move(partial)}));
  }
  return all;
}

/// Asks about two sides on every day on which they read differently; keeps what was found so far.
class Weigher {
 public:
  void weigh(const Rulebook& rulebook, const Side& old_side, const Side& new_side,
             const std::map<ParameterId, typed::Parameter>& instead) {
    asked_ = true;
    const typed::RuleVersion& version = old_side.version;
    std::vector<ParameterId> parameters = version.parameters;
    parameters.insert(parameters.end(), new_side.version.parameters.begin(),
                      new_side.version.parameters.end());
    const std::vector<Day> days = days_of_change(rulebook.typed, version.in_force, parameters);
    const std::vector<Claim> claims = differences(old_side, new_side);
    for (std::size_t i = 0; i < days.size() && !ambito_; ++i) {
      const Day day =
          judged(days[i], i + 1 < days.size() ? std::optional(days[i + 1]) : std::nullopt,
                 version.in_force);
      for (const Claim& difference : claims) {
        const Possibility found = can_be(rulebook, {{day, {}}, {day, instead}}, difference);
        if (std::holds_alternative<Undecided>(found)) proved_ = false;
        const auto* witness = std::get_if<Witness>(&found);
        if (!witness) continue;
        const std::string year = std::to_string(year_of(day));
        const Text words = describe(*witness, rulebook.typed);
        ambito_ = Text("anno " + year + "  " + words.it, "year " + year + "  " + words.en);
        break;
      }
    }
  }

  /// Something else than verdicts could change.
  void not_only_verdicts() { proved_ = false; }

  void conclude(Mutant& mutant) const {
    if (!asked_) return;
    if (ambito_) {
      mutant.remark = *ambito_;
    } else if (proved_) {
      mutant.fate = Mutant::Fate::same;
      mutant.remark = {"dimostrato: nessun Ambito avrebbe un altro verdetto",
                       "proved: no Ambito would get another verdict"};
    }
  }

 private:
  // The last day of a year where the stretch has one: that is the day on which examples judge.
  static Day judged(Day first, std::optional<Day> next, const Period& in_force) {
    const Day last = last_day_of(year_of(first));
    const bool inside = in_force.contains(last) && (!next || last < *next);
    return inside ? last : first;
  }

  bool asked_ = false, proved_ = true;
  std::optional<Text> ambito_;
};

const typed::Rule* rule_called(const Typed& typed, const std::string& name) {
  const auto found = std::find_if(typed.rules.begin(), typed.rules.end(),
                                  [&](const typed::Rule& rule) { return rule.name == name; });
  return found == typed.rules.end() ? nullptr : &*found;
}

void weigh_rule(const ast::Program& program, const std::string& name, const Mutation& mutation,
                Weigher& weigher) {
  ast::Program both = program;
  add_copy(both, mutation.place, name + "'");
  mutation.apply(both);
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(both, bag);
  if (!rulebook) return;
  const typed::Rule* law = rule_called(rulebook->typed, name + "'");
  const typed::Rule* text = rule_called(rulebook->typed, name);
  if (!law || !text || !text->layers.empty()) return;
  for (const typed::RuleVersion& version : text->versions) {
    if (version.span != law->versions.front().span) continue;
    weigher.weigh(*rulebook, {law->versions.front(), 0}, {version, 1}, {});
  }
}

void weigh_parameter(const ast::Program& program, const Rulebook& rulebook,
                     const Mutation& mutation, Weigher& weigher) {
  ast::Program changed = program;
  mutation.apply(changed);
  DiagnosticBag bag;
  const std::optional<Rulebook> mutant = compile(changed, bag);
  if (!mutant) return;
  for (const ParameterId id : mutant->typed.parameters.keys()) {
    const typed::Parameter& parameter = mutant->typed.parameters[id];
    if (parameter.name != mutation.subject) continue;
    // An amount that uses it is a result of its own: then verdicts are not all that could change.
    const bool in_amounts = std::any_of(
        rulebook.typed.computed.begin(), rulebook.typed.computed.end(), [&](const auto& computed) {
          return std::find(computed.parameters.begin(), computed.parameters.end(), id) !=
                 computed.parameters.end();
        });
    if (in_amounts) weigher.not_only_verdicts();
    for (const typed::Rule& rule : rulebook.typed.rules) {
      for (const typed::RuleVersion& version : rule.versions) {
        const auto& used = version.parameters;
        if (std::find(used.begin(), used.end(), id) == used.end()) continue;
        weigher.weigh(rulebook, {version, 0}, {version, 1}, {{id, parameter}});
      }
    }
  }
}

/// Numbers that are whole in every Ambito: of whole data, by whole numbers.
bool is_always_whole(const Typed& typed, typed::ExprId expr) {
  const typed::Node& node = typed.exprs[expr].node;
  if (const auto* constant = std::get_if<typed::Constant>(&node)) return is_whole(constant->value);
  if (const auto* datum = std::get_if<typed::DatumRef>(&node))
    return typed.data[datum->datum].whole;
  if (const auto* used = std::get_if<typed::ParameterRef>(&node)) {
    const auto& versions = typed.parameters[used->parameter].versions;
    return std::all_of(versions.begin(), versions.end(), [](const auto& version) {
      const auto* number = std::get_if<Rational>(&version.value);
      return number && is_whole(*number);
    });
  }
  if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
    return is_always_whole(typed, typed.computed[amount->computed].value);
  }
  const auto* arithmetic = std::get_if<typed::Arithmetic>(&node);
  const bool keeps_whole = (arithmetic && arithmetic->op != typed::ArithmeticOp::divide) ||
                           std::holds_alternative<typed::Negate>(node) ||
                           std::holds_alternative<typed::Extremum>(node);
  const std::vector<typed::ExprId> under = typed::operands(node);
  return keeps_whole && std::all_of(under.begin(), under.end(), [&](typed::ExprId each) {
           return is_always_whole(typed, each);
         });
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

void weigh_mutant(const ast::Program& program, const Rulebook& rulebook, Mutant& mutant) {
  const Mutation& mutation = mutant.mutation;
  if (mutation.of_gap_only) {
    weigh_rounding(rulebook.typed, mutant);
    return;
  }
  const auto& declaration =
      program.files[mutation.place.file].declarations[mutation.place.declaration];
  Weigher weigher;
  if (const auto* rule = std::get_if<ast::RuleDecl>(&declaration)) {
    weigh_rule(program, rule->name.text, mutation, weigher);
  } else if (std::holds_alternative<ast::ParameterDecl>(declaration) ||
             std::holds_alternative<ast::ParameterAmendment>(declaration)) {
    weigh_parameter(program, rulebook, mutation, weigher);
  }
  weigher.conclude(mutant);
}

}  // namespace leps
