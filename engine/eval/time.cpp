#include "eval/time.hpp"

#include "base/day_number.hpp"

namespace leps::inline evaluating {
namespace {

std::shared_ptr<const Timetable> shared(Timetable timetable) {
  return std::make_shared<const Timetable>(std::move(timetable));
}

TimetableValue made(Timetable least, Timetable most, DatumSet rests_on) {
  TimetableValue value{shared(std::move(least)), shared(std::move(most)), {}};
  if (!value.known()) value.rests_on = std::move(rests_on);
  return value;
}

Interval between(int least, int most) { return {Bound(Rational(least)), Bound(Rational(most))}; }

// What a period that is not known could measure.
Interval any_measure(typed::PeriodMeasure of, int year) {
  switch (of) {
    case typed::PeriodMeasure::start:
    case typed::PeriodMeasure::finish:
      return Interval::everything();
    case typed::PeriodMeasure::days_in_year:
    case typed::PeriodMeasure::uncovered_days:
      return between(0, days_in_year(year));
    case typed::PeriodMeasure::share_of_year:
    case typed::PeriodMeasure::share_of_months:
      return between(0, 1);
  }
  return Interval::everything();
}

Interval exact_measure(typed::PeriodMeasure of, const Period& period, int year) {
  switch (of) {
    case typed::PeriodMeasure::start:
      return {number_of(period.from), number_of(period.from)};
    case typed::PeriodMeasure::finish: {
      const Bound last = period.to ? number_of(*period.to) : Bound::plus_infinity();
      return {last, last};
    }
    case typed::PeriodMeasure::days_in_year:
      return Interval::point(days_within(period, year));
    case typed::PeriodMeasure::uncovered_days:
      return Interval::point(days_in_year(year) - days_within(period, year));
    case typed::PeriodMeasure::share_of_year:
      return Interval::point(share_of_year_by_days(period, year));
    case typed::PeriodMeasure::share_of_months:
      return Interval::point(share_of_year_by_months(period, year));
  }
  return Interval::everything();
}

}  // namespace

TimetableValue timetable_value(const Timetable& timetable) {
  const auto same = shared(timetable);
  return {same, same, {}};
}

TimetableValue unknown_timetable(DatumSet rests_on) {
  return {shared(Timetable::never()), shared(Timetable::always()), std::move(rests_on)};
}

TimetableValue either_timetable(const TimetableValue& a, const TimetableValue& b,
                                const DatumSet& which) {
  return made(intersect(*a.least, *b.least), unite(*a.most, *b.most),
              merge(merge(a.rests_on, b.rests_on), which));
}

Value measure(const typed::OfPeriod& node, Evaluator& evaluator) {
  const auto& value = std::get<PeriodValue>(evaluator.value(node.period));
  const int year = evaluator.facts().year;
  if (!value.period) return Quantity{any_measure(node.measure, year), value.rests_on, {}};
  return Quantity{exact_measure(node.measure, *value.period, year), {}, {}};
}

// More hours in, more hours out; a complement turns the two around.
TimetableValue combine_timetables(const typed::Combine& node, Evaluator& evaluator) {
  TimetableValue result = std::get<TimetableValue>(evaluator.value(node.operands.front()));
  if (node.op == typed::TimetableOp::complement) {
    return made(complement(*result.most), complement(*result.least), result.rests_on);
  }
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    const auto& next = std::get<TimetableValue>(evaluator.value(node.operands[i]));
    DatumSet both = merge(result.rests_on, next.rests_on);
    result = node.op == typed::TimetableOp::unite
                 ? made(unite(*result.least, *next.least), unite(*result.most, *next.most),
                        std::move(both))
                 : made(intersect(*result.least, *next.least), intersect(*result.most, *next.most),
                        std::move(both));
  }
  return result;
}

Value measure(const typed::OfTimetable& node, Evaluator& evaluator) {
  const auto& value = std::get<TimetableValue>(evaluator.value(node.timetable));
  const FactTable& facts = evaluator.facts();
  constexpr int kHoursInWeek = 168;
  const auto measured = [&](const Timetable& timetable) -> Rational {
    switch (node.measure) {
      case typed::TimetableMeasure::hours_in_week:
        return timetable.hours_in_week();
      case typed::TimetableMeasure::hours_in_year:
        return timetable.hours_in_year(facts.year, facts.patron);
      case typed::TimetableMeasure::days_in_week:
        return timetable.days_in_week();
      case typed::TimetableMeasure::uncovered_week:
        return kHoursInWeek - timetable.hours_in_week();
      case typed::TimetableMeasure::uncovered_year:
        return days_in_year(facts.year) * 24 - timetable.hours_in_year(facts.year, facts.patron);
    }
    return 0;
  };
  const Bound a(measured(*value.least)), b(measured(*value.most));
  Quantity result{{std::min(a, b), std::max(a, b)}, {}, {}};
  if (!result.range.single()) result.rests_on = value.rests_on;
  return result;
}

}  // namespace leps::inline evaluating
