// The typed IR: rules whose every expression has a type and a unit, whose numbers are in the units
// in which they are compared, and whose levers are solved. It stands by itself: nothing points
// back into the AST, so it can be kept, shared and run by anything that walks it.
#pragma once

#include "base/interval.hpp"
#include "base/timetable.hpp"
#include "check/type.hpp"
#include "check/typed_example.hpp"
#include "check/typed_expressions.hpp"
#include "diagnostics/diagnostic.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leps::inline checking::typed {

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

/// What people plan by, in the order of the packs. It never changes a verdict.
struct Area {
  std::string name, title;
  std::vector<std::string> notes;
  Span span;
  PackId pack;
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
  std::optional<AreaId> area;
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
  std::optional<AreaId> area = {};
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
  PackId pack;                        // whose text it is: the layer
  std::optional<Served> served = {};  // of a level that is written `N u ogni M v`
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
  /// As the packs declare it: `minimo` of `minimo[urbano]`, its value for a word.
  [[nodiscard]] std::string_view declared_name() const {
    return std::string_view(name).substr(0, name.find('['));
  }
};

struct Computed {
  std::string name, title;
  Type type;
  ExprId value;
  std::optional<Confidence> confidence;  // of the formula, whatever it is made of
  std::vector<SourceOfLawId> sources;
  std::vector<std::string> notes;
  std::vector<ParameterId> parameters;  // all that it rests on, through other amounts too
  std::vector<DatumId> data;            // likewise
  Span span;
  PackId pack;
  std::optional<AreaId> area;
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
  /// Where the datum stands in bands: the coefficient is of what they come to.
  struct Through {
    ExprId bands;  // a Bands, none of whose rates can be below 0
    ExprId slope;  // by how much what they divide grows for one unit of the datum
  };
  std::optional<Through> through = {};
};

/// What a pack that stands on a rule's own changes in it, and by which act.
struct Amendment {
  enum class Change {
    replaced,  // a requirement (`modifica requisito`)
    added,     // a requirement (`modifica regola`)
    titled,    // a rule
    ended      // a rule or a requirement (`cessa dal`)
  };
  Change change = Change::replaced;
  PackId pack;
  std::vector<SourceOfLawId> sources;
  std::optional<Confidence> confidence;
  std::vector<std::string> notes;
  Span span;         // of the name, the title or the day that it is about
  Span declaration;  // the whole `modifica`
};

struct Requirement {
  std::string name, title;
  ExprId condition;
  std::optional<Confidence> confidence;
  std::optional<ExprId> applies_if;
  std::optional<Confidence> applies_confidence;
  /// Where the condition is `per ogni`: whether there is a row at all; where it is a term: whether
  /// it is due. Otherwise the requirement asks nothing.
  std::optional<ExprId> asks_if;
  /// `tolleranza`: by how much of the level it may be missed, and the condition so relaxed.
  Rational tolerance;
  std::optional<ExprId> tolerated;
  std::vector<Lever> levers;
  std::vector<Solution> solutions;
  Span span;
  /// Where packs that stand on the rule's own have added it and replaced it; the last one has
  /// written its text.
  std::vector<Amendment> amendments;
};

struct RuleVersion {
  PackId pack;
  std::string title;
  CategoryId category;
  std::vector<SourceOfLawId> sources;
  Period in_force;
  std::optional<Confidence> in_force_confidence;
  std::optional<ExprId> applies_if;
  std::optional<Confidence> applies_confidence;
  std::vector<Requirement> requirements;
  std::optional<ExprId> partial_if;
  std::optional<Confidence> partial_confidence;
  std::vector<RuleId> after;
  std::vector<Span> after_spans;
  std::optional<Confidence> after_confidence;
  std::optional<ExprId> beneficiaries;
  std::optional<AnyDay> deadline;
  Span deadline_span;
  std::optional<Rational> score;
  std::vector<std::string> notes;
  std::vector<ParameterId> parameters;  // all that its expressions rest on, in order of first use
  Span span;
  std::optional<Amendment> titled;  // where the title is of a pack that stands on the rule's own
};

/// `cessa dal …`: the first day without the rule, or without one of its requirements.
struct Ending {
  std::optional<std::string> requirement;
  Day day{};
  Amendment by;
};

struct Rule {
  std::string name;
  std::optional<AreaId> area;         // of all its versions
  std::vector<RuleVersion> versions;  // by first day, no overlap, no hole
  /// Where packs that stand on its own have changed it: its versions as declared, then after each
  /// of those packs; the last are `versions`. Else empty.
  struct Layer {
    PackId pack;
    std::vector<RuleVersion> versions;
  };
  std::vector<Layer> layers;
  std::vector<Ending> endings;  // the lowest pack first

  [[nodiscard]] const RuleVersion* at(Day day) const;
  /// The end of the rule, where it has ended before or on a day; null where it has not.
  [[nodiscard]] const Ending* ended(Day day) const;
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
  IdMap<AreaId, Area> areas;
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
  std::map<SourceId, Language> languages;  // of the files
  DiagnosticBag remarks;                   // on how they are written: see ast::Program
};

}  // namespace leps::inline checking::typed

namespace leps::inline checking {
using Typed = typed::Program;
}
