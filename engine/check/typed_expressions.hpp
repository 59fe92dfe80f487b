// The typed IR of expressions: every node has a type and a unit, and its numbers are in the units
// in which they are compared.
#pragma once

#include "base/interval.hpp"
#include "base/timetable.hpp"
#include "check/type.hpp"
#include "syntax/ast_expressions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline checking::typed {

using ExprId = Id<struct TypedExprTag>;

/// `ogni 5.000 abitanti` of a level.
struct Served {
  Rational size;
  Unit unit;
};
struct Constant {
  Rational value;
  std::string text;  // as written, in neutral form: `90%`, `1 FTE ogni 5000 abitanti`
  std::optional<Served> served = {};  // of a level that is written so
};
struct TruthConstant {
  bool value = false;
};
struct WordConstant {
  ChoiceWord word;
};
/// A day as its number, days from 1 January 1970; `mai` is at infinity.
struct DayConstant {
  Bound day;
};
struct SurveyDay {};
/// A day of the data's year, or of one near it.
struct YearDayConstant {
  YearDay day;
};
struct TextConstant {
  std::string text;
};
struct TimetableConstant {
  Timetable timetable;
  std::string text;  // as written
};
struct DatumRef {
  DatumId datum;
};
/// A field of the row that an enclosing aggregate stands on.
struct FieldRef {
  DatumId field;
  std::uint32_t level = 0;  // of that aggregate
  std::string row;          // its row's name, as written: `o`
};
struct ParameterRef {
  ParameterId parameter;
};
struct ComputedRef {
  ComputedId computed;
};
struct Negate {
  ExprId operand;
};
enum class ArithmeticOp { add, subtract, multiply, divide, of };  // `r di x` is r * x
struct Arithmetic {
  ArithmeticOp op;
  ExprId left, right;
};
/// The whole number of units at or above, at or below.
struct Round {
  bool up = true;
  ExprId operand;
};
/// A change of unit, exact: hours, days, weeks only.
struct Convert {
  ExprId operand;
  Rational factor;
};
struct Extremum {
  bool greatest = false;  // max, else min
  std::vector<ExprId> operands;
};
enum class Relation { at_least, at_most, more_than, less_than, equal_to, different_from };
struct Compare {  // of two numbers in the same unit, or of two days
  Relation relation;
  ExprId left, right;
};
/// Two truths, two words of one list, two texts, two periods or two timetables.
struct Same {
  bool equal = true;  // `pari a`, else `diverso da`
  ExprId left, right;
};
struct Not {
  ExprId operand;
};
/// `a e b e c`: one node, however many.
struct Logic {
  bool conjunction = true;  // `e`, else `o`
  std::vector<ExprId> operands;
};
struct Conditional {
  ExprId condition, yes, no;
};

/// The last day of a term. A day.
struct EndOfTerm {
  ExprId from, length;
  TermUnit unit = TermUnit::days;
};
/// `x entro 30 giorni da d`: what it says, and what is asked for it.
struct Within {
  ExprId what;
  std::optional<ExprId> length;  // none: by a day
  TermUnit unit = TermUnit::days;
  ExprId from;   // the day from which it runs, or that by which
  ExprId end;    // the last day of the term
  ExprId holds;  // a Compare: what is done by the survey day, or that day, by the end
  ExprId due;    // the term runs, and what is asked is done in time or it has ended
};

/// `x tra a e b`, of numbers in one unit or of days; both ends belong to it.
struct Between {
  ExprId what, low, high;
  ExprId above, below;  // each a Compare: `what almeno low`, `what al massimo high`
};
/// `v fra p, q`
struct OneOf {
  std::vector<ExprId> equal;  // each a Compare or a Same, of `v` and one of the list
  bool exhaustive = false;    // the list has every word that `v` could be
};
/// How many of these conditions hold. A number without a unit.
struct HowMany {
  std::vector<ExprId> conditions;
};

/// `livello di x o frazione`: so much for each portion of `x`, whole or begun.
struct Begun {
  ExprId level;  // a Constant or a ParameterRef, whose every value is written `N u ogni M v`
  ExprId of;     // in v
};
/// `a scaglioni di x: …`. The first band begins at 0, and what is below adds nothing; a limit below
/// the one before counts as that one.
struct Bands {
  ExprId of;
  std::vector<ExprId> limits;  // in the unit of `of`
  std::vector<ExprId> rates;   // one more, all in one unit
};
/// `tasso[f.fascia]`
struct Lookup {
  ExprId word;
  std::vector<ExprId> values;  // a ParameterRef for each word of the list, in its order
};

enum class PeriodMeasure {
  start,
  finish,
  days_in_year,
  share_of_year,
  share_of_months,
  uncovered_days
};
struct OfPeriod {
  PeriodMeasure measure;
  ExprId period;
};
enum class TimetableOp { unite, intersect, complement };
struct Combine {  // of timetables; a complement has one operand
  TimetableOp op;
  std::vector<ExprId> operands;
};
enum class TimetableMeasure {
  hours_in_week,
  hours_in_year,
  days_in_week,  // days with any hour, by name, in a week without holidays
  uncovered_week,
  uncovered_year
};
struct OfTimetable {
  TimetableMeasure measure;
  ExprId timetable;
};

using Aggregation = ast::Aggregation;
/// Over the rows of a table for which `where` holds.
struct Aggregate {
  Aggregation kind;
  TableId table;
  std::uint32_t level = 0;  // how many aggregates enclose it
  std::string row;          // the name of its row, as written
  std::optional<ExprId> body, where;
  /// Where terms stand in it: all of them are due. Rows of which one is not yet are none of it.
  std::optional<ExprId> due;
};

/// The same datum `years` years before.
struct PreviousYear {
  DatumId datum;
  int years = 1;
};
/// A datum over the data year and those before it, `years` in all; its mean over those of them that
/// the data hold.
struct OverYears {
  bool mean = false;  // else the sum
  DatumId datum;
  int years = 1;
};
/// Of the data year and those before it, `years` in all, how many the data hold.
struct YearsHeld {
  int years = 1;
};
/// Over the members of the Ambito's group that are in the data.
struct GroupTotal {
  ExprId amount;
  GroupId group;
};

/// How many Ambiti make up the group: those that it declares, and those that the data have.
struct GroupSize {
  GroupId group;
};

using Node = std::variant<Constant, TruthConstant, WordConstant, DayConstant, SurveyDay,
                          YearDayConstant, EndOfTerm, Within, TextConstant, TimetableConstant,
                          DatumRef, FieldRef, ParameterRef, ComputedRef, Negate, Arithmetic, Round,
                          Convert, Extremum, Compare, Same, Not, Logic, Conditional, OfPeriod,
                          Combine, OfTimetable, Aggregate, PreviousYear, OverYears, YearsHeld,
                          GroupTotal, GroupSize, Between, OneOf, HowMany, Begun, Bands, Lookup>;

/// The expressions directly under a node, in the order in which they are written.
std::vector<ExprId> operands(const Node& node);

struct Expr {
  Node node;
  Type type;
  Span span;
  /// Bit n: its value is of a row of the aggregate at level n, which encloses it. 0: it has one
  /// value for the Ambito.
  std::uint32_t rows = 0;
};

}  // namespace leps::inline checking::typed
