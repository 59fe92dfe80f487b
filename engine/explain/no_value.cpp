#include "explain/no_value.hpp"

#include "check/walk.hpp"
#include "explain/compared_words.hpp"
#include "explain/not_known.hpp"
#include "explain/sentences.hpp"

#include <algorithm>
#include <map>

namespace leps::inline explaining {
namespace {

enum class Why { divisor, no_row, never };

/// How sure it is that there is no value: here, in another year or Ambito, or only until a datum
/// that is missing is given.
enum class Sure { certainly, perhaps, elsewhere, missing };

struct Reason {
  typed::ExprId expr;
  Why why = Why::divisor;
  Sure sure = Sure::certainly;
};

class ReasonFinder {
 public:
  explicit ReasonFinder(Evaluator& evaluator)
      : evaluator_(evaluator), typed_(evaluator.rulebook().typed) {}

  std::vector<Reason> find(const DivisorSet& set) {
    std::vector<Reason> reasons;
    for (const typed::ExprId expr : set) {
      const Reason reason = of(expr);
      if (reason.sure != Sure::missing) reasons.push_back(reason);
    }
    return reasons;
  }

 private:
  Reason of(typed::ExprId expr) {
    const typed::Expr& what = typed_.exprs[expr];
    const auto* over = std::get_if<typed::Aggregate>(&what.node);
    const auto* difference = std::get_if<typed::Arithmetic>(&what.node);
    if (what.rows != 0) {  // of some row, which the rows themselves show
      return {expr, over ? Why::no_row : Why::divisor, of_rows(expr)};
    }
    const auto* value = std::get_if<Quantity>(&evaluator_.value(expr));
    if (!value) return {expr, Why::divisor, elsewhere(expr)};
    // An expression without a value stands for itself; else it divides, or does so elsewhere.
    if (value->zero_divisors.contains(expr)) {
      if (over) return {expr, Why::no_row, without_row(*over)};
      if (difference) {
        return {expr, Why::never, sure(evaluator_.quantity(difference->right))};
      }
    }
    if (value->range.contains_zero()) return {expr, Why::divisor, sure(*value)};
    const bool of_days = difference && difference->op == typed::ArithmeticOp::subtract &&
                         std::holds_alternative<DayOf>(typed_.exprs[difference->right].type);
    return {expr, over ? Why::no_row : of_days ? Why::never : Why::divisor, elsewhere(expr)};
  }

  Sure without_row(const typed::Aggregate& over) const {
    const auto* rows = evaluator_.rows(over.table);
    if (!rows) return Sure::missing;
    return rows->empty() ? Sure::certainly : Sure::perhaps;
  }

  // A row in which it is or may be zero; missing where it could be so only in cells that are blank.
  Sure of_rows(typed::ExprId expr) {
    std::map<std::uint32_t, TableId> levels;
    for_each_under(typed_, expr, [&](const typed::Expr& found) {
      if (const auto* field = std::get_if<typed::FieldRef>(&found.node)) {
        levels.emplace(field->level, *typed_.data[field->field].field_of);
      }
    });
    for (const auto& level : levels) {
      if (!evaluator_.rows(level.second)) return Sure::missing;
    }
    if (levels.size() != 1) return Sure::perhaps;  // rows within rows: too many to be tried
    const auto [level, table] = *levels.begin();
    const FactRow* before = evaluator_.row(level);
    Sure found = Sure::missing;
    for (const FactRow& row : *evaluator_.rows(table)) {
      evaluator_.stand_on(level, &row);
      const auto* value = std::get_if<Quantity>(&evaluator_.value(expr));
      const bool zero =
          !value || value->zero_divisors.contains(expr) || value->range.contains_zero();
      if (zero && (!value || sure(*value) != Sure::missing)) found = Sure::perhaps;
    }
    evaluator_.stand_on(level, before);
    return found;
  }

  // In a year before, or in another member of a group; missing where none of those in the data says
  // so.
  Sure elsewhere(typed::ExprId expr) {
    const Surroundings* around = evaluator_.around();
    if (!around) return Sure::missing;
    std::vector<const FactTable*> tables = {&evaluator_.facts()};
    for (const auto& [group, membership] : evaluator_.facts().groups) {
      const auto members = around->others(evaluator_.facts(), group).present;
      tables.insert(tables.end(), members.begin(), members.end());
    }
    const std::size_t alike = tables.size();
    for (std::size_t i = 0; i < alike; ++i) {
      for (int years = 1; years <= kMostYears; ++years) {
        const auto before = around->before(*tables[i], years);
        tables.insert(tables.end(), before.begin(), before.end());
      }
    }
    for (const FactTable* table : tables) {
      if (table == &evaluator_.facts()) continue;
      Evaluator& there = evaluator_.of(*table);
      const auto* value = std::get_if<Quantity>(&there.value(expr));
      if (!value) return Sure::elsewhere;
      const bool zero = value->zero_divisors.contains(expr) || value->range.contains_zero();
      if (zero && ReasonFinder(there).sure(*value) != Sure::missing) return Sure::elsewhere;
    }
    return Sure::missing;
  }

  Sure sure(const Quantity& quantity) const {
    if (quantity.range.single()) return Sure::certainly;
    const DatumSet& rests = quantity.rests_on;
    const bool missing = std::any_of(rests.begin(), rests.end(), [&](const MissingDatum& datum) {
      return is_not_given(datum, evaluator_);
    });
    return missing ? Sure::missing : Sure::perhaps;
  }

  // How far back the packs look, and more.
  static constexpr int kMostYears = 10;

  Evaluator& evaluator_;
  const Typed& typed_;
};

std::string in_full(const Reason& reason, const std::string& what, Language language) {
  const Say say(language);
  const bool certain = reason.sure == Sure::certainly;
  const std::string where =
      reason.sure == Sure::elsewhere ? say(sentences::in_another_year) : std::string();
  switch (reason.why) {
    case Why::divisor:
      return say(certain ? sentences::division_by_zero : sentences::division_by_zero_perhaps, where,
                 what);
    case Why::no_row:
      return say(certain ? sentences::no_row : sentences::no_row_perhaps, where, what);
    case Why::never:
      return say(certain ? sentences::begins_at_never : sentences::begins_at_never_perhaps, where,
                 what);
  }
  return what;
}

}  // namespace

std::vector<std::string> why_no_value(const DivisorSet& set, Evaluator& evaluator,
                                      Language language) {
  std::vector<std::string> texts;
  for (const Reason& reason : ReasonFinder(evaluator).find(set)) {
    texts.push_back(in_full(reason, in_words(reason.expr, evaluator, language), language));
  }
  return texts;
}

std::optional<NoValue> no_value_in_short(const DivisorSet& set, Evaluator& evaluator,
                                         Language language) {
  const std::vector<Reason> reasons = ReasonFinder(evaluator).find(set);
  if (reasons.empty()) return std::nullopt;
  const Say say(language);
  const bool certain = reasons.front().sure == Sure::certainly;
  switch (reasons.front().why) {
    case Why::divisor:
      return NoValue{certain, say(sentences::short_division_by_zero)};
    case Why::no_row:
      return NoValue{certain, say(sentences::short_no_row)};
    case Why::never:
      return NoValue{certain, say(sentences::short_begins_at_never)};
  }
  return std::nullopt;
}

}  // namespace leps::inline explaining
