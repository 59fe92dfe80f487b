#include "explain/compared_words.hpp"

#include "eval/parts.hpp"
#include "explain/gap_in_short.hpp"
#include "explain/no_value.hpp"
#include "explain/used_data.hpp"
#include "explain/used_rows.hpp"
#include "phrases/sentence.hpp"
#include "words/text.hpp"

namespace leps::inline explaining {

using typed::ExprId;
using typed::Relation;
using State = Statement::State;

std::string in_words(ExprId expr, const Evaluator& evaluator, Language language) {
  const Day day = evaluator.facts().survey_date;
  return phrases::in_words(expr, evaluator.rulebook().typed, {day, day}, language);
}

std::string ComparedWords::label(DatumId id) const {
  const typed::Datum& datum = typed_.data[id];
  return plain(datum.title.empty() ? datum.name : datum.title);
}

Measure ComparedWords::measure_of_comparison(const typed::Compare& compare) const {
  const auto* left = std::get_if<NumberOf>(&typed_.exprs[compare.left].type);
  return measure_of(left && left->zero ? typed_.exprs[compare.right].type
                                       : typed_.exprs[compare.left].type);
}

std::string ComparedWords::subject(ExprId left) const {
  const typed::Node& node = typed_.exprs[left].node;
  if (const auto* datum = std::get_if<typed::DatumRef>(&node)) return label(datum->datum);
  if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
    const typed::Computed& computed = typed_.computed[amount->computed];
    return plain(computed.title.empty() ? computed.name : computed.title);
  }
  return in_words(left);
}

std::string ComparedWords::in_words(ExprId expr) const {
  return explaining::in_words(expr, evaluator_, language_);
}

bool ComparedWords::of_days(ExprId side) const {
  return std::holds_alternative<DayOf>(typed_.exprs[side].type);
}

bool ComparedWords::is_given(ExprId left) const {
  const auto* datum = std::get_if<typed::DatumRef>(&typed_.exprs[left].node);
  return !datum ||
         !is_not_given(evaluator_.facts().facts[datum->datum], typed_.data[datum->datum]) ||
         narrowing_of(datum->datum, evaluator_).any();
}

// "At least 0" of what is never below zero.
bool ComparedWords::says_nothing(const Interval& range) {
  return !range.hi.finite() && range.lo.sign() <= 0;
}

std::string ComparedWords::need(Relation relation, const Quantity& level, const Measure& measure,
                                int extra) const {
  if (!level.zero_divisors.empty() || says_nothing(level.range)) {
    return say_(sentences::need_cannot_be_said);
  }
  if (!level.range.known()) {
    return say_(sentences::need_not_certain, show_range(level.range, measure, language_));
  }
  const Rational& value = level.range.lo.value();
  const std::string x = show_quantity(value, measure, language_, extra).text;
  const bool singular = value == 1 || measure.share;
  switch (relation) {
    case Relation::at_least:
      return say_.of(singular, sentences::need_at_least, x);
    case Relation::at_most:
      return say_(sentences::need_at_most, x);
    case Relation::more_than:
      return say_.of(singular, sentences::need_more_than, x);
    case Relation::less_than:
      return say_(sentences::need_less_than, x);
    case Relation::equal_to:
      return say_.of(singular, sentences::need_exactly, x);
    case Relation::different_from:
      return say_(sentences::need_other_than, x);
  }
  return x;
}

std::string ComparedWords::have(const typed::Compare& compare, const Quantity& found,
                                const Measure& measure, int extra) const {
  if (const auto none = no_value_in_short(found.zero_divisors, evaluator_, language_)) {
    return say_(none->certain ? sentences::have_no_value : sentences::have_no_value_perhaps,
                none->why);
  }
  if (found.range.known() && found.zero_divisors.empty()) {
    return say_(sentences::have,
                show_quantity(found.range.lo.value(), measure, language_, extra).text);
  }
  if (!is_given(compare.left)) return say_(sentences::have_nothing_given);
  if (says_nothing(found.range)) return say_(sentences::have_not_known);
  return say_(sentences::have_between, show_range(found.range, measure, language_));
}

// What is lacking, or too much, and what the lever takes along.
std::string ComparedWords::lacking(Relation relation, const typed::Compare& compare, const Gap& gap,
                                   State state) const {
  std::string text = lacking_alone(relation, compare, gap, state);
  const auto* distance = gap.as<Gap::Distance>();
  if (text.empty() || !distance || distance->taken_along.empty() || !gap.amount.hi.finite()) {
    return text;
  }
  std::vector<std::string> along;
  for (const Gap::Distance::TakenAlong& each : distance->taken_along) {
    const Measure measure = measure_of(typed_.data[each.datum].type);
    along.push_back(
        say_(sentences::along_by, label(each.datum), show_range(each.by, measure, language_)));
  }
  return text + say_(gap.way == Way::up ? sentences::along_grows : sentences::along_shrinks,
                     join_words(along, language_));
}

// With the lever where it is not the thing compared.
std::string ComparedWords::lacking_alone(Relation relation, const typed::Compare& compare,
                                         const Gap& gap, State state) const {
  const auto* left = std::get_if<typed::DatumRef>(&typed_.exprs[compare.left].node);
  const bool elsewhere = gap.lever && !(left && left->datum == *gap.lever);
  const Measure measure = measure_of_gap(gap, typed_);
  const std::string strict = gap.strict ? say_(sentences::level_to_be_passed) : std::string();

  if (gap.unreachable()) {
    return gap.lever ? say_(sentences::no_value_is_enough, label(*gap.lever))
                     : say_(sentences::no_amount_is_enough);
  }
  if (gap.amount.known() && gap.amount.lo.is_zero()) {
    return gap.strict && state == State::fails ? say_(sentences::reaching_is_not_enough)
                                               : std::string();
  }
  if (state == State::open && !gap.amount.hi.finite()) return say_(sentences::lack_not_known);

  // Open: nothing may be lacking after all.
  const bool perhaps = state == State::open || gap.amount.lo.is_zero();
  const std::string x = perhaps && gap.amount.hi.finite()
                            ? show_quantity(gap.amount.hi.value(), measure, language_).text
                            : show_range(gap.amount, measure, language_);
  if (elsewhere) {
    return say_(perhaps ? sentences::closed_by_at_most : sentences::closed_by, x,
                show_way(gap.way, language_), label(*gap.lever), strict);
  }
  const bool falls = relation == Relation::at_most || relation == Relation::less_than;
  if (relation == Relation::equal_to || relation == Relation::different_from) {
    return say_(perhaps ? sentences::difference_up_to : sentences::difference, x, strict);
  }
  if (falls) return say_(perhaps ? sentences::too_many_perhaps : sentences::too_many, x, strict);
  const bool singular = gap.amount.known() && gap.amount.lo.value() == 1;
  return (perhaps ? say_.of(gap.amount.hi == Bound(1), sentences::lacking_perhaps, x)
                  : say_.of(singular, sentences::lacking, x, strict)) +
         rows_behind(gap);
}

// Of a count of rows: which they are.
std::string ComparedWords::rows_behind(const Gap& gap) const {
  const auto names = [&](const std::vector<std::string>& keys) {
    std::vector<std::string> safe;
    for (const std::string& key : keys) safe.push_back(plain(key));
    return names_of_rows(safe, language_);
  };
  std::string text;
  const FailingRows& rows = failing_rows(gap);
  if (!rows.failing.empty()) text += say_(sentences::rows_failing, names(rows.failing));
  if (!rows.open.empty()) text += say_(sentences::rows_not_known, names(rows.open));
  return text;
}

}  // namespace leps::inline explaining
