#include "check/check_operators.hpp"

#include "check/check_begun.hpp"
#include "check/check_calls.hpp"
#include "check/check_units.hpp"
#include "check/list_of_words.hpp"
#include "check/quoted_words.hpp"
#include "check/words.hpp"
#include "syntax/print_expression.hpp"

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

class OperatorChecker {
 public:
  OperatorChecker(Context& context, Span where) : context_(context), where_(where) {}

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

  Checked operator()(const ast::Conditional& node, std::optional<ChoiceTypeId> wanted) {
    const Checked condition = check_condition(context_, node.condition);
    const auto list = wanted ? wanted : list_of_words(context_, node.yes, node.no);
    const Checked yes = check_expression(context_, node.yes, list);
    const Checked no = check_expression(context_, node.no, list);
    if (!condition || !yes || !no) return std::nullopt;

    if (both_numbers(*yes, *no)) {
      std::vector<typed::ExprId> branches = {*yes, *no};
      const auto type = common_type(context_, branches);
      if (!type) return std::nullopt;
      return add(typed::Conditional{*condition, branches[0], branches[1]}, *type);
    }
    if (context_.type_of(*yes) != context_.type_of(*no)) return mismatch(*yes, *no, where_);
    return add(typed::Conditional{*condition, *yes, *no}, context_.type_of(*yes));
  }

 private:
  Checked add(typed::Node node, const std::optional<Type>& type) {
    if (!type) return std::nullopt;
    return context_.add(std::move(node), *type, where_);
  }

  const NumberOf& number(typed::ExprId expr) const {
    return std::get<NumberOf>(context_.type_of(expr));
  }

  bool both_numbers(typed::ExprId a, typed::ExprId b) const {
    return std::holds_alternative<NumberOf>(context_.type_of(a)) &&
           std::holds_alternative<NumberOf>(context_.type_of(b));
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
    if (node.or_fraction) return check_begun(context_, *left, *right, *node.or_fraction, where_);
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
    const Language language = context_.language_at(where_);
    Diagnostic& found =
        context_.bag.report(Code::share_bare_of, context_.span_of(left),
                            {constant ? Text("'" + written(constant->value, language) + "'")
                                      : Text("questo numero", "this number")});
    if (constant) {
      const bool part = constant->value > 0 && constant->value < 1;  // 0,8 is 80%
      const std::string percent =
          written(Rational(constant->value * (part ? 100 : 1)), language) + "%";
      found
          .hint(Text("manca il segno %? scrivi '" + percent + "'",
                     "is the sign % missing? write '" + percent + "'"))
          .mend({context_.span_of(left), percent});
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
      const bool word_alone = side == node.right && report_value_alone(node);
      const Checked operand = word_alone ? std::nullopt : check_condition(context_, side);
      if (operand) operands.push_back(*operand);
      whole = whole && operand;
    }
    return whole;
  }

  // `gestione pari a diretta o affidata`, `a almeno 3 o 4 posti`: a comparison is with one value,
  // and is said again.
  bool report_value_alone(const ast::Binary& node) {
    const ast::Node& value = context_.program.exprs[node.right].node;
    const bool number = std::holds_alternative<ast::Number>(value);
    const Referent* referent =
        std::holds_alternative<ast::Name>(value) ? context_.resolved.referent(node.right) : nullptr;
    if (!number && (!referent || !std::holds_alternative<ChoiceWord>(*referent))) return false;
    ast::ExprId before = node.left;
    const auto* compared = std::get_if<ast::Binary>(&context_.program.exprs[before].node);
    while (compared && relation_of(compared->op) == std::nullopt) {
      before = compared->right;
      compared = std::get_if<ast::Binary>(&context_.program.exprs[before].node);
    }
    if (!compared) return false;
    const Language language = context_.language_at(where_);
    const bool same = compared->op == ast::BinaryOp::equal_to;
    const ast::BinaryOp joining = number ? node.op
                                  : same ? ast::BinaryOp::logical_or
                                         : ast::BinaryOp::logical_and;
    const std::string join = describe(joining).in(language);
    const std::string repeated = print_expression(context_.program, compared->left, language) +
                                 ' ' + describe(compared->op).in(language) + ' ';
    const std::string first = print_expression(context_.program, compared->right, language);
    const std::string written = print_expression(context_.program, node.right, language);
    const std::string whole = repeated + first + ' ' + join + ' ' + repeated + written;
    const Text what = number ? Text("il numero " + written, "the number " + written)
                             : Text("la parola '" + written + "'", "the word '" + written + "'");
    context_.bag
        .report(Code::type_condition_expected, context_.program.exprs[node.right].span, {what})
        .hint(Text("scrivi: " + whole, "write: " + whole))
        .mend({{where_.source, context_.program.exprs[compared->left].span.begin,
                context_.program.exprs[node.right].span.end},
               whole});
    return true;
  }

  Checked comparison(const ast::Binary& node) {
    const auto list = list_of_words(context_, node.left, node.right);
    const Checked left = check_expression(context_, node.left, list);
    const Checked right = check_expression(context_, node.right, list);
    return comparison(node.op, left, right, node.op_span);
  }

 public:
  Checked comparison(ast::BinaryOp op, Checked left, Checked right, Span op_span) {
    if (!left || !right) return std::nullopt;
    if (std::holds_alternative<TimetableOf>(context_.type_of(*left))) {
      right = as_timetable(context_, *right);
    } else if (std::holds_alternative<TimetableOf>(context_.type_of(*right))) {
      left = as_timetable(context_, *left);
    }
    if (!left || !right) return std::nullopt;

    if (is_day(context_, *left) && is_day(context_, *right)) {
      return add(typed::Compare{*relation_of(op), *left, *right}, TruthValue{});
    }
    if (both_numbers(*left, *right)) {
      if (!agree(context_, *left, *right, op_span)) return std::nullopt;
      return add(typed::Compare{*relation_of(op), *left, *right}, TruthValue{});
    }
    if (context_.type_of(*left) != context_.type_of(*right)) {
      return mismatch(*left, *right, op_span);
    }
    if (op != ast::BinaryOp::equal_to && op != ast::BinaryOp::different_from) {
      context_.bag
          .report(Code::type_no_order, op_span,
                  {describe(op), describe(context_, context_.type_of(*left))})
          .hint(Text("usa 'pari a' o 'diverso da'", "use 'equal to' or 'different from'"));
      return std::nullopt;
    }
    return add(typed::Same{op == ast::BinaryOp::equal_to, *left, *right}, TruthValue{});
  }

 private:
  Checked mismatch(typed::ExprId left, typed::ExprId right, Span where) {
    const Text a = describe(context_, context_.type_of(left));
    const Text b = describe(context_, context_.type_of(right));
    Diagnostic& found =
        context_.bag.report(Code::type_mismatch, where, {a, b})
            .label(context_.span_of(left), Text("questo è " + a.it, "this is " + a.en))
            .label(context_.span_of(right), Text("questo è " + b.it, "this is " + b.en));
    hint_at_quotes(context_, found, left, right);
    return std::nullopt;
  }

  Context& context_;
  Span where_;
};

}  // namespace

Checked check_unary(Context& context, const ast::Unary& node, Span where) {
  return OperatorChecker(context, where)(node);
}

Checked check_binary(Context& context, const ast::Binary& node, Span where) {
  return OperatorChecker(context, where)(node);
}

Checked check_comparison(Context& context, ast::BinaryOp op, typed::ExprId left,
                         typed::ExprId right, Span op_span, Span where) {
  return OperatorChecker(context, where).comparison(op, left, right, op_span);
}

Checked check_conditional(Context& context, const ast::Conditional& node,
                          std::optional<ChoiceTypeId> list, Span where) {
  return OperatorChecker(context, where)(node, list);
}

}  // namespace leps::inline checking
