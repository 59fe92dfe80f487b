#include "check/check_units.hpp"

#include "base/calendar_words.hpp"
#include "check/unit_hints.hpp"
#include "check/words.hpp"
#include "syntax/keywords.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

const NumberOf& number(const Context& context, typed::ExprId expr) {
  return std::get<NumberOf>(context.type_of(expr));
}

// A 0 fits any unit: it, and whatever it was made of alone, takes the one of its neighbour.
void adopt(Context& context, typed::ExprId zero, const NumberOf& type) {
  NumberOf own = type;
  own.zero = true;
  context.typed.exprs[zero].type = own;
  for (const typed::ExprId operand : typed::operands(context.typed.exprs[zero].node)) {
    const auto* under = std::get_if<NumberOf>(&context.type_of(operand));
    if (under && under->zero) adopt(context, operand, type);
  }
}

bool mentions_calendar(const Unit& unit) {
  return std::any_of(unit.factors().begin(), unit.factors().end(), [](const Unit::Factor& factor) {
    return days_of_calendar_word(factor.symbol).has_value();
  });
}

void label_both(Context& context, Diagnostic& found, typed::ExprId left, typed::ExprId right) {
  for (const typed::ExprId side : {left, right}) {
    const Text type = describe(context, context.type_of(side));
    found.label(context.span_of(side), Text("questo è " + type.it, "this is " + type.en));
  }
}

void hint_unit(const Context& context, Diagnostic& found, typed::ExprId side, const Unit& unit) {
  const auto* constant = std::get_if<typed::Constant>(&context.typed.exprs[side].node);
  if (!constant || !number(context, side).unit.none()) return;
  const Language language = context.language_at(context.span_of(side));
  if (number(context, side).purity == Purity::share) {  // `almeno 80%`: of what?
    const std::string share = written(Rational(constant->value * 100), language) + "% " +
                              std::string(word(Keyword::of, language));
    found.hint(Text("una quota è di qualcosa: " + share + " …",
                    "a share is of something: " + share + " …"));
    return;
  }
  const std::string fixed = written(constant->value, unit, language);
  found.hint(Text("scrivi l'unità: '" + fixed + "'", "write the unit: '" + fixed + "'"))
      .mend({context.span_of(side), fixed});
}

void report_units(Context& context, typed::ExprId left, typed::ExprId right, Span where) {
  const Unit &a = number(context, left).unit, &b = number(context, right).unit;
  Diagnostic& found = context.bag.report(Code::unit_mismatch, where, {describe(a), describe(b)});
  label_both(context, found, left, right);
  hint_unit(context, found, left, b);
  hint_unit(context, found, right, a);
  if (found.hints.empty()) hint_at_unit(context, found, right, a);
  if (found.hints.empty()) hint_at_unit(context, found, left, b);
  if (mentions_calendar(a) || mentions_calendar(b)) {
    found.hint(Text("mesi e anni non hanno una conversione esatta: dichiarala in un parametro",
                    "months and years have no exact conversion: declare it in a parameter"));
  }
}

void report_share(Context& context, typed::ExprId left, typed::ExprId right, Span where) {
  Diagnostic& found = context.bag.report(Code::share_bare_number, where);
  label_both(context, found, left, right);
  for (const typed::ExprId side : {left, right}) {
    const auto* constant = std::get_if<typed::Constant>(&context.typed.exprs[side].node);
    if (!constant || number(context, side).purity != Purity::bare) continue;
    const Language language = context.language_at(context.span_of(side));
    const std::string small = written(constant->value, language) + "%";
    const std::string large = written(Rational(constant->value * 100), language) + "%";
    found.hint(Text("scrivi la quota con il segno %: '" + small + "' o '" + large + "'",
                    "write the share with the sign %: '" + small + "' or '" + large + "'"));
  }
}

// Shares times shares are shares, bare numbers times bare numbers are bare, all else is plain.
Purity purity(const NumberOf& left, const NumberOf& right, const Unit& unit) {
  const bool pure = unit.none() && left.unit.none() && right.unit.none();
  return pure && left.purity == right.purity ? left.purity : Purity::plain;
}

}  // namespace

std::optional<Unit> unit_of(const Resolved& resolved, const ast::UnitText& text) {
  Unit unit;
  for (const ast::UnitText::Factor& factor : text.factors) {
    const std::string& symbol = factor.symbol.text;
    if (!is_built_in_unit(symbol) && resolved.units.count(symbol) == 0) return std::nullopt;
    for (int i = 0; i < factor.exponent; ++i) unit = unit * Unit::of(symbol);
    for (int i = 0; i > factor.exponent; --i) unit = unit / Unit::of(symbol);
  }
  return unit;
}

std::optional<NumberOf> agree(Context& context, typed::ExprId left, typed::ExprId& right,
                              Span where) {
  const NumberOf a = number(context, left), b = number(context, right);
  if (a.zero && b.zero) return a;
  if (a.zero) {
    adopt(context, left, b);
    return b;
  }
  if (b.zero) {
    adopt(context, right, a);
    return a;
  }
  if (a.unit != b.unit) {
    const auto converted = in_unit(context, right, a.unit);
    if (!converted) {
      report_units(context, left, right, where);
      return std::nullopt;
    }
    right = *converted;
    return a;
  }
  if (!a.unit.none() || a.purity == b.purity) return a;
  if (a.purity == Purity::plain || b.purity == Purity::plain) return NumberOf{};
  report_share(context, left, right, where);
  return std::nullopt;
}

NumberOf product(const NumberOf& left, const NumberOf& right) {
  const Unit unit = left.unit * right.unit;
  return {unit, purity(left, right, unit), false};
}

NumberOf quotient(const NumberOf& left, const NumberOf& right) {
  const Unit unit = left.unit / right.unit;
  // A share of a share is a ratio like any other: it may well be over 1.
  const Purity kind = purity(left, right, unit);
  return {unit, kind == Purity::share ? Purity::plain : kind, false};
}

std::optional<typed::ExprId> in_unit(Context& context, typed::ExprId expr, const Unit& unit) {
  NumberOf type = number(context, expr);
  if (type.unit == unit) return expr;
  if (type.zero) {
    adopt(context, expr, {unit, Purity::plain, true});
    return expr;
  }
  const auto factor = conversion(type.unit, unit);
  if (!factor) return std::nullopt;
  type.unit = unit;
  return context.add(typed::Convert{expr, *factor}, type, context.span_of(expr));
}

}  // namespace leps::inline checking
