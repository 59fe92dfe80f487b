// The grammar of clauses, on top of those of expressions and of values: the one file in which
// Spirit is compiled.
#include "syntax/grammar.hpp"

#include "syntax/grammar_values.hpp"

#include <array>

namespace leps::inline syntax {
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

// ---- headers of blocks

const auto extended = rule<struct ExtendsRule, ast::File::Extends>() =
    keyword(Keyword::extends) >> package_name[into(&ast::File::Extends::package)] >>
    keyword(Keyword::version) >> quoted[into(&ast::File::Extends::version)];
const auto set_draft = act([](Reader&, ast::File& value, auto&) { value.draft = true; });
const auto package = rule<struct PackageRule, ast::File>() =
    package_name[into(&ast::File::package)] >>
    keyword(Keyword::version) >> quoted[into(&ast::File::version)] >>
    -local_word(Keyword::draft)[set_draft] >> -extended[into(&ast::File::extends)];

const auto source = rule<struct SourceRule, ast::SourceDecl>() =
    name(kSourceName)[into(&ast::SourceDecl::name)] >> quoted[into(&ast::SourceDecl::title)];

const auto units = rule<struct UnitsRule, ast::UnitsDecl>() =
    unit_name[onto(&ast::UnitsDecl::symbols)] % comma;

const auto category = rule<struct CategoryRule, ast::CategoryDecl>() =
    name(kCategoryName)[into(&ast::CategoryDecl::name)] >> quoted[into(&ast::CategoryDecl::title)];

const auto area = rule<struct AreaRule, ast::AreaDecl>() =
    name(kAreaName)[into(&ast::AreaDecl::name)] >> quoted[into(&ast::AreaDecl::title)];
const auto area_name = rule<struct AreaNameRule, ast::Identifier>() = name(kAreaName)[keep];

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
    expression[id_into(&ast::ComputedDecl::value)] >>
    -confidence[confidence_into(&ast::ComputedDecl::confidence)];

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
      value.says_how_bad = true;
    })] >>
    -colon >> expression[id_into(&ast::CheckDecl::condition)];

const auto rule_head = rule<struct RuleHeadRule, ast::RuleDecl>() =
    name(kRuleName)[into(&ast::RuleDecl::name)] >> quoted[into(&ast::RuleDecl::title)];

const auto ordering = rule<struct OrderingRule, ast::OrderingDecl>() =
    name(kOrderingName)[into(&ast::OrderingDecl::name)];

const auto example = rule<struct ExampleRule, ast::ExampleDecl>() =
    quoted[into(&ast::ExampleDecl::title)];

// ---- clauses

const auto parameter_word = rule<struct ParameterWordRule, ast::Identifier>() =
    name(kChoiceName)[keep];
// The day of a rule is in the rule, where what depends on it stands.
const auto no_day_value = lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
  const Place here = reader.after_blanks(at);
  if (reader.refused() || !(reader.begins_day(here) || reader.begins_year_day(here))) {
    return !reader.refused();
  }
  Place end = here;
  Day day;
  YearDay of_year;
  if (!(reader.begins_year_day(here) ? reader.year_day(end, of_year) : reader.day(end, day))) {
    return false;
  }
  reader
      .refuse(Code::syntax_misplaced, here, end,
              {between(here, end),
               {"il valore di un parametro non è una data", "the value of a parameter is no date"}})
      .hint({"scrivi la data nella regola che la usa; una durata è un numero di giorni: 60 giorni",
             "write the date in the rule that uses it; a length is a number of days: 60 days"});
  return false;
});
const auto parameter_value = rule<struct ParameterValueRule, ast::ParameterValue>() =
    period[into(&ast::ParameterValue::period)] >> keyword(Keyword::is) >> no_day_value
    >> no_spoken_part >> literal[id_into(&ast::ParameterValue::value)];

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

const auto part_of = rule<struct PartOfRule, ast::PartOf>() =
    name(kDatumName)[into(&ast::PartOf::whole)] >>
    -confidence[confidence_into(&ast::PartOf::confidence)];

/// `assistenti`, `c.posti`
const auto lever = rule<struct LeverRule, ast::Lever>() =
    (row_of_field[act(
         [](Reader&, ast::Lever& value, ast::Identifier& read) { value.row = std::move(read); })] >>
     tight_sign('.', kDot) >> part_name(kFieldName)[into(&ast::Lever::datum)]) |
    name(kDatumName)[into(&ast::Lever::datum)];

const auto new_text = rule<struct NewTextRule, ast::Requirement>() =
    -quoted[into(&ast::Requirement::title)] >> colon >>
    expression[id_into(&ast::Requirement::condition)] >>
    -confidence[confidence_into(&ast::Requirement::confidence)];
const auto requirement = rule<struct RequirementRule, ast::Requirement>() =
    part_name(kRequirementName)[into(&ast::Requirement::name)] >>
    -quoted[into(&ast::Requirement::title)] >> colon >>
    expression[id_into(&ast::Requirement::condition)] >>
    -confidence[confidence_into(&ast::Requirement::confidence)];

const auto amended_parameter = rule<struct AmendedParameterRule, ast::ParameterAmendment>() =
    name(kParameterName)[into(&ast::ParameterAmendment::name)];
const auto amended_rule = rule<struct AmendedRuleRule, ast::RuleAmendment>() =
    name(kRuleName)[into(&ast::RuleAmendment::rule)] >> -quoted[into(&ast::RuleAmendment::title)];
const auto amended_requirement = rule<struct AmendedRequirementRule, ast::RequirementAmendment>() =
    name(kRuleName)[into(&ast::RequirementAmendment::rule)] >> dot_of_path(kDot) >>
    part_name(
        kRequirementName)[act([](Reader&, ast::RequirementAmendment& value, ast::Identifier& read) {
      value.requirement.name = std::move(read);
    })];
const auto end_clause = rule<struct EndRule, ast::EndText>() =
    keyword(Keyword::from) >> day[into(&ast::EndText::day)] >>
    -confidence[confidence_into(&ast::EndText::confidence)];

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

/// A verdict, also in the words of every day, with a message: `non applicabile`.
const auto verdict = lexeme<Found<Verdict>>([](Reader& reader, Place& at, Found<Verdict>& found) {
  if (!reader.refused()) {
    if (const auto words = everyday_verdict(reader, reader.after_blanks(at))) {
      report_everyday(reader, *words);
      found.meaning = meaning_of(kVerdictWords, words->keyword);
      at = words->end;
      return true;
    }
  }
  return one_of(kVerdictWords, kVerdict).read(reader, at, found);
});
/// `non_soddisfatto lacuna 2 FTE costo 80.000 euro`
const auto outcome = rule<struct OutcomeRule, ast::ExpectedOutcome>() =
    verdict[act([](Reader&, ast::ExpectedOutcome& value, auto& read) {
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
bool read_area(Reader& reader, ast::AreaDecl& area) {
  return grammar::read(reader, grammar::area, area);
}
bool read_area_name(Reader& reader, ast::Identifier& name) {
  return grammar::read(reader, grammar::area_name, name);
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
  constexpr std::array kAmended = {Keyword::parameter, Keyword::requirement, Keyword::rule};
  return grammar::read(reader, grammar::any_keyword(kAmended), what);
}
bool read_amended_parameter(Reader& reader, ast::ParameterAmendment& amendment) {
  return grammar::read(reader, grammar::amended_parameter, amendment);
}
bool read_amended_requirement(Reader& reader, ast::RequirementAmendment& amendment) {
  return grammar::read(reader, grammar::amended_requirement, amendment);
}
bool read_amended_rule(Reader& reader, ast::RuleAmendment& amendment) {
  return grammar::read(reader, grammar::amended_rule, amendment);
}
bool read_new_text(Reader& reader, ast::Requirement& requirement) {
  return grammar::read(reader, grammar::new_text, requirement);
}
bool read_end(Reader& reader, ast::EndText& end) {
  return grammar::read(reader, grammar::end_clause, end);
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
bool read_part(Reader& reader, ast::PartOf& part) {
  return grammar::read(reader, grammar::part_of, part);
}
bool read_period(Reader& reader, ast::PeriodText& period) {
  return grammar::read(reader, grammar::period, period);
}
bool read_parameter_word(Reader& reader, ast::Identifier& word) {
  return grammar::read(reader, grammar::parameter_word, word);
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
bool read_lever(Reader& reader, ast::Lever& lever) {
  return grammar::read(reader, grammar::lever, lever);
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
bool read_any_day(Reader& reader, AnyDay& day) {
  if (reader.begins_year_day(reader.at())) {
    grammar::YearDayText found;
    if (!grammar::read(reader, grammar::year_day_in_expression, found)) return false;
    day = found.day;
    return true;
  }
  Day fixed{};
  if (!read_day(reader, fixed)) return false;
  day = fixed;
  return true;
}
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

}  // namespace leps::inline syntax
