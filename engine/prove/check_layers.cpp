#include "prove/check_layers.hpp"

#include "check/words.hpp"
#include "prove/claims.hpp"
#include "prove/days.hpp"
#include "prove/row_by_row.hpp"

#include <algorithm>
#include <set>

namespace leps::inline proving {
namespace {

using Kind = Claim::Kind;

constexpr std::size_t kOld = 0, kNew = 1;  // readings

// One of some conditions that does not apply; those that are not written always do.
std::vector<Claim> does_not_apply(const std::vector<Condition>& conditions, std::size_t reading) {
  std::vector<Claim> any;
  for (const Condition& condition : conditions) {
    if (condition) any.push_back(claim(Kind::not_true, *condition, reading));
  }
  return any;
}

// Where a requirement asks anything, beside where its rule does: without a row, `per ogni` asks
// nothing.
std::vector<Condition> conditions_of(const typed::Requirement& requirement) {
  return {requirement.applies_if, requirement.asks_if};
}
std::vector<Condition> conditions_without_rows(const LayerText& side) {
  return {side.requirement->applies_if, side.version->applies_if};
}
std::vector<Condition> conditions_of(const LayerText& side) {
  std::vector<Condition> conditions = conditions_of(*side.requirement);
  conditions.push_back(side.version->applies_if);
  return conditions;
}

std::vector<Reading> readings(const LayerText& old_text, const LayerText& new_text, Day day) {
  return {{day, old_text.instead}, {day, new_text.instead}};
}

// An answer that refuses; none where the claim can never be.
std::optional<LayerVerdict> refusal(const Rulebook& rulebook, const std::vector<Reading>& readings,
                                    Claim claim, Looser::Way way) {
  Possibility found = can_be(rulebook, readings, std::move(claim));
  const Day day = readings.front().day;
  if (auto* witness = std::get_if<Witness>(&found)) return Looser{way, std::move(*witness), day};
  if (auto* why = std::get_if<Undecided>(&found)) return NotProved{std::move(*why), day};
  return std::nullopt;
}

// Every day on which the two sides are both in force and read differently from the day before.
std::vector<Day> days_of(const Typed& typed, const LayerText& old_text, const LayerText& new_text) {
  const auto common = common_days(old_text.version->in_force, new_text.version->in_force);
  if (!common) return {};
  std::set<Day> days;
  for (const LayerText* side : {&old_text, &new_text}) {
    for (const Day day : days_of_change(typed, *common, side->version->parameters, side->instead)) {
      days.insert(day);
    }
  }
  return {days.begin(), days.end()};
}

// The first refusal over all days: one that shows an Ambito before one that could not be proved.
template <class Compare>
LayerVerdict first_refusal(const std::vector<Day>& days, const Compare& compare) {
  LayerVerdict worst = NotLooser{};
  for (const Day day : days) {
    LayerVerdict verdict = compare(day);
    if (std::holds_alternative<Looser>(verdict)) return verdict;
    if (std::holds_alternative<NotLooser>(worst)) worst = std::move(verdict);
  }
  return worst;
}

LayerVerdict compare_rules_on(const Rulebook& rulebook, const LayerText& old_rule,
                              const LayerText& new_rule, Day day) {
  const typed::RuleVersion &law = *old_rule.version, &text = *new_rule.version;
  const std::vector<Reading> both = readings(old_rule, new_rule, day);

  // No requirement of the new rule fails.
  Claim passes = Claim::all({});
  for (const typed::Requirement& requirement : text.requirements) {
    std::vector<Claim> any = does_not_apply(conditions_of(requirement), kNew);
    any.push_back(claim(Kind::not_false, level_of(requirement), kNew));
    passes.parts.push_back(Claim::any(std::move(any)));
  }
  std::vector<Claim> unharmed = does_not_apply({text.applies_if}, kNew);
  unharmed.push_back(std::move(passes));

  std::optional<LayerVerdict> unproved;
  for (const typed::Requirement& requirement : law.requirements) {
    Claim broken = applies(conditions_of(requirement), kOld);
    broken.parts.push_back(applies({law.applies_if}, kOld));
    broken.parts.push_back(claim(Kind::is_false, level_of(requirement), kOld));
    broken.parts.push_back(Claim::any(unharmed));
    auto refused = refusal(rulebook, both, std::move(broken), Looser::Way::passes);
    if (refused && std::holds_alternative<Looser>(*refused)) return *std::move(refused);
    if (refused) unproved = std::move(refused);
  }
  if (text.applies_if) {
    Claim escapes = applies({law.applies_if}, kOld);
    escapes.parts.push_back(claim(Kind::not_true, *text.applies_if, kNew));
    auto refused = refusal(rulebook, both, std::move(escapes), Looser::Way::escapes);
    if (refused && std::holds_alternative<Looser>(*refused)) return *std::move(refused);
    if (refused) unproved = std::move(refused);
  }
  return unproved ? *std::move(unproved) : NotLooser{};
}

}  // namespace

LayerVerdict compare_levels(const Rulebook& rulebook, const LayerText& old_text,
                            const LayerText& new_text, Day day) {
  const std::vector<Reading> both = readings(old_text, new_text, day);
  const typed::ExprId law = level_of(*old_text.requirement);
  const typed::ExprId text = level_of(*new_text.requirement);
  if (no_row_is_let_off(rulebook, both, {law, conditions_without_rows(old_text)},
                        {text, conditions_without_rows(new_text)})) {
    return NotLooser{};
  }

  // It fails the law and does not fail the new text, or it meets the new text and not the law. The
  // two differ only where a condition divides by zero.
  std::vector<Claim> unharmed = does_not_apply(conditions_of(new_text), kNew);
  unharmed.push_back(claim(Kind::not_false, text, kNew));
  Claim broken = applies(conditions_of(old_text), kOld);
  broken.parts.push_back(Claim::any(
      {Claim::all({claim(Kind::is_false, law, kOld), Claim::any(std::move(unharmed))}),
       Claim::all({claim(Kind::not_true, law, kOld), claim(Kind::is_true, text, kNew)})}));
  const auto passes = refusal(rulebook, both, std::move(broken), Looser::Way::passes);
  if (passes && std::holds_alternative<Looser>(*passes)) return *passes;

  std::vector<Claim> out = does_not_apply(conditions_of(new_text), kNew);
  if (!out.empty()) {
    Claim escapes = applies(conditions_of(old_text), kOld);
    escapes.parts.push_back(Claim::any(std::move(out)));
    const auto found = refusal(rulebook, both, std::move(escapes), Looser::Way::escapes);
    if (found && (!passes || std::holds_alternative<Looser>(*found))) return *found;
  }
  return passes ? *passes : NotLooser{};
}

LayerVerdict compare_levels(const Rulebook& rulebook, const LayerText& old_text,
                            const LayerText& new_text) {
  return first_refusal(days_of(rulebook.typed, old_text, new_text),
                       [&](Day day) { return compare_levels(rulebook, old_text, new_text, day); });
}

LayerVerdict compare_rules(const Rulebook& rulebook, const LayerText& old_rule,
                           const LayerText& new_rule) {
  return first_refusal(days_of(rulebook.typed, old_rule, new_rule), [&](Day day) {
    return compare_rules_on(rulebook, old_rule, new_rule, day);
  });
}

void report(const LayerVerdict& verdict, const Text& what, Span where, const Rulebook& rulebook,
            DiagnosticBag& bag) {
  if (const auto* looser = std::get_if<Looser>(&verdict)) {
    const bool passes = looser->way == Looser::Way::passes;
    const Text ambito = describe(looser->ambito, rulebook.typed);
    const Text shown = ambito.it.empty() ? Text("qualunque Ambito", "any Ambito") : ambito;
    bag.report(passes ? Code::layer_looser : Code::layer_escapes, where,
               {what, shown, checking::describe(looser->day)})
        .hint(Text("un livello inderogabile si può solo rendere più severo",
                   "a binding level can only be made stricter"));
    return;
  }
  const auto* unproved = std::get_if<NotProved>(&verdict);
  if (!unproved) return;
  Diagnostic& found = bag.report(Code::layer_not_proved, where, {what});
  for (const Undecided::Obstacle& obstacle : unproved->why.obstacles) {
    if (obstacle.where) {
      found.label(*obstacle.where, obstacle.why);
    } else {
      found.hint(obstacle.why);
    }
  }
  found.hint(
      Text("scrivi il livello come il testo che cambia, con un altro numero o con una "
           "condizione in più",
           "write the level as the text that it changes, with another number or one more "
           "condition"));
}

}  // namespace leps::inline proving
