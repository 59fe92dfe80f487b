#include "check/typed.hpp"

#include <algorithm>

namespace leps::inline checking::typed {
namespace {

template <class Version>
const Version* version_at(const std::vector<Version>& versions, Period Version::*period, Day day) {
  const auto found = std::find_if(versions.begin(), versions.end(), [&](const Version& version) {
    return (version.*period).contains(day);
  });
  return found == versions.end() ? nullptr : &*found;
}

struct Operands {
  using Ids = std::vector<ExprId>;
  Ids operator()(const Constant&) const { return {}; }
  Ids operator()(const TruthConstant&) const { return {}; }
  Ids operator()(const WordConstant&) const { return {}; }
  Ids operator()(const DayConstant&) const { return {}; }
  Ids operator()(const SurveyDay&) const { return {}; }
  Ids operator()(const YearDayConstant&) const { return {}; }
  Ids operator()(const EndOfTerm& node) const { return {node.from, node.length}; }
  Ids operator()(const Within& node) const { return {node.holds, node.due}; }
  Ids operator()(const TextConstant&) const { return {}; }
  Ids operator()(const TimetableConstant&) const { return {}; }
  Ids operator()(const DatumRef&) const { return {}; }
  Ids operator()(const FieldRef&) const { return {}; }
  Ids operator()(const ParameterRef&) const { return {}; }
  Ids operator()(const ComputedRef&) const { return {}; }
  Ids operator()(const Negate& node) const { return {node.operand}; }
  Ids operator()(const Arithmetic& node) const { return {node.left, node.right}; }
  Ids operator()(const Convert& node) const { return {node.operand}; }
  Ids operator()(const Extremum& node) const { return node.operands; }
  Ids operator()(const Compare& node) const { return {node.left, node.right}; }
  Ids operator()(const Same& node) const { return {node.left, node.right}; }
  Ids operator()(const Not& node) const { return {node.operand}; }
  Ids operator()(const Logic& node) const { return node.operands; }
  Ids operator()(const Conditional& node) const { return {node.condition, node.yes, node.no}; }
  Ids operator()(const Between& node) const { return {node.above, node.below}; }
  Ids operator()(const OneOf& node) const { return node.equal; }
  Ids operator()(const HowMany& node) const { return node.conditions; }
  Ids operator()(const Begun& node) const { return {node.level, node.of}; }
  Ids operator()(const Bands& node) const {
    Ids ids{node.of};
    for (std::size_t i = 0; i < node.rates.size(); ++i) {
      if (i < node.limits.size()) ids.push_back(node.limits[i]);
      ids.push_back(node.rates[i]);
    }
    return ids;
  }
  Ids operator()(const Lookup& node) const {
    Ids ids{node.word};
    ids.insert(ids.end(), node.values.begin(), node.values.end());
    return ids;
  }
  Ids operator()(const OfPeriod& node) const { return {node.period}; }
  Ids operator()(const Combine& node) const { return node.operands; }
  Ids operator()(const OfTimetable& node) const { return {node.timetable}; }
  Ids operator()(const Aggregate& node) const {
    Ids ids;
    if (node.body) ids.push_back(*node.body);
    if (node.where) ids.push_back(*node.where);
    return ids;
  }
  Ids operator()(const PreviousYear&) const { return {}; }
  Ids operator()(const OverYears&) const { return {}; }
  Ids operator()(const YearsHeld&) const { return {}; }
  Ids operator()(const GroupSize&) const { return {}; }
  Ids operator()(const Round& node) const { return {node.operand}; }
  Ids operator()(const GroupTotal& node) const { return {node.amount}; }
};

}  // namespace

const Ending* Rule::ended(Day day) const {
  const Ending* first = nullptr;
  for (const Ending& ending : endings) {
    if (ending.requirement || ending.day > day) continue;
    if (!first || ending.day < first->day) first = &ending;
  }
  return first;
}

std::vector<ExprId> operands(const Node& node) { return std::visit(Operands{}, node); }

std::optional<DatumId> datum_of(const Node& node) {
  if (const auto* datum = std::get_if<DatumRef>(&node)) return datum->datum;
  if (const auto* field = std::get_if<FieldRef>(&node)) return field->field;
  if (const auto* previous = std::get_if<PreviousYear>(&node)) return previous->datum;
  if (const auto* sum = std::get_if<OverYears>(&node)) return sum->datum;
  return std::nullopt;
}

std::optional<ComputedId> amount_of(const Program& program, const Node& node) {
  if (const auto* computed = std::get_if<ComputedRef>(&node)) return computed->computed;
  const auto datum = datum_of(node);
  return datum ? program.data[*datum].if_missing : std::nullopt;
}

const ParameterVersion* Parameter::at(Day day) const {
  return version_at(versions, &ParameterVersion::period, day);
}

const RuleVersion* Rule::at(Day day) const {
  return version_at(versions, &RuleVersion::in_force, day);
}

}  // namespace leps::inline checking::typed
