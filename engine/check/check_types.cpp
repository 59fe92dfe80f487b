#include "check/check_types.hpp"

#include "base/day_number.hpp"
#include "base/watch.hpp"
#include "check/check_among.hpp"
#include "check/check_bands.hpp"
#include "check/check_calls.hpp"
#include "check/check_lookup.hpp"
#include "check/check_operators.hpp"
#include "check/check_terms.hpp"
#include "check/check_units.hpp"
#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

/// Checks one expression; everything under it is checked by another one. The parser bounds how deep
/// they nest.
class Checker {
 public:
  Checker(Context& context, ast::ExprId id, std::optional<ChoiceTypeId> list)
      : context_(context), id_(id), expr_(context.program.exprs[id]), list_(list) {}

  Checked operator()(const ast::Number& number) {
    NumberOf type;
    if (number.unit) {
      const auto unit = unit_of(context_.resolved, *number.unit);
      if (!unit) return std::nullopt;
      type.unit = *unit;
    }
    if (type.unit.none() && !number.unit) {
      const bool plain = number.form == ast::NumberForm::plain;
      type.purity = plain ? Purity::bare : Purity::share;
      type.zero = plain && number.value == 0;
    }
    return add(typed::Constant{number.value, neutral(number)}, type);
  }

  Checked operator()(const ast::Ratio& ratio) {
    Unit counted, served;
    if (ratio.counted.unit) {
      const auto unit = unit_of(context_.resolved, *ratio.counted.unit);
      if (!unit) return std::nullopt;
      counted = *unit;
    }
    if (ratio.served.unit) {
      const auto unit = unit_of(context_.resolved, *ratio.served.unit);
      if (!unit) return std::nullopt;
      served = *unit;
    }
    if (ratio.served.value == 0) {
      context_.bag.report(Code::number_zero_divisor, ratio.served.span);
      return std::nullopt;
    }
    return add(typed::Constant{Rational(ratio.counted.value / ratio.served.value), neutral(ratio),
                               typed::Served{ratio.served.value, served}},
               NumberOf{counted / served});
  }

  Checked operator()(const ast::TruthLiteral& literal) {
    return add(typed::TruthConstant{literal.value}, TruthValue{});
  }

  Checked operator()(const ast::Name& name) {
    const Referent* referent = context_.resolved.referent(id_);
    if (!referent) return std::nullopt;
    if (const auto* datum = std::get_if<DatumId>(referent)) {
      if (context_.resolved.data[*datum].table) return table_as_value(*datum);
      return add(typed::DatumRef{*datum}, context_.data[*datum]);
    }
    if (const auto* parameter = std::get_if<ParameterId>(referent)) {
      if (!context_.resolved.parameters[*parameter].word.empty()) return table_by_word(*parameter);
      return add(typed::ParameterRef{*parameter}, context_.parameters[*parameter]);
    }
    if (const auto* computed = std::get_if<ComputedId>(referent)) {
      return add(typed::ComputedRef{*computed}, context_.computed[*computed]);
    }
    const auto chosen = choose_word(context_, name.text, list_, expr_.span);
    if (!chosen) return std::nullopt;
    return add(typed::WordConstant{*chosen}, WordOf{chosen->type});
  }

  Checked operator()(const ast::Unary& node) { return check_unary(context_, node, expr_.span); }
  Checked operator()(const ast::Binary& node) { return check_binary(context_, node, expr_.span); }
  Checked operator()(const ast::Conditional& node) {
    return check_conditional(context_, node, list_, expr_.span);
  }
  Checked operator()(const ast::Call& call) { return check_call(context_, call, expr_.span); }
  Checked operator()(const ast::Aggregate& node) {
    return check_aggregate(context_, id_, node, expr_.span);
  }
  Checked operator()(const ast::OverYears& node) {
    return check_over_years(context_, node, expr_.span);
  }
  Checked operator()(const ast::GroupTotal& node) {
    return check_group_total(context_, node, expr_.span);
  }
  Checked operator()(const ast::GroupSize& node) {
    const auto group = context_.resolved.meaning<GroupId>(node.group);
    if (!group) return std::nullopt;
    return add(typed::GroupSize{*group}, NumberOf{});
  }

  Checked operator()(const ast::DayLiteral& literal) {
    return add(typed::DayConstant{number_of(literal.day)}, DayOf{});
  }
  Checked operator()(const ast::Never&) {
    return add(typed::DayConstant{Bound::plus_infinity()}, DayOf{});
  }
  Checked operator()(const ast::YearDayLiteral& literal) {
    return add(typed::YearDayConstant{literal.day}, DayOf{});
  }
  Checked operator()(const ast::Within& node) { return check_term(context_, node, expr_.span); }
  Checked operator()(const ast::Bands& node) { return check_bands(context_, node, expr_.span); }
  Checked operator()(const ast::Lookup& node) { return check_lookup(context_, node, expr_.span); }
  Checked operator()(const ast::Between& node) { return check_between(context_, node, expr_.span); }
  Checked operator()(const ast::OneAmong& node) {
    return check_one_among(context_, node, expr_.span);
  }
  Checked operator()(const ast::CountAmong& node) {
    return check_count_among(context_, node, expr_.span);
  }
  Checked operator()(const ast::SurveyDay&) { return add(typed::SurveyDay{}, DayOf{}); }
  Checked operator()(const ast::TextLiteral& literal) {
    return add(typed::TextConstant{literal.text}, TextOf{});
  }

  Checked operator()(const ast::Field& field) {
    const auto at = context_.resolved.fields.find(id_);
    if (at == context_.resolved.fields.end()) return std::nullopt;
    return add(typed::FieldRef{at->second.field, at->second.level, field.row.text},
               context_.data[at->second.field]);
  }

 private:
  Checked add(typed::Node node, const std::optional<Type>& type) {
    if (!type) return std::nullopt;
    return context_.add(std::move(node), *type, expr_.span);
  }

  // ---- names

  Checked table_by_word(ParameterId parameter) {
    const std::string& name = context_.resolved.parameters[parameter].decl->name.text;
    context_.bag.report(Code::lookup_no_word, expr_.span, {name})
        .hint(Text("scrivi di quale parola: " + name + "[…]",
                   "write of which word: " + name + "[…]"));
    return std::nullopt;
  }

  Checked table_as_value(DatumId table) {
    const std::string& name = context_.resolved.data[table].name().text;
    context_.bag.report(Code::table_as_value, expr_.span, {name})
        .hint(Text("conta le righe, 'conta(x in " + name + ")', o usane i campi: 'per ogni x in " +
                       name + ": …'",
                   "count its rows, 'count(x in " + name +
                       ")', or use its fields: 'for every x in " + name + ": …'"));
    return std::nullopt;
  }

  Context& context_;
  ast::ExprId id_;
  const ast::Expr& expr_;
  std::optional<ChoiceTypeId> list_;
};

}  // namespace

bool is_cut_short(const Context& context, Span span) {
  const auto at = context.cut_short.find(span.source);
  return at != context.cut_short.end() && at->second.contains(span.end);
}

Checked check_expression(Context& context, ast::ExprId expr, std::optional<ChoiceTypeId> list) {
  checkpoint();
  if (is_cut_short(context, context.program.exprs[expr].span)) {
    const auto* whole = std::get_if<ast::Binary>(&context.program.exprs[expr].node);
    if (whole) check_expression(context, whole->left, list);
    return std::nullopt;
  }
  return std::visit(Checker(context, expr, list), context.program.exprs[expr].node);
}

Checked check_number(Context& context, ast::ExprId expr) {
  const Checked checked = check_expression(context, expr);
  if (!checked || std::holds_alternative<NumberOf>(context.type_of(*checked))) return checked;
  context.bag.report(Code::type_number_expected, context.span_of(*checked),
                     {describe(context, context.type_of(*checked))});
  return std::nullopt;
}

Checked check_condition(Context& context, ast::ExprId expr) {
  const Checked checked = check_expression(context, expr);
  if (!checked || std::holds_alternative<TruthValue>(context.type_of(*checked))) return checked;
  context.bag
      .report(Code::type_condition_expected, context.span_of(*checked),
              {describe(context, context.type_of(*checked))})
      .hint(Text("confrontalo con qualcosa: 'almeno', 'al massimo', 'pari a', …",
                 "compare it with something: 'at least', 'at most', 'equal to', …"));
  return std::nullopt;
}

std::optional<ChoiceWord> choose_word(Context& context, const std::string& word,
                                      std::optional<ChoiceTypeId> list, Span where) {
  const auto at = context.resolved.words.find(word);
  if (at == context.resolved.words.end()) return std::nullopt;
  const std::vector<ChoiceWord>& meanings = at->second;
  for (const ChoiceWord& meaning : meanings) {
    if (list && meaning.type == *list) return meaning;
  }
  if (meanings.size() == 1) return meanings.front();
  Diagnostic& found = context.bag.report(Code::word_ambiguous, where, {word});
  for (const ChoiceWord& meaning : meanings) {
    const Text one = describe(context, WordOf{meaning.type});
    found.hint(Text("può essere " + one.it, "it may be " + one.en));
  }
  return std::nullopt;
}

}  // namespace leps::inline checking
