// Finds what names mean in their places, and writes it down; what is not known is kept to be
// reported.
#pragma once

#include "resolve/unknown_names.hpp"

namespace leps::inline resolving {

class FoundNames {
 public:
  /// @param names, resolved  what is declared; must outlive this. `resolved` takes the meanings
  FoundNames(const Names& names, Resolved& resolved)
      : names_(names), resolved_(resolved), unknown_(names, resolved) {}

  /// One of the names of a kind.
  std::optional<SourceOfLawId> source(const ast::Identifier& use);
  std::optional<CategoryId> category(const ast::Identifier& use);
  std::optional<AreaId> area(const ast::Identifier& use);
  std::optional<RuleId> rule(const ast::Identifier& use, Role role = Role::any);
  std::optional<GroupId> group(const ast::Identifier& use);
  std::optional<CheckId> check(const ast::Identifier& use);
  /// @param type   of the number that it belongs to, where its place says which
  /// @param count  that number
  void unit(const ast::Identifier& use, Role role, const ast::TypeText* type,
            const std::optional<Rational>& count);
  void parameter(const ast::Identifier& use);
  void computed(const ast::Identifier& use);
  /// A datum that `dato` declares.
  void datum(const ast::Identifier& use, Role role = Role::any);
  std::optional<TableId> table(const ast::Identifier& use);
  /// A datum or a table.
  std::optional<DatumId> given(const ast::Identifier& use);
  /// A name of an expression, or of a written value.
  void value(ast::ExprId expr, const ast::Identifier& use, Role role, const ast::TypeText* type);
  /// `livello-mediatori` for a name with a hyphen: reported where there is no such difference, and
  /// `livello_mediatori` is the name of a value.
  /// `totale(pari; a)`: the group stands before its amount.
  [[nodiscard]] bool is_swapped_total(std::string_view amount, std::string_view group) const;
  bool is_hyphened(const ast::Binary& difference, const ast::Program& program);
  [[nodiscard]] bool is_value(std::string_view name) const { return value(name) != nullptr; }
  /// A field of a table's rows.
  std::optional<DatumId> field(TableId table, const ast::Identifier& use);
  /// A requirement of any version of a rule, or one that a pack adds.
  void requirement(RuleId rule, const ast::Identifier& use);
  /// The name of a row: it is none of those that are known there.
  void unknown_row(const ast::Identifier& use, std::vector<std::string> known);

  /// The declared type of a name of an expression, or of a field; null where there is none.
  [[nodiscard]] const ast::TypeText* type_of(std::string_view name) const;
  [[nodiscard]] const ast::TypeText* type_of(TableId table, std::string_view field) const;

  [[nodiscard]] bool has_field(TableId table, std::string_view name) const;
  /// What else a name is that was to be new.
  [[nodiscard]] std::optional<OtherMeaning> other_meaning(const std::string& name) const {
    return any_meaning(names_, resolved_, name);
  }
  void report(DiagnosticBag& bag) { unknown_.report(bag); }

 private:
  template <class Id>
  std::optional<Id> look_up(const Names::Map<Id>& names, const ast::Identifier& use, NameKind kind,
                            Role role = Role::any);
  [[nodiscard]] const Referent* value(std::string_view name) const;
  [[nodiscard]] const Referent* value_of(NameKind kind, const ast::Identifier& use) const;
  std::optional<DatumId> datum_or_table(const ast::Identifier& use);
  void mean(const ast::Identifier& use, Resolved::Meaning meaning);

  const Names& names_;
  Resolved& resolved_;
  UnknownNames unknown_;
};

}  // namespace leps::inline resolving
