// Expressions as text, with as few parentheses as keep the tree as it is.
#include "syntax/print_expression.hpp"

#include "syntax/functions.hpp"
#include "syntax/keywords.hpp"
#include "syntax/numerals.hpp"
#include "syntax/print_value.hpp"

namespace leps::inline syntax {
std::string print_unit(const ast::UnitText& unit) {
  std::string text;
  for (const ast::UnitText::Factor& factor : unit.factors) {
    if (!text.empty()) text += '/';
    text += factor.symbol.text;
  }
  return text;
}

std::string print_term_unit(TermUnit unit, bool one, Language language) {
  const auto in = [&](Keyword words) { return ' ' + std::string(word(words, language)); };
  switch (unit) {
    case TermUnit::days:
      return {};
    case TermUnit::working_days:
      return in(one ? Keyword::working_day : Keyword::working_days);
    case TermUnit::months:
      return in(one ? Keyword::month : Keyword::months);
  }
  return {};
}

std::string print_number(const ast::Number& number, Language language) {
  std::string text = styled_numeral(number.digits, language);
  if (number.form == ast::NumberForm::percent) text += '%';
  if (number.unit) text += ' ' + print_unit(*number.unit);
  return text;
}

namespace {

/// How tightly an expression holds together, as the grammar's levels do.
enum class Tightness {
  conditional,  // in parentheses wherever it is an operand
  disjunction,
  conjunction,
  negation,
  comparison,
  sum,
  product,
  portion,
  with_sign,
  primary
};

constexpr Tightness tighter(Tightness level) {
  return static_cast<Tightness>(static_cast<int>(level) + 1);
}

struct OperatorText {
  Tightness level;
  std::string text;
};

OperatorText operator_text(ast::BinaryOp op, Language language) {
  const auto in = [&](Keyword keyword) { return std::string(word(keyword, language)); };
  switch (op) {
    case ast::BinaryOp::add:
      return {Tightness::sum, "+"};
    case ast::BinaryOp::subtract:
      return {Tightness::sum, "-"};
    case ast::BinaryOp::multiply:
      return {Tightness::product, "*"};
    case ast::BinaryOp::divide:
      return {Tightness::product, "/"};
    case ast::BinaryOp::of:
      return {Tightness::portion, in(Keyword::of)};
    case ast::BinaryOp::at_least:
      return {Tightness::comparison, in(Keyword::at_least)};
    case ast::BinaryOp::at_most:
      return {Tightness::comparison, in(Keyword::at_most)};
    case ast::BinaryOp::more_than:
      return {Tightness::comparison, in(Keyword::more_than)};
    case ast::BinaryOp::less_than:
      return {Tightness::comparison, in(Keyword::less_than)};
    case ast::BinaryOp::equal_to:
      return {Tightness::comparison, in(Keyword::equal_to)};
    case ast::BinaryOp::different_from:
      return {Tightness::comparison, in(Keyword::different_from)};
    case ast::BinaryOp::logical_and:
      return {Tightness::conjunction, in(Keyword::logical_and)};
    case ast::BinaryOp::logical_or:
      return {Tightness::disjunction, in(Keyword::logical_or)};
  }
  return {};
}

class ExpressionPrinter {
 public:
  ExpressionPrinter(const ast::Program& program, Language language)
      : program_(program), language_(language) {}

  [[nodiscard]] std::string whole(ast::ExprId id) const {
    return std::visit([&](const auto& node) { return text(node); }, program_.exprs[id].node);
  }

 private:
  [[nodiscard]] std::string in(Keyword keyword) const {
    return std::string(word(keyword, language_));
  }

  /// As an operand: in parentheses where it is looser than `least`.
  [[nodiscard]] std::string operand(ast::ExprId id, Tightness least) const {
    const Tightness own =
        std::visit([](const auto& node) { return tightness(node); }, program_.exprs[id].node);
    return own < least ? '(' + whole(id) + ')' : whole(id);
  }

  static Tightness tightness(const ast::Number&) { return Tightness::primary; }
  static Tightness tightness(const ast::Ratio&) { return Tightness::primary; }
  static Tightness tightness(const ast::TruthLiteral&) { return Tightness::primary; }
  static Tightness tightness(const ast::Name&) { return Tightness::primary; }
  static Tightness tightness(const ast::Call&) { return Tightness::primary; }
  static Tightness tightness(const ast::DayLiteral&) { return Tightness::primary; }
  static Tightness tightness(const ast::YearDayLiteral&) { return Tightness::primary; }
  static Tightness tightness(const ast::Within&) { return Tightness::comparison; }
  static Tightness tightness(const ast::Between&) { return Tightness::comparison; }
  // An `e` behind a list could be read as its last comma.
  static Tightness tightness(const ast::OneAmong&) { return Tightness::conditional; }
  static Tightness tightness(const ast::CountAmong&) { return Tightness::conditional; }
  static Tightness tightness(const ast::Bands&) { return Tightness::conditional; }
  static Tightness tightness(const ast::Lookup&) { return Tightness::primary; }
  static Tightness tightness(const ast::Never&) { return Tightness::primary; }
  static Tightness tightness(const ast::SurveyDay&) { return Tightness::primary; }
  static Tightness tightness(const ast::TextLiteral&) { return Tightness::primary; }
  static Tightness tightness(const ast::Field&) { return Tightness::primary; }
  static Tightness tightness(const ast::OverYears&) { return Tightness::primary; }
  static Tightness tightness(const ast::GroupTotal&) { return Tightness::primary; }
  static Tightness tightness(const ast::GroupSize&) { return Tightness::primary; }
  static Tightness tightness(const ast::Aggregate& aggregate) {
    return is_quantifier(aggregate) ? Tightness::conditional : Tightness::primary;
  }
  static bool is_quantifier(const ast::Aggregate& aggregate) {
    return aggregate.kind == ast::Aggregation::for_every ||
           aggregate.kind == ast::Aggregation::exists;
  }
  static Tightness tightness(const ast::Conditional&) { return Tightness::conditional; }
  static Tightness tightness(const ast::Unary& unary) {
    return unary.op == ast::UnaryOp::negate ? Tightness::with_sign : Tightness::negation;
  }
  static Tightness tightness(const ast::Binary& binary) {
    return operator_text(binary.op, Language::italian).level;
  }

  [[nodiscard]] std::string text(const ast::Number& number) const {
    return syntax::print_number(number, language_);
  }
  [[nodiscard]] std::string text(const ast::Ratio& ratio) const {
    return text(ratio.counted) + ' ' + in(Keyword::per) + ' ' + text(ratio.served);
  }
  [[nodiscard]] std::string text(const ast::TruthLiteral& truth) const {
    return in(truth.value ? Keyword::yes : Keyword::no);
  }
  [[nodiscard]] std::string text(const ast::Name& name) const { return name.text; }
  [[nodiscard]] std::string text(const ast::Unary& unary) const {
    if (unary.op == ast::UnaryOp::negate) return '-' + operand(unary.operand, Tightness::with_sign);
    return in(Keyword::logical_not) + ' ' + operand(unary.operand, Tightness::negation);
  }
  [[nodiscard]] std::string text(const ast::Binary& binary) const {
    const auto [level, op] = operator_text(binary.op, language_);
    // Sums and products lean to the left, `di` to the right, comparisons to neither side.
    const bool leans_left = level != Tightness::portion && level != Tightness::comparison;
    // `o frazione` is of the nearest `di`.
    const bool leans_right = level == Tightness::portion && !binary.or_fraction;
    const std::string fraction =
        binary.or_fraction ? ' ' + in(Keyword::logical_or) + ' ' + in(Keyword::fraction) : "";
    return side(binary, binary.left, leans_left ? level : tighter(level)) + ' ' + op + ' ' +
           side(binary, binary.right, leans_right ? level : tighter(level)) + fraction;
  }
  // Parentheses around an `e` beside an `o` change nothing, and say how it is read: they stay.
  [[nodiscard]] std::string side(const ast::Binary& whole_of, ast::ExprId id,
                                 Tightness least) const {
    const ast::Expr& expr = program_.exprs[id];
    const auto* inner = std::get_if<ast::Binary>(&expr.node);
    const bool told = expr.in_parentheses && whole_of.op == ast::BinaryOp::logical_or && inner &&
                      inner->op == ast::BinaryOp::logical_and;
    return told ? '(' + whole(id) + ')' : operand(id, least);
  }
  [[nodiscard]] std::string text(const ast::Call& call) const {
    std::string arguments;
    for (const ast::ExprId argument : call.arguments) {
      arguments += (arguments.empty() ? "" : "; ") + whole(argument);
    }
    return in(syntax::word_of(call.function)) + '(' + arguments + ')';
  }
  [[nodiscard]] std::string text(const ast::DayLiteral& literal) const {
    return print_day(literal.day, language_);
  }
  [[nodiscard]] std::string text(const ast::YearDayLiteral& literal) const {
    return print_day(literal.day, language_);
  }
  [[nodiscard]] std::string text(const ast::Within& term) const {
    const std::string what = operand(term.what, Tightness::sum);
    const std::string from = operand(term.from, Tightness::sum);
    if (!term.length) return what + ' ' + in(Keyword::no_later_than) + ' ' + from;
    const auto* number = std::get_if<ast::Number>(&program_.exprs[*term.length].node);
    return what + ' ' + in(Keyword::within) + ' ' + operand(*term.length, Tightness::sum) +
           print_term_unit(term.unit, number && number->value == 1, language_) + ' ' +
           in(Keyword::since) + ' ' + from;
  }
  [[nodiscard]] std::string text(const ast::Between& node) const {
    return operand(node.what, Tightness::sum) + ' ' + in(Keyword::in_range) + ' ' +
           operand(node.low, Tightness::sum) + ' ' + in(Keyword::logical_and) + ' ' +
           operand(node.high, Tightness::sum);
  }
  [[nodiscard]] std::string text(const ast::OneAmong& node) const {
    return operand(node.what, Tightness::sum) + ' ' + list(node.items);
  }
  [[nodiscard]] std::string text(const ast::CountAmong& node) const {
    return operator_text(node.op, language_).text + ' ' +
           operand(node.number, Tightness::with_sign) + ' ' + list(node.items);
  }
  [[nodiscard]] std::string list(const std::vector<ast::ExprId>& items) const {
    std::string text = in(Keyword::in_list);
    for (const ast::ExprId item : items) {
      text += (item == items.front() ? " " : ", ") + operand(item, Tightness::sum);
    }
    return text;
  }
  [[nodiscard]] std::string text(const ast::Bands& node) const {
    std::string text = in(Keyword::by_bands) + ' ' + operand(node.of, Tightness::sum) + ':';
    for (const ast::Bands::Band& band : node.bands) {
      text += ' ' + in(Keyword::up_to) + ' ' + operand(band.limit, Tightness::sum) + ' ' +
              in(Keyword::is) + ' ' + operand(band.rate, Tightness::sum) + ';';
    }
    return text + ' ' + in(Keyword::beyond) + ' ' + in(Keyword::is) + ' ' +
           operand(node.beyond, Tightness::sum);
  }
  [[nodiscard]] std::string text(const ast::Lookup& node) const {
    return whole(node.parameter) + '[' + whole(node.word) + ']';
  }
  [[nodiscard]] std::string text(const ast::Never&) const { return in(Keyword::never); }
  [[nodiscard]] std::string text(const ast::SurveyDay&) const { return in(Keyword::survey_date); }
  [[nodiscard]] std::string text(const ast::TextLiteral& literal) const {
    return '"' + literal.text + '"';
  }
  [[nodiscard]] std::string text(const ast::Field& field) const {
    return field.row.text + '.' + field.field.text;
  }
  [[nodiscard]] std::string text(const ast::OverYears& over) const {
    return in(over.mean ? Keyword::mean : Keyword::sum) + '(' + whole(over.datum) + "; " +
           in(Keyword::years) + ' ' + std::to_string(over.years) + ')';
  }
  [[nodiscard]] std::string text(const ast::GroupSize& size) const {
    return in(Keyword::members) + '(' + size.group.text + ')';
  }
  [[nodiscard]] std::string text(const ast::GroupTotal& total) const {
    return in(Keyword::total) + '(' + whole(total.amount) + "; " + total.group.text + ')';
  }
  [[nodiscard]] std::string text(const ast::Aggregate& aggregate) const {
    // Another quantifier inside `dove` would take the `:` behind it for its own.
    std::string rows = aggregate.row.text + ' ' + in(Keyword::in) + ' ' + aggregate.table.text;
    if (aggregate.where) {
      rows += ' ' + in(Keyword::where) + ' ' + operand(*aggregate.where, Tightness::disjunction);
    }
    const std::string name = in(syntax::word_of(aggregate.kind));
    if (is_quantifier(aggregate)) {
      return name + ' ' + rows + (aggregate.body ? ": " + whole(*aggregate.body) : "");
    }
    if (!aggregate.body) return name + '(' + rows + ')';
    return name + '(' + operand(*aggregate.body, Tightness::disjunction) + ' ' +
           in(Keyword::for_every) + ' ' + rows + ')';
  }
  [[nodiscard]] std::string text(const ast::Conditional& conditional) const {
    return in(Keyword::if_) + ' ' + whole(conditional.condition) + ' ' + in(Keyword::then) + ' ' +
           whole(conditional.yes) + ' ' + in(Keyword::otherwise) + ' ' + whole(conditional.no);
  }

  const ast::Program& program_;
  Language language_;
};

}  // namespace

std::string print_expression(const ast::Program& program, ast::ExprId expr, Language language) {
  return ExpressionPrinter(program, language).whole(expr);
}

std::string print_digits(const std::string& digits, Language language) {
  return syntax::styled_numeral(digits, language);
}

namespace {

std::string print_month_day(MonthDay date, Language language) {
  constexpr int kFirst = static_cast<int>(Keyword::january);
  const auto month = static_cast<Keyword>(kFirst + static_cast<int>(unsigned{date.month()}) - 1);
  return std::to_string(unsigned{date.day()}) + ' ' + std::string(word(month, language));
}

}  // namespace

std::string print_day(Day day, Language language) {
  const std::chrono::year_month_day date{day};
  std::string year = std::to_string(static_cast<int>(date.year()));
  year.insert(0, 4 - year.size(), '0');
  return print_month_day(date.month() / date.day(), language) + ' ' + year;
}

std::string print_day(const YearDay& day, Language language) {
  const Keyword of_year = day.years > 0   ? Keyword::of_the_next_year
                          : day.years < 0 ? Keyword::of_the_previous_year
                                          : Keyword::of_the_year;
  return print_month_day(day.day, language) + ' ' + std::string(word(of_year, language));
}

std::string print_day(const AnyDay& day, Language language) {
  return std::visit([&](const auto& one) { return print_day(one, language); }, day);
}

}  // namespace leps::inline syntax
