#include "check/declared_types.hpp"

#include "check/check_units.hpp"
#include "check/unit_hints.hpp"
#include "check/words.hpp"

namespace leps::inline checking {
namespace {

struct DeclaredType {
  const Resolved& resolved;

  std::optional<Type> operator()(const ast::UnitText& text) const {
    const auto unit = unit_of(resolved, text);
    if (!unit) return std::nullopt;
    return NumberOf{*unit};
  }
  std::optional<Type> operator()(const ast::ShareType&) const {
    return NumberOf{Unit(), Purity::share};
  }
  std::optional<Type> operator()(const ast::NumberType&) const { return NumberOf{}; }
  std::optional<Type> operator()(const ast::TruthType&) const { return TruthValue{}; }
  std::optional<Type> operator()(const ast::DayType&) const { return DayOf{}; }
  std::optional<Type> operator()(const ast::PeriodType&) const { return PeriodOf{}; }
  std::optional<Type> operator()(const ast::TimetableType&) const { return TimetableOf{}; }
  std::optional<Type> operator()(const ast::TextType&) const { return TextOf{}; }
  std::optional<Type> operator()(const ast::ChoiceType& choice) const {
    std::vector<std::string> words;
    for (const ast::Identifier& word : choice.values) words.push_back(word.text);
    const auto at = resolved.choice_type_ids.find(words);
    if (at == resolved.choice_type_ids.end()) return std::nullopt;
    return WordOf{at->second};
  }
};

// Of a formula that is a single number: of others, only the data will tell.
void report_if_no_share(Context& context, typed::ExprId expr) {
  const auto* constant = std::get_if<typed::Constant>(&context.typed.exprs[expr].node);
  if (!constant || (constant->value >= 0 && constant->value <= 1)) return;
  const Span where = context.span_of(expr);
  const Rational percent = constant->value * 100;
  context.bag.report(Code::share_out_of_range, where,
                     {written(percent, context.language_at(where)) + "%"});
}

}  // namespace

std::optional<Type> declared_type(const Resolved& resolved, const ast::TypeText& text) {
  return std::visit(DeclaredType{resolved}, text.type);
}

Checked check_declared(Context& context, ast::ExprId expr, const Type& declared,
                       const ast::Identifier& name) {
  const auto* word = std::get_if<WordOf>(&declared);
  Checked checked =
      check_expression(context, expr, word ? std::optional(word->list) : std::nullopt);
  if (checked && std::holds_alternative<TimetableOf>(declared)) {
    checked = as_timetable(context, *checked);
  }
  if (!checked) return std::nullopt;
  const Type type = context.type_of(*checked);
  const auto* wanted = std::get_if<NumberOf>(&declared);
  const auto* found = std::get_if<NumberOf>(&type);
  const bool wants_share = wanted && wanted->unit.none() && wanted->purity == Purity::share;
  if (wanted && found) {
    const bool bare = found->unit.none() && found->purity == Purity::bare && !found->zero;
    // A count of rows has no unit of its own: it counts what the declaration says the rows are.
    const auto* rows = std::get_if<typed::Aggregate>(&context.typed.exprs[*checked].node);
    if (rows && rows->kind == typed::Aggregation::count && !wanted->unit.none()) {
      context.typed.exprs[*checked].type = *wanted;
      return checked;
    }
    const auto converted =
        wants_share && bare ? std::nullopt : in_unit(context, *checked, wanted->unit);
    if (converted && wants_share) report_if_no_share(context, *converted);
    if (converted) return converted;
  } else if (type == declared) {
    return checked;
  }
  Diagnostic& report =
      context.bag
          .report(Code::type_declared, context.span_of(*checked),
                  {name.text, describe(context, declared), describe(context, type)})
          .label(name.span, Text("è dichiarato qui", "it is declared here"));
  if (wanted && found) hint_at_unit(context, report, *checked, wanted->unit);
  if (wants_share && report.hints.empty()) {
    report.hint(Text("una quota si scrive con il segno %, o come frazione: '9/10'",
                     "a share is written with the sign %, or as a fraction: '9/10'"));
  }
  return std::nullopt;
}

}  // namespace leps::inline checking
