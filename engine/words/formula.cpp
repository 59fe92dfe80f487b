#include "words/formula.hpp"

#include "eval/neighbours.hpp"
#include "eval/parts.hpp"
#include "syntax/functions.hpp"
#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"
#include "words/format.hpp"
#include "words/function_of.hpp"
#include "words/relation_word.hpp"
#include "words/show_value.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline wording {
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
    if (!datum.if_missing && is_not_given(evaluator_->facts().facts[node.datum], datum) &&
        !narrowing_of(node.datum, *evaluator_).any()) {
      return {"?", atom};
    }
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

  Written write(const typed::Round& node) {
    return function(node.up ? ast::Function::rounded_up : ast::Function::rounded_down,
                    {node.operand});
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
    if (std::holds_alternative<typed::HowMany>(typed_.exprs[node.left].node) &&
        form_ != Form::worked_out) {
      const std::string level = (*this)(node.right, of);
      return {say(keyword_of(node.relation)) + " " + level + " " + (*this)(node.left), conditional};
    }
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
  Written write(const typed::Begun& node) {
    return {(*this)(node.level, atom) + " " + say(Keyword::of) + " " + (*this)(node.of, atom) +
                " " + say(Keyword::logical_or) + " " + say(Keyword::fraction),
            of};
  }
  Written write(const typed::Bands& node) {
    std::string text = say(Keyword::by_bands) + " " + (*this)(node.of, sum) + ":";
    for (std::size_t i = 0; i < node.limits.size(); ++i) {
      text += " " + say(Keyword::up_to) + " " + (*this)(node.limits[i], sum) + " " +
              say(Keyword::is) + " " + (*this)(node.rates[i], sum) + ";";
    }
    return {text + " " + say(Keyword::beyond) + " " + say(Keyword::is) + " " +
                (*this)(node.rates.back(), sum),
            conditional};
  }
  Written write(const typed::Lookup& node) {
    if (form_ != Form::names) return {value_of(current_), atom};
    const auto& first = std::get<typed::ParameterRef>(typed_.exprs[node.values.front()].node);
    const std::string name(typed_.parameters[first.parameter].declared_name());
    return {name + "[" + (*this)(node.word) + "]", atom};
  }
  Written write(const typed::Between& node) {
    const std::string what = (*this)(node.what, sum), low = (*this)(node.low, sum);
    return {what + " " + say(Keyword::in_range) + " " + low + " " + say(Keyword::logical_and) +
                " " + (*this)(node.high, sum),
            comparison};
  }
  Written write(const typed::OneOf& node) {
    std::vector<ExprId> items;
    const auto sides = [&](ExprId equal) { return typed::operands(typed_.exprs[equal].node); };
    for (const ExprId equal : node.equal) items.push_back(sides(equal)[1]);
    const std::string what = (*this)(sides(node.equal.front())[0], sum);
    return {what + " " + list(items), conditional};
  }
  // A comparison of it says how many.
  Written write(const typed::HowMany& node) {
    if (form_ == Form::worked_out) return {value_of(current_), atom};
    return {list(node.conditions), conditional};
  }
  std::string list(const std::vector<ExprId>& items) {
    std::string text = say(Keyword::in_list);
    for (const ExprId item : items) {
      text += (item == items.front() ? " " : ", ") + (*this)(item, sum);
    }
    return text;
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

  // ---- days, periods, timetables

  Written write(const typed::DayConstant& node) {
    return {show_days({node.day, node.day}, language_), atom};
  }
  Written write(const typed::YearDayConstant& node) {
    if (form_ == Form::names) return {print_day(node.day, language_), atom};
    return {value_of(current_), atom};
  }
  // `30 giorni da d`
  Written write(const typed::EndOfTerm& node) {
    const auto* constant = std::get_if<typed::Constant>(&typed_.exprs[node.length].node);
    const bool one = constant && constant->value == 1;
    const std::string length = (*this)(node.length, sum);
    return {length + print_term_unit(node.unit, one, language_) + " " + say(Keyword::since) + " " +
                (*this)(node.from, sum),
            comparison};
  }
  Written write(const typed::Within& node) {
    const std::string what = (*this)(node.what, sum);
    const bool by_day = !node.length || form_ == Form::worked_out;
    const Keyword word = by_day ? Keyword::no_later_than : Keyword::within;
    return {what + " " + say(word) + " " + (*this)(node.end, by_day ? sum : conditional),
            comparison};
  }
  Written write(const typed::SurveyDay&) {
    if (form_ == Form::names) return {say(Keyword::survey_date), atom};
    return {show_day(evaluator_->facts().survey_date, language_), atom};
  }
  Written write(const typed::TextConstant& node) { return {"\"" + plain(node.text) + "\"", atom}; }
  Written write(const typed::TimetableConstant& node) {
    return {"\"" + plain(node.text) + "\"", atom};
  }
  Written write(const typed::OfPeriod& node) {
    return function(function_of(node.measure), {node.period});
  }
  Written write(const typed::Combine& node) {
    return function(function_of(node.op), node.operands);
  }
  Written write(const typed::OfTimetable& node) {
    return function(function_of(node.measure), {node.timetable});
  }

  Written function(ast::Function which, const std::vector<ExprId>& operands) {
    std::string text = std::string(word(syntax::word_of(which), language_)) + "(";
    for (std::size_t i = 0; i < operands.size(); ++i) {
      text += (i > 0 ? "; " : "") + (*this)(operands[i]);
    }
    return {text + ")", atom};
  }

  // ---- rows: their cells differ from row to row, so they are written by name, but on a row

  Written write(const typed::FieldRef& node) {
    if (form_ != Form::names && evaluator_->row(node.level)) return {value_of(current_), atom};
    return {node.row + "." + std::string(typed_.data[node.field].field()), atom};
  }
  Written write(const typed::Aggregate& node) {
    if (form_ != Form::names && !is_condition(current_)) return {value_of(current_), atom};
    const Form outer = form_;
    form_ = Form::names;
    const std::string over =
        node.row + " " + say(Keyword::in) + " " + typed_.tables[node.table].name;
    const std::string where =
        node.where ? " " + say(Keyword::where) + " " + (*this)(*node.where) : std::string();
    const std::string body = node.body ? (*this)(*node.body) : std::string();
    form_ = outer;
    switch (node.kind) {
      case typed::Aggregation::for_every:
        return {say(Keyword::for_every) + " " + over + where + ": " + body, conditional};
      case typed::Aggregation::exists:
        return {say(Keyword::exists) + " " + over + where + (node.body ? ": " + body : ""),
                conditional};
      case typed::Aggregation::count:
      case typed::Aggregation::percentage:
        return {std::string(word(syntax::word_of(node.kind), language_)) + "(" + over + where + ")",
                atom};
      case typed::Aggregation::sum:
      case typed::Aggregation::mean:
      case typed::Aggregation::minimum:
      case typed::Aggregation::maximum:
      case typed::Aggregation::uncovered_days:
        return {std::string(word(syntax::word_of(node.kind), language_)) + "(" + body + " " +
                    say(Keyword::for_every) + " " + over + where + ")",
                atom};
    }
    return {};
  }

  // ---- other years, other Ambiti

  Written write(const typed::PreviousYear& node) {
    if (form_ != Form::names) return {value_of(current_), atom};
    return {std::string(word(syntax::word_of(ast::Function::previous_year), language_)) + "(" +
                typed_.data[node.datum].name + ")",
            atom};
  }
  // A mean names its years: how many the data hold is not to be seen elsewhere.
  Written mean_of_years(const typed::OverYears& node) {
    std::string text = say(Keyword::mean) + "(";
    for (const int back : years_held(node.years, *evaluator_)) {
      const Value value =
          back == 0 ? evaluator_->value(node.datum) : year_before(node.datum, back, *evaluator_);
      text += (back == 0 ? "" : "; ") + std::to_string(evaluator_->facts().year - back) + ": " +
              show_value(value, typed_.data[node.datum].type, typed_, language_);
    }
    return {text + ")", atom};
  }
  Written write(const typed::OverYears& node) {
    if (form_ == Form::numbers && node.mean) return mean_of_years(node);
    if (form_ != Form::names) return {value_of(current_), atom};
    return {say(node.mean ? Keyword::mean : Keyword::sum) + "(" + typed_.data[node.datum].name +
                "; " + say(Keyword::years) + " " + std::to_string(node.years) + ")",
            atom};
  }
  Written write(const typed::YearsHeld& node) { return {std::to_string(node.years), atom}; }
  Written write(const typed::GroupSize& node) {
    if (form_ != Form::names) return {value_of(current_), atom};
    return {say(Keyword::members) + "(" + typed_.groups[node.group].name + ")", atom};
  }
  Written write(const typed::GroupTotal& node) {
    if (form_ != Form::names) return {value_of(current_), atom};
    return {say(Keyword::total) + "(" + (*this)(node.amount) + "; " +
                typed_.groups[node.group].name + ")",
            atom};
  }

  const Typed& typed_;
  Evaluator* evaluator_;
  Form form_;
  Language language_;
  ExprId current_;  // the expression being written
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

}  // namespace leps::inline wording
