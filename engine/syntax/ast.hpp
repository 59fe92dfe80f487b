// The AST: what was written in the packs, nothing decided yet. It does not know in which of the
// two languages a file was written, except to print it back.
#pragma once

#include "base/id.hpp"
#include "base/period.hpp"
#include "base/rational.hpp"
#include "base/verdict.hpp"
#include "diagnostics/diagnostic.hpp"
#include "source/span.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::ast {

/// A name as written: letters, digits, `_`; dotted only for packs.
struct Identifier {
  std::string text;
  Span span;
};

/// The text between quotes, without them; for `urn` and `url`, the bare address.
struct Quoted {
  std::string text;
  Span span;
};

/// A unit as written: `FTE/abitanti` is {FTE, 1}, {abitanti, -1}.
struct UnitText {
  struct Factor {
    Identifier symbol;
    int exponent = 1;
  };
  std::vector<Factor> factors;
  Span span;
};

// ---- expressions -------------------------------------------------------------------------------

using ExprId = Id<struct AstExprTag>;

enum class NumberForm { plain, percent, fraction };

/// `5.000`, `17,5 ore/settimana`, `90%`, `9/10`, `1/5.000 FTE`.
struct Number {
  NumberForm form = NumberForm::plain;
  std::string digits;  // neutral: `5000`, `17.50`, `90` of 90%, `1/5000`; as parse_rational reads
  Rational value;      // 90% is 9/10
  std::optional<UnitText> unit;
  Span span;
};

/// `1 FTE ogni 5.000 abitanti`: the exact ratio of two numbers with units.
struct Ratio {
  Number counted, served;
};

struct TruthLiteral {
  bool value = false;
};

/// A datum, a parameter, a computed amount, or a word of a `uno di`.
struct Name {
  std::string text;
};

enum class UnaryOp { negate, logical_not };
struct Unary {
  UnaryOp op;
  ExprId operand;
};

enum class BinaryOp {
  add,
  subtract,
  multiply,
  divide,
  of,  // `r di x` is r * x
  at_least,
  at_most,
  more_than,
  less_than,
  equal_to,
  different_from,
  logical_and,
  logical_or
};
struct Binary {
  BinaryOp op;
  ExprId left, right;
  Span op_span;
};

enum class Function { minimum, maximum };
struct Call {
  Function function;
  std::vector<ExprId> arguments;  // one or more
};

/// `se condition allora yes altrimenti no`
struct Conditional {
  ExprId condition, yes, no;
};

using Node = std::variant<Number, Ratio, TruthLiteral, Name, Unary, Binary, Call, Conditional>;

struct Expr {
  Node node;
  Span span;  // the whole expression, without surrounding parentheses
};

// ---- declarations ------------------------------------------------------------------------------

/// `dal … al …`, as days. Mandatory where the language says so; the parser reports its absence.
struct PeriodText {
  Period period;
  Span span;
};

struct ConfidenceText {
  Confidence value = Confidence::ipotesi;
  Span span;
};

struct SourceDecl {
  Identifier name;
  Quoted title;
  std::optional<Quoted> urn, url;
  std::vector<Quoted> notes;
  Span span;
};

struct UnitsDecl {
  std::vector<Identifier> symbols;
  Span span;
};

/// `categoria LEPS "…" inderogabile dal … al …`
struct CategoryDecl {
  Identifier name;
  Quoted title;
  bool binding = false;
  std::optional<PeriodText> period;
  Span span;
};

struct ShareType {};
struct NumberType {};
struct TruthType {};
struct ChoiceType {
  std::vector<Identifier> values;
};
struct TypeText {
  std::variant<UnitText, ShareType, NumberType, TruthType, ChoiceType> type;
  Span span;
};

struct DatumDecl {
  Identifier name;
  TypeText type;
  std::optional<Quoted> title;
  std::optional<ExprId> at_least, at_most;  // Number literals, a minus allowed
  bool whole = false;
  std::optional<Quoted> held_by;
  std::vector<Quoted> notes;
  Span span;
};

/// `dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  verificato  secondo l178_2020_c797`
struct ParameterValue {
  PeriodText period;
  ExprId value;  // a literal: Number, Ratio, TruthLiteral, Name of a choice; a minus allowed
  ConfidenceText confidence;
  std::vector<Identifier> sources;  // one or more
  std::vector<Quoted> notes;
  Span span;
};

struct ParameterDecl {
  Identifier name;
  TypeText type;
  std::optional<Quoted> title;
  std::vector<ParameterValue> values;  // one or more
  Span span;
};

struct ComputedDecl {
  Identifier name;
  TypeText type;
  std::optional<Quoted> title;
  ExprId value;
  std::vector<Identifier> sources;
  std::vector<Quoted> notes;
  Span span;
};

enum class Rounding { none, whole_units, steps };

/// `si colma con assistenti_sociali  a passi di 0,5 FTE  costo costo_assistente  al netto di …`
struct Lever {
  Identifier datum;
  Rounding rounding = Rounding::none;
  std::optional<ExprId> step;  // a Number literal, for `steps`
  std::optional<ExprId> cost;
  std::optional<ExprId> net_of;
  Span span;
};

struct Requirement {
  Identifier name;
  std::optional<Quoted> title;
  ExprId condition;
  std::optional<ExprId> applies_if;
  std::vector<Lever> levers;
  Span span;
};

/// A clause with an expression and, where the author says so, how sure it is.
struct GuardedClause {
  ExprId condition;
  std::optional<ConfidenceText> confidence;
};

struct RuleDecl {
  Identifier name;
  Quoted title;
  Identifier category;
  std::vector<Identifier> sources;  // one or more
  PeriodText in_force;
  std::optional<ConfidenceText> in_force_confidence;
  std::optional<ExprId> applies_if;
  std::vector<Requirement> requirements;  // one or more
  std::optional<GuardedClause> partial_if;
  std::vector<Identifier> after;
  std::optional<ConfidenceText> after_confidence;
  std::optional<ExprId> beneficiaries;
  std::optional<Day> deadline;
  std::optional<ExprId> score;  // a Number literal
  std::vector<Quoted> notes;
  Span span;
};

enum class Criterion { category, causes_first, relative_gap, cost, beneficiaries, deadline, score };

struct OrderingDecl {
  Identifier name;
  std::vector<Criterion> criteria;
  std::vector<Span> criterion_spans;
  Span span;
};

struct Unknown {};  // `?`
/// `[22; 26] FTE`: known only between bounds; the unit, where written, stands in both numbers.
struct Range {
  Number lo, hi;
};
/// A value in an example; an ExprId is a literal, as in a parameter.
struct Value {
  std::variant<Unknown, Range, ExprId> value;
  Span span;
};

/// `popolazione = 125.000`
struct Given {
  Identifier datum;
  Value value;
};

/// `regola soddisfatto lacuna 0 FTE`, `regola.requisito non_soddisfatto`, `calcolo = 240.000 euro`
struct Expected {
  std::vector<Identifier> path;    // a rule; a rule and its requirement; a computed amount
  std::optional<Verdict> verdict;  // for rules and requirements
  std::optional<Value> value;      // the gap; for a computed amount, what it is worth
  Span span;
};

struct ExampleDecl {
  Quoted title;
  int year = 0;
  Span year_span;
  std::vector<Given> givens;
  std::vector<Expected> expectations;  // one or more
  Span span;
};

using Declaration = std::variant<SourceDecl, UnitsDecl, CategoryDecl, DatumDecl, ParameterDecl,
                                 ComputedDecl, RuleDecl, OrderingDecl, ExampleDecl>;

struct Comment {
  std::string text;  // without /* and */
  Span span;
};

struct File {
  SourceId source;
  Language language = Language::italian;
  Identifier package;
  Quoted version;
  std::vector<Quoted> notes;  // of the pack
  std::vector<Declaration> declarations;
  std::vector<Comment> comments;  // in order of place
  /// Words of the regions that could not be read. resolve/ does not report a name that may have
  /// been declared there: one mistake, one message.
  std::vector<std::string> unread_words;
  /// Where a clause stops making sense: ends of what was read of it. check/ does not judge an
  /// expression that ends there, for the author wrote more.
  std::vector<std::uint32_t> cut_short;
};

/// All the files of one run, in order of name, and the expressions of all of them.
struct Program {
  std::vector<File> files;
  IdMap<ExprId, Expr> exprs;
};

}  // namespace leps::ast
