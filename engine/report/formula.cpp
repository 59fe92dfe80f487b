#include "report/formula.hpp"

#include "report/format.hpp"
#include "report/text.hpp"
#include "report/words.hpp"
#include "syntax/keywords.hpp"

namespace leps {
namespace {

using typed::ExprId;

// How tightly an expression holds together, as the grammar has it.
enum Strength {
  conditional,
  disjunction,
  conjunction,
  negation,
  comparison,
  sum,
  product,
  of,
  atom
};

Keyword keyword_of(typed::Relation relation) {
  switch (relation) {
    case typed::Relation::at_least:
      return Keyword::at_least;
    case typed::Relation::at_most:
      return Keyword::at_most;
    case typed::Relation::more_than:
      return Keyword::more_than;
    case typed::Relation::less_than:
      return Keyword::less_than;
    case typed::Relation::equal_to:
      return Keyword::equal_to;
    case typed::Relation::different_from:
      return Keyword::different_from;
  }
  return Keyword::equal_to;
}

/// Writes one expression. How leaves look, and which parts are only shown by their value, is the
/// difference between the three forms.
class Writer {
 public:
  enum class Form { names, numbers, worked_out };

  Writer(const Typed& typed, Evaluator* evaluator, Form form, Language language)
      : typed_(typed), evaluator_(evaluator), form_(form), language_(language) {}

  std::string operator()(ExprId expr, Strength least = conditional) {
    if (form_ == Form::worked_out && !is_condition(expr)) return value_of(expr);
    current_ = expr;
    const Written written =
        std::visit([&](const auto& node) { return write(node); }, typed_.exprs[expr].node);
    return written.strength < least ? "(" + written.text + ")" : written.text;
  }

 private:
  struct Written {
    std::string text;
    Strength strength;
  };

  [[nodiscard]] std::string say(Keyword keyword) const {
    return std::string(word(keyword, language_));
  }
  [[nodiscard]] bool is_condition(ExprId expr) const {
    return std::holds_alternative<TruthValue>(typed_.exprs[expr].type);
  }
  std::string value_of(ExprId expr) {
    return show_value(evaluator_->value(expr), typed_.exprs[expr].type, typed_, language_);
  }

  // A value that contains words, such as `1 FTE ogni 5.000 abitanti`, reads as one thing only
  // between parentheses.
  static Written leaf(std::string text, bool several_words) {
    return {std::move(text), several_words ? of : atom};
  }

  Written write(const typed::Constant& node) {
    const std::string text = show_literal(plain(node.text), language_);
    return leaf(text, text.find(" " + say(Keyword::per) + " ") != std::string::npos);
  }
  Written write(const typed::TruthConstant& node) {
    return {std::string(truth_word(node.value, language_)), atom};
  }
  Written write(const typed::WordConstant& node) {
    return {typed_.choice_types[node.word.type][node.word.value], atom};
  }
  Written write(const typed::DatumRef& node) {
    const typed::Datum& datum = typed_.data[node.datum];
    if (form_ == Form::names) return {datum.name, atom};
    if (is_not_given(evaluator_->facts().facts[node.datum], datum)) return {"?", atom};
    return {value_of(current_), atom};
  }
  Written write(const typed::ParameterRef& node) {
    const typed::Parameter& parameter = typed_.parameters[node.parameter];
    if (form_ == Form::names) return {parameter.name, atom};
    const typed::ParameterVersion* version = parameter.at(evaluator_->facts().survey_date);
    if (!version) return {"?", atom};
    const std::string text = show_literal(plain(version->text), language_);
    return leaf(text, text.find(" " + say(Keyword::per) + " ") != std::string::npos);
  }
  Written write(const typed::ComputedRef& node) {
    if (form_ == Form::names) return {typed_.computed[node.computed].name, atom};
    return {value_of(current_), atom};
  }
  Written write(const typed::Negate& node) { return {"-" + (*this)(node.operand, atom), sum}; }

  Written write(const typed::Arithmetic& node) {
    using Op = typed::ArithmeticOp;
    const auto binary = [&](const std::string& op, Strength own, bool right_binds_more) {
      const std::string left = (*this)(node.left, own);
      const auto right_least = static_cast<Strength>(own + (right_binds_more ? 1 : 0));
      return Written{left + " " + op + " " + (*this)(node.right, right_least), own};
    };
    switch (node.op) {
      case Op::add:
        return binary("+", sum, false);
      case Op::subtract:
        return binary("-", sum, true);
      case Op::multiply:
        return binary("*", product, false);
      case Op::divide:
        return binary("/", product, true);
      case Op::of: {
        const std::string share = (*this)(node.left, atom);
        return {share + " " + say(Keyword::of) + " " + (*this)(node.right, atom), of};
      }
    }
    return {};
  }

  // The units beside the numbers say it.
  Written write(const typed::Convert& node) { return {(*this)(node.operand, atom), atom}; }

  Written write(const typed::Extremum& node) {
    std::string text = say(node.greatest ? Keyword::maximum : Keyword::minimum) + "(";
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
      text += (i > 0 ? "; " : "") + (*this)(node.operands[i]);
    }
    return {text + ")", atom};
  }

  Written write(const typed::Compare& node) {
    std::string left, right;
    if (form_ == Form::worked_out) {
      std::tie(left, right) = sides(node);
    } else {
      left = (*this)(node.left, sum);
      right = (*this)(node.right, sum);
    }
    return {left + " " + say(keyword_of(node.relation)) + " " + right, comparison};
  }

  // Two different numbers never look the same: `25 FTE almeno 25,0002 FTE`.
  std::pair<std::string, std::string> sides(const typed::Compare& node) {
    const Quantity left = evaluator_->quantity(node.left);
    const Quantity right = evaluator_->quantity(node.right);
    std::pair<std::string, std::string> both{value_of(node.left), value_of(node.right)};
    if (left.range.known() && right.range.known() && left.zero_divisors.empty() &&
        right.zero_divisors.empty() && both.first == both.second) {
      const Rational &a = left.range.lo.value(), &b = right.range.lo.value();
      const Measure measure = measure_of(typed_.exprs[node.left].type);
      const int extra = decimals_apart(a, b, measure);
      both.first = show_quantity(a, measure, language_, extra).text;
      both.second = show_quantity(b, measure, language_, extra).text;
    }
    return both;
  }

  Written write(const typed::Same& node) {
    const Keyword relation = node.equal ? Keyword::equal_to : Keyword::different_from;
    const std::string left = (*this)(node.left, sum);
    return {left + " " + say(relation) + " " + (*this)(node.right, sum), comparison};
  }
  Written write(const typed::Not& node) {
    return {say(Keyword::logical_not) + " " + (*this)(node.operand, negation), negation};
  }
  Written write(const typed::Logic& node) {
    const Strength own = node.conjunction ? conjunction : disjunction;
    const Keyword between = node.conjunction ? Keyword::logical_and : Keyword::logical_or;
    std::string text;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
      if (i > 0) text += " " + say(between) + " ";
      text += (*this)(node.operands[i], static_cast<Strength>(own + 1));
    }
    return {text, own};
  }
  Written write(const typed::Conditional& node) {
    std::string text = say(Keyword::if_) + " " + (*this)(node.condition, disjunction);
    text += " " + say(Keyword::then) + " " + (*this)(node.yes, disjunction);
    text += " " + say(Keyword::otherwise) + " " + (*this)(node.no);
    return {text, conditional};
  }

  const Typed& typed_;
  Evaluator* evaluator_;
  Form form_;
  Language language_;
  ExprId current_;  // the leaf being written
};

}  // namespace

std::string formula(typed::ExprId expr, const Typed& typed, Language language) {
  return Writer(typed, nullptr, Writer::Form::names, language)(expr);
}

std::string formula_with_numbers(typed::ExprId expr, Evaluator& evaluator, Language language) {
  return Writer(evaluator.rulebook().typed, &evaluator, Writer::Form::numbers, language)(expr);
}

std::string formula_worked_out(typed::ExprId expr, Evaluator& evaluator, Language language) {
  const std::string text =
      Writer(evaluator.rulebook().typed, &evaluator, Writer::Form::worked_out, language)(expr);
  return text == formula_with_numbers(expr, evaluator, language) ? std::string() : text;
}

bool is_not_given(const Fact& fact, const typed::Datum& datum) {
  if (std::holds_alternative<std::monostate>(fact.value)) return true;
  const auto* range = std::get_if<Interval>(&fact.value);
  return range && !range->known() && *range == datum.bounds;
}

std::string show_value(const Value& value, const Type& type, const Typed& typed,
                       Language language) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    if (!quantity->zero_divisors.empty()) return "?";
    return show_range_formal(quantity->range, measure_of(type), language);
  }
  if (const auto* truth = std::get_if<Truth>(&value)) {
    return truth->known() ? std::string(truth_word(truth->is_true(), language)) : "?";
  }
  const auto& chosen = std::get<Word>(value);
  return chosen.word ? typed.choice_types[chosen.word->type][chosen.word->value] : "?";
}

}  // namespace leps
