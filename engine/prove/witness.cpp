#include "prove/witness.hpp"

#include "check/words.hpp"
#include "prove/data_under.hpp"

#include <algorithm>

namespace leps::inline proving {
namespace {

// The values of a datum that examples give: what the author of the pack thinks an Ambito is like.
constexpr std::size_t kMostFromExamples = 6;

void collect_conditions(const Claim& claim, std::vector<typed::ExprId>& conditions) {
  const bool leaf = claim.kind != Claim::Kind::all && claim.kind != Claim::Kind::any;
  if (leaf) conditions.push_back(claim.condition);
  for (const Claim& part : claim.parts) collect_conditions(part, conditions);
}

Rational rounded(const Rational& value, const Rational& step, bool up) {
  const Rational steps = value / step;
  return Rational(up ? ceil(steps) : floor(steps)) * step;
}

// At most two decimals: what one would write in a table.
bool is_easy(const Rational& value) { return is_whole(Rational(value * 100)); }

}  // namespace

WitnessMaker::WitnessMaker(const Rulebook& rulebook, const std::vector<Reading>& readings,
                           const Claim& claim, const Model& model)
    : rulebook_(rulebook), readings_(readings), claim_(claim), model_(model) {
  std::vector<typed::ExprId> conditions;
  collect_conditions(claim, conditions);
  data_ = data_under(rulebook.typed, conditions);
  for (const typed::Example& example : rulebook.typed.examples) {
    for (const typed::Given& given : example.givens) {
      const auto* range = given.value ? std::get_if<Interval>(&*given.value) : nullptr;
      if (!range || !range->known()) continue;
      std::vector<Rational>& values = in_examples_[given.datum];
      const bool is_new =
          std::find(values.begin(), values.end(), range->lo.value()) == values.end();
      if (is_new && values.size() < kMostFromExamples) values.push_back(range->lo.value());
    }
  }
  amended_.reserve(readings.size());  // pointers into it are kept
  for (const Reading& reading : readings) {
    if (reading.instead.empty()) {
      rulebooks_.push_back(&rulebook);
      continue;
    }
    amended_.push_back(rulebook);
    for (const auto& [id, parameter] : reading.instead) {
      amended_.back().typed.parameters[id] = parameter;
    }
    rulebooks_.push_back(&amended_.back());
  }
}

std::optional<Witness> WitnessMaker::make(const Case& found) {
  // The sizes of Ambiti, for data that no example gives; then the case as it was found.
  std::optional<Values> values;
  for (const int size : {0, 1000, 100000}) {
    const std::vector<Rational> numbers = easier(found, size);
    Values tried = values_of(found, numbers);
    if (!confirmed(tried)) continue;
    const bool easy = std::all_of(tried.begin(), tried.end(), [](const auto& entry) {
      const auto* number = std::get_if<Rational>(&entry.second.value);
      return !number || is_easy(*number);
    });
    if (!values || easy) values = std::move(tried);
    if (easy) break;
  }
  if (!values) {
    values = values_of(found, found.values);
    if (!confirmed(*values)) return std::nullopt;
  }

  Witness witness;
  for (const DatumId datum : data_) {  // a datum without which it is still so does not matter
    const auto at = values->find(datum);
    if (at == values->end()) continue;
    const auto entry = values->extract(at);
    if (confirmed(*values)) continue;
    witness.values.push_back(entry.mapped());
    values->emplace(datum, entry.mapped());
  }
  return witness;
}

WitnessMaker::Values WitnessMaker::values_of(const Case& found,
                                             const std::vector<Rational>& numbers) const {
  Values values;
  for (const VariableId id : model_.variables().keys()) {
    const auto* datum = std::get_if<DatumId>(&model_[id].meaning);
    if (datum) values[*datum] = {*datum, numbers[id.index]};
  }
  for (const SwitchId id : model_.switches().keys()) {
    const auto& datum = model_[id].datum;
    const auto at = found.switches.find(id);
    if (datum) values[*datum] = {*datum, at != found.switches.end() && at->second};
  }
  for (const SelectorId id : model_.selectors().keys()) {
    const auto& datum = model_[id].datum;
    if (!datum) continue;
    const auto at = found.words.find(id);
    const std::uint32_t word = at == found.words.end() ? 0 : *at->second.begin();
    const ChoiceTypeId list = std::get<WordOf>(rulebook_.typed.data[*datum].type).list;
    values[*datum] = {*datum, ChoiceWord{list, word}};
  }
  // What fell out on the way (x - x) has to have some value, or the evaluator knows nothing.
  for (const DatumId id : data_) {
    const typed::Datum& datum = rulebook_.typed.data[id];
    if (values.contains(id) || datum.field_of) continue;
    if (std::holds_alternative<TruthValue>(datum.type)) {
      values[id] = {id, false};
    } else if (const auto* list = std::get_if<WordOf>(&datum.type)) {
      values[id] = {id, ChoiceWord{list->list, 0}};
    } else if (std::holds_alternative<NumberOf>(datum.type)) {
      const Bound& bound = datum.bounds.lo.finite() ? datum.bounds.lo : datum.bounds.hi;
      const Rational value = bound.finite() && !datum.bounds.contains_zero() ? bound.value() : 0;
      values[id] = {id, datum.whole ? Rational(ceil(value)) : value};
    }
  }
  return values;
}

std::vector<Rational> WitnessMaker::candidates(DatumId datum, const Rational& now,
                                               const Rational& size) const {
  std::vector<Rational> values;
  const auto at = in_examples_.find(datum);
  if (at != in_examples_.end()) values = at->second;
  if (rulebook_.typed.data[datum].whole) {
    if (size != 0 && at == in_examples_.end()) values.push_back(size);
  }
  if (is_easy(now)) values.push_back(now);
  for (const Rational& step : {Rational(1), Rational(1, 10), Rational(1, 100), Rational(1, 1000)}) {
    values.push_back(rounded(now, step, true));
    values.push_back(rounded(now, step, false));
  }
  return values;
}

// One datum after another, whole ones first, gets the first candidate with which the case can
// still hold.
std::vector<Rational> WitnessMaker::easier(const Case& found, const Rational& size) const {
  constexpr std::size_t kBranches = 20;
  LinearSystem& system = found.system;
  const std::size_t before = system.mark();
  std::vector<Rational> numbers = found.values;
  for (const bool whole : {true, false}) {
    for (const VariableId id : model_.variables().keys()) {
      const auto* datum = std::get_if<DatumId>(&model_[id].meaning);
      if (!datum || rulebook_.typed.data[*datum].whole != whole) continue;
      for (const Rational& value : candidates(*datum, numbers[id.index], size)) {
        const std::size_t here = system.mark();
        system.add({LinearForm::of(id) - LinearForm(value), Sense::zero});
        Solution solution = system.solve(kBranches);
        if (solution.feasible == Feasible::yes) {
          numbers = std::move(solution.values);
          break;
        }
        system.undo_to(here);
      }
    }
  }
  system.undo_to(before);
  return numbers;
}

bool WitnessMaker::confirmed(const Values& values) const {
  FactTable facts;
  for (const typed::Datum& datum : rulebook_.typed.data) facts.facts.add(missing_fact(datum));
  for (const auto& [datum, entry] : values) {
    FactValue& fact = facts.facts[datum].value;
    if (const auto* number = std::get_if<Rational>(&entry.value)) {
      fact = Interval::point(*number);
    } else if (const auto* truth = std::get_if<bool>(&entry.value)) {
      fact = *truth;
    } else {
      fact = std::get<ChoiceWord>(entry.value);
    }
  }
  std::vector<FactTable> tables;
  tables.reserve(readings_.size());  // evaluators keep pointers to them
  std::deque<Evaluator> evaluators;  // which may not be moved
  for (std::size_t i = 0; i < readings_.size(); ++i) {
    tables.push_back(facts);
    tables.back().survey_date = readings_[i].day;
    tables.back().year = year_of(readings_[i].day);
    evaluators.emplace_back(*rulebooks_[i], tables.back());
  }
  return holds(claim_, evaluators);
}

bool WitnessMaker::holds(const Claim& claim, std::deque<Evaluator>& evaluators) const {
  const auto part = [&](const Claim& each) { return holds(each, evaluators); };
  if (claim.kind == Claim::Kind::all) {
    return std::all_of(claim.parts.begin(), claim.parts.end(), part);
  }
  if (claim.kind == Claim::Kind::any) {
    return std::any_of(claim.parts.begin(), claim.parts.end(), part);
  }
  const Truth& truth = evaluators[claim.reading].truth(claim.condition);
  // Every datum that matters is known: undecided can only mean that something has no value.
  const bool has_no_value = !truth.known() && truth.rests_on.empty();
  switch (claim.kind) {
    case Claim::Kind::is_true:
      return truth.is_true();
    case Claim::Kind::is_false:
      return truth.is_false();
    case Claim::Kind::not_true:
      return truth.is_false() || has_no_value;
    case Claim::Kind::not_false:
      return truth.is_true() || has_no_value;
    default:
      return false;
  }
}

std::string describe(const Witness& witness, const Typed& typed, Language language) {
  std::string text;
  for (const Witness::Value& entry : witness.values) {
    const typed::Datum& datum = typed.data[entry.datum];
    text += (text.empty() ? "" : "; ") + datum.name + " = ";
    if (const auto* number = std::get_if<Rational>(&entry.value)) {
      const auto& type = std::get<NumberOf>(datum.type);
      const bool share = type.unit.none() && type.purity == Purity::share;
      text += share ? checking::written(Rational(*number * 100), language) + "%"
                    : checking::written(*number, type.unit, language);
    } else if (const auto* truth = std::get_if<bool>(&entry.value)) {
      text += Text(*truth ? "sì" : "no", *truth ? "yes" : "no").in(language);
    } else {
      const auto& word = std::get<ChoiceWord>(entry.value);
      text += typed.choice_types[word.type][word.value];
    }
  }
  return text;
}

Text describe(const Witness& witness, const Typed& typed) {
  return {describe(witness, typed, Language::italian), describe(witness, typed, Language::english)};
}

}  // namespace leps::inline proving
