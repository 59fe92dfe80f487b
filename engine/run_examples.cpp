#include "examples.hpp"
#include "pipeline.hpp"

#include <algorithm>

namespace leps {
namespace {

// Exact, as JSON has it: an example is compared to the last digit, so its message shows them all.
std::string describe(const Bound& bound) {
  return bound.finite() ? to_string(bound.value()) : (bound.sign() > 0 ? "∞" : "-∞");
}

std::string describe(const Interval& range, const Unit& unit) {
  const std::string number = range.known()
                                 ? describe(range.lo)
                                 : "[" + describe(range.lo) + "; " + describe(range.hi) + "]";
  return unit.none() ? number : number + " " + to_string(unit);
}

Text describe(const Value& value, const Typed& typed, const Unit& unit) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return describe(quantity->range, unit);
  }
  if (const auto* truth = std::get_if<Truth>(&value)) {
    if (!truth->known()) return {"non noto", "not known"};
    return truth->is_true() ? Text("sì", "yes") : Text("no", "no");
  }
  const std::string shown = show_value(value, type, typed, Language::italian);
  if (shown == "?") return {"non noto", "not known"};
  return {shown, show_value(value, type, typed, Language::english)};
}

bool agrees(const typed::GivenValue& expected, const Value& found) {
  if (const auto* range = std::get_if<Interval>(&expected)) {
    const auto* quantity = std::get_if<Quantity>(&found);
    return quantity && quantity->zero_divisors.empty() && quantity->range == *range;
  }
  if (const auto* truth = std::get_if<bool>(&expected)) {
    const auto* value = std::get_if<Truth>(&found);
    return value && value->known() && value->is_true() == *truth;
  }
  const auto* word = std::get_if<Word>(&found);
  return word && word->word && word->word->value == std::get<ChoiceWord>(expected).value;
}

/// What came out for a rule or for one of its requirements.
struct Outcome {
  Verdict verdict;
  const Gap* gap;  // null where there is none
};

// A rule's gap is that of its requirement with the widest relative gap.
Outcome of_rule(const RuleResult& result) {
  const Gap* widest = nullptr;
  for (const std::optional<Gap>& gap : result.gaps) {
    if (gap && (!widest || gap->relative.hi > widest->relative.hi)) widest = &*gap;
  }
  return {result.outcome.verdict, widest};
}

Outcome of_requirement(const RuleResult& result, const typed::Rule& rule, const std::string& name) {
  const auto& requirements =
      (result.outcome.version ? *result.outcome.version : rule.versions.back()).requirements;
  const auto found = std::find_if(requirements.begin(), requirements.end(),
                                  [&](const auto& each) { return each.name == name; });
  if (found == requirements.end()) return {Verdict::non_vigente, nullptr};  // of another version
  const auto i = static_cast<std::size_t>(found - requirements.begin());
  return {result.outcome.requirements[i].verdict, result.gaps[i] ? &*result.gaps[i] : nullptr};
}

bool agrees(const typed::Expectation& expected, const Outcome& found) {
  if (expected.verdict && *expected.verdict != found.verdict) return false;
  if (!expected.value) return true;
  const auto* range = std::get_if<Interval>(&*expected.value);
  return range && found.gap && found.gap->amount == *range;
}

Text describe(const Outcome& outcome) {
  const std::string verdict(to_string(outcome.verdict));
  if (!outcome.gap) return verdict;
  const std::string amount = describe(outcome.gap->amount, outcome.gap->unit);
  return {verdict + " lacuna " + amount, verdict + " gap " + amount};
}

ExampleOutcome run(ExampleId id, const Rulebook& rulebook) {
  const typed::Example& example = rulebook.typed.examples[id];
  const FactTable facts = facts_of(example, rulebook);
  const Assessment assessment = assess(rulebook, facts, std::nullopt);

  ExampleOutcome outcome{id, {}};
  for (const typed::Expectation& expected : example.expectations) {
    if (const auto* rule = std::get_if<RuleId>(&expected.subject)) {
      const RuleResult& result = assessment.rules[rule->index];
      const Outcome found =
          expected.requirement
              ? of_requirement(result, rulebook.typed.rules[*rule], *expected.requirement)
              : of_rule(result);
      if (!agrees(expected, found)) outcome.misses.push_back({expected.span, describe(found)});
      continue;
    }
    const auto computed = std::get<ComputedId>(expected.subject);
    const auto found =
        std::find_if(assessment.computed.begin(), assessment.computed.end(),
                     [&](const ComputedResult& each) { return each.computed == computed; });
    if (found == assessment.computed.end()) {
      outcome.misses.push_back(
          {expected.span, {"in quell'anno non si calcola", "it is not computed in that year"}});
    } else if (!expected.value || !agrees(*expected.value, found->value)) {
      const auto* number = std::get_if<NumberOf>(&rulebook.typed.computed[computed].type);
      outcome.misses.push_back(
          {expected.span, describe(found->value, rulebook.typed, number ? number->unit : Unit())});
    }
  }
  return outcome;
}

}  // namespace

FactTable facts_of(const typed::Example& example, const Rulebook& rulebook) {
  FactTable facts;
  facts.name = example.title;
  facts.year = example.year;
  facts.survey_date = last_day_of(example.year);
  facts.span = example.span;
  for (const typed::Datum& datum : rulebook.typed.data) facts.facts.add(missing_fact(datum));
  for (const typed::Given& given : example.givens) {
    Fact& fact = facts.facts[given.datum];
    fact.cell = given.span;
    if (given.value) {
      std::visit([&](const auto& value) { fact.value = value; }, *given.value);
    }
  }
  return facts;
}

std::vector<ExampleOutcome> run_examples(const Rulebook& rulebook) {
  std::vector<ExampleOutcome> outcomes;
  for (const ExampleId id : rulebook.typed.examples.keys()) outcomes.push_back(run(id, rulebook));
  return outcomes;
}

}  // namespace leps
