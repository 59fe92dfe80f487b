#include "report/no_value.hpp"

#include "report/formula.hpp"

#include <algorithm>

namespace leps {
namespace {

enum class Why { divisor, no_row, never };

Why why_of(const typed::Node& node, const Typed& typed) {
  if (std::holds_alternative<typed::Aggregate>(node)) return Why::no_row;
  const auto* arithmetic = std::get_if<typed::Arithmetic>(&node);
  const bool of_days = arithmetic && arithmetic->op == typed::ArithmeticOp::subtract &&
                       std::holds_alternative<DayOf>(typed.exprs[arithmetic->right].type);
  return of_days ? Why::never : Why::divisor;
}

/// How sure it is that there is no value.
enum class Sure { certainly, perhaps, missing };

class Asker {
 public:
  explicit Asker(Evaluator& evaluator)
      : evaluator_(evaluator), typed_(evaluator.rulebook().typed) {}

  Sure ask(typed::ExprId expr) {
    const typed::Expr& what = typed_.exprs[expr];
    if (what.rows != 0) return Sure::perhaps;  // in some row: which is said elsewhere
    switch (why_of(what.node, typed_)) {
      case Why::no_row: {
        const auto* rows = evaluator_.rows(std::get<typed::Aggregate>(what.node).table);
        if (!rows) return Sure::missing;
        return rows->empty() ? Sure::certainly : Sure::perhaps;
      }
      case Why::never:
        return sure(evaluator_.quantity(std::get<typed::Arithmetic>(what.node).right));
      case Why::divisor:
        break;
    }
    return sure(evaluator_.quantity(expr));
  }

 private:
  Sure sure(const Quantity& quantity) const {
    if (quantity.range.single()) return Sure::certainly;
    const auto missing = [&](const MissingDatum& datum) {
      return datum.years_back > 0 || datum.of_group || typed_.data[datum.datum].field_of ||
             !is_given(evaluator_.facts().facts[datum.datum], typed_.data[datum.datum]);
    };
    const DatumSet& rests = quantity.rests_on;
    return std::any_of(rests.begin(), rests.end(), missing) ? Sure::missing : Sure::perhaps;
  }

  Evaluator& evaluator_;
  const Typed& typed_;
};

}  // namespace

std::vector<std::string> why_no_value(const DivisorSet& set, Evaluator& evaluator,
                                      Language language) {
  const Typed& typed = evaluator.rulebook().typed;
  const auto say = [&](std::string_view italian, std::string_view english) {
    return std::string(language == Language::italian ? italian : english);
  };
  std::vector<std::string> reasons;
  for (const typed::ExprId expr : set) {
    const Sure sure = Asker(evaluator).ask(expr);
    if (sure == Sure::missing) continue;
    const bool certain = sure == Sure::certainly;
    const std::string what = "«" + formula(expr, typed, language) + "»";
    switch (why_of(typed.exprs[expr].node, typed)) {
      case Why::divisor:
        reasons.push_back(say("si divide per zero: ", "there is a division by zero: ") + what +
                          (certain ? say(" vale zero", " is zero")
                                   : say(" vale zero o potrebbe valerlo", " is zero or could be")));
        break;
      case Why::no_row:
        reasons.push_back(what + say(" non ha valore: ", " has no value: ") +
                          (certain ? say("l'elenco è vuoto", "the list is empty")
                                   : say("nessuna riga vi conta, o potrebbe non contarvi",
                                         "no row counts in it, or none may")));
        break;
      case Why::never:
        reasons.push_back(
            what +
            say(" non ha valore: comincia da «mai»", " has no value: it begins at «mai» (never)") +
            (certain ? "" : say(", o potrebbe", ", or may")));
        break;
    }
  }
  return reasons;
}

std::string no_value_in_short(const DivisorSet& set, Evaluator& evaluator, Language language) {
  const Typed& typed = evaluator.rulebook().typed;
  const bool italian = language == Language::italian;
  for (const typed::ExprId expr : set) {
    if (Asker(evaluator).ask(expr) == Sure::missing) continue;
    switch (why_of(typed.exprs[expr].node, typed)) {
      case Why::divisor:
        return italian ? "si divide per zero" : "division by zero";
      case Why::no_row:
        return italian ? "nessuna riga conta" : "no row counts";
      case Why::never:
        return italian ? "comincia da «mai»" : "it begins at «mai» (never)";
    }
  }
  return {};
}

}  // namespace leps
