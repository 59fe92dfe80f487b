// The clauses that the grammar can read, one function each. Behind them is Boost.Spirit, which no
// other file of the room sees. Each reads from where the reader is, moves it behind the clause and
// answers true; or leaves in the reader what was needed, or a message already given.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

bool read_package(Reader& reader, ast::File& file);
bool read_source(Reader& reader, ast::SourceDecl& source);
bool read_units(Reader& reader, ast::UnitsDecl& units);
bool read_category(Reader& reader, ast::CategoryDecl& category);
bool read_area(Reader& reader, ast::AreaDecl& area);
/// `NAME`: behind `area` in a declaration of something else.
bool read_area_name(Reader& reader, ast::Identifier& name);
bool read_datum(Reader& reader, ast::DatumDecl& datum);
bool read_parameter(Reader& reader, ast::ParameterDecl& parameter);
bool read_computed(Reader& reader, ast::ComputedDecl& computed);
bool read_table(Reader& reader, ast::TableDecl& table);
bool read_group(Reader& reader, ast::GroupDecl& group);
bool read_check(Reader& reader, ast::CheckDecl& check);
bool read_rule(Reader& reader, ast::RuleDecl& rule);
bool read_ordering(Reader& reader, ast::OrderingDecl& ordering);
bool read_example(Reader& reader, ast::ExampleDecl& example);

/// `parametro`, `requisito` or `regola`: behind `modifica`.
bool read_amended(Reader& reader, Keyword& what);
bool read_amended_parameter(Reader& reader, ast::ParameterAmendment& amendment);
/// `RULE ["…"]`
bool read_amended_rule(Reader& reader, ast::RuleAmendment& amendment);
/// `RULE.NAME`
bool read_amended_requirement(Reader& reader, ast::RequirementAmendment& amendment);
/// `["…"]: EXPR [CONFIDENCE]`: behind the name of a requirement, which is kept.
bool read_new_text(Reader& reader, ast::Requirement& requirement);
/// `dal DATE [CONFIDENCE]`: behind `cessa`.
bool read_end(Reader& reader, ast::EndText& end);
/// `NAME : TYPE ["…"]`: behind `campo`.
bool read_field(Reader& reader, ast::FieldDecl& field);
/// `SIOSS, "Cartella sociale"`: behind `precedenza`.
bool read_precedence(Reader& reader, std::vector<ast::Quoted>& precedence);
/// `NAME [CONFIDENCE]`: behind `parte di`.
bool read_part(Reader& reader, ast::PartOf& part);

/// `"…"`: behind `nota`, `detenuto da`.
bool read_text(Reader& reader, ast::Quoted& text);
bool read_address(Reader& reader, Keyword kind, ast::Quoted& address);
/// `DATE [al DATE]`: behind `dal`.
bool read_period(Reader& reader, ast::PeriodText& period);
/// `DATE [al DATE] vale VALUE`: behind the `dal` of a parameter.
/// The word behind `per`.
bool read_parameter_word(Reader& reader, ast::Identifier& word);
bool read_parameter_value(Reader& reader, ast::ParameterValue& value);
struct InForce {
  ast::PeriodText period;
  std::optional<ast::ConfidenceText> confidence;
};
/// `dal DATE [al DATE] [CONFIDENCE]`: behind `in vigore`.
bool read_in_force(Reader& reader, InForce& in_force);
/// `NAME, NAME`: behind `secondo`.
bool read_sources(Reader& reader, std::vector<ast::Identifier>& sources);
/// `NAME, NAME [CONFIDENCE]`: behind `dopo`.
bool read_after(Reader& reader, ast::RuleDecl& rule);
bool read_category_name(Reader& reader, ast::Identifier& name);
bool read_lever(Reader& reader, ast::Lever& lever);
/// `NAME ["…"]: EXPR [CONFIDENCE]`: behind `requisito`.
bool read_requirement(Reader& reader, ast::Requirement& requirement);
bool read_expression(Reader& reader, ast::ExprId& expression);
/// `EXPR [CONFIDENCE]`: behind `parziale se`, `si applica se`, `se manca`.
bool read_guarded(Reader& reader, ast::GuardedClause& clause);
/// A number with its unit, a minus allowed: a bound, a step.
bool read_bound(Reader& reader, ast::ExprId& bound);
/// A number without unit: a score, a tolerance as `1%`.
bool read_number(Reader& reader, ast::ExprId& number);
bool read_day(Reader& reader, Day& day);
bool read_any_day(Reader& reader, AnyDay& day);
struct YearText {
  int year = 0;
  Span span;
};
bool read_year(Reader& reader, YearText& year);
bool read_group_name(Reader& reader, ast::Identifier& name);
/// `CRITERION, CRITERION`: behind `per`.
bool read_criteria(Reader& reader, ast::OrderingDecl& ordering);
/// `popolazione = 125.000`
bool read_given(Reader& reader, ast::Given& given);
/// `regola.requisito verdetto [lacuna VALUE] [costo VALUE]`, `calcolo = VALUE`, `calcolo =
/// non_vigente`, `controllo [non] segnala`
bool read_expected(Reader& reader, ast::Expected& expected);

}  // namespace leps::inline syntax
