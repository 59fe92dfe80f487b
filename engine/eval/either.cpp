#include "eval/either.hpp"

#include "eval/time.hpp"

namespace leps::inline evaluating {

Quantity combine(Interval range, const Quantity& a, const Quantity& b) {
  Quantity result{std::move(range), {}, merge(a.zero_divisors, b.zero_divisors)};
  if (!result.range.single() || !result.zero_divisors.empty()) {
    result.rests_on = merge(a.rests_on, b.rests_on);
  }
  return result;
}

namespace {

// Of what is no number and no truth: one of the two, or not known.
Value either_thing(const Truth& condition, const Value& yes, const Value& no) {
  if (const auto* period = std::get_if<PeriodValue>(&yes)) {
    const auto& other = std::get<PeriodValue>(no);
    if (period->period && period->period == other.period) return *period;
    return PeriodValue{std::nullopt,
                       merge(merge(period->rests_on, other.rests_on), condition.rests_on)};
  }
  if (const auto* text = std::get_if<TextValue>(&yes)) {
    const auto& other = std::get<TextValue>(no);
    if (text->text && text->text == other.text) return *text;
    return TextValue{std::nullopt,
                     merge(merge(text->rests_on, other.rests_on), condition.rests_on)};
  }
  if (const auto* hours = std::get_if<TimetableValue>(&yes)) {
    return either_timetable(*hours, std::get<TimetableValue>(no), condition.rests_on);
  }
  const auto& a = std::get<Word>(yes);
  const auto& b = std::get<Word>(no);
  if (a.word && b.word && a.word->value == b.word->value) return a;
  return Word{std::nullopt, merge(merge(a.rests_on, b.rests_on), condition.rests_on)};
}

}  // namespace

Value either(const Truth& condition, const Value& yes, const Value& no) {
  if (const auto* a = std::get_if<Quantity>(&yes)) {
    const auto& b = std::get<Quantity>(no);
    Quantity result = combine(hull(a->range, b.range), *a, b);
    result.zero_divisors.merge(condition.zero_divisors);
    if (!result.range.known() || !result.zero_divisors.empty()) {
      result.rests_on.merge(condition.rests_on);
    }
    return result;
  }
  if (const auto* a = std::get_if<Truth>(&yes)) {
    const auto& b = std::get<Truth>(no);
    Truth result{a->can_be_true || b.can_be_true, a->can_be_false || b.can_be_false, {}, {}};
    if (!result.known()) {
      result.rests_on = merge(merge(a->rests_on, b.rests_on), condition.rests_on);
      result.zero_divisors =
          merge(merge(a->zero_divisors, b.zero_divisors), condition.zero_divisors);
    }
    return result;
  }
  return either_thing(condition, yes, no);
}

}  // namespace leps::inline evaluating
