#include "check/unit_hints.hpp"

#include "check/check_units.hpp"
#include "check/words.hpp"
#include "syntax/keywords.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

bool converts(const Unit& unit, const Unit& wanted) { return conversion(unit, wanted).has_value(); }

const Unit* number_unit(const Context& context, typed::ExprId expr) {
  const auto* number = std::get_if<NumberOf>(&context.type_of(expr));
  return number ? &number->unit : nullptr;
}

/// What stands above and below the line of a unit.
struct UnitParts {
  Unit above, below;
};
UnitParts parts_of(const Unit& unit) {
  UnitParts parts;
  for (const Unit::Factor& factor : unit.factors()) {
    const Unit one = Unit::of(factor.symbol);
    for (int i = 0; i < factor.exponent; ++i) parts.above = parts.above * one;
    for (int i = 0; i > factor.exponent; --i) parts.below = parts.below * one;
  }
  return parts;
}

/// `1 FTE ogni 5.000 abitanti`
std::string ratio_text(Language language, const Rational& counted, const Unit& above,
                       const Rational& served, const Unit& below) {
  return written(counted, above, language) + " " + std::string(word(Keyword::per, language)) + " " +
         written(served, below, language);
}

std::optional<Unit> unit_written(const Context& context, const ast::Number& number) {
  return number.unit ? unit_of(context.resolved, *number.unit) : std::optional(Unit());
}

// The typed expression has forgotten how its constant was written; its place has not.
template <class Node>
const Node* written_at(const Context& context, Span span) {
  for (const ast::Expr& expr : context.program.exprs) {
    const auto* node = std::get_if<Node>(&expr.node);
    if (node && expr.span == span) return node;
  }
  return nullptr;
}

/// The levels that a product is made of.
void collect_factors(const Context& context, typed::ExprId expr, std::vector<typed::ExprId>& into) {
  const auto* product = std::get_if<typed::Arithmetic>(&context.typed.exprs[expr].node);
  const bool multiplies = product && (product->op == typed::ArithmeticOp::multiply ||
                                      product->op == typed::ArithmeticOp::of);
  if (!multiplies) {
    into.push_back(expr);
    return;
  }
  collect_factors(context, product->left, into);
  collect_factors(context, product->right, into);
}

/// What to write, and in place of what.
struct UnitHint {
  Instead instead;
  Span where;
};

/// A level in the product that is turned round, or lacks a unit.
std::optional<UnitHint> level_in(const Context& context, typed::ExprId side, const Unit& wanted) {
  std::vector<typed::ExprId> factors;
  collect_factors(context, side, factors);
  const Unit& whole = *number_unit(context, side);
  for (const typed::ExprId factor : factors) {
    const Unit* own = number_unit(context, factor);
    const auto* ratio = written_at<ast::Ratio>(context, context.span_of(factor));
    if (!own || !ratio) continue;
    if (const auto hint = ratio_to_write(context, *ratio, wanted / (whole / *own))) {
      return UnitHint{*hint, context.span_of(factor)};
    }
  }
  return std::nullopt;
}

/// `di popolazione`, where the level times such a datum would fit.
std::optional<UnitHint> missing_factor(const Context& context, typed::ExprId side,
                                       const Unit& wanted) {
  constexpr std::size_t kMostNamed = 3;
  const Unit& own = *number_unit(context, side);
  if (wanted.none() || parts_of(own).below.none()) return std::nullopt;
  const Unit missing = wanted / own;
  const std::string of(word(Keyword::of, context.language_at(context.span_of(side))));
  Text all;
  std::string only;
  std::size_t named = 0;
  for (const DatumId id : context.resolved.data.keys()) {
    const Resolved::DatumEntry& datum = context.resolved.data[id];
    const auto* type = context.data[id] ? std::get_if<NumberOf>(&*context.data[id]) : nullptr;
    if (!datum.decl || !type || type->unit != missing) continue;
    if (++named > kMostNamed) break;
    only = named == 1 ? ' ' + of + ' ' + datum.decl->name.text : std::string();
    const std::string each = "'" + of + " " + datum.decl->name.text + "'";
    all.it += (all.it.empty() ? "" : " o ") + each;
    all.en += (all.en.empty() ? "" : " or ") + each;
  }
  if (named == 0) return std::nullopt;
  const Span level = context.span_of(side);
  return UnitHint{
      {Text("forse manca " + all.it + ": questo è un livello, per ogni unità di ciò che conta",
            "perhaps " + all.en + " is missing: this is a level, for each unit of what counts"),
       only},
      {level.source, level.end, level.end}};
}

/// `25 ore/settimana` where the other side says how many `ore` there are in the week.
std::optional<UnitHint> without_time(const Context& context, typed::ExprId side,
                                     const Unit& wanted) {
  const auto* constant = std::get_if<typed::Constant>(&context.typed.exprs[side].node);
  if (!constant) return std::nullopt;
  const Language language = context.language_at(context.span_of(side));
  for (const char* time : {"settimane", "giorni", "weeks", "days"}) {
    if (*number_unit(context, side) * Unit::of(time) != wanted) continue;
    const std::string text = written(constant->value, wanted, language);
    return UnitHint{
        {Text("l'altra parte è già in " + to_string(wanted) + ": scrivi '" + text + "'",
              "the other side is in " + to_string(wanted) + " already: write '" + text + "'"),
         text},
        context.span_of(side)};
  }
  return std::nullopt;
}

/// `stranieri / 5.000`, or `1/5.000 di stranieri`, for a level of them.
std::optional<UnitHint> divided_by_number(const Context& context, typed::ExprId side,
                                          const Unit& wanted) {
  const auto* node = std::get_if<typed::Arithmetic>(&context.typed.exprs[side].node);
  if (!node || node->op != typed::ArithmeticOp::divide || wanted.none()) return std::nullopt;
  const auto* served = std::get_if<typed::Constant>(&context.typed.exprs[node->right].node);
  const auto* name = written_at<ast::Name>(context, context.span_of(node->left));
  if (!served || !name || !number_unit(context, node->right)->none()) return std::nullopt;
  const Language language = context.language_at(context.span_of(side));
  const std::string text =
      ratio_text(language, Rational(1), wanted, served->value, *number_unit(context, node->left)) +
      " " + std::string(word(Keyword::of, language)) + " " + name->text;
  return UnitHint{{Text("scrivi il livello con le sue unità: " + text,
                        "write the level with its units: " + text),
                   text},
                  context.span_of(side)};
}

}  // namespace

std::optional<Instead> ratio_to_write(const Context& context, const ast::Ratio& ratio,
                                      const Unit& wanted) {
  const auto above = unit_written(context, ratio.counted);
  const auto below = unit_written(context, ratio.served);
  if (!above || !below || wanted.none()) return std::nullopt;
  const Language language = context.language_at(ratio.counted.span);
  const Rational &counted = ratio.counted.value, &served = ratio.served.value;
  if (converts(*below / *above, wanted)) {
    // `5.000 abitanti ogni 1 FTE` is turned round; in `1 abitanti ogni 5.000 FTE` the units are.
    const std::string text = counted < served
                                 ? ratio_text(language, counted, *below, served, *above)
                                 : ratio_text(language, served, *below, counted, *above);
    return Instead(Text("forse è rovesciato: " + text, "it may be turned round: " + text), text);
  }
  const UnitParts parts = parts_of(wanted);
  const bool half =
      (above->none() && *below == parts.below) || (below->none() && *above == parts.above);
  if (!half || parts.below.none()) return std::nullopt;
  const std::string text = ratio_text(language, counted, parts.above, served, parts.below);
  return Instead(Text("scrivi l'unità di tutti e due i numeri: " + text,
                      "write the unit of both numbers: " + text),
                 text);
}

std::optional<Instead> level_to_write(const Context& context, const ast::Number& fraction,
                                      const Unit& wanted) {
  const UnitParts parts = parts_of(wanted);
  const auto slash = fraction.digits.find('/');
  if (fraction.form != ast::NumberForm::fraction || parts.below.none() ||
      slash == std::string::npos) {
    return std::nullopt;
  }
  const std::string text = ratio_text(
      context.language_at(fraction.span), *parse_rational(fraction.digits.substr(0, slash)),
      parts.above, *parse_rational(fraction.digits.substr(slash + 1)), parts.below);
  return Instead(Text("scrivi il livello con le sue unità: " + text,
                      "write the level with its units: " + text),
                 text);
}

void hint_at_unit(const Context& context, Diagnostic& found, typed::ExprId side,
                  const Unit& wanted) {
  if (!number_unit(context, side)) return;
  std::optional<UnitHint> hint = level_in(context, side, wanted);
  if (!hint) hint = without_time(context, side, wanted);
  if (!hint) hint = divided_by_number(context, side, wanted);
  if (!hint) hint = missing_factor(context, side, wanted);
  if (hint) suggest(found, hint->where, hint->instead);
}

}  // namespace leps::inline checking
