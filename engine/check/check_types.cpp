#include "check/check_types.hpp"

#include "base/day_number.hpp"
#include "base/watch.hpp"
#include "check/check_calls.hpp"
#include "check/check_units.hpp"
#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

std::optional<typed::Relation> relation_of(ast::BinaryOp op) {
  switch (op) {
    case ast::BinaryOp::at_least:
      return typed::Relation::at_least;
    case ast::BinaryOp::at_most:
      return typed::Relation::at_most;
    case ast::BinaryOp::more_than:
      return typed::Relation::more_than;
    case ast::BinaryOp::less_than:
      return typed::Relation::less_than;
    case ast::BinaryOp::equal_to:
      return typed::Relation::equal_to;
    case ast::BinaryOp::different_from:
      return typed::Relation::different_from;
    case ast::BinaryOp::add:
    case ast::BinaryOp::subtract:
    case ast::BinaryOp::multiply:
    case ast::BinaryOp::divide:
    case ast::BinaryOp::of:
    case ast::BinaryOp::logical_and:
    case ast::BinaryOp::logical_or:
      return std::nullopt;
  }
  return std::nullopt;
}

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
    return add(typed::Constant{Rational(ratio.counted.value / ratio.served.value), neutral(ratio)},
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
      return add(typed::ParameterRef{*parameter}, context_.parameters[*parameter]);
    }
    if (const auto* computed = std::get_if<ComputedId>(referent)) {
      return add(typed::ComputedRef{*computed}, context_.computed[*computed]);
    }
    const auto chosen = choose_word(context_, name.text, list_, expr_.span);
    if (!chosen) return std::nullopt;
    return add(typed::WordConstant{*chosen}, WordOf{chosen->type});
  }

  Checked operator()(const ast::Unary& node) {
    if (node.op == ast::UnaryOp::logical_not) {
      const Checked operand = check_condition(context_, node.operand);
      if (!operand) return std::nullopt;
      return add(typed::Not{*operand}, TruthValue{});
    }
    const Checked operand = check_number(context_, node.operand);
    if (!operand) return std::nullopt;
    return add(typed::Negate{*operand}, context_.type_of(*operand));
  }

  Checked operator()(const ast::Binary& node) {
    switch (node.op) {
      case ast::BinaryOp::add:
        return sum(node, typed::ArithmeticOp::add);
      case ast::BinaryOp::subtract:
        return sum(node, typed::ArithmeticOp::subtract);
      case ast::BinaryOp::multiply:
        return multiplied(node, typed::ArithmeticOp::multiply);
      case ast::BinaryOp::of:
        return multiplied(node, typed::ArithmeticOp::of);
      case ast::BinaryOp::divide:
        return divided(node);
      case ast::BinaryOp::logical_and:
      case ast::BinaryOp::logical_or:
        return logic(node);
      case ast::BinaryOp::at_least:
      case ast::BinaryOp::at_most:
      case ast::BinaryOp::more_than:
      case ast::BinaryOp::less_than:
      case ast::BinaryOp::equal_to:
      case ast::BinaryOp::different_from:
        return comparison(node);
    }
    return std::nullopt;
  }

  Checked operator()(const ast::Call& call) { return check_call(context_, call, expr_.span); }
  Checked operator()(const ast::Aggregate& node) {
    return check_aggregate(context_, id_, node, expr_.span);
  }
  Checked operator()(const ast::YearsSum& node) {
    return check_years_sum(context_, node, expr_.span);
  }
  Checked operator()(const ast::GroupTotal& node) {
    return check_group_total(context_, node, expr_.span);
  }

  Checked operator()(const ast::DayLiteral& literal) {
    return add(typed::DayConstant{number_of(literal.day)}, DayOf{});
  }
  Checked operator()(const ast::Never&) {
    return add(typed::DayConstant{Bound::plus_infinity()}, DayOf{});
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

  Checked operator()(const ast::Conditional& node) {
    const Checked condition = check_condition(context_, node.condition);
    const auto list = list_ ? list_ : list_hint(node.yes, node.no);
    const Checked yes = check_expression(context_, node.yes, list);
    const Checked no = check_expression(context_, node.no, list);
    if (!condition || !yes || !no) return std::nullopt;

    if (both_numbers(*yes, *no)) {
      std::vector<typed::ExprId> branches = {*yes, *no};
      const auto type = common_type(context_, branches);
      if (!type) return std::nullopt;
      return add(typed::Conditional{*condition, branches[0], branches[1]}, *type);
    }
    if (context_.type_of(*yes) != context_.type_of(*no)) return mismatch(*yes, *no, expr_.span);
    return add(typed::Conditional{*condition, *yes, *no}, context_.type_of(*yes));
  }

 private:
  Checked add(typed::Node node, const std::optional<Type>& type) {
    if (!type) return std::nullopt;
    return context_.add(std::move(node), *type, expr_.span);
  }

  const NumberOf& number(typed::ExprId expr) const {
    return std::get<NumberOf>(context_.type_of(expr));
  }

  bool both_numbers(typed::ExprId a, typed::ExprId b) const {
    return std::holds_alternative<NumberOf>(context_.type_of(a)) &&
           std::holds_alternative<NumberOf>(context_.type_of(b));
  }

  // ---- names

  Checked table_as_value(DatumId table) {
    const std::string& name = context_.resolved.data[table].name().text;
    context_.bag.report(Code::table_as_value, expr_.span, {name})
        .hint(Text("conta le righe, 'conta(x in " + name + ")', o usane i campi: 'per ogni x in " +
                       name + ": …'",
                   "count its rows, 'count(x in " + name +
                       ")', or use its fields: 'for every x in " + name + ": …'"));
    return std::nullopt;
  }

  // ---- operators

  // Days and numbers of days: the day so many days later, the days between two days.
  Checked sum_with_days(const ast::Binary& node, typed::ArithmeticOp op, typed::ExprId left,
                        typed::ExprId right) {
    const bool subtract = op == typed::ArithmeticOp::subtract;
    if (is_day(context_, left) && is_day(context_, right)) {
      if (subtract) return add(typed::Arithmetic{op, left, right}, NumberOf{Unit::days()});
      return mismatch(left, right, node.op_span);
    }
    if (!is_day(context_, left) && subtract) return mismatch(left, right, node.op_span);
    const typed::ExprId number = is_day(context_, left) ? right : left;
    if (!needs_number(context_, number)) return std::nullopt;
    const auto days = in_unit(context_, number, Unit::days());
    if (!days) {
      context_.bag
          .report(
              Code::unit_mismatch, node.op_span,
              {describe(Unit::days()), describe(std::get<NumberOf>(context_.type_of(number)).unit)})
          .hint(Text("a una data si aggiungono giorni: '120 giorni'",
                     "days are added to a date: '120 days'"));
      return std::nullopt;
    }
    return is_day(context_, left) ? add(typed::Arithmetic{op, left, *days}, DayOf{})
                                  : add(typed::Arithmetic{op, *days, right}, DayOf{});
  }

  Checked sum(const ast::Binary& node, typed::ArithmeticOp op) {
    const Checked left = check_expression(context_, node.left);
    Checked right = check_expression(context_, node.right);
    if (!left || !right) return std::nullopt;
    if (is_day(context_, *left) || is_day(context_, *right))
      return sum_with_days(node, op, *left, *right);
    const bool numbers = needs_number(context_, *left);
    if (!needs_number(context_, *right) || !numbers) return std::nullopt;
    const auto type = agree(context_, *left, *right, node.op_span);
    if (!type) return std::nullopt;
    return add(typed::Arithmetic{op, *left, *right}, *type);
  }

  Checked multiplied(const ast::Binary& node, typed::ArithmeticOp op) {
    const Checked left = check_number(context_, node.left);
    const Checked right = check_number(context_, node.right);
    if (!left || !right) return std::nullopt;
    const NumberOf& factor = number(*left);
    if (op == typed::ArithmeticOp::of && factor.unit.none() && factor.purity == Purity::bare &&
        !factor.zero) {
      return bare_of(*left);
    }
    return add(typed::Arithmetic{op, *left, *right}, product(factor, number(*right)));
  }

  // `90 di richieste`: ninety times them, or ninety per cent?
  Checked bare_of(typed::ExprId left) {
    const auto* constant = std::get_if<typed::Constant>(&context_.typed.exprs[left].node);
    const Language language = context_.language_at(expr_.span);
    Diagnostic& found =
        context_.bag.report(Code::share_bare_of, context_.span_of(left),
                            {constant ? Text("'" + written(constant->value, language) + "'")
                                      : Text("questo numero", "this number")});
    if (constant) {
      const std::string percent = written(constant->value, language) + "%";
      found.hint(Text("manca il segno %? scrivi '" + percent + "'",
                      "is the sign % missing? write '" + percent + "'"));
    }
    found.hint(Text("per moltiplicare usa '*'", "to multiply use '*'"));
    return std::nullopt;
  }

  Checked divided(const ast::Binary& node) {
    const Checked left = check_number(context_, node.left);
    const Checked right = check_number(context_, node.right);
    if (!left || !right) return std::nullopt;
    const auto* divisor = std::get_if<typed::Constant>(&context_.typed.exprs[*right].node);
    if (divisor && divisor->value == 0) {
      context_.bag.report(Code::number_zero_divisor, context_.span_of(*right));
      return std::nullopt;
    }
    return add(typed::Arithmetic{typed::ArithmeticOp::divide, *left, *right},
               quotient(number(*left), number(*right)));
  }

  // `a e b e c` is one conjunction of three.
  Checked logic(const ast::Binary& node) {
    std::vector<typed::ExprId> operands;
    const bool whole = collect(node, operands);
    if (!whole) return std::nullopt;
    return add(typed::Logic{node.op == ast::BinaryOp::logical_and, std::move(operands)},
               TruthValue{});
  }

  bool collect(const ast::Binary& node, std::vector<typed::ExprId>& operands) {
    bool whole = true;
    for (const ast::ExprId side : {node.left, node.right}) {
      const auto* same = std::get_if<ast::Binary>(&context_.program.exprs[side].node);
      if (same && same->op == node.op) {
        whole = collect(*same, operands) && whole;
        continue;
      }
      const Checked operand = check_condition(context_, side);
      if (operand) operands.push_back(*operand);
      whole = whole && operand;
    }
    return whole;
  }

  Checked comparison(const ast::Binary& node) {
    const auto list = list_hint(node.left, node.right);
    Checked left = check_expression(context_, node.left, list);
    Checked right = check_expression(context_, node.right, list);
    if (!left || !right) return std::nullopt;
    if (std::holds_alternative<TimetableOf>(context_.type_of(*left))) {
      right = as_timetable(context_, *right);
    } else if (std::holds_alternative<TimetableOf>(context_.type_of(*right))) {
      left = as_timetable(context_, *left);
    }
    if (!left || !right) return std::nullopt;

    if (is_day(context_, *left) && is_day(context_, *right)) {
      return add(typed::Compare{*relation_of(node.op), *left, *right}, TruthValue{});
    }
    if (both_numbers(*left, *right)) {
      if (!agree(context_, *left, *right, node.op_span)) return std::nullopt;
      return add(typed::Compare{*relation_of(node.op), *left, *right}, TruthValue{});
    }
    if (context_.type_of(*left) != context_.type_of(*right)) {
      return mismatch(*left, *right, node.op_span);
    }
    if (node.op != ast::BinaryOp::equal_to && node.op != ast::BinaryOp::different_from) {
      context_.bag
          .report(Code::type_no_order, node.op_span,
                  {describe(node.op), describe(context_, context_.type_of(*left))})
          .hint(Text("usa 'pari a' o 'diverso da'", "use 'equal to' or 'different from'"));
      return std::nullopt;
    }
    return add(typed::Same{node.op == ast::BinaryOp::equal_to, *left, *right}, TruthValue{});
  }

  Checked mismatch(typed::ExprId left, typed::ExprId right, Span where) {
    const Text a = describe(context_, context_.type_of(left));
    const Text b = describe(context_, context_.type_of(right));
    context_.bag.report(Code::type_mismatch, where, {a, b})
        .label(context_.span_of(left), Text("questo è " + a.it, "this is " + a.en))
        .label(context_.span_of(right), Text("questo è " + b.it, "this is " + b.en));
    return std::nullopt;
  }

  // The list that either side is certainly of, so that a word on the other side is read in it.
  std::optional<ChoiceTypeId> list_hint(ast::ExprId left, ast::ExprId right) const {
    const auto hint = list_hint(left);
    return hint ? hint : list_hint(right);
  }

  std::optional<ChoiceTypeId> list_hint(ast::ExprId id) const {
    const ast::Node& node = context_.program.exprs[id].node;
    if (const auto* conditional = std::get_if<ast::Conditional>(&node)) {
      return list_hint(conditional->yes, conditional->no);
    }
    if (const auto field = context_.resolved.fields.find(id);
        field != context_.resolved.fields.end()) {
      const std::optional<Type>& of_field = context_.data[field->second.field];
      const WordOf* of_list = of_field ? std::get_if<WordOf>(&*of_field) : nullptr;
      return of_list ? std::optional(of_list->list) : std::nullopt;
    }
    const Referent* referent = context_.resolved.referent(id);
    if (!referent) return std::nullopt;
    const std::optional<Type> type = std::visit(TypeOfReferent{context_}, *referent);
    const WordOf* word = type ? std::get_if<WordOf>(&*type) : nullptr;
    return word ? std::optional(word->list) : std::nullopt;
  }

  struct TypeOfReferent {
    const Context& context;
    std::optional<Type> operator()(DatumId id) const { return context.data[id]; }
    std::optional<Type> operator()(ParameterId id) const { return context.parameters[id]; }
    std::optional<Type> operator()(ComputedId id) const { return context.computed[id]; }
    // A word of several lists says nothing: it is what the other side is to decide.
    std::optional<Type> operator()(ChoiceWord word) const {
      const std::string& text = context.resolved.choice_types[word.type][word.value];
      if (context.resolved.words.at(text).size() > 1) return std::nullopt;
      return WordOf{word.type};
    }
  };

  Context& context_;
  ast::ExprId id_;
  const ast::Expr& expr_;
  std::optional<ChoiceTypeId> list_;
};

}  // namespace

Checked check_expression(Context& context, ast::ExprId expr, std::optional<ChoiceTypeId> list) {
  checkpoint();
  return std::visit(Checker(context, expr, list), context.program.exprs[expr].node);
}

Checked check_number(Context& context, ast::ExprId expr) {
  const Checked checked = check_expression(context, expr);
  if (!checked || std::holds_alternative<NumberOf>(context.type_of(*checked))) return checked;
  context.bag.report(Code::type_number_expected, context.span_of(*checked),
                     {describe(context, context.type_of(*checked))});
  return std::nullopt;
}

namespace {

// `a alemno b` was read as far as `a`, which is no condition yet: syntax/ has said why.
bool is_cut_short(const ast::Program& program, Span span) {
  return std::any_of(program.files.begin(), program.files.end(), [&](const ast::File& file) {
    return file.source == span.source &&
           std::count(file.cut_short.begin(), file.cut_short.end(), span.end) > 0;
  });
}

}  // namespace

Checked check_condition(Context& context, ast::ExprId expr) {
  const Checked checked = check_expression(context, expr);
  if (!checked || std::holds_alternative<TruthValue>(context.type_of(*checked))) return checked;
  if (is_cut_short(context.program, context.program.exprs[expr].span)) return std::nullopt;
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
