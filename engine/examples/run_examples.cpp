#include "examples/run_examples.hpp"

#include "base/watch.hpp"
#include "eval/evaluate.hpp"
#include "eval/parts.hpp"
#include "examples/example_facts.hpp"
#include "pipeline.hpp"
#include "words/formula.hpp"
#include "words/narrowed_data.hpp"

#include <algorithm>

namespace leps::inline examples {
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

Text describe(const Value& value, const Type& type, const Typed& typed) {
  const auto* number = std::get_if<NumberOf>(&type);
  const auto* quantity = std::get_if<Quantity>(&value);
  if (quantity && number) return describe(quantity->range, number->unit);
  if (const auto* truth = std::get_if<Truth>(&value)) {
    if (!truth->known()) return {"non noto", "not known"};
    return truth->is_true() ? Text("sì", "yes") : Text("no", "no");
  }
  const std::string shown = show_value(value, type, typed, Language::italian);
  if (shown == "?") return {"non noto", "not known"};
  return {shown, show_value(value, type, typed, Language::english)};
}

// Whether it is one value: neither between bounds, nor undefined, nor without any datum.
bool is_known(const Value& value) {
  struct Visit {
    bool operator()(const Quantity& quantity) const {
      return quantity.zero_divisors.empty() && quantity.range.known();
    }
    bool operator()(const Truth& truth) const { return truth.known(); }
    bool operator()(const Word& word) const { return word.word.has_value(); }
    bool operator()(const PeriodValue& period) const { return period.period.has_value(); }
    bool operator()(const TimetableValue& hours) const { return hours.known(); }
    bool operator()(const TextValue& text) const { return text.text.has_value(); }
  };
  return std::visit(Visit{}, value);
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
  if (const auto* word = std::get_if<ChoiceWord>(&expected)) {
    const auto* value = std::get_if<Word>(&found);
    return value && value->word && value->word->value == word->value;
  }
  if (const auto* period = std::get_if<Period>(&expected)) {
    const auto* value = std::get_if<PeriodValue>(&found);
    return value && value->period == *period;
  }
  if (const auto* hours = std::get_if<Timetable>(&expected)) {
    const auto* value = std::get_if<TimetableValue>(&found);
    return value && value->known() && *value->least == *hours;
  }
  if (const auto* text = std::get_if<std::string>(&expected)) {
    const auto* value = std::get_if<TextValue>(&found);
    return value && value->text == *text;
  }
  return false;  // rows have no value of their own
}

/// What came out for a rule or for one of its requirements.
struct Outcome {
  Verdict verdict = Verdict::non_vigente;
  const Gap* gap = nullptr;  // null where there is none
  std::optional<Interval> cost;
  Unit cost_unit;
};

// A rule's gap is that of the requirement that is farthest from its level.
Outcome of_rule(const RuleResult& result) {
  return {result.outcome.verdict, result.farthest_gap(), result.cost, result.cost_unit};
}

Outcome of_requirement(const RuleResult& result, const typed::Rule& rule, const std::string& name) {
  const auto& requirements =
      (result.outcome.version ? *result.outcome.version : rule.versions.back()).requirements;
  const auto found = std::find_if(requirements.begin(), requirements.end(),
                                  [&](const auto& each) { return each.name == name; });
  if (found == requirements.end()) return {};  // of another version
  const auto i = static_cast<std::size_t>(found - requirements.begin());
  const Verdict verdict = result.outcome.requirements[i].verdict;
  if (!result.gaps[i]) return {verdict, nullptr, {}, {}};
  return {verdict, &*result.gaps[i], result.gaps[i]->cost, result.gaps[i]->cost_unit};
}

struct AskedGap {
  Interval range;
  Unit unit;
};
// `lacuna 2` of rows is how many fail, `lacuna 9 posti` what all of them are short of.
AskedGap gap_asked(const typed::ExpectedAmount& expected, const Gap& found) {
  const bool in_all = found.as<Gap::Rows>() && found.shortfall && !expected.unit.none() &&
                      found.shortfall->unit == expected.unit;
  if (in_all) return {found.shortfall->range, found.shortfall->unit};
  return {found.amount, found.unit};
}

bool agrees(const typed::ExpectedOutcome& expected, const Outcome& found) {
  if (expected.verdict != found.verdict) return false;
  if (expected.gap &&
      (!found.gap || gap_asked(*expected.gap, *found.gap).range != expected.gap->range)) {
    return false;
  }
  return !expected.cost || found.cost == expected.cost->range;
}

/// As the example asks for it: what it costs, in all of what rows are short of.
Text describe(const Outcome& outcome, const typed::ExpectedOutcome& expected) {
  const bool cost = expected.cost.has_value();
  Text text{std::string(to_string(outcome.verdict))};
  const auto add = [&](const char* it, const char* en, const std::string& amount) {
    text = {text.it + it + amount, text.en + en + amount};
  };
  if (outcome.gap) {
    const AskedGap gap = expected.gap ? gap_asked(*expected.gap, *outcome.gap)
                                      : AskedGap{outcome.gap->amount, outcome.gap->unit};
    add(" lacuna ", " gap ", describe(gap.range, gap.unit));
  }
  if (cost && outcome.cost) add(" costo ", " cost ", describe(*outcome.cost, outcome.cost_unit));
  if (cost && !outcome.cost) add(" senza costo", " without cost", "");
  return text;
}

/// Holds what an example expects against what came out for it.
class Judge {
 public:
  Judge(const Rulebook& rulebook, const typed::Example& example)
      : rulebook_(rulebook),
        data_(facts_of(example, rulebook)),
        around_(data_),
        assessment_(assess(rulebook, data_.front(), std::nullopt, &around_)) {}

  /// What no Ambito can be like: a part that is more than its whole.
  std::vector<ExampleOutcome::Miss> impossible() const {
    std::vector<ExampleOutcome::Miss> misses;
    for (const FactTable& facts : data_) {
      Evaluator evaluator(rulebook_, facts, &around_);
      for (const Contradiction& found : contradictions(evaluator)) {
        const auto& cell = facts.facts[found.part].cell;
        misses.push_back({cell.value_or(facts.span), describe(found, evaluator), true});
      }
    }
    return misses;
  }

  /// What came out instead; none where it is what was expected.
  std::optional<Text> operator()(const typed::ExpectedOutcome& expected) const {
    const RuleResult& result = assessment_.rules[expected.rule.index];
    const Outcome found =
        expected.requirement
            ? of_requirement(result, rulebook_.typed.rules[expected.rule], *expected.requirement)
            : of_rule(result);
    if (agrees(expected, found)) return std::nullopt;
    return describe(found, expected);
  }

  std::optional<Text> operator()(const typed::ExpectedValue& expected) const {
    using NoValue = ast::NoValue;
    const auto* why = std::get_if<NoValue>(&expected.value);
    const ComputedResult* found = assessment_.result_of(expected.computed);
    if (!found) {
      if (why && *why == NoValue::not_in_force) return std::nullopt;
      return Text("in quel giorno non si calcola", "it is not worked out on that day");
    }
    const bool agreed = why ? *why == NoValue::unknown && !is_known(found->value)
                            : agrees(std::get<typed::GivenValue>(expected.value), found->value);
    if (agreed) return std::nullopt;
    return describe(found->value, rulebook_.typed.computed[expected.computed].type,
                    rulebook_.typed);
  }

  std::optional<Text> operator()(const typed::ExpectedFinding& expected) const {
    Evaluator evaluator(rulebook_, data_.front(), &around_);
    const bool raised = raises(rulebook_.typed.checks[expected.check], evaluator);
    if (raised == expected.raised) return std::nullopt;
    return raised ? Text("segnala", "raised") : Text("non segnala", "not raised");
  }

 private:
  const Rulebook& rulebook_;
  DataSet data_;
  Surroundings around_;
  Assessment assessment_;
};

}  // namespace

ExampleOutcome run_example(ExampleId id, const Rulebook& rulebook) {
  const typed::Example& example = rulebook.typed.examples[id];
  const Judge judge(rulebook, example);
  ExampleOutcome outcome{id, judge.impossible()};
  for (const typed::Expectation& expected : example.expectations) {
    if (const auto found = std::visit(judge, expected.what)) {
      outcome.misses.push_back({expected.span, *found});
    }
  }
  return outcome;
}

std::vector<ExampleOutcome> run_examples(const Rulebook& rulebook) {
  std::vector<ExampleOutcome> outcomes;
  begin_stage(Stage::examples, rulebook.typed.examples.size());
  for (const ExampleId id : rulebook.typed.examples.keys()) {
    outcomes.push_back(run_example(id, rulebook));
    advance();
  }
  return outcomes;
}

}  // namespace leps::inline examples
