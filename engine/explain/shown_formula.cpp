#include "explain/shown_formula.hpp"

#include "explain/band_shares.hpp"
#include "explain/no_value.hpp"
#include "explain/not_known.hpp"
#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/words.hpp"

namespace leps::inline explaining {

ShownFormula show_formula(typed::ExprId expr, bool with_numbers, Evaluator& evaluator,
                          Language language) {
  const Typed& typed = evaluator.rulebook().typed;
  ShownFormula shown;
  shown.written = formula(expr, typed, language);
  if (!with_numbers) return shown;
  shown.with_numbers = formula_with_numbers(expr, evaluator, language);
  shown.by_band = show_band_shares(expr, evaluator, language);
  shown.worked_out = formula_worked_out(expr, evaluator, language);
  shown.outcome = show_outcome(expr, typed.exprs[expr].type, evaluator, language);
  // The worth of an amount is its outcome.
  if (!std::holds_alternative<TruthValue>(typed.exprs[expr].type)) shown.worked_out.clear();
  return shown;
}

std::string show_outcome(typed::ExprId expr, const Type& type, Evaluator& evaluator,
                         Language language) {
  const Say say(language);
  const Value& value = evaluator.value(expr);
  const auto not_known = [&] {
    const auto& rests_on =
        std::visit([](const auto& one) -> const DatumSet& { return one.rests_on; }, value);
    return not_known_sentence(rests_on, evaluator, language);
  };
  if (const auto* truth = std::get_if<Truth>(&value)) {
    if (truth->known()) return std::string(truth_word(truth->is_true(), language));
    return not_known().value_or(say(sentences::outcome_not_known));
  }
  const auto* quantity = std::get_if<Quantity>(&value);
  if (!quantity) {
    const std::string shown = show_value(value, type, evaluator.rulebook().typed, language);
    return shown == "?" ? not_known().value_or(say(sentences::outcome_not_known)) : shown;
  }
  if (const auto none = no_value_in_short(quantity->zero_divisors, evaluator, language)) {
    return say(
        none->certain ? sentences::outcome_has_no_value : sentences::outcome_may_have_no_value,
        none->why);
  }
  if (!quantity->range.single() || !quantity->zero_divisors.empty()) {
    if (const auto sentence = not_known()) return *sentence;
  }
  if (!quantity->range.lo.finite() && !quantity->range.hi.finite()) {
    return say(sentences::outcome_not_known);
  }
  return show_range(quantity->range, measure_of(type), language);
}

}  // namespace leps::inline explaining
