// The grammar of numbers with their units.
#pragma once

#include "syntax/grammar_actions.hpp"

namespace leps::inline syntax::grammar {

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
/// Reads nothing, and fails; refuses `per 5.000 abitanti` behind `1 FTE`.
inline const auto level_in_words =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      reader.refuse_level_in_words(at);
      return false;
    });
inline const auto may_be_counted = [](auto& context) {
  x3::_pass(context) = x3::_val(context).counted.form != ast::NumberForm::percent;
};
/// `1 FTE ogni 5.000 abitanti`, or the number alone
inline const auto ratio = x3::rule<struct RatioRule, RatioParts>{"ratio"} =
    quantity[into(&RatioParts::counted)] >>
    -(x3::eps[may_be_counted] >> (keyword(Keyword::per) | level_in_words) >>
      quantity[into(&RatioParts::served)]);

inline const auto keep_ratio = act([](Reader& reader, Operand& value, RatioParts& parts) {
  Span extent = parts.counted.span;
  if (!parts.served) {
    value = reader.expression(std::move(parts.counted), extent);
    return;
  }
  extent.end = parts.served->span.end;
  value = reader.expression(ast::Ratio{std::move(parts.counted), std::move(*parts.served)}, extent);
});

}  // namespace leps::inline syntax::grammar
