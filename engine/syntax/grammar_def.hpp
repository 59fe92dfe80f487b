// The grammar of expressions: precedence from the loosest to the tightest, one rule a level.
//
//   expression   a o b                       conjunction  a e b
//   negation     non a                       comparison   a almeno b, a entro 30 giorni da b,
//                                                         a tra b e c, a fra b, c,
//                                                         almeno 2 fra a, b  (never chained)
//   sum          a + b, a - b                product      a * b, a / b
//   portion      a di b, a di b o frazione   with_sign    -a
//   primary      number, day, day of the year, text, name, o.campo, sì, no, mai, (a), min(a; b),
//                somma(a per ogni o in l dove b), media(a; anni 3), membri(g),
//                se a allora b altrimenti c, tasso[a],
//                a scaglioni di a: fino a b vale c; oltre vale d,
//                per ogni o in l: a       (as far as it goes, like `altrimenti`)
#pragma once

#include "syntax/among_lexemes.hpp"
#include "syntax/grammar_numbers.hpp"
#include "syntax/level_lexemes.hpp"
#include "syntax/spoken_lexemes.hpp"
#include "syntax/term_lexemes.hpp"

#include <boost/fusion/include/at_c.hpp>

namespace leps::inline syntax::grammar {

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

/// `entro 30 giorni lavorativi da d`, `entro il 31 marzo dell'anno`
struct TermText {
  TermWord word;
  Operand first;
  std::optional<TermUnitText> unit;
  std::optional<Operand> from;
};
inline const auto keep_term_unit =
    act([](Reader&, TermText& value, TermUnitText& read) { value.unit = read; });
inline const auto keep_term_from =
    act([](Reader&, TermText& value, Operand& read) { value.from = read; });
inline const auto since = (local_word(Keyword::since) | since_in_words) >> sum[keep_term_from];
inline const auto term = x3::rule<struct TermRule, TermText>{"term"} =
    term_word[into(&TermText::word)] >> no_spoken_day >> article >> sum[into(&TermText::first)] >>
    (((term_unit[keep_term_unit]) >> since) | -since);
inline const auto fold_term = act([](Reader& reader, Operand& left, TermText& read) {
  left = reader.term(left, read.word, read.first, read.unit, read.from);
});

/// `tra a e b`, `fra p, q`
struct AmongText {
  Span word;
  std::vector<Operand> items;
  bool listed = false;
};
/// `almeno 2 fra a, b`
struct CountText {
  Operator op;
  Operand number;
  std::vector<Operand> items;
};
inline const auto set_listed = x3::eps[([](auto& context) { x3::_val(context).listed = true; })];
template <class Text>
auto more_items() {
  return +(comma >> sum[onto(&Text::items)]) >> list_ends;
}
inline const auto among = x3::rule<struct AmongRule, AmongText>{"among"} =
    among_word[into(&AmongText::word)] >> sum[onto(&AmongText::items)] >>
    ((keyword(Keyword::logical_and) >> sum[onto(&AmongText::items)]) |
     (set_listed >> more_items<AmongText>()));
inline const auto fold_among = act([](Reader& reader, Operand& left, AmongText& read) {
  left = reader.among(left, read.word, read.items, read.listed);
});
inline const auto counted_among = x3::rule<struct CountedAmongRule, CountText>{"counted_among"} =
    no_spoken_count >> count_among_follows >>
    operator_word(kComparisons)[into(&CountText::op)] >> with_sign[into(&CountText::number)] >>
    count_among_word >> sum[onto(&CountText::items)] >> more_items<CountText>();
inline const auto keep_counted = act([](Reader& reader, Operand& value, CountText& read) {
  value = reader.count_among(read.op, read.number, read.items);
});

inline const auto comparison_def = no_share_of_list >> no_spoken_comparison >>
                                   (counted_among[keep_counted] |
                                    (sum[keep] >> -(((operator_word(kComparisons) >> sum)[fold] |
                                                     term[fold_term] | among[fold_among]) >>
                                                    not_chained)));

inline const auto sum_def = product[keep] >> *(operator_sign(kSums) >> product)[fold];

inline const auto product_def = portion[keep] >> *(operator_sign(kProducts) >> portion)[fold];

// From the right: 90% di 50% di x is 90% of half of x.
inline const auto mark_fraction =
    act([](Reader& reader, Operand& whole, Span& words) { reader.with_fraction(whole, words); });
inline const auto portion_def = with_sign[keep] >> -fraction_before_of >>
                                -((operator_word(kOf) >> portion)[fold] >>
                                  -or_fraction[mark_fraction]);

inline const auto minus_and_operand = x3::rule<struct MinusRule, Prefixed>{"minus"} =
    here[into(&Prefixed::begin)] >> sign('-', kExpression) >>
    nested(with_sign)[into(&Prefixed::operand)];

inline const auto with_sign_def =
    minus_and_operand[keep_unary(ast::UnaryOp::negate)] | primary[keep];

// ---- primaries

inline auto truth(const Text& what) { return one_of(kTruths, what); }
inline const auto keep_truth = act([](Reader& reader, Operand& value, Found<bool>& read) {
  value = reader.expression(ast::TruthLiteral{read.meaning}, read.span);
});

inline const auto keep_day = act([](Reader& reader, Operand& value, DayText& read) {
  value = reader.expression(ast::DayLiteral{read.day}, read.span);
});
inline const auto keep_year_day = act([](Reader& reader, Operand& value, YearDayText& read) {
  value = reader.expression(ast::YearDayLiteral{read.day}, read.span);
});
inline const auto keep_text = act([](Reader& reader, Operand& value, ast::Quoted& read) {
  value = reader.expression(ast::TextLiteral{std::move(read.text)}, read.span);
});
enum class SpecialDay { never, survey };
constexpr Entry<SpecialDay> kSpecialDays[] = {{Keyword::never, SpecialDay::never},
                                              {Keyword::survey_date, SpecialDay::survey}};
inline const auto keep_special_day =
    act([](Reader& reader, Operand& value, Found<SpecialDay>& read) {
      const bool never = read.meaning == SpecialDay::never;
      value = reader.expression(never ? ast::Node(ast::Never{}) : ast::Node(ast::SurveyDay{}),
                                read.span);
    });

inline const auto keep_name = act([](Reader& reader, Operand& value, ast::Identifier& name) {
  const Span extent = name.span;
  value = reader.expression(ast::Name{std::move(name.text)}, extent);
});
/// `o.ore`
inline const auto field_of_row = x3::rule<struct FieldOfRowRule, ast::Field>{"field_of_row"} =
    row_of_field[into(&ast::Field::row)] >> tight_sign('.', kDot) >>
    part_name(kFieldName)[into(&ast::Field::field)];
inline const auto keep_field = act([](Reader& reader, Operand& value, ast::Field& read) {
  const Span extent{read.row.span.source, read.row.span.begin, read.field.span.end};
  value = reader.expression(std::move(read), extent);
});

/// What has ends of its own: parentheses, a function, a conditional.
struct Compound {
  Place begin = nullptr, end = nullptr;
  FunctionWord word;
  std::vector<Operand> parts;
  std::optional<ast::Aggregation> aggregation;
  ast::Identifier row, table;
  std::optional<ast::ExprId> where;
  std::optional<YearsText> years;
  std::optional<ast::Identifier> group;
};
inline const auto part = nested(expression)[onto(&Compound::parts)];

inline const auto parenthesized = x3::rule<struct ParenthesizedRule, Compound>{"parenthesized"} =
    here[into(&Compound::begin)] >> open >> part >> close >> behind[into(&Compound::end)];
inline const auto keep_parenthesized = act([](Reader& reader, Operand& value, Compound& read) {
  value = {read.parts.front().id, reader.span(read.begin, read.end)};
  reader.in_parentheses(value);
});

// ---- functions, and what goes over the rows of a table

inline const auto keep_function =
    act([](Reader&, Compound& value, FunctionWord& read) { value.word = read; });
inline const auto keep_where =
    act([](Reader&, Compound& value, Operand& read) { value.where = read.id; });
/// Goes on only where the word before the parenthesis can mean what follows.
template <class Test>
auto only_if(Test test) {
  return x3::eps[([test](auto& context) { x3::_pass(context) = test(x3::_val(context)); })];
}
template <class Choose>
auto over_rows(Choose choose) {
  return x3::eps[(
      [choose](auto& context) { x3::_val(context).aggregation = choose(x3::_val(context)); })];
}
inline const auto as_the_word_says =
    over_rows([](const Compound& value) { return value.word.aggregation; });
inline const auto counts = [](const Compound& value) {
  return value.word.aggregation == ast::Aggregation::count ||
         value.word.aggregation == ast::Aggregation::percentage;
};

/// `o in operatori`
inline const auto row_in_table = row_name[into(&Compound::row)] >> keyword(Keyword::in) >>
                                 name(kTableName)[into(&Compound::table)];
inline const auto where = keyword(Keyword::where) >> nested(expression)[keep_where];

/// Between the parentheses: `o in l dove a`
inline const auto counted_rows = only_if(counts) >> as_the_word_says >> row_in_table >>
                                 (where | only_if([](const Compound& value) {
                                    return value.word.aggregation != ast::Aggregation::percentage;
                                  }));
/// Behind the first part: `per ogni o in l dove a`
inline const auto rows_behind = only_if([](const Compound& value) {
                                  return value.word.aggregation.has_value();
                                }) >>
                                keyword(Keyword::for_every) >> as_the_word_says >> row_in_table >>
                                -where;
/// Behind the first part: `; anni 2`
inline const auto years_behind = only_if([](const Compound& value) {
                                   return value.word.aggregation == ast::Aggregation::sum;
                                 }) >>
                                 semicolon >>
                                 local_word(Keyword::years) >> years[into(&Compound::years)];
/// The same of a mean. Who writes `media(a; b)` wants no years.
inline const auto mean_of_years_behind =
    only_if([](const Compound& value) {
      return value.word.aggregation == ast::Aggregation::mean;
    }) >>
    years_follow >> semicolon >> local_word(Keyword::years) >> years[into(&Compound::years)];
/// Behind the first part: `; gruppo`
inline const auto group_behind = only_if([](const Compound& value) { return value.word.total; }) >>
                                 semicolon >> name(kGroupName)[into(&Compound::group)];
/// Behind the first part: `; b; c`
inline const auto arguments_behind = only_if([](const Compound& value) {
                                       return value.word.function.has_value();
                                     }) >>
                                     *(semicolon >> part);

/// Between the parentheses: `gruppo`
inline const auto members_of_group = only_if([](const Compound& value) {
                                       return value.word.members;
                                     }) >>
                                     name(kGroupName)[into(&Compound::group)];

inline const auto call = x3::rule<struct CallRule, Compound>{"call"} =
    here[into(&Compound::begin)] >> function_name[keep_function] >> open >>
    (counted_rows | members_of_group |
     (only_if([](const Compound& value) { return !counts(value) && !value.word.members; }) >>
      part >>
      (rows_behind | years_behind | mean_of_years_behind | group_behind | arguments_behind))) >>
    close >> behind[into(&Compound::end)];

/// `per ogni o in l dove a: b`, `esiste o in l dove a: b`
inline const auto quantified = x3::rule<struct QuantifiedRule, Compound>{"quantified"} =
    here[into(&Compound::begin)] >>
    ((keyword(Keyword::for_every, &kExpression) >>
      over_rows([](const Compound&) { return ast::Aggregation::for_every; }) >> row_in_table >>
      -where >> colon >> part) |
     (keyword(Keyword::exists, &kExpression) >>
      over_rows([](const Compound&) { return ast::Aggregation::exists; }) >> row_in_table >>
      -where >> -(colon >> part))) >>
    behind[into(&Compound::end)];

inline const auto keep_call = act([](Reader& reader, Operand& value, Compound& read) {
  const Span extent = reader.span(read.begin, read.end);
  if (read.aggregation) {
    ast::Aggregate made{
        *read.aggregation, std::move(read.row), std::move(read.table), {}, read.where};
    if (!read.parts.empty()) made.body = read.parts.front().id;
    value = reader.expression(std::move(made), extent);
  } else if (read.years) {
    const Operand& datum = read.parts.front();
    if (!reader.is_name(datum)) {
      reader.report(Code::syntax_years_of_datum, datum.extent)
          .hint({"somma ogni dato da solo, e poi combina le somme",
                 "sum each datum by itself, and then combine the sums"});
    }
    const bool mean = read.word.aggregation == ast::Aggregation::mean;
    value = reader.expression(ast::OverYears{mean, datum.id, read.years->years, read.years->span},
                              extent);
  } else if (read.word.members) {
    value = reader.expression(ast::GroupSize{std::move(*read.group)}, extent);
  } else if (read.group) {
    value =
        reader.expression(ast::GroupTotal{read.parts.front().id, std::move(*read.group)}, extent);
  } else {
    ast::Call made{*read.word.function, {}};
    for (const Operand& argument : read.parts) made.arguments.push_back(argument.id);
    value = reader.expression(std::move(made), extent);
  }
});

/// `a scaglioni di x: fino a A vale r; fino a B vale s; oltre vale u`
inline const auto band = local_word(Keyword::up_to) >> sum[onto(&Compound::parts)] >>
                         keyword(Keyword::is) >> sum[onto(&Compound::parts)] >> semicolon;
inline const auto bands = x3::rule<struct BandsRule, Compound>{"bands"} =
    here[into(&Compound::begin)] >> bands_follow >> local_word(Keyword::by_bands) >>
    nested(sum)[onto(&Compound::parts)] >> colon >> +band >> local_word(Keyword::beyond) >>
    keyword(Keyword::is) >> sum[onto(&Compound::parts)] >> behind[into(&Compound::end)];
inline const auto keep_bands = act([](Reader& reader, Operand& value, Compound& read) {
  ast::Bands made{read.parts.front().id, {}, read.parts.back().id};
  for (std::size_t i = 1; i + 2 < read.parts.size(); i += 2) {
    made.bands.push_back({read.parts[i].id, read.parts[i + 1].id});
  }
  value = reader.expression(std::move(made), reader.span(read.begin, read.end));
});

/// `tasso[f.fascia]`, behind the name
inline const auto index = opens_index >> nested(expression) >> sign(']', kCloseRange) >> behind;
inline const auto fold_index = act([](Reader& reader, Operand& value, auto& read) {
  Span extent = value.extent;
  const Place end = boost::fusion::at_c<1>(read);
  extent.end = reader.span(end, end).begin;
  value = reader.expression(ast::Lookup{value.id, boost::fusion::at_c<0>(read).id}, extent);
});

inline const auto conditional = x3::rule<struct ConditionalRule, Compound>{"conditional"} =
    here[into(&Compound::begin)] >> keyword(Keyword::if_, &kExpression) >> part >>
    keyword(Keyword::then) >> part >> keyword(Keyword::otherwise) >> part
    >> behind[into(&Compound::end)];
inline const auto keep_conditional = act([](Reader& reader, Operand& value, Compound& read) {
  const ast::Conditional made{read.parts[0].id, read.parts[1].id, read.parts[2].id};
  value = reader.expression(made, reader.span(read.begin, read.end));
});

// `o.ore` comes first: the row may be called as a keyword is, `o` among them.
inline const auto primary_def = no_spoken_part >> no_spoken_function >> no_spoken_survey_day >>
                                no_article >>
                                (field_of_row[keep_field] | year_day_in_expression[keep_year_day] |
                                 day_in_expression[keep_day] | ratio[keep_ratio] |
                                 parenthesized[keep_parenthesized] | call[keep_call] |
                                 conditional[keep_conditional] | bands[keep_bands] |
                                 quantified[keep_call] | truth(kExpression)[keep_truth] |
                                 one_of(kSpecialDays, kExpression)[keep_special_day] |
                                 quoted[keep_text] |
                                 (no_function >> !bands_follow >> no_unknown_call >>
                                  name(kExpression)[keep_name] >> -index[fold_index]));

BOOST_SPIRIT_DEFINE(expression, conjunction, negation, comparison, sum, product, portion, with_sign,
                    primary)

}  // namespace leps::inline syntax::grammar
