#include "check/whole.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

struct Whole {
  const Typed& typed;

  [[nodiscard]] bool is(typed::ExprId expr) const { return is_always_whole(typed, expr); }

  bool operator()(const typed::Constant& constant) const { return is_whole(constant.value); }
  bool operator()(const typed::DatumRef& ref) const { return is_always_whole(typed, ref.datum); }
  bool operator()(const typed::FieldRef& ref) const { return typed.data[ref.field].whole; }
  bool operator()(const typed::OverYears& over) const {
    return !over.mean && is_always_whole(typed, over.datum);
  }
  bool operator()(const typed::GroupSize&) const { return true; }
  bool operator()(const typed::HowMany&) const { return true; }
  bool operator()(const typed::Lookup& node) const {
    return std::all_of(node.values.begin(), node.values.end(),
                       [&](typed::ExprId value) { return is(value); });
  }
  bool operator()(const typed::Round&) const { return true; }
  bool operator()(const typed::PreviousYear& before) const {
    return is_always_whole(typed, before.datum);
  }
  bool operator()(const typed::GroupTotal& total) const { return is(total.amount); }
  bool operator()(const typed::ParameterRef& ref) const {
    const auto& versions = typed.parameters[ref.parameter].versions;
    return std::all_of(versions.begin(), versions.end(), [](const auto& version) {
      const auto* number = std::get_if<Rational>(&version.value);
      return number && is_whole(*number);
    });
  }
  bool operator()(const typed::ComputedRef& ref) const {
    return is(typed.computed[ref.computed].value);
  }
  bool operator()(const typed::Negate& node) const { return is(node.operand); }
  bool operator()(const typed::Arithmetic& node) const {
    return node.op != typed::ArithmeticOp::divide && is(node.left) && is(node.right);
  }
  bool operator()(const typed::Convert& node) const {
    return is_whole(node.factor) && is(node.operand);
  }
  bool operator()(const typed::Extremum& node) const {
    return std::all_of(node.operands.begin(), node.operands.end(),
                       [&](typed::ExprId operand) { return is(operand); });
  }
  bool operator()(const typed::Conditional& node) const { return is(node.yes) && is(node.no); }
  bool operator()(const typed::OfPeriod& node) const {
    return node.measure == typed::PeriodMeasure::days_in_year ||
           node.measure == typed::PeriodMeasure::uncovered_days;
  }
  bool operator()(const typed::OfTimetable& node) const {
    return node.measure == typed::TimetableMeasure::days_in_week;
  }
  bool operator()(const typed::Aggregate& node) const {
    switch (node.kind) {
      case typed::Aggregation::count:
      case typed::Aggregation::uncovered_days:
        return true;
      case typed::Aggregation::sum:
      case typed::Aggregation::minimum:
      case typed::Aggregation::maximum:
        return is(*node.body);
      case typed::Aggregation::mean:
      case typed::Aggregation::percentage:
      case typed::Aggregation::for_every:
      case typed::Aggregation::exists:
        return false;
    }
    return false;
  }
  bool operator()(const auto&) const { return false; }  // a share, or no number
};

}  // namespace

bool is_always_whole(const Typed& typed, typed::ExprId expr) {
  return std::visit(Whole{typed}, typed.exprs[expr].node);
}

bool is_always_whole(const Typed& typed, DatumId id) {
  const typed::Datum& datum = typed.data[id];
  const auto whole_or_open = [](const Bound& bound) {
    return !bound.finite() || is_whole(bound.value());
  };
  if (!datum.whole || !whole_or_open(datum.bounds.lo) || !whole_or_open(datum.bounds.hi)) {
    return false;
  }
  return !datum.if_missing || is_always_whole(typed, typed.computed[*datum.if_missing].value);
}

}  // namespace leps::inline checking
