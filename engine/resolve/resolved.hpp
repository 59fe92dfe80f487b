// The resolved IR: the AST with every name turned into an id, once. The AST stays as it was
// written; what a name means stands in a table beside it.
#pragma once

#include "base/id.hpp"
#include "syntax/ast.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline resolving {

using PackId = Id<struct PackTag>;
using SourceOfLawId = Id<struct SourceOfLawTag>;
using CategoryId = Id<struct CategoryTag>;
using ChoiceTypeId = Id<struct ChoiceTypeTag>;
using DatumId = Id<struct DatumTag>;
using ParameterId = Id<struct ParameterTag>;
using ComputedId = Id<struct ComputedTag>;
using RuleId = Id<struct RuleTag>;
using OrderingId = Id<struct OrderingTag>;
using ExampleId = Id<struct ExampleTag>;
using TableId = Id<struct TableTag>;
using GroupId = Id<struct GroupTag>;
using CheckId = Id<struct CheckTag>;

/// A word of a `uno di`: which list, and which place in it.
struct ChoiceWord {
  ChoiceTypeId type;
  std::uint32_t value = 0;
};

/// What a name in an expression stands for.
using Referent = std::variant<DatumId, ParameterId, ComputedId, ChoiceWord>;

struct Resolved {
  template <class Decl>
  struct Entry {
    const Decl* decl = nullptr;  // into the program's AST
    PackId pack;
  };
  struct Pack {
    std::string name, version;
    Span span;
    std::optional<PackId> extends;  // the pack that it stands on
    bool draft = false;             // one of its files says so
  };
  /// A datum: declared by `dato`, or a table, or one of a table's fields. Fields are data too, so
  /// that what is missing or unknown has one kind of name.
  struct DatumEntry {
    const ast::DatumDecl* decl = nullptr;   // of `dato`
    const ast::TableDecl* table = nullptr;  // of `elenco`, and of its fields
    const ast::FieldDecl* field = nullptr;  // of `campo`
    TableId table_id;                       // where `table` is set
    PackId pack;

    [[nodiscard]] const ast::Identifier& name() const {
      return decl ? decl->name : field ? field->name : table->name;
    }
  };
  struct TableEntry {
    const ast::TableDecl* decl = nullptr;
    PackId pack;
    DatumId datum;
    std::vector<DatumId> fields;  // as the table declares them
  };
  /// A parameter and the amendments of the packs that stand on its own.
  struct ParameterEntry {
    const ast::ParameterDecl* decl = nullptr;
    PackId pack;
    std::vector<Entry<ast::ParameterAmendment>> amendments;
  };
  /// One name, one or more versions with different days: `versions` by first day.
  struct RuleEntry {
    std::string name;
    std::vector<Entry<ast::RuleDecl>> versions;
    std::vector<Entry<ast::RequirementAmendment>> amendments;
  };

  const ast::Program* program = nullptr;
  IdMap<PackId, Pack> packs;
  IdMap<SourceOfLawId, Entry<ast::SourceDecl>> sources;
  IdMap<CategoryId, Entry<ast::CategoryDecl>> categories;
  IdMap<ChoiceTypeId, std::vector<std::string>> choice_types;
  IdMap<DatumId, DatumEntry> data;
  IdMap<TableId, TableEntry> tables;
  IdMap<GroupId, Entry<ast::GroupDecl>> groups;
  IdMap<CheckId, Entry<ast::CheckDecl>> checks;
  IdMap<ParameterId, ParameterEntry> parameters;
  IdMap<ComputedId, Entry<ast::ComputedDecl>> computed;
  IdMap<RuleId, RuleEntry> rules;  // in the order in which the packs first declare them
  IdMap<OrderingId, Entry<ast::OrderingDecl>> orderings;
  IdMap<ExampleId, Entry<ast::ExampleDecl>> examples;

  std::map<std::string, SourceOfLawId, std::less<>> source_names;
  std::map<std::string, CategoryId, std::less<>> category_names;
  std::map<std::string, Span, std::less<>> unit_names;
  std::map<std::string, RuleId, std::less<>> rule_names;
  std::map<std::string, OrderingId, std::less<>> ordering_names;
  std::map<std::string, GroupId, std::less<>> group_names;
  std::map<std::string, CheckId, std::less<>> check_names;
  /// Data, parameters, computed amounts and words of a `uno di` share one space of names.
  std::map<std::string, Referent, std::less<>> value_names;
  /// Lists are known by their words: two data with the same `uno di` share one list.
  std::map<std::vector<std::string>, ChoiceTypeId> choice_type_ids;
  /// Every list that has the word: `value_names` knows the first, check/ chooses by the context.
  std::map<std::string, std::vector<ChoiceWord>, std::less<>> words;

  /// For every `ast::Name` that could be resolved.
  std::map<ast::ExprId, Referent> referents;
  /// For every `ast::Field`: which field, of the row of the aggregate at which level.
  struct FieldMeaning {
    DatumId field;
    std::uint32_t level = 0;
  };
  std::map<ast::ExprId, FieldMeaning> fields;
  /// For every `ast::Aggregate`: over which table, and how many aggregates enclose it.
  struct AggregateMeaning {
    TableId table;
    std::uint32_t level = 0;
  };
  std::map<ast::ExprId, AggregateMeaning> aggregates;
  /// Some file has a region that could not be read: what is missing may have stood there.
  bool incomplete = false;
};

}  // namespace leps::inline resolving
