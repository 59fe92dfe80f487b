// The resolved IR: the AST with every name turned into an id, once. The AST stays as it was
// written; what a name means stands in tables beside it, by expression and by place of use.
#pragma once

#include "base/id.hpp"
#include "syntax/ast.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace leps::inline resolving {

using PackId = Id<struct PackTag>;
using SourceOfLawId = Id<struct SourceOfLawTag>;
using CategoryId = Id<struct CategoryTag>;
using AreaId = Id<struct AreaTag>;
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
    std::string word;  // whose value it is, of one that has a value for each word
  };
  /// What a pack changes in a rule of one that it stands on.
  struct RuleChange {
    std::variant<const ast::RequirementAmendment*, const ast::RuleAmendment*, const ast::Ending*>
        what;
    PackId pack;

    [[nodiscard]] const ast::Identifier& rule() const {
      return std::visit([](const auto* decl) -> const ast::Identifier& { return decl->rule; },
                        what);
    }
  };
  /// One name, one or more versions with different days: `versions` by first day.
  struct RuleEntry {
    std::string name;
    std::vector<Entry<ast::RuleDecl>> versions;
    std::vector<RuleChange> changes;
  };

  const ast::Program* program = nullptr;
  IdMap<PackId, Pack> packs;
  IdMap<SourceOfLawId, Entry<ast::SourceDecl>> sources;
  IdMap<CategoryId, Entry<ast::CategoryDecl>> categories;
  IdMap<AreaId, Entry<ast::AreaDecl>> areas;  // in the order of the packs, the lower ones first
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

  /// Parameters that have a value for each word (`per a65 dal …`): a parameter a word, in the order
  /// of the text. Their name stands for the first.
  std::map<std::string, std::vector<std::pair<std::string, ParameterId>>, std::less<>>
      parameter_tables;

  std::map<std::string, Span, std::less<>> units;  // a unit is a word, and no thing
  /// Lists are known by their words: two data with the same `uno di` share one list.
  std::map<std::vector<std::string>, ChoiceTypeId> choice_type_ids;
  /// Every list that has the word: a referent is of the first, check/ chooses by the context.
  std::map<std::string, std::vector<ChoiceWord>, std::less<>> words;

  /// For every `ast::Name` that could be resolved.
  std::map<ast::ExprId, Referent> referents;
  /// For every name of a clause: `secondo f`, `dopo r`, `si colma con x`.
  using Meaning = std::variant<SourceOfLawId, CategoryId, AreaId, RuleId, GroupId, CheckId, DatumId,
                               ComputedId>;
  std::map<std::pair<Span, std::string_view>, Meaning> meanings;  // the texts are the AST's
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

  /// What a name of an expression stands for; null where that was reported.
  [[nodiscard]] const Referent* referent(ast::ExprId name) const {
    const auto at = referents.find(name);
    return at == referents.end() ? nullptr : &at->second;
  }
  /// What a name of a clause means there; nothing where that was reported.
  template <class Meant>
  [[nodiscard]] std::optional<Meant> meaning(const ast::Identifier& use) const {
    const auto at = meanings.find({use.span, use.text});
    const auto* found = at == meanings.end() ? nullptr : std::get_if<Meant>(&at->second);
    return found ? std::optional(*found) : std::nullopt;
  }
};

}  // namespace leps::inline resolving
