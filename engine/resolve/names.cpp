#include "resolve/names.hpp"

namespace leps::inline resolving {
namespace {

struct KindOfReferent {
  const Resolved& resolved;
  NameKind operator()(DatumId id) const {
    return resolved.data[id].table ? NameKind::table : NameKind::datum;
  }
  NameKind operator()(ParameterId) const { return NameKind::parameter; }
  NameKind operator()(ComputedId) const { return NameKind::computed; }
  NameKind operator()(ChoiceWord) const { return NameKind::word; }
};

// Where a name of the shared space of names was declared; a word, in the first list that has it.
std::optional<Span> declared_at(const Resolved& resolved, const Referent& referent) {
  if (const auto* datum = std::get_if<DatumId>(&referent)) {
    return resolved.data[*datum].name().span;
  }
  if (const auto* parameter = std::get_if<ParameterId>(&referent)) {
    return resolved.parameters[*parameter].decl->name.span;
  }
  if (const auto* computed = std::get_if<ComputedId>(&referent)) {
    return resolved.computed[*computed].decl->name.span;
  }
  return std::nullopt;
}

}  // namespace

Text one(NameKind kind) {
  switch (kind) {
    case NameKind::source:
      return {"una fonte", "a source"};
    case NameKind::unit:
      return {"un'unità", "a unit"};
    case NameKind::category:
      return {"una categoria", "a category"};
    case NameKind::area:
      return {"un'area", "an area"};
    case NameKind::datum:
      return {"un dato", "a datum"};
    case NameKind::parameter:
      return {"un parametro", "a parameter"};
    case NameKind::computed:
      return {"un calcolo", "a computed amount"};
    case NameKind::word:
      return {"una parola di un elenco 'uno di'", "a word of a 'one of' list"};
    case NameKind::rule:
      return {"una regola", "a rule"};
    case NameKind::requirement:
      return {"un requisito di questa regola", "a requirement of this rule"};
    case NameKind::ordering:
      return {"un ordine", "an order"};
    case NameKind::table:
      return {"un elenco", "a table"};
    case NameKind::field:
      return {"un campo di questo elenco", "a field of this table"};
    case NameKind::group:
      return {"un gruppo", "a group"};
    case NameKind::check:
      return {"un controllo", "a check"};
  }
  return {};
}

NameKind kind_of(const Resolved& resolved, const Referent& referent) {
  return std::visit(KindOfReferent{resolved}, referent);
}

std::optional<OtherMeaning> any_meaning(const Names& names, const Resolved& resolved,
                                        std::string_view name) {
  if (const auto at = names.values.find(name); at != names.values.end()) {
    return OtherMeaning{kind_of(resolved, at->second), declared_at(resolved, at->second)};
  }
  if (const auto at = names.rules.find(name); at != names.rules.end()) {
    return OtherMeaning{NameKind::rule,
                        resolved.rules[at->second].versions.front().decl->name.span};
  }
  if (const auto at = names.sources.find(name); at != names.sources.end()) {
    return OtherMeaning{NameKind::source, resolved.sources[at->second].decl->name.span};
  }
  if (const auto at = names.categories.find(name); at != names.categories.end()) {
    return OtherMeaning{NameKind::category, resolved.categories[at->second].decl->name.span};
  }
  if (const auto at = names.areas.find(name); at != names.areas.end()) {
    return OtherMeaning{NameKind::area, resolved.areas[at->second].decl->name.span};
  }
  if (const auto at = resolved.units.find(name); at != resolved.units.end()) {
    return OtherMeaning{NameKind::unit, at->second};
  }
  if (const auto at = names.groups.find(name); at != names.groups.end()) {
    return OtherMeaning{NameKind::group, resolved.groups[at->second].decl->name.span};
  }
  if (const auto at = names.orderings.find(name); at != names.orderings.end()) {
    return OtherMeaning{NameKind::ordering, resolved.orderings[at->second].decl->name.span};
  }
  return std::nullopt;
}

}  // namespace leps::inline resolving
