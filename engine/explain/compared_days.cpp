#include "explain/compared_days.hpp"

#include "explain/sentences.hpp"
#include "words/format.hpp"

namespace leps::inline explaining {
namespace {

using typed::Relation;

bool is_never(const Interval& days) { return days.lo == Bound::plus_infinity(); }

// `mai` comes after every day.
std::string never_needed(Relation relation, const Say& say) {
  switch (relation) {
    case Relation::at_most:
      return say(sentences::any_day_will_do);
    case Relation::less_than:
    case Relation::different_from:
      return say(sentences::must_take_place);
    case Relation::more_than:
      return say(sentences::no_day_will_do);
    default:
      return say(sentences::must_not_take_place);
  }
}

}  // namespace

std::string day_needed(Relation relation, const Quantity& level, Language language) {
  const Say say(language);
  if (!level.range.single() || !level.zero_divisors.empty()) {
    return say(sentences::day_not_certain);
  }
  if (is_never(level.range)) return never_needed(relation, say);
  const std::string day = show_days(level.range, language);
  switch (relation) {
    case Relation::at_least:
      return say(sentences::first_day, day);
    case Relation::at_most:
      return say(sentences::last_day, day);
    case Relation::more_than:
      return say(sentences::after_day, day);
    case Relation::less_than:
      return say(sentences::before_day, day);
    case Relation::equal_to:
      return say(sentences::on_day, day);
    case Relation::different_from:
      return say(sentences::not_on_day, day);
  }
  return day;
}

std::string days_needed(const Quantity& low, const Quantity& high, Language language) {
  const Say say(language);
  for (const Quantity* end : {&low, &high}) {
    if (!end->range.single() || !end->zero_divisors.empty()) return say(sentences::day_not_certain);
  }
  if (is_never(low.range)) return say(sentences::must_not_take_place);
  const std::string first = show_days(low.range, language);
  return is_never(high.range)
             ? say(sentences::first_day, first)
             : say(sentences::from_day_to_day, first, show_days(high.range, language));
}

std::string day_found(const Quantity& found, bool given, Language language) {
  const Say say(language);
  if (!given) return say(sentences::have_nothing_given);
  if (!found.range.single() || !found.zero_divisors.empty()) {
    return say(sentences::which_day_not_known);
  }
  if (is_never(found.range)) return say(sentences::not_done);
  return say(sentences::done_on, show_days(found.range, language));
}

std::string day_missed(Relation relation, const Gap& gap, Language language) {
  const Interval& amount = gap.amount;
  if (!amount.hi.finite() || amount.hi.is_zero()) return {};
  const Say say(language);
  const std::string days = show_quantity(amount.hi.value(), Measure{Unit::days()}, language).text;
  const bool known = amount.known();
  switch (relation) {
    case Relation::at_least:
    case Relation::more_than:
      return say(known ? sentences::early_by : sentences::early_by_at_most, days);
    case Relation::at_most:
    case Relation::less_than:
      return say(known ? sentences::late_by : sentences::late_by_at_most, days);
    default:
      return say(known ? sentences::difference : sentences::difference_up_to, days, "");
  }
}

}  // namespace leps::inline explaining
