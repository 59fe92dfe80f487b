// The typed IR: rules whose every expression has a type and a unit, whose numbers are in the units
// in which they are compared, and whose levers are solved. It stands by itself: nothing points
// back into the AST, so it can be kept, shared and run by anything that walks it.
#pragma once

#include "base/interval.hpp"
#include "base/timetable.hpp"
#include "check/type.hpp"
#include "check/typed_example.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline checking::typed {

using ExprId = Id<struct TypedExprTag>;

struct Constant {
  Rational value;
  std::string text;  // as written, in neutral form: `90%`, `1 FTE ogni 5000 abitanti`
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
enum class TimetableMeasure { hours_in_week, hours_in_year, uncovered_week, uncovered_year };
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
};

/// The same datum `years` years before.
struct PreviousYear {
  DatumId datum;
  int years = 1;
};
/// A datum over the data year and those before it, `years` in all.
struct YearsSum {
  DatumId datum;
  int years = 1;
};
/// Over the members of the Ambito's group that are in the data.
struct GroupTotal {
  ExprId amount;
  GroupId group;
};

using Node =
    std::variant<Constant, TruthConstant, WordConstant, DayConstant, SurveyDay, TextConstant,
                 TimetableConstant, DatumRef, FieldRef, ParameterRef, ComputedRef, Negate,
                 Arithmetic, Convert, Extremum, Compare, Same, Not, Logic, Conditional, OfPeriod,
                 Combine, OfTimetable, Aggregate, PreviousYear, YearsSum, GroupTotal>;

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

struct Pack {
  std::string name, version;
  std::optional<PackId> extends;
  bool draft = false;     // `bozza`: not law yet; whatever comes from it says so
  std::size_t layer = 0;  // how many packs it stands on, one on the other
};

struct SourceOfLaw {
  std::string name, title, urn, url;  // empty where not given
  std::vector<std::string> notes;
  Span span;
};

struct Category {
  std::string name, title;
  bool binding = false;
  Span span;
};

/// A datum of the Ambito, a table, or a field of a table's rows, which is named `tabella.campo`.
struct Datum {
  std::string name, title, held_by;
  std::vector<std::string> notes;
  Type type;
  Interval bounds = Interval::everything();  // `almeno` and `al massimo`; shares are in [0,1]
  bool whole = false;
  std::optional<TableId> field_of;
  std::optional<ComputedId> if_missing;  // `se manca`: what it is worth where nobody gives it
  std::vector<std::string> precedence;   // sources, the one that counts most first
  /// `parte di`: what is counted here is counted there too.
  struct PartOf {
    DatumId whole;
    std::optional<Confidence> confidence;
    Span span;  // of the whole's name
  };
  std::optional<PartOf> part_of;
  std::vector<DatumId> parts;  // those that are a part of this one, as declared
  Span span;
  PackId pack;

  /// Without the table: `campo`.
  [[nodiscard]] std::string_view field() const {
    return std::string_view(name).substr(name.find('.') + 1);
  }
};

struct Table {
  std::string name, title, held_by;
  std::vector<std::string> notes;
  DatumId datum;                   // the table itself
  std::vector<DatumId> fields;     // as declared
  std::optional<std::size_t> key;  // which field names a row
  Span span;
};

/// A kind of group that Ambiti may share: a project, a consortium.
struct Group {
  std::string name, title;
  std::vector<std::string> notes;
  Span span;
};

/// `controllo`: what data must look like before anything is judged by them.
struct Check {
  PackId pack;
  std::string name, title;
  bool error = false;
  ExprId condition;
  std::optional<ExprId> applies_if;
  std::vector<SourceOfLawId> sources;
  std::vector<std::string> notes;
  Span span;
};

struct ParameterVersion {
  Period period;
  std::variant<Rational, bool, ChoiceWord, Timetable, std::string> value;  // a day as its number
  std::string text;  // as written, in neutral form
  Confidence confidence = Confidence::ipotesi;
  std::vector<SourceOfLawId> sources;
  std::vector<std::string> notes;
  Span span;
  PackId pack;  // whose text it is: the layer
};

struct Parameter {
  std::string name, title;
  Type type;
  std::vector<ParameterVersion> versions;  // by first day, no overlap, no hole
  /// Where packs that stand on its own have amended it: its versions as its own pack says, then
  /// after each of them; the last are `versions`. Else empty.
  std::vector<std::vector<ParameterVersion>> layers;

  /// The value in force on a day; none before the first or after the last.
  [[nodiscard]] const ParameterVersion* at(Day day) const;
};

struct Computed {
  std::string name, title;
  Type type;
  ExprId value;
  std::vector<SourceOfLawId> sources;
  std::vector<std::string> notes;
  std::vector<ParameterId> parameters;  // all that it rests on, through other amounts too
  std::vector<DatumId> data;            // likewise
  Span span;
  PackId pack;
  /// Of `se manca`: the datum that it is worked out for, and whose name it has.
  std::optional<DatumId> stands_for;
};

enum class Rounding { none, whole_units, steps };

/// What an Ambito changes to close a requirement's gap.
struct Lever {
  DatumId datum;
  Rounding rounding = Rounding::none;
  Rational step = 1;             // in the datum's unit
  std::optional<ExprId> cost;    // euro (or any unit) for one unit of the datum
  std::optional<ExprId> net_of;  // an amount that grows as the lever is used: contributions
  Span span;
};

/// One comparison that a lever can close: `left - right` is linear in the lever's datum.
struct Solution {
  ExprId compare;
  std::size_t lever = 0;  // index in Requirement::levers
  ExprId coefficient;     // by how much `left - right` grows for one unit of the datum
};

struct Requirement {
  std::string name, title;
  ExprId condition;
  std::optional<ExprId> applies_if;
  /// Where the condition is `per ogni`: whether there is a row at all. Without one the requirement
  /// asks nothing.
  std::optional<ExprId> any_row;
  /// `tolleranza`: by how much of the level it may be missed, and the condition so relaxed.
  Rational tolerance;
  std::optional<ExprId> tolerated;
  std::vector<Lever> levers;
  std::vector<Solution> solutions;
  Span span;
  /// Where a pack that stands on the rule's own has replaced it (`modifica requisito`).
  struct Amendment {
    PackId pack;
    std::vector<SourceOfLawId> sources;
    std::optional<Confidence> confidence;
    std::vector<std::string> notes;
    Span span;
  };
  std::optional<Amendment> amendment;
};

struct RuleVersion {
  PackId pack;
  std::string title;
  CategoryId category;
  std::vector<SourceOfLawId> sources;
  Period in_force;
  std::optional<Confidence> in_force_confidence;
  std::optional<ExprId> applies_if;
  std::vector<Requirement> requirements;
  std::optional<ExprId> partial_if;
  std::optional<Confidence> partial_confidence;
  std::vector<RuleId> after;
  std::vector<Span> after_spans;
  std::optional<Confidence> after_confidence;
  std::optional<ExprId> beneficiaries;
  std::optional<Day> deadline;
  std::optional<Rational> score;
  std::vector<std::string> notes;
  std::vector<ParameterId> parameters;  // all that its expressions rest on, in order of first use
  Span span;
};

struct Rule {
  std::string name;
  std::vector<RuleVersion> versions;             // by first day, no overlap, no hole
  std::vector<std::vector<RuleVersion>> layers;  // as those of a parameter

  [[nodiscard]] const RuleVersion* at(Day day) const;
};

using ast::Criterion;

struct Ordering {
  std::string name;
  std::vector<Criterion> criteria;
  Span span;
};

/// Everything that the packs say, checked.
struct Program;

/// The datum that a node names: of this year, of years before, of a row.
std::optional<DatumId> datum_of(const Node& node);
/// The amount that a node uses: the one that it names, or that of a datum's `se manca`.
std::optional<ComputedId> amount_of(const Program& program, const Node& node);

struct Program {
  IdMap<ExprId, Expr> exprs;
  IdMap<PackId, Pack> packs;
  IdMap<SourceOfLawId, SourceOfLaw> sources;
  IdMap<CategoryId, Category> categories;
  std::map<std::string, Span, std::less<>> units;  // that the packs declare, and where first
  IdMap<ChoiceTypeId, std::vector<std::string>> choice_types;
  IdMap<DatumId, Datum> data;
  IdMap<TableId, Table> tables;
  IdMap<GroupId, Group> groups;
  IdMap<CheckId, Check> checks;
  IdMap<ParameterId, Parameter> parameters;
  IdMap<ComputedId, Computed> computed;
  IdMap<RuleId, Rule> rules;
  IdMap<OrderingId, Ordering> orderings;
  IdMap<ExampleId, Example> examples;
};

}  // namespace leps::inline checking::typed

namespace leps::inline checking {
using Typed = typed::Program;
}
