// The grammar of expressions: precedence from the loosest to the tightest, one rule a level.
//
//   expression   a o b                       conjunction  a e b
//   negation     non a                       comparison   a almeno b      (never chained)
//   sum          a + b, a - b                product      a * b, a / b
//   portion      a di b                      with_sign    -a
//   primary      number, name, sì, no, (a), min(a; b), se a allora b altrimenti c
#pragma once

#include "syntax/lexemes.hpp"

#include <boost/fusion/include/at_c.hpp>

namespace leps::syntax::grammar {

// ---- actions: what a rule makes of what it read

/// An action `make(reader, value, read)`: `value` is the rule's, `read` the parser's.
template <class Make>
auto act(Make make) {
  return [make](auto& context) {
    make(static_cast<Reader&>(x3::get<ReaderTag>(context)), x3::_val(context), x3::_attr(context));
  };
}
/// Puts what was read in a member of the rule's value.
template <class Struct, class Member>
auto into(Member Struct::*member) {
  return act([member](Reader&, Struct& value, auto& read) { value.*member = std::move(read); });
}
/// Appends what was read to a list in the rule's value.
template <class Struct, class Member>
auto onto(std::vector<Member> Struct::*member) {
  return act([member](Reader&, Struct& value, Member& read) {
    (value.*member).push_back(std::move(read));
  });
}
inline const auto keep = act([](Reader&, auto& value, auto& read) { value = std::move(read); });

// ---- numbers with their units

inline const auto add_unit = act([](Reader&, ast::Number& value, ast::UnitText& read) {
  value.span.end = read.span.end;
  value.unit = std::move(read);
});
inline const auto takes_unit = [](auto& context) {
  x3::_pass(context) = x3::_val(context).form != ast::NumberForm::percent;
};
/// `5.000`, `1/5.000 FTE`, `6.500 abitanti/FTE`, `90%`
inline const auto quantity = x3::rule<struct QuantityRule, ast::Number>{
    "quantity"} = number[keep] >> -(x3::eps[takes_unit] >> unit(kUnit)[add_unit]);

struct RatioParts {
  ast::Number counted;
  std::optional<ast::Number> served;
};
inline const auto may_be_counted = [](auto& context) {
  x3::_pass(context) = x3::_val(context).counted.form != ast::NumberForm::percent;
};
/// `1 FTE ogni 5.000 abitanti`, or the number alone
inline const auto ratio = x3::rule<struct RatioRule, RatioParts>{"ratio"} =
    quantity[into(&RatioParts::counted)] >>
    -(x3::eps[may_be_counted] >> keyword(Keyword::per) >> quantity[into(&RatioParts::served)]);

inline const auto keep_ratio = act([](Reader& reader, Operand& value, RatioParts& parts) {
  Span extent = parts.counted.span;
  if (!parts.served) {
    value = reader.expression(std::move(parts.counted), extent);
    return;
  }
  extent.end = parts.served->span.end;
  value = reader.expression(ast::Ratio{std::move(parts.counted), std::move(*parts.served)}, extent);
});

// ---- operators

inline const x3::rule<struct ExpressionRule, Operand> expression = "expression";
inline const x3::rule<struct ConjunctionRule, Operand> conjunction = "conjunction";
inline const x3::rule<struct NegationRule, Operand> negation = "negation";
inline const x3::rule<struct ComparisonRule, Operand> comparison = "comparison";
inline const x3::rule<struct SumRule, Operand> sum = "sum";
inline const x3::rule<struct ProductRule, Operand> product = "product";
inline const x3::rule<struct PortionRule, Operand> portion = "portion";
inline const x3::rule<struct SignedRule, Operand> with_sign = "with_sign";
inline const x3::rule<struct PrimaryRule, Operand> primary = "primary";

inline const auto fold = act([](Reader& reader, Operand& left, auto& read) {
  left = reader.binary(left, boost::fusion::at_c<0>(read), boost::fusion::at_c<1>(read));
});

inline const auto expression_def = conjunction[keep] >> *(operator_word(kOr) >> conjunction)[fold];

inline const auto conjunction_def = negation[keep] >> *(operator_word(kAnd) >> negation)[fold];

struct Prefixed {
  Place begin = nullptr;
  Operand operand;
};
inline auto keep_unary(ast::UnaryOp op) {
  return act([op](Reader& reader, Operand& value, Prefixed& read) {
    Span extent = read.operand.extent;
    extent.begin = reader.span(read.begin, read.begin).begin;
    value = reader.expression(ast::Unary{op, read.operand.id}, extent);
  });
}

inline const auto not_and_operand = x3::rule<struct NotRule, Prefixed>{"not"} =
    here[into(&Prefixed::begin)] >> keyword(Keyword::logical_not, &kExpression) >>
    nested(negation)[into(&Prefixed::operand)];

inline const auto negation_def =
    not_and_operand[keep_unary(ast::UnaryOp::logical_not)] | comparison[keep];

inline const auto comparison_def = sum[keep] >>
                                   -((operator_word(kComparisons) >> sum)[fold] >> not_chained);

inline const auto sum_def = product[keep] >> *(operator_sign(kSums) >> product)[fold];

inline const auto product_def = portion[keep] >> *(operator_sign(kProducts) >> portion)[fold];

// From the right: 90% di 50% di x is 90% of half of x.
inline const auto portion_def = with_sign[keep] >> -(operator_word(kOf) >> portion)[fold];

inline const auto minus_and_operand = x3::rule<struct MinusRule, Prefixed>{"minus"} =
    here[into(&Prefixed::begin)] >> sign('-', kExpression) >>
    nested(with_sign)[into(&Prefixed::operand)];

inline const auto with_sign_def =
    minus_and_operand[keep_unary(ast::UnaryOp::negate)] | primary[keep];

// ---- primaries

inline const auto keep_name = act([](Reader& reader, Operand& value, ast::Identifier& name) {
  const Span extent = name.span;
  value = reader.expression(ast::Name{std::move(name.text)}, extent);
});

inline auto truth(const Text& what) { return one_of(kTruths, what); }
inline const auto keep_truth = act([](Reader& reader, Operand& value, Found<bool>& read) {
  value = reader.expression(ast::TruthLiteral{read.meaning}, read.span);
});

/// What has ends of its own: parentheses, a function, a conditional.
struct Compound {
  Place begin = nullptr, end = nullptr;
  ast::Function function = ast::Function::minimum;
  std::vector<Operand> parts;
};
inline const auto part = nested(expression)[onto(&Compound::parts)];

inline const auto parenthesized = x3::rule<struct ParenthesizedRule, Compound>{"parenthesized"} =
    here[into(&Compound::begin)] >> open >> part >> close >> behind[into(&Compound::end)];
inline const auto keep_parenthesized = act([](Reader& reader, Operand& value, Compound& read) {
  value = {read.parts.front().id, reader.span(read.begin, read.end)};
});

inline const auto keep_function =
    act([](Reader&, Compound& value, auto& read) { value.function = read.meaning; });
inline const auto call = x3::rule<struct CallRule, Compound>{"call"} =
    here[into(&Compound::begin)] >> one_of(kFunctions, kExpression)[keep_function] >> open >> part
    >> *(semicolon >> part) >> close >> behind[into(&Compound::end)];
inline const auto keep_call = act([](Reader& reader, Operand& value, Compound& read) {
  ast::Call made{read.function, {}};
  for (const Operand& argument : read.parts) made.arguments.push_back(argument.id);
  value = reader.expression(std::move(made), reader.span(read.begin, read.end));
});

inline const auto conditional = x3::rule<struct ConditionalRule, Compound>{"conditional"} =
    here[into(&Compound::begin)] >> keyword(Keyword::if_, &kExpression) >> part >>
    keyword(Keyword::then) >> part >> keyword(Keyword::otherwise) >> part
    >> behind[into(&Compound::end)];
inline const auto keep_conditional = act([](Reader& reader, Operand& value, Compound& read) {
  const ast::Conditional made{read.parts[0].id, read.parts[1].id, read.parts[2].id};
  value = reader.expression(made, reader.span(read.begin, read.end));
});

inline const auto primary_def = ratio[keep_ratio] | parenthesized[keep_parenthesized] |
                                call[keep_call] | conditional[keep_conditional] |
                                truth(kExpression)[keep_truth] | name(kExpression)[keep_name];

BOOST_SPIRIT_DEFINE(expression, conjunction, negation, comparison, sum, product, portion, with_sign,
                    primary)

}  // namespace leps::syntax::grammar
