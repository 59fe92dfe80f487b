#include "check/check_begun.hpp"

#include "check/check_units.hpp"
#include "check/words.hpp"

namespace leps::inline checking {
namespace {

/// A value of the level: for each how many, where it says so, and where it stands.
struct Value {
  std::optional<typed::Served> served;
  Span span;
};

std::vector<Value> values_of(const Context& context, typed::ExprId level) {
  const typed::Expr& expr = context.typed.exprs[level];
  if (const auto* constant = std::get_if<typed::Constant>(&expr.node)) {
    return {{constant->served, expr.span}};
  }
  std::vector<Value> values;
  if (const auto* parameter = std::get_if<typed::ParameterRef>(&expr.node)) {
    for (const auto& version : context.typed.parameters[parameter->parameter].versions) {
      values.push_back({version.served, version.span});
    }
  }
  return values;
}

Checked report_level(Context& context, Span words, const std::optional<Span>& value) {
  Diagnostic& found = context.bag.report(Code::fraction_level, words);
  if (value) {
    found.label(*value, Text("questo valore non lo dice", "this value does not say so"));
  }
  found.hint(Text("scrivi il livello così: 1 FTE ogni 5.000 abitanti",
                  "write the level so: 1 FTE per 5,000 abitanti"));
  return std::nullopt;
}

}  // namespace

Checked check_begun(Context& context, typed::ExprId level, typed::ExprId of, Span words,
                    Span where) {
  const std::vector<Value> values = values_of(context, level);
  if (values.empty()) {
    // A parameter whose values could not be read has its messages.
    const bool broken =
        std::holds_alternative<typed::ParameterRef>(context.typed.exprs[level].node);
    return broken ? std::nullopt : report_level(context, words, context.span_of(level));
  }
  const Unit& unit = values.front().served ? values.front().served->unit : Unit();
  for (const Value& value : values) {
    if (!value.served || value.served->unit != unit) {
      return report_level(context, words, value.span);
    }
  }
  const auto served = in_unit(context, of, unit);
  if (!served) {
    context.bag
        .report(Code::unit_mismatch, words,
                {describe(unit), describe(std::get<NumberOf>(context.type_of(of)).unit)})
        .label(context.span_of(of), Text("questo è ciò che si conta", "this is what is counted"));
    return std::nullopt;
  }
  const NumberOf type =
      product(std::get<NumberOf>(context.type_of(level)), NumberOf{unit, Purity::plain, false});
  return context.add(typed::Begun{level, *served}, type, where);
}

}  // namespace leps::inline checking
