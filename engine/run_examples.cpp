#include "base/watch.hpp"
#include "examples.hpp"
#include "pipeline.hpp"
#include "report/formula.hpp"

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

}  // namespace

ExampleOutcome run_example(ExampleId id, const Rulebook& rulebook) {
  const typed::Example& example = rulebook.typed.examples[id];
  const DataSet data = facts_of(example, rulebook);
  const Surroundings around(data);
  const Assessment assessment = assess(rulebook, data.front(), std::nullopt, &around);

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
      outcome.misses.push_back(
          {expected.span,
           describe(found->value, rulebook.typed.computed[computed].type, rulebook.typed)});
    }
  }
  return outcome;
}

namespace {

// What the Ambiti of the examples are called, so that none is taken for a neighbour of another's.
std::string key_of(const typed::Example& example, const Typed& typed) {
  const typed::Example* first = &*typed.examples.begin();
  return "esempio_" + std::to_string(&example - first + 1);
}

void give(Fact& fact, const typed::Given& given, const Typed& typed);

Rows rows_of(const typed::GivenRows& given, TableId id, const Typed& typed) {
  const typed::Table& table = typed.tables[id];
  auto rows = std::make_shared<std::vector<FactRow>>();
  for (const typed::GivenRow& written : given) {
    FactRow row;
    row.span = written.span;
    for (const DatumId field : table.fields) row.cells.push_back(missing_fact(typed.data[field]));
    std::string key;
    for (const typed::Given& cell : written.cells) {
      const auto place =
          std::find(table.fields.begin(), table.fields.end(), cell.datum) - table.fields.begin();
      give(row.cells[static_cast<std::size_t>(place)], cell, typed);
      const bool names = table.key && static_cast<std::size_t>(place) == *table.key && cell.value;
      if (!names) continue;
      if (const auto* text = std::get_if<std::string>(&*cell.value)) key = *text;
      if (const auto* number = std::get_if<Interval>(&*cell.value)) key = describe(number->lo);
    }
    for (int i = 0; i < written.times; ++i) {
      row.key = key.empty() ? "riga " + std::to_string(rows->size() + 1) : key;
      rows->push_back(row);
    }
  }
  return rows;
}

void give(Fact& fact, const typed::Given& given, const Typed& typed) {
  fact.cell = given.span;
  if (!given.value) return;
  if (const auto* rows = std::get_if<typed::GivenRows>(&*given.value)) {
    fact.value = rows_of(*rows, std::get<RowsOf>(typed.data[given.datum].type).table, typed);
    return;
  }
  std::visit(
      [&](const auto& value) {
        if constexpr (!std::is_same_v<decltype(value), const typed::GivenRows&>) fact.value = value;
      },
      *given.value);
}

FactTable table_of(const std::string& ambito, int year, const std::vector<typed::Given>& givens,
                   const typed::Example& example, const Typed& typed) {
  FactTable facts;
  facts.ambito = ambito;
  facts.name = example.title;
  facts.year = year;
  facts.survey_date = last_day_of(year);
  facts.span = example.span;
  for (const typed::Datum& datum : typed.data) facts.facts.add(missing_fact(datum));
  for (const typed::Given& given : givens) give(facts.facts[given.datum], given, typed);
  return facts;
}

}  // namespace

DataSet facts_of(const typed::Example& example, const Rulebook& rulebook) {
  const Typed& typed = rulebook.typed;
  const std::string own = key_of(example, typed);
  DataSet data = {table_of(own, example.year, example.givens, example, typed)};
  for (const typed::OtherFacts& other : example.others) {
    if (other.year) {
      data.push_back(table_of(own, *other.year, other.givens, example, typed));
      continue;
    }
    if (!other.group) continue;
    data.push_back(table_of(own + "_" + std::to_string(data.size()), example.year, other.givens,
                            example, typed));
    data.back().groups[*other.group].name = own;
    data.front().groups[*other.group].name = own;
  }
  return data;
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

}  // namespace leps
