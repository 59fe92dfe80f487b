// The grammar of clauses, on top of that of expressions: the one file in which Spirit is compiled.
#include "syntax/grammar.hpp"

#include "syntax/grammar_def.hpp"

#include <array>

namespace leps::syntax {
namespace grammar {
namespace {

template <class Rule, class Attribute>
bool read(Reader& reader, const Rule& rule, Attribute& attribute) {
  reader.begin_clause();
  Place at = reader.at();
  const bool matched = x3::parse(at, reader.end(), x3::with<ReaderTag>(reader)[rule], attribute);
  if (!matched || reader.refused()) return false;
  reader.go_to(at);
  return true;
}

/// A rule that needs no other rule: `rule<struct SourceRule, ast::SourceDecl>()`.
template <class Tag, class Attribute>
constexpr auto rule() {
  return x3::rule<Tag, Attribute>{"clause"};
}

constexpr Entry<Confidence> kConfidences[] = {{Keyword::verified, Confidence::verificato},
                                              {Keyword::unverified, Confidence::da_verificare},
                                              {Keyword::assumption, Confidence::ipotesi}};
constexpr Entry<Verdict> kVerdictWords[] = {{Keyword::met, Verdict::soddisfatto},
                                            {Keyword::partial, Verdict::parziale},
                                            {Keyword::unmet, Verdict::non_soddisfatto},
                                            {Keyword::undetermined, Verdict::non_valutabile},
                                            {Keyword::not_applicable, Verdict::non_applicabile},
                                            {Keyword::not_in_force, Verdict::non_vigente}};
constexpr Entry<ast::Criterion> kCriteria[] = {
    {Keyword::category, ast::Criterion::category},
    {Keyword::causes_first, ast::Criterion::causes_first},
    {Keyword::relative_gap, ast::Criterion::relative_gap},
    {Keyword::cost, ast::Criterion::cost},
    {Keyword::beneficiaries, ast::Criterion::beneficiaries},
    {Keyword::deadline, ast::Criterion::deadline},
    {Keyword::score, ast::Criterion::score}};

const auto keep_id = act([](Reader&, auto& value, Operand& read) { value = read.id; });
template <class Struct, class Member>
auto id_into(Member Struct::*member) {
  return act([member](Reader&, Struct& value, Operand& read) { value.*member = read.id; });
}
template <class Struct>
auto confidence_into(std::optional<ast::ConfidenceText> Struct::*member) {
  return act([member](Reader&, Struct& value, auto& read) {
    value.*member = ast::ConfidenceText{read.meaning, read.span};
  });
}
const auto confidence = one_of(kConfidences, kConfidence);

// ---- periods

struct PeriodParts {
  Place begin = nullptr, end = nullptr;
  Period period;
};
const auto period_parts = rule<struct PeriodPartsRule, PeriodParts>() =
    here[into(&PeriodParts::begin)] >>
    day[act([](Reader&, PeriodParts& value, Day read) { value.period.from = read; })] >>
    -(keyword(Keyword::to) >>
      day[act([](Reader&, PeriodParts& value, Day read) { value.period.to = read; })]) >>
    behind[into(&PeriodParts::end)];

const auto period = rule<struct PeriodRule, ast::PeriodText>() =
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
const auto add_choice = act([](Reader&, TypeParts& value, ast::Identifier& word) {
  if (!std::holds_alternative<ast::ChoiceType>(value.type)) value.type = ast::ChoiceType{};
  std::get<ast::ChoiceType>(value.type).values.push_back(std::move(word));
});
const auto add_unit_type = act([](Reader& reader, TypeParts& value, ast::UnitText& read) {
  // `text` in an Italian file would be a unit here, and a type once it is printed in English.
  const Language other =
      reader.language() == Language::italian ? Language::english : Language::italian;
  for (const Keyword known : {Keyword::day, Keyword::period, Keyword::timetable, Keyword::text}) {
    if (read.factors.front().symbol.text != word(known, other)) continue;
    const Span where = read.factors.front().symbol.span;
    reader.refuse(Code::syntax_other_language, reader.begin() + where.begin,
                  reader.begin() + where.end,
                  {word(known, other), word(known, reader.language()), name_of(reader.language())});
  }
  value.type = std::move(read);
});
const auto type_parts = rule<struct TypePartsRule, TypeParts>() =
    here[into(&TypeParts::begin)] >>
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
const auto type = rule<struct TypeRule, ast::TypeText>() =
    type_parts[act([](Reader& reader, ast::TypeText& value, TypeParts& parts) {
      value = {std::move(parts.type), reader.span(parts.begin, parts.end)};
    })];

// ---- values: what parameters and examples are given

const auto minus_and_ratio = rule<struct MinusRatioRule, Prefixed>() =
    here[into(&Prefixed::begin)] >> sign('-', kNumber) >>
    (rule<struct RatioOperandRule, Operand>() = ratio[keep_ratio])[into(&Prefixed::operand)];
const auto amount = rule<struct AmountRule, Operand>() =
    minus_and_ratio[keep_unary(ast::UnaryOp::negate)] | ratio[keep_ratio];
const auto literal = rule<struct LiteralRule, Operand>() =
    amount[keep] | truth(kTruth)[keep_truth] | name(kChoiceName)[keep_name];
const auto plain_number = rule<struct PlainNumberRule, Operand>() =
    number[act([](Reader& reader, Operand& value, ast::Number& read) {
      const Span extent = read.span;
      value = reader.expression(std::move(read), extent);
    })];

struct EndOfRange {
  bool negative = false;
  Place begin = nullptr;
  ast::Number number;
};
const auto end_of_range = rule<struct EndOfRangeRule, ast::Number>() =
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
const auto set_value =
    act([](Reader&, ValueParts& value, auto& read) { value.value = std::move(read); });
const auto set_literal =
    act([](Reader&, ValueParts& value, Operand& read) { value.value = read.id; });

/// Behind the bracket: `22; 26] FTE`
const auto range = rule<struct RangeRule, ast::Range>() =
    end_of_range[into(&ast::Range::lo)] >>
    (semicolon | comma) >> end_of_range[into(&ast::Range::hi)] >> sign(']', kCloseRange) >>
    -unit(kUnit)[act([](Reader&, ast::Range& value, ast::UnitText& read) {
      value.lo.unit = read;
      value.hi.unit = std::move(read);
    })];

const auto unknown_value = sign(
    '?',
    kUnknownValue)[act([](Reader&, ValueParts& value, auto&) { value.value = ast::Unknown{}; })];
const auto period_value = keyword(Keyword::from) >> period[set_value];
const auto in_brackets = sign('[', kOpenRange) >> range[set_value];
/// A literal, or what only data can be: a day, `mai`, a text.
const auto datum_literal = rule<struct DatumLiteralRule, Operand>() =
    day_in_expression[keep_day] | one_of(kSpecialDays, kDayValue)[keep_special_day] |
    quoted[keep_text] | literal[keep];

const auto keep_value = act([](Reader& reader, auto& value, ValueParts& parts) {
  value = ast::Value{std::move(parts.value), reader.span(parts.begin, parts.end)};
});
/// What one cell may be worth.
const auto cell_value = rule<struct CellValueRule, ast::Value>() =
    (rule<struct CellPartsRule, ValueParts>() =
         here[into(&ValueParts::begin)] >>
         (unknown_value | in_brackets | period_value | datum_literal[set_literal]) >>
         behind[into(&ValueParts::end)])[keep_value];
const auto gap_value = rule<struct GapValueRule, ast::Value>() =
    (rule<struct GapPartsRule, ValueParts>() =
         here[into(&ValueParts::begin)] >> (unknown_value | in_brackets | amount[set_literal]) >>
         behind[into(&ValueParts::end)])[keep_value];

// ---- rows

const auto cell = rule<struct CellRule, ast::Given>() =
    part_name(kFieldName)[into(&ast::Given::datum)] >> equals >>
    cell_value[into(&ast::Given::value)];

struct RowParts {
  Place begin = nullptr, end = nullptr;
  ast::Row row;
};
const auto row = rule<struct RowRule, ast::Row>() =
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
const auto rows = rule<struct RowsRule, ast::Rows>() = -(row[onto(&ast::Rows::rows)] % semicolon) >>
                                                       sign(']', kCloseRange);

const auto given_value = rule<struct GivenValueRule, ast::Value>() =
    (rule<struct GivenPartsRule, ValueParts>() =
         here[into(&ValueParts::begin)] >>
         (unknown_value | (sign('[', kOpenRange) >> (rows[set_value] | range[set_value])) |
          period_value | datum_literal[set_literal]) >>
         behind[into(&ValueParts::end)])[keep_value];

// ---- headers of blocks

const auto extended = rule<struct ExtendsRule, ast::File::Extends>() =
    keyword(Keyword::extends) >> package_name[into(&ast::File::Extends::package)] >>
    keyword(Keyword::version) >> quoted[into(&ast::File::Extends::version)];
const auto package = rule<struct PackageRule, ast::File>() =
    package_name[into(&ast::File::package)] >>
    keyword(Keyword::version) >> quoted[into(&ast::File::version)] >>
    -extended[into(&ast::File::extends)];

const auto source = rule<struct SourceRule, ast::SourceDecl>() =
    name(kSourceName)[into(&ast::SourceDecl::name)] >> quoted[into(&ast::SourceDecl::title)];

const auto units = rule<struct UnitsRule, ast::UnitsDecl>() =
    unit_name[onto(&ast::UnitsDecl::symbols)] % comma;

const auto category = rule<struct CategoryRule, ast::CategoryDecl>() =
    name(kCategoryName)[into(&ast::CategoryDecl::name)] >> quoted[into(&ast::CategoryDecl::title)];

/// `NAME : TYPE ["…"]`
template <class Declaration>
auto typed(const Text& what) {
  return name(what)[into(&Declaration::name)] >> colon >> type[into(&Declaration::type)] >>
         -quoted[into(&Declaration::title)];
}
const auto datum = rule<struct DatumRule, ast::DatumDecl>() = typed<ast::DatumDecl>(kDatumName);
const auto parameter = rule<struct ParameterRule, ast::ParameterDecl>() =
    typed<ast::ParameterDecl>(kParameterName);
const auto computed = rule<struct ComputedRule, ast::ComputedDecl>() =
    typed<ast::ComputedDecl>(kComputedName) >> equals >>
    expression[id_into(&ast::ComputedDecl::value)];

const auto field = rule<struct FieldRule, ast::FieldDecl>() =
    part_name(kFieldName)[into(&ast::FieldDecl::name)] >> colon >>
    type[into(&ast::FieldDecl::type)] >> -quoted[into(&ast::FieldDecl::title)];
const auto table = rule<struct TableRule, ast::TableDecl>() =
    name(kTableName)[into(&ast::TableDecl::name)] >> -quoted[into(&ast::TableDecl::title)];
const auto group = rule<struct GroupRule, ast::GroupDecl>() =
    name(kGroupName)[into(&ast::GroupDecl::name)] >> quoted[into(&ast::GroupDecl::title)];

constexpr Entry<bool> kSeverities[] = {{Keyword::error, true}, {Keyword::warning, false}};
const auto check = rule<struct CheckRule, ast::CheckDecl>() =
    name(kCheckName)[into(&ast::CheckDecl::name)] >> quoted[into(&ast::CheckDecl::title)] >>
    -one_of(kSeverities, kSeverity)[act([](Reader&, ast::CheckDecl& value, auto& read) {
      value.error = read.meaning;
    })] >>
    -colon >> expression[id_into(&ast::CheckDecl::condition)];

const auto rule_head = rule<struct RuleHeadRule, ast::RuleDecl>() =
    name(kRuleName)[into(&ast::RuleDecl::name)] >> quoted[into(&ast::RuleDecl::title)];

const auto ordering = rule<struct OrderingRule, ast::OrderingDecl>() =
    name(kOrderingName)[into(&ast::OrderingDecl::name)];

const auto example = rule<struct ExampleRule, ast::ExampleDecl>() =
    quoted[into(&ast::ExampleDecl::title)];

// ---- clauses

const auto parameter_value = rule<struct ParameterValueRule, ast::ParameterValue>() =
    period[into(&ast::ParameterValue::period)] >>
    keyword(Keyword::is) >> literal[id_into(&ast::ParameterValue::value)];

const auto in_force = rule<struct InForceRule, InForce>() =
    keyword(Keyword::from) >> period[into(&InForce::period)] >>
    -confidence[confidence_into(&InForce::confidence)];

const auto sources = rule<struct SourcesRule, std::vector<ast::Identifier>>() =
    name(kSourceName)[act([](Reader&, std::vector<ast::Identifier>& value, ast::Identifier& read) {
      value.push_back(std::move(read));
    })] %
    comma;

const auto after = rule<struct AfterRule, ast::RuleDecl>() =
    name(kRuleName)[onto(&ast::RuleDecl::after)] % comma >>
    -confidence[confidence_into(&ast::RuleDecl::after_confidence)];

const auto requirement = rule<struct RequirementRule, ast::Requirement>() =
    part_name(kRequirementName)[into(&ast::Requirement::name)] >>
    -quoted[into(&ast::Requirement::title)] >> colon >>
    expression[id_into(&ast::Requirement::condition)];

const auto amended_parameter = rule<struct AmendedParameterRule, ast::ParameterAmendment>() =
    name(kParameterName)[into(&ast::ParameterAmendment::name)];
const auto amended_requirement = rule<struct AmendedRequirementRule, ast::RequirementAmendment>() =
    name(kRuleName)[into(&ast::RequirementAmendment::rule)] >>
    tight_sign('.', kDot) >> requirement[into(&ast::RequirementAmendment::requirement)];

const auto precedence = rule<struct PrecedenceRule, std::vector<ast::Quoted>>() =
    (rule<struct OriginRule, ast::Quoted>() =
         quoted[keep] | name(kOrigin)[act([](Reader&, ast::Quoted& value, ast::Identifier& read) {
           value = {std::move(read.text), read.span};
         })])[act([](Reader&, std::vector<ast::Quoted>& value, ast::Quoted& read) {
      value.push_back(std::move(read));
    })] %
    comma;

const auto guarded = rule<struct GuardedRule, ast::GuardedClause>() =
    expression[id_into(&ast::GuardedClause::condition)] >>
    -confidence[confidence_into(&ast::GuardedClause::confidence)];

const auto year_clause = rule<struct YearRule, YearText>() = year[keep];

const auto criteria = rule<struct CriteriaRule, ast::OrderingDecl>() =
    one_of(kCriteria, kCriterion)[act([](Reader&, ast::OrderingDecl& value, auto& read) {
      value.criteria.push_back(read.meaning);
      value.criterion_spans.push_back(read.span);
    })] %
    comma;

const auto given = rule<struct GivenRule, ast::Given>() =
    name(kDatumName)[into(&ast::Given::datum)] >> equals >> given_value[into(&ast::Given::value)];

struct ExpectedParts {
  Place begin = nullptr, end = nullptr;
  ast::Expected expected;
};
const auto add_to_path = act([](Reader&, ExpectedParts& value, ast::Identifier& read) {
  value.expected.path.push_back(std::move(read));
});
constexpr Entry<ast::NoValue> kNoValues[] = {{Keyword::not_in_force, ast::NoValue::not_in_force},
                                             {Keyword::undetermined, ast::NoValue::unknown}};
const auto set_expected =
    act([](Reader&, ExpectedParts& value, auto& read) { value.expected.what = std::move(read); });
const auto set_no_value =
    act([](Reader&, ExpectedParts& value, auto& read) { value.expected.what = read.meaning; });
const auto set_no_finding = act(
    [](Reader&, ExpectedParts& value, auto&) { value.expected.what = ast::ExpectedFinding::none; });
const auto set_finding = act([](Reader&, ExpectedParts& value, auto&) {
  value.expected.what = ast::ExpectedFinding::raised;
});

/// `non_soddisfatto lacuna 2 FTE costo 80.000 euro`
const auto outcome = rule<struct OutcomeRule, ast::ExpectedOutcome>() =
    one_of(kVerdictWords, kVerdict)[act([](Reader&, ast::ExpectedOutcome& value, auto& read) {
      value.verdict = read.meaning;
    })] >>
    -(keyword(Keyword::gap) >> gap_value[into(&ast::ExpectedOutcome::gap)]) >>
    -(keyword(Keyword::cost) >> gap_value[into(&ast::ExpectedOutcome::cost)]);
const auto expected = rule<struct ExpectedRule, ast::Expected>() =
    (rule<struct ExpectedPartsRule, ExpectedParts>() =
         here[into(&ExpectedParts::begin)] >> name(kEntryName)[add_to_path] >>
         ((tight_sign('.', kDot) >> part_name(kRequirementName)[add_to_path] >>
           outcome[set_expected]) |
          outcome[set_expected] |
          (equals >> (one_of(kNoValues, kNoValue)[set_no_value] | cell_value[set_expected])) |
          local_word(Keyword::raised)[set_finding] |
          (keyword(Keyword::logical_not) >> local_word(Keyword::raised))[set_no_finding]) >>
         behind[into(&ExpectedParts::end)])[act(
        [](Reader& reader, ast::Expected& value, ExpectedParts& parts) {
          value = std::move(parts.expected);
          value.span = reader.span(parts.begin, parts.end);
        })];

const auto expression_clause = rule<struct ExpressionClauseRule, ast::ExprId>() =
    expression[keep_id];
const auto bound_clause = rule<struct BoundClauseRule, ast::ExprId>() = amount[keep_id];
const auto number_clause = rule<struct NumberClauseRule, ast::ExprId>() = plain_number[keep_id];

}  // namespace
}  // namespace grammar

bool read_package(Reader& reader, ast::File& file) {
  return grammar::read(reader, grammar::package, file);
}
bool read_source(Reader& reader, ast::SourceDecl& source) {
  return grammar::read(reader, grammar::source, source);
}
bool read_units(Reader& reader, ast::UnitsDecl& units) {
  return grammar::read(reader, grammar::units, units);
}
bool read_category(Reader& reader, ast::CategoryDecl& category) {
  return grammar::read(reader, grammar::category, category);
}
bool read_datum(Reader& reader, ast::DatumDecl& datum) {
  return grammar::read(reader, grammar::datum, datum);
}
bool read_parameter(Reader& reader, ast::ParameterDecl& parameter) {
  return grammar::read(reader, grammar::parameter, parameter);
}
bool read_computed(Reader& reader, ast::ComputedDecl& computed) {
  return grammar::read(reader, grammar::computed, computed);
}
bool read_table(Reader& reader, ast::TableDecl& table) {
  return grammar::read(reader, grammar::table, table);
}
bool read_group(Reader& reader, ast::GroupDecl& group) {
  return grammar::read(reader, grammar::group, group);
}
bool read_check(Reader& reader, ast::CheckDecl& check) {
  return grammar::read(reader, grammar::check, check);
}
bool read_amended(Reader& reader, Keyword& what) {
  constexpr std::array kAmended = {Keyword::parameter, Keyword::requirement};
  return grammar::read(reader, grammar::any_keyword(kAmended), what);
}
bool read_amended_parameter(Reader& reader, ast::ParameterAmendment& amendment) {
  return grammar::read(reader, grammar::amended_parameter, amendment);
}
bool read_amended_requirement(Reader& reader, ast::RequirementAmendment& amendment) {
  return grammar::read(reader, grammar::amended_requirement, amendment);
}
bool read_rule(Reader& reader, ast::RuleDecl& rule) {
  return grammar::read(reader, grammar::rule_head, rule);
}
bool read_ordering(Reader& reader, ast::OrderingDecl& ordering) {
  return grammar::read(reader, grammar::ordering, ordering);
}
bool read_example(Reader& reader, ast::ExampleDecl& example) {
  return grammar::read(reader, grammar::example, example);
}
bool read_text(Reader& reader, ast::Quoted& text) {
  return grammar::read(reader, grammar::quoted, text);
}
bool read_address(Reader& reader, Keyword kind, ast::Quoted& address) {
  return grammar::read(reader, grammar::address(kind), address);
}
bool read_field(Reader& reader, ast::FieldDecl& field) {
  return grammar::read(reader, grammar::field, field);
}
bool read_precedence(Reader& reader, std::vector<ast::Quoted>& precedence) {
  return grammar::read(reader, grammar::precedence, precedence);
}
bool read_period(Reader& reader, ast::PeriodText& period) {
  return grammar::read(reader, grammar::period, period);
}
bool read_parameter_value(Reader& reader, ast::ParameterValue& value) {
  return grammar::read(reader, grammar::parameter_value, value);
}
bool read_in_force(Reader& reader, InForce& in_force) {
  return grammar::read(reader, grammar::in_force, in_force);
}
bool read_sources(Reader& reader, std::vector<ast::Identifier>& sources) {
  return grammar::read(reader, grammar::sources, sources);
}
bool read_after(Reader& reader, ast::RuleDecl& rule) {
  return grammar::read(reader, grammar::after, rule);
}
bool read_category_name(Reader& reader, ast::Identifier& name) {
  return grammar::read(reader, grammar::name(kCategoryName), name);
}
bool read_datum_name(Reader& reader, ast::Identifier& name) {
  return grammar::read(reader, grammar::name(kDatumName), name);
}
bool read_requirement(Reader& reader, ast::Requirement& requirement) {
  return grammar::read(reader, grammar::requirement, requirement);
}
bool read_expression(Reader& reader, ast::ExprId& expression) {
  return grammar::read(reader, grammar::expression_clause, expression);
}
bool read_guarded(Reader& reader, ast::GuardedClause& clause) {
  return grammar::read(reader, grammar::guarded, clause);
}
bool read_bound(Reader& reader, ast::ExprId& bound) {
  return grammar::read(reader, grammar::bound_clause, bound);
}
bool read_number(Reader& reader, ast::ExprId& number) {
  return grammar::read(reader, grammar::number_clause, number);
}
bool read_day(Reader& reader, Day& day) { return grammar::read(reader, grammar::day, day); }
bool read_year(Reader& reader, YearText& year) {
  return grammar::read(reader, grammar::year_clause, year);
}
bool read_group_name(Reader& reader, ast::Identifier& name) {
  return grammar::read(reader, grammar::name(kGroupName), name);
}
bool read_criteria(Reader& reader, ast::OrderingDecl& ordering) {
  return grammar::read(reader, grammar::criteria, ordering);
}
bool read_given(Reader& reader, ast::Given& given) {
  return grammar::read(reader, grammar::given, given);
}
bool read_expected(Reader& reader, ast::Expected& expected) {
  return grammar::read(reader, grammar::expected, expected);
}

}  // namespace leps::syntax
