#include "explain/gap_in_short.hpp"

#include "explain/sentences.hpp"
#include "explain/used_data.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

// `3 FTE o 1 da attivare`: of what may be asked, each in its own unit.
std::string each_in_short(const Gap& gap, const Typed& typed, Language language) {
  std::vector<std::string> texts;
  if (const auto* of = gap.as<Gap::Alternatives>()) {
    for (const std::size_t i : of->candidates) {
      std::string text = gap_in_short(of->all[i], typed, language);
      if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
    }
  }
  if (texts.empty()) return Say(language)(sentences::not_known);
  return join_words(texts, language, true);
}

// `1–2 di 3 righe, 6 ore`
std::string rows_in_short(const Gap& gap, const Gap& own, Language language) {
  const Say say(language);
  if (!gap.amount.hi.finite()) return say(sentences::not_known);
  std::string text = say(sentences::gap_of, show_range_short(gap.amount, {}, language),
                         count_of_rows(total_of(own), language));
  const std::optional<Shortfall>& sum = own.shortfall;
  if (sum && sum->range.hi.finite() && !sum->range.hi.is_zero()) {
    text += ", " + show_range_short(sum->range, {sum->unit}, language);
  }
  return text;
}

}  // namespace

Measure measure_of_gap(const Gap& gap, const Typed& typed) {
  const Gap& own = standing_for(gap);
  if (!own.as<Gap::Distance>()) return {};
  if (own.lever) {
    const Measure measure = measure_of(typed.data[*own.lever].type);
    return {measure.unit, false, measure.share};
  }
  if (own.unit.none()) {
    const auto* range = std::get_if<typed::Between>(&typed.exprs[own.condition.expr].node);
    const typed::ExprId compared = range ? range->above : own.condition.expr;
    if (const auto* compare = std::get_if<typed::Compare>(&typed.exprs[compared].node)) {
      const bool share = measure_of(typed.exprs[compare->left].type).share ||
                         measure_of(typed.exprs[compare->right].type).share;
      return {own.unit, false, share};
    }
  }
  return {own.unit};
}

std::string gap_in_short(const Gap& gap, const Typed& typed, Language language) {
  const Say say(language);
  const Gap& own = standing_for(gap);
  if (gap.unreachable()) return say(sentences::no_lever_is_enough);
  if (!gap.in_one_unit()) return each_in_short(own, typed, language);
  if (own.as<Gap::Distance>()) {
    if (gap.amount.lo.is_zero() && !gap.amount.hi.finite()) return say(sentences::not_known);
    const std::string amount = show_range_short(gap.amount, measure_of_gap(gap, typed), language);
    return own.strict ? say(sentences::gap_strict, amount) : amount;
  }
  if (own.as<Gap::Rows>()) return rows_in_short(gap, own, language);
  const std::string count = show_range_short(gap.amount, {}, language);
  if (const auto* parts = own.as<Gap::Parts>()) {
    return say(sentences::gap_of, count, std::to_string(parts->all.size()));
  }
  const std::size_t total = total_of(own);
  if (total == 1) return say(sentences::gap_to_activate, count);
  return say(sentences::gap_to_activate_of, count, std::to_string(total));
}

}  // namespace leps::inline explaining
