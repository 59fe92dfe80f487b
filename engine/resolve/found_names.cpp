#include "resolve/found_names.hpp"

#include <algorithm>

namespace leps::inline resolving {
namespace {

const Wanted kValue{{"il nome di un dato, di un parametro o di un calcolo",
                     "the name of a datum, a parameter or a computed amount"},
                    {NameKind::datum, NameKind::parameter, NameKind::computed, NameKind::word}};

const Wanted kDatumOrTable{{"il nome di un dato o di un elenco", "the name of a datum or a table"},
                           {NameKind::datum, NameKind::table},
                           Role::given,
                           {},
                           {}};

Wanted only(NameKind kind, Role role = Role::any) { return {one(kind), {kind}, role, {}, {}}; }

}  // namespace

template <class Id>
std::optional<Id> FoundNames::look_up(const Names::Map<Id>& names, const ast::Identifier& use,
                                      NameKind kind, Role role) {
  const auto at = names.find(use.text);
  if (at == names.end()) {
    unknown_.add(use, only(kind, role));
    return std::nullopt;
  }
  mean(use, at->second);
  return at->second;
}

std::optional<SourceOfLawId> FoundNames::source(const ast::Identifier& use) {
  return look_up(names_.sources, use, NameKind::source);
}
std::optional<CategoryId> FoundNames::category(const ast::Identifier& use) {
  return look_up(names_.categories, use, NameKind::category);
}
std::optional<AreaId> FoundNames::area(const ast::Identifier& use) {
  return look_up(names_.areas, use, NameKind::area);
}
std::optional<RuleId> FoundNames::rule(const ast::Identifier& use, Role role) {
  return look_up(names_.rules, use, NameKind::rule, role);
}
std::optional<GroupId> FoundNames::group(const ast::Identifier& use) {
  return look_up(names_.groups, use, NameKind::group);
}
std::optional<CheckId> FoundNames::check(const ast::Identifier& use) {
  return look_up(names_.checks, use, NameKind::check, Role::expected_finding);
}

void FoundNames::unit(const ast::Identifier& use, Role role, const ast::TypeText* type,
                      const std::optional<Rational>& count) {
  if (resolved_.units.count(use.text) > 0) return;
  unknown_.add(use, {one(NameKind::unit), {NameKind::unit}, role, type, count});
}
void FoundNames::parameter(const ast::Identifier& use) {
  if (!value_of(NameKind::parameter, use)) unknown_.add(use, only(NameKind::parameter));
}
void FoundNames::computed(const ast::Identifier& use) {
  if (const Referent* amount = value_of(NameKind::computed, use)) {
    mean(use, std::get<ComputedId>(*amount));
  } else {
    unknown_.add(use, only(NameKind::computed, Role::expected_amount));
  }
}

void FoundNames::datum(const ast::Identifier& use, Role role) {
  if (!value_of(NameKind::datum, use) || !datum_or_table(use)) {
    unknown_.add(use, only(NameKind::datum, role));
  }
}
std::optional<TableId> FoundNames::table(const ast::Identifier& use) {
  const auto id = datum_or_table(use);
  if (id && resolved_.data[*id].table) return resolved_.data[*id].table_id;
  unknown_.add(use, only(NameKind::table));
  return std::nullopt;
}
std::optional<DatumId> FoundNames::given(const ast::Identifier& use) {
  const auto id = datum_or_table(use);
  if (!id) unknown_.add(use, kDatumOrTable);
  return id;
}

void FoundNames::value(ast::ExprId expr, const ast::Identifier& use, Role role,
                       const ast::TypeText* type) {
  if (const Referent* referent = value(use.text)) {
    resolved_.referents.emplace(expr, *referent);
  } else {
    unknown_.add(use, {kValue.what, kValue.kinds, role, type, {}});
  }
}

std::optional<DatumId> FoundNames::field(TableId table, const ast::Identifier& use) {
  const std::vector<DatumId>& fields = resolved_.tables[table].fields;
  const auto name_of = [&](DatumId id) -> const std::string& {
    return resolved_.data[id].field->name.text;
  };
  for (const DatumId id : fields) {
    if (name_of(id) != use.text) continue;
    mean(use, id);
    return id;
  }
  std::vector<std::string> known;
  for (const DatumId id : fields) known.push_back(name_of(id));
  const std::string& owner = resolved_.tables[table].decl->name.text;
  unknown_.add(
      use,
      {Text("un campo dell'elenco '" + owner + "'", "a field of the table '" + owner + "'"),
       {},
       Role::any,
       {},
       {}},
      std::move(known));
  return std::nullopt;
}

bool FoundNames::has_field(TableId table, std::string_view name) const {
  const std::vector<DatumId>& fields = resolved_.tables[table].fields;
  return std::any_of(fields.begin(), fields.end(),
                     [&](DatumId id) { return resolved_.data[id].field->name.text == name; });
}

void FoundNames::requirement(RuleId rule, const ast::Identifier& use) {
  std::vector<std::string> known;
  for (const auto& version : resolved_.rules[rule].versions) {
    for (const auto& each : version.decl->requirements) known.push_back(each.name.text);
  }
  for (const Resolved::RuleChange& change : resolved_.rules[rule].changes) {
    const auto* amendment = std::get_if<const ast::RuleAmendment*>(&change.what);
    if (!amendment) continue;
    for (const auto& each : (*amendment)->requirements) known.push_back(each.name.text);
  }
  if (std::find(known.begin(), known.end(), use.text) != known.end()) return;
  const std::string& owner = resolved_.rules[rule].name;
  const Text what("un requisito della regola '" + owner + "'",
                  "a requirement of the rule '" + owner + "'");
  unknown_.add(use, {what, {NameKind::requirement}, Role::any, {}, {}}, std::move(known));
}

void FoundNames::unknown_row(const ast::Identifier& use, std::vector<std::string> known) {
  unknown_.add(use, {Text("il nome di una riga", "the name of a row"), {}, Role::value, {}, {}},
               std::move(known));
}

bool FoundNames::is_swapped_total(std::string_view amount, std::string_view group) const {
  return names_.groups.contains(amount) && !names_.groups.contains(group) && is_value(group);
}

bool FoundNames::is_hyphened(const ast::Binary& node, const ast::Program& program) {
  const ast::Expr &left = program.exprs[node.left], &right = program.exprs[node.right];
  const auto* first = std::get_if<ast::Name>(&left.node);
  const auto* second = std::get_if<ast::Name>(&right.node);
  if (!first || !second || right.span.begin != left.span.end + 1) return false;
  if (is_value(first->text) && is_value(second->text)) return false;
  const std::string joined = first->text + "_" + second->text;
  if (!value(joined)) return false;
  const Span where{left.span.source, left.span.begin, right.span.end};
  unknown_.add({first->text + "-" + second->text, where}, kValue, {joined});
  return true;
}

const Referent* FoundNames::value(std::string_view name) const {
  const auto at = names_.values.find(name);
  return at == names_.values.end() ? nullptr : &at->second;
}

const Referent* FoundNames::value_of(NameKind kind, const ast::Identifier& use) const {
  const Referent* referent = value(use.text);
  return referent && kind_of(resolved_, *referent) == kind ? referent : nullptr;
}

const ast::TypeText* FoundNames::type_of(std::string_view name) const {
  const Referent* referent = value(name);
  if (!referent) return nullptr;
  if (const auto* id = std::get_if<DatumId>(referent)) {
    const Resolved::DatumEntry& datum = resolved_.data[*id];
    return datum.decl ? &datum.decl->type : nullptr;
  }
  if (const auto* id = std::get_if<ParameterId>(referent)) {
    return &resolved_.parameters[*id].decl->type;
  }
  const auto* id = std::get_if<ComputedId>(referent);
  return id ? &resolved_.computed[*id].decl->type : nullptr;
}

const ast::TypeText* FoundNames::type_of(TableId table, std::string_view field) const {
  for (const DatumId id : resolved_.tables[table].fields) {
    const ast::FieldDecl& decl = *resolved_.data[id].field;
    if (decl.name.text == field) return &decl.type;
  }
  return nullptr;
}

std::optional<DatumId> FoundNames::datum_or_table(const ast::Identifier& use) {
  const Referent* referent = value(use.text);
  const auto* id = referent ? std::get_if<DatumId>(referent) : nullptr;
  if (!id) return std::nullopt;
  mean(use, *id);
  return *id;
}

void FoundNames::mean(const ast::Identifier& use, Resolved::Meaning meaning) {
  resolved_.meanings.emplace(std::pair<Span, std::string_view>(use.span, use.text), meaning);
}

}  // namespace leps::inline resolving
