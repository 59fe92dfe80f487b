// The AST: what was written in the packs, nothing decided yet. It does not know in which of the
// two languages a file was written, except to print it back.
#pragma once

#include "base/verdict.hpp"
#include "syntax/ast_expressions.hpp"
#include "syntax/keywords.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline syntax::ast {

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

/// `area garanzia_infanzia "…"`: what people plan by.
struct AreaDecl {
  Identifier name;
  Quoted title;
  std::vector<Quoted> notes;
  Span span;
};

struct ShareType {};
struct NumberType {};
struct TruthType {};
struct ChoiceType {
  std::vector<Identifier> values;
};
struct DayType {};        // `data`
struct PeriodType {};     // `periodo`
struct TimetableType {};  // `orario`
struct TextType {};       // `testo`
struct TypeText {
  std::variant<UnitText, ShareType, NumberType, TruthType, ChoiceType, DayType, PeriodType,
               TimetableType, TextType>
      type;
  Span span;
};

/// `parte di assistenti_sociali  ipotesi`
struct PartOf {
  Identifier whole;
  std::optional<ConfidenceText> confidence;
};

struct DatumDecl {
  Identifier name;
  TypeText type;
  std::optional<Quoted> title;
  std::optional<ExprId> at_least, at_most;  // Number literals, a minus allowed
  bool whole = false;
  std::optional<PartOf> part_of;
  std::optional<ExprId> if_missing;  // `se manca`: how it is worked out where nobody gives it
  std::optional<ConfidenceText> if_missing_confidence;
  std::optional<Identifier> area;
  std::vector<Quoted> precedence;  // `precedenza SIOSS, HR`: which source counts; see Quoted
  std::optional<Quoted> held_by;
  std::vector<Quoted> notes;
  Span span;
};

/// `campo ore : ore/settimana "…"  chiave  almeno 0  al massimo 168  intero`
struct FieldDecl {
  Identifier name;
  TypeText type;
  std::optional<Quoted> title;
  bool key = false;
  std::optional<ExprId> at_least, at_most;
  bool whole = false;
  std::vector<Quoted> notes;
  Span span;
};

/// `elenco comuni "…"` with its fields: rows of one Ambito in one year.
struct TableDecl {
  Identifier name;
  std::optional<Quoted> title;
  std::vector<FieldDecl> fields;  // one or more
  std::optional<Identifier> area;
  std::optional<Quoted> held_by;
  std::vector<Quoted> notes;
  Span span;
};

/// `gruppo progetto_pippi "…"`: a kind of group that Ambiti may share.
struct GroupDecl {
  Identifier name;
  Quoted title;
  std::vector<Quoted> notes;
  Span span;
};

/// `dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  verificato  secondo l178_2020_c797`
struct ParameterValue {
  std::optional<Identifier> word;  // `per a65`: of a parameter with a value for each word
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
  std::optional<ConfidenceText> confidence;
  std::optional<Identifier> area;
  std::vector<Identifier> sources;
  std::vector<Quoted> notes;
  Span span;
};

enum class Rounding { none, whole_units, steps };

/// `si colma con assistenti_sociali  a passi di 0,5 FTE  costo costo_assistente  al netto di …`
struct Lever {
  std::optional<Identifier> row;  // of `c.posti`: closed row by row
  Identifier datum;               // or the row's field
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
  std::optional<ConfidenceText> confidence;
  std::optional<ExprId> applies_if;
  std::optional<ConfidenceText> applies_confidence;
  std::optional<ExprId> tolerance;  // `tolleranza 1%`: a literal share
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
  std::optional<Identifier> area;
  std::vector<Identifier> sources;  // one or more
  PeriodText in_force;
  std::optional<ConfidenceText> in_force_confidence;
  std::optional<ExprId> applies_if;
  std::optional<ConfidenceText> applies_confidence;
  std::vector<Requirement> requirements;  // one or more
  std::optional<ExprId> partial_if;
  std::optional<ConfidenceText> partial_confidence;
  std::vector<Identifier> after;
  std::optional<ConfidenceText> after_confidence;
  std::optional<ExprId> beneficiaries;
  std::optional<AnyDay> deadline;
  Span deadline_span;
  std::optional<ExprId> score;  // a Number literal
  std::vector<Quoted> notes;
  Span span;
};

/// `controllo nome "…"  errore` and a condition: judges the data before any verdict.
struct CheckDecl {
  Identifier name;
  Quoted title;
  bool error = false;         // `errore`; else `avviso`
  bool says_how_bad = false;  // one of the two is written
  ExprId condition;
  std::optional<ExprId> applies_if;
  std::vector<Identifier> sources;
  std::vector<Quoted> notes;
  Span span;
};

/// `modifica parametro nome` with new values: from their first day they replace those of the pack
/// that is extended.
struct ParameterAmendment {
  Identifier name;
  std::vector<ParameterValue> values;  // one or more
  Span span;
};

/// `modifica requisito regola.requisito: condizione`, from a day, according to a source: in place
/// of what the pack that is extended asks.
struct RequirementAmendment {
  Identifier rule;
  Requirement requirement;
  PeriodText in_force;  // `in vigore dal …`
  std::optional<ConfidenceText> in_force_confidence;
  std::vector<Identifier> sources;  // one or more
  std::vector<Quoted> notes;
  Span span;
};

/// `modifica regola nome "…"`, from a day, according to a source: another title, and requirements
/// beside those of the pack that is extended.
struct RuleAmendment {
  Identifier rule;
  std::optional<Quoted> title;
  PeriodText in_force;
  std::optional<ConfidenceText> in_force_confidence;
  std::vector<Identifier> sources;        // one or more
  std::vector<Requirement> requirements;  // one or more where there is no title
  std::vector<Quoted> notes;
  Span span;
};

/// `cessa dal 1 gennaio 2027`: the first day without it.
struct EndText {
  Day day{};
  Span span;
  std::optional<ConfidenceText> confidence;
};

/// `modifica regola nome` or `modifica requisito regola.requisito`, with `cessa dal …` and a
/// source.
struct Ending {
  Identifier rule;
  std::optional<Identifier> requirement;  // none: of the whole rule
  EndText end;
  std::vector<Identifier> sources;  // one or more
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
struct Given;
/// `(nome = "Lodi"; via_fittizia = sì)`, `24 volte (ore = 36)`
struct Row {
  int times = 1;
  std::vector<Given> cells;
  Span span;
};
/// `[(…); (…)]`, `[]`: the rows of a list.
struct Rows {
  std::vector<Row> rows;
};
/// A value in an example; an ExprId is a literal, as in a parameter, a day, `mai` or a text;
/// a period is `dal … al …`.
struct Value {
  std::variant<Unknown, Range, ExprId, Rows, PeriodText> value;
  Span span;
};

/// `popolazione = 125.000`
struct Given {
  Identifier datum;
  Value value;
};

/// `data_di_rilevazione 30 giugno 2025`: the day that data are of, if not their year's last.
struct SurveyText {
  Day day{};
  Span span;
};

/// `altro anno 2024` or `altro membro di progetto_pippi`, and what is given there: another year of
/// the same Ambito, or another Ambito of its group in the same year.
struct OtherFacts {
  std::optional<int> year;
  std::optional<Identifier> group;
  std::optional<SurveyText> survey;
  std::vector<Given> givens;
  Span span;
};

/// Of a rule or of one of its requirements.
struct ExpectedOutcome {
  Verdict verdict = Verdict::soddisfatto;
  std::optional<Value> gap, cost;
};
/// Of a computed amount that is not worth one value.
enum class NoValue {
  not_in_force,  // it is not worked out: some parameter of it has no value on that day
  unknown
};
/// Of a `controllo`: whether it finds something wrong in the data.
enum class ExpectedFinding { raised, none };

/// What should come out for what is named: `regola.requisito non_soddisfatto lacuna 1 FTE`,
/// `calcolo = 240.000 euro`, `calcolo = non_vigente`, `controllo non segnala`.
struct Expected {
  std::vector<Identifier> path;  // a rule; a rule and its requirement; an amount; a check
  std::variant<ExpectedOutcome, Value, NoValue, ExpectedFinding> what;
  Span span;
};

struct ExampleDecl {
  Quoted title;
  int year = 0;
  Span year_span;
  std::optional<SurveyText> survey;
  std::vector<Given> givens;
  std::vector<OtherFacts> others;
  std::vector<Expected> expectations;  // one or more
  Span span;
};

using Declaration =
    std::variant<SourceDecl, UnitsDecl, CategoryDecl, DatumDecl, ParameterDecl, ComputedDecl,
                 RuleDecl, OrderingDecl, ExampleDecl, TableDecl, GroupDecl, CheckDecl,
                 ParameterAmendment, RequirementAmendment, RuleAmendment, Ending, AreaDecl>;

struct Comment {
  std::string text;  // without /* and */
  Span span;
};

struct File {
  SourceId source;
  Language language = Language::italian;
  Identifier package;
  Quoted version;
  bool draft = false;  // `bozza`: its rules are not law yet
  /// `estende leps.nazionale versione "2025.1"`: the pack that this one stands on.
  struct Extends {
    Identifier package;
    Quoted version;
  };
  std::optional<Extends> extends;
  std::vector<Quoted> notes;  // of the pack
  std::vector<Declaration> declarations;
  std::vector<Comment> comments;  // in order of place
  /// Words of the regions that could not be read. resolve/ does not report a name that may have
  /// been declared there: one mistake, one message.
  std::vector<std::string> unread_words;
  /// Of which kinds a declaration has no name that could be read: any name of the kind that nothing
  /// declares may be the one.
  std::vector<Keyword> nameless;
  /// Where a clause stops making sense: ends of what was read of it. check/ does not judge an
  /// expression that ends there, for the author wrote more.
  std::vector<std::uint32_t> cut_short;
};

/// All the files of one run, in order of name, and the expressions of all of them.
struct Program {
  std::vector<File> files;
  IdMap<ExprId, Expr> exprs;
  /// What a careful reader would ask of how the files are written. Nothing is wrong: only `leps
  /// lint` tells it.
  DiagnosticBag remarks;
};

}  // namespace leps::inline syntax::ast
