// The grammar of types and of values: of a period, of what parameters and examples are given, of
// the rows of a table.
#pragma once

#include "syntax/grammar_def.hpp"
#include "syntax/name_mistakes.hpp"

namespace leps::inline syntax::grammar {

/// A rule that needs no other rule: `rule<struct SourceRule, ast::SourceDecl>()`.
template <class Tag, class Attribute>
constexpr auto rule() {
  return x3::rule<Tag, Attribute>{"clause"};
}

// ---- periods

struct PeriodParts {
  Place begin = nullptr, end = nullptr;
  Period period;
};
inline const auto period_parts = rule<struct PeriodPartsRule, PeriodParts>() =
    here[into(&PeriodParts::begin)] >>
    day[act([](Reader&, PeriodParts& value, Day read) { value.period.from = read; })] >>
    -(keyword(Keyword::to) >>
      day[act([](Reader&, PeriodParts& value, Day read) { value.period.to = read; })]) >>
    behind[into(&PeriodParts::end)];

inline const auto period = rule<struct PeriodRule, ast::PeriodText>() =
    period_parts[act([](Reader& reader, ast::PeriodText& value, PeriodParts& parts) {
      const Period& read = parts.period;
      if (read.to && *read.to < read.from) {
        reader
            .refuse(Code::syntax_period_backwards, parts.begin, parts.end,
                    {to_iso(read.from), to_iso(*read.to)})
            .hint({"forse le due date sono scambiate", "the two dates may be swapped"});
      }
      value = {read, reader.span(parts.begin, parts.end)};
    })];

// ---- types

struct TypeParts {
  Place begin = nullptr, end = nullptr;
  decltype(ast::TypeText::type) type;
};
template <class Type>
auto is_type() {
  return act([](Reader&, TypeParts& value, auto&) { value.type = Type{}; });
}
inline const auto add_choice = act([](Reader&, TypeParts& value, ast::Identifier& word) {
  if (!std::holds_alternative<ast::ChoiceType>(value.type)) value.type = ast::ChoiceType{};
  std::get<ast::ChoiceType>(value.type).values.push_back(std::move(word));
});
inline const auto add_unit_type = act([](Reader& reader, TypeParts& value, ast::UnitText& read) {
  // `text` in an Italian file would be a unit here, and a type once it is printed in English.
  const Language foreign = other(reader.language());
  for (const Keyword known : {Keyword::day, Keyword::period, Keyword::timetable, Keyword::text}) {
    if (read.factors.front().symbol.text != word(known, foreign)) continue;
    const Span extent = read.factors.front().symbol.span;
    const Place begin = reader.begin() + extent.begin, end = reader.begin() + extent.end;
    const std::string meant(word(known, reader.language()));
    reader.mend(reader.refuse(Code::syntax_other_language, begin, end,
                              {word(known, foreign), meant, name_of(reader.language())}),
                begin, end, meant, reader.readings_of_foreign_word());
  }
  const Place begin = reader.begin() + read.span.begin, end = reader.begin() + read.span.end;
  if (!reader.refused()) refuse_list_without_keyword(reader, begin, end);
  value.type = std::move(read);
});
inline const auto type_parts = rule<struct TypePartsRule, TypeParts>() =
    no_spoken_type >> here[into(&TypeParts::begin)] >>
    (keyword(Keyword::share, &kType)[is_type<ast::ShareType>()] |
     keyword(Keyword::number, &kType)[is_type<ast::NumberType>()] |
     (keyword(Keyword::yes, &kType) >> sign('/', kSlash) >>
      keyword(Keyword::no))[is_type<ast::TruthType>()] |
     (keyword(Keyword::one_of, &kType) >> name(kChoiceName)[add_choice] % comma) |
     local_word(Keyword::day, &kType)[is_type<ast::DayType>()] |
     local_word(Keyword::period, &kType)[is_type<ast::PeriodType>()] |
     local_word(Keyword::timetable, &kType)[is_type<ast::TimetableType>()] |
     local_word(Keyword::text, &kType)[is_type<ast::TextType>()] | unit(kType)[add_unit_type]) >>
    behind[into(&TypeParts::end)];
inline const auto type = rule<struct TypeRule, ast::TypeText>() =
    type_parts[act([](Reader& reader, ast::TypeText& value, TypeParts& parts) {
      value = {std::move(parts.type), reader.span(parts.begin, parts.end)};
    })];

// ---- values: what parameters and examples are given

inline const auto minus_and_ratio = rule<struct MinusRatioRule, Prefixed>() =
    here[into(&Prefixed::begin)] >> sign('-', kNumber) >>
    (rule<struct RatioOperandRule, Operand>() = ratio[keep_ratio])[into(&Prefixed::operand)];
inline const auto amount = rule<struct AmountRule, Operand>() =
    minus_and_ratio[keep_unary(ast::UnaryOp::negate)] | ratio[keep_ratio];
inline const auto literal = rule<struct LiteralRule, Operand>() =
    amount[keep] | truth(kTruth)[keep_truth] | name(kChoiceName)[keep_name];
inline const auto plain_number = rule<struct PlainNumberRule, Operand>() =
    number[act([](Reader& reader, Operand& value, ast::Number& read) {
      const Span extent = read.span;
      value = reader.expression(std::move(read), extent);
    })];

struct EndOfRange {
  bool negative = false;
  Place begin = nullptr;
  ast::Number number;
};
inline const auto end_of_range = rule<struct EndOfRangeRule, ast::Number>() =
    (rule<struct SignedNumberRule, EndOfRange>() =
         here[into(&EndOfRange::begin)] >>
         -sign('-',
               kNumber)[act([](Reader&, EndOfRange& value, auto&) { value.negative = true; })] >>
         number[into(&EndOfRange::number)])[act(
        [](Reader& reader, ast::Number& value, EndOfRange& read) {
          value = std::move(read.number);
          value.span.begin = reader.span(read.begin, read.begin).begin;
          if (!read.negative) return;
          std::string negative(1, '-');  // insert() makes GCC 12 see an overlap that is not there
          value.digits = std::move(negative.append(value.digits));
          value.value = -value.value;
        })];

struct ValueParts {
  Place begin = nullptr, end = nullptr;
  decltype(ast::Value::value) value;
};
inline const auto set_value =
    act([](Reader&, ValueParts& value, auto& read) { value.value = std::move(read); });
inline const auto set_literal =
    act([](Reader&, ValueParts& value, Operand& read) { value.value = read.id; });

/// Behind the bracket: `22; 26] FTE`
inline const auto range = rule<struct RangeRule, ast::Range>() =
    end_of_range[into(&ast::Range::lo)] >>
    (semicolon | comma) >> end_of_range[into(&ast::Range::hi)] >> sign(']', kCloseRange) >>
    -unit(kUnit)[act([](Reader&, ast::Range& value, ast::UnitText& read) {
      value.lo.unit = read;
      value.hi.unit = std::move(read);
    })];

inline const auto unknown_value = sign(
    '?',
    kUnknownValue)[act([](Reader&, ValueParts& value, auto&) { value.value = ast::Unknown{}; })];
inline const auto period_value = keyword(Keyword::from) >> period[set_value];
inline const auto in_brackets = sign('[', kOpenRange) >> range[set_value];
/// A literal, or what only data can be: a day, `mai`, a text.
inline const auto datum_literal = rule<struct DatumLiteralRule, Operand>() =
    day_in_expression[keep_day] | one_of(kSpecialDays, kDayValue)[keep_special_day] |
    quoted[keep_text] | literal[keep];

inline const auto keep_value = act([](Reader& reader, auto& value, ValueParts& parts) {
  value = ast::Value{std::move(parts.value), reader.span(parts.begin, parts.end)};
});
/// What one cell may be worth.
inline const auto cell_value = rule<struct CellValueRule, ast::Value>() =
    (rule<struct CellPartsRule, ValueParts>() =
         here[into(&ValueParts::begin)] >>
         (unknown_value | in_brackets | period_value | datum_literal[set_literal]) >>
         behind[into(&ValueParts::end)])[keep_value];
inline const auto gap_value = rule<struct GapValueRule, ast::Value>() =
    (rule<struct GapPartsRule, ValueParts>() =
         here[into(&ValueParts::begin)] >> (unknown_value | in_brackets | amount[set_literal]) >>
         behind[into(&ValueParts::end)])[keep_value];

// ---- rows

inline const auto cell = rule<struct CellRule, ast::Given>() =
    part_name(kFieldName)[into(&ast::Given::datum)] >> equals >>
    cell_value[into(&ast::Given::value)];

struct RowParts {
  Place begin = nullptr, end = nullptr;
  ast::Row row;
};
inline const auto row = rule<struct RowRule, ast::Row>() =
    (rule<struct RowPartsRule, RowParts>() =
         here[into(&RowParts::begin)] >>
         -times[act([](Reader&, RowParts& value, int read) { value.row.times = read; })] >> open >>
         cell[act([](Reader&, RowParts& value, ast::Given& read) {
           value.row.cells.push_back(std::move(read));
         })] %
             semicolon >>
         close >>
         behind[into(&RowParts::end)])[act([](Reader& reader, ast::Row& value, RowParts& parts) {
      value = std::move(parts.row);
      value.span = reader.span(parts.begin, parts.end);
      reader.count_row(parts.begin, parts.end, value.times);
    })];
/// Behind the bracket: `(…); (…)]`
inline const auto rows = rule<struct RowsRule, ast::Rows>() = -(row[onto(&ast::Rows::rows)] %
                                                                semicolon) >>
                                                              sign(']', kCloseRange);

inline const auto given_value = rule<struct GivenValueRule, ast::Value>() =
    (rule<struct GivenPartsRule, ValueParts>() =
         here[into(&ValueParts::begin)] >>
         (unknown_value | (sign('[', kOpenRange) >> (rows[set_value] | range[set_value])) |
          period_value | datum_literal[set_literal]) >>
         behind[into(&ValueParts::end)])[keep_value];

}  // namespace leps::inline syntax::grammar
