// What every part of check/ shares: the resolved IR it reads, the typed IR it makes, the bag it
// reports to, and the declared types that expressions are checked against.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace leps::inline checking {

struct Context {
  const Resolved& resolved;
  const ast::Program& program;
  DiagnosticBag& bag;
  Typed typed;

  /// None where the declaration is broken: whatever rests on it is left out in silence, since the
  /// mistake was already reported.
  IdMap<DatumId, std::optional<Type>> data;
  IdMap<ParameterId, std::optional<Type>> parameters;
  IdMap<ComputedId, std::optional<Type>> computed;
  /// The formula of a computed amount, where it could be checked.
  IdMap<ComputedId, std::optional<typed::ExprId>> formulas;

  std::map<SourceId, Language> languages;
  /// Where expressions end that go on with something that could not be read.
  std::map<SourceId, std::set<std::uint32_t>> cut_short;
  std::set<std::pair<PackId, PackId>> not_extended;  // which pack amends which without extending it

  /// Where terms may stand, the innermost last: each gets whether its terms are due.
  std::vector<std::vector<typed::ExprId>> terms;

  typed::ExprId add(typed::Node node, Type type, Span span) {
    const std::uint32_t rows = rows_of(node);
    return typed.exprs.add({std::move(node), std::move(type), span, rows});
  }
  /// The rows that a node is of: those of what is under it, less the one that it ranges over.
  [[nodiscard]] std::uint32_t rows_of(const typed::Node& node) const {
    std::uint32_t rows = 0;
    for (const typed::ExprId operand : typed::operands(node)) rows |= typed.exprs[operand].rows;
    if (const auto* field = std::get_if<typed::FieldRef>(&node)) rows |= 1U << field->level;
    if (const auto* over = std::get_if<typed::Aggregate>(&node)) rows &= ~(1U << over->level);
    return rows;
  }
  [[nodiscard]] const Type& type_of(typed::ExprId expr) const { return typed.exprs[expr].type; }
  [[nodiscard]] Span span_of(typed::ExprId expr) const { return typed.exprs[expr].span; }
  /// The language of the file in which a place stands: what is quoted from it keeps it.
  [[nodiscard]] Language language_at(Span where) const {
    const auto at = languages.find(where.source);
    return at == languages.end() ? Language::italian : at->second;
  }
};

}  // namespace leps::inline checking
