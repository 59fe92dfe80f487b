// The typed IR: rules whose every expression has a type and a unit, whose numbers are in the units
// in which they are compared, and whose levers are solved. It stands by itself: nothing points
// back into the AST, so it can be kept, shared and run by anything that walks it.
#pragma once

#include "base/interval.hpp"
#include "check/type.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::typed {

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
struct DatumRef {
  DatumId datum;
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
struct Compare {  // of two numbers in the same unit
  Relation relation;
  ExprId left, right;
};
/// Two truths or two words of one list.
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

using Node =
    std::variant<Constant, TruthConstant, WordConstant, DatumRef, ParameterRef, ComputedRef, Negate,
                 Arithmetic, Convert, Extremum, Compare, Same, Not, Logic, Conditional>;

/// The expressions directly under a node, in the order in which they are written.
std::vector<ExprId> operands(const Node& node);

struct Expr {
  Node node;
  Type type;
  Span span;
};

struct Pack {
  std::string name, version;
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

struct Datum {
  std::string name, title, held_by;
  std::vector<std::string> notes;
  Type type;
  Interval bounds = Interval::everything();  // `almeno` and `al massimo`; shares are in [0,1]
  bool whole = false;
  Span span;
};

struct ParameterVersion {
  Period period;
  std::variant<Rational, bool, ChoiceWord> value;
  std::string text;  // as written, in neutral form
  Confidence confidence = Confidence::ipotesi;
  std::vector<SourceOfLawId> sources;
  std::vector<std::string> notes;
  Span span;
};

struct Parameter {
  std::string name, title;
  Type type;
  std::vector<ParameterVersion> versions;  // by first day, no overlap, no hole

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
  std::vector<Lever> levers;
  std::vector<Solution> solutions;
  Span span;
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
  std::vector<RuleVersion> versions;  // by first day, no overlap, no hole

  [[nodiscard]] const RuleVersion* at(Day day) const;
};

using ast::Criterion;

struct Ordering {
  std::string name;
  std::vector<Criterion> criteria;
  Span span;
};

/// What an example gives a datum, already in the datum's unit.
using GivenValue = std::variant<Interval, bool, ChoiceWord>;
struct Given {
  DatumId datum;
  std::optional<GivenValue> value;  // none: `?`
  Span span;
};

struct Expectation {
  std::variant<RuleId, ComputedId> subject;
  std::optional<std::string> requirement;  // of the rule, when the path names one
  std::optional<Verdict> verdict;
  std::optional<GivenValue> value;  // the gap in the requirement's unit, or the amount
  Unit unit;                        // of `value`, where it was written
  Span span;
};

struct Example {
  std::string title;
  int year = 0;
  std::vector<Given> givens;
  std::vector<Expectation> expectations;
  Span span;
};

/// Everything that the packs say, checked.
struct Program {
  IdMap<ExprId, Expr> exprs;
  IdMap<PackId, Pack> packs;
  IdMap<SourceOfLawId, SourceOfLaw> sources;
  IdMap<CategoryId, Category> categories;
  std::map<std::string, Span, std::less<>> units;  // that the packs declare, and where first
  IdMap<ChoiceTypeId, std::vector<std::string>> choice_types;
  IdMap<DatumId, Datum> data;
  IdMap<ParameterId, Parameter> parameters;
  IdMap<ComputedId, Computed> computed;
  IdMap<RuleId, Rule> rules;
  IdMap<OrderingId, Ordering> orderings;
  IdMap<ExampleId, Example> examples;
};

}  // namespace leps::typed

namespace leps {
using Typed = typed::Program;
}
