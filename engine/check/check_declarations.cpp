#include "check/check_declarations.hpp"

#include "check/check_periods.hpp"
#include "check/check_values.hpp"
#include "check/declared_types.hpp"
#include "check/layers.hpp"
#include "check/words.hpp"

#include <algorithm>
#include <set>

namespace leps::inline checking {
namespace {

std::string text_of(const std::optional<ast::Quoted>& quoted) {
  return quoted ? quoted->text : std::string();
}

// `almeno` and `al massimo` say something of numbers only; `intero`, of what is counted only.
void report_clause(Context& context, Span where, const Text& clause, const Type& type) {
  context.bag.report(Code::datum_clause_not_for_type, where, {clause, describe(context, type)});
}

const Text kAtLeast("almeno", "at least");
const Text kAtMost("al massimo", "at most");
const Text kWhole("intero", "whole");

std::optional<Rational> bound(Context& context, ast::ExprId expr, const Text& clause,
                              const Type& type) {
  if (!std::holds_alternative<NumberOf>(type)) {
    report_clause(context, context.program.exprs[expr].span, clause, type);
    return std::nullopt;
  }
  const auto literal = check_value(context, expr, type, Bare::takes_the_unit);
  return literal ? std::optional(std::get<Rational>(literal->value)) : std::nullopt;
}

template <class Decl>
Interval bounds_of(Context& context, const Decl& decl, const Type& type) {
  Interval bounds = Interval::everything();
  const auto* number = std::get_if<NumberOf>(&type);
  if (number && number->purity == Purity::share) bounds = {Bound(0), Bound(1)};
  if (decl.at_least) {
    if (const auto least = bound(context, *decl.at_least, kAtLeast, type)) {
      bounds.lo = std::max(bounds.lo, Bound(*least));
    }
  }
  if (decl.at_most) {
    if (const auto most = bound(context, *decl.at_most, kAtMost, type)) {
      bounds.hi = std::min(bounds.hi, Bound(*most));
    }
  }
  if (bounds.lo > bounds.hi && decl.at_least && decl.at_most) {
    context.bag.report(Code::datum_bounds_crossed, context.program.exprs[*decl.at_least].span)
        .label(context.program.exprs[*decl.at_most].span,
               Text("il massimo è qui", "the maximum is here"));
    bounds = Interval::everything();
  }
  return bounds;
}

}  // namespace

std::optional<Confidence> confidence(const std::optional<ast::ConfidenceText>& text) {
  return text ? std::optional(text->value) : std::nullopt;
}

std::vector<std::string> texts(const std::vector<ast::Quoted>& quoted) {
  std::vector<std::string> all;
  for (const ast::Quoted& each : quoted) all.push_back(each.text);
  return all;
}

std::optional<AreaId> area_of(const Context& context, const std::optional<ast::Identifier>& name) {
  return name ? context.resolved.meaning<AreaId>(*name) : std::nullopt;
}

std::vector<SourceOfLawId> source_ids(const Context& context,
                                      const std::vector<ast::Identifier>& names) {
  std::vector<SourceOfLawId> ids;
  for (const ast::Identifier& name : names) {
    if (const auto id = context.resolved.meaning<SourceOfLawId>(name)) ids.push_back(*id);
  }
  return ids;
}

void declare_types(Context& context) {
  const Resolved& resolved = context.resolved;
  for (const ast::File& file : context.program.files) {
    context.languages[file.source] = file.language;
    context.cut_short[file.source] = {file.cut_short.begin(), file.cut_short.end()};
  }
  for (const PackId id : resolved.packs.keys()) {
    const Resolved::Pack& pack = resolved.packs[id];
    context.typed.packs.add(
        {pack.name, pack.version, pack.extends, pack.draft, layer_of(resolved, id)});
  }
  context.typed.choice_types = resolved.choice_types;
  for (const auto& entry : resolved.data) {
    if (!entry.decl && !entry.field) {
      context.data.add(RowsOf{entry.table_id});
    } else {
      context.data.add(declared_type(resolved, entry.decl ? entry.decl->type : entry.field->type));
    }
  }
  for (const auto& entry : resolved.parameters) {
    context.parameters.add(declared_type(resolved, entry.decl->type));
  }
  for (const auto& entry : resolved.computed) {
    context.computed.add(declared_type(resolved, entry.decl->type));
  }
  context.formulas.resize(resolved.computed.size());
}

void check_sources(Context& context) {
  for (const auto& entry : context.resolved.sources) {
    const ast::SourceDecl& decl = *entry.decl;
    context.typed.sources.add({decl.name.text, decl.title.text, text_of(decl.urn),
                               text_of(decl.url), texts(decl.notes), decl.name.span});
  }
}

void check_categories(Context& context) {
  for (const auto& entry : context.resolved.categories) {
    const ast::CategoryDecl& decl = *entry.decl;
    context.typed.categories.add({decl.name.text, decl.title.text, decl.binding, decl.name.span});
  }
}

void check_areas(Context& context) {
  for (const auto& entry : context.resolved.areas) {
    const ast::AreaDecl& decl = *entry.decl;
    context.typed.areas.add(
        {decl.name.text, decl.title.text, texts(decl.notes), decl.name.span, entry.pack});
  }
}

namespace {

// What a datum and a field have in common.
template <class Decl>
typed::Datum datum_of(Context& context, DatumId id, const Decl& decl) {
  typed::Datum datum;
  datum.name = decl.name.text;
  datum.title = text_of(decl.title);
  datum.notes = texts(decl.notes);
  datum.whole = decl.whole;
  datum.span = decl.name.span;
  datum.pack = context.resolved.data[id].pack;
  if (const auto& type = context.data[id]) {
    datum.type = *type;
    datum.bounds = bounds_of(context, decl, *type);
    const auto* number = std::get_if<NumberOf>(&*type);
    const bool counted = number && number->purity != Purity::share;
    if (decl.whole && !counted) report_clause(context, decl.name.span, kWhole, *type);
  }
  return datum;
}

typed::Datum table_datum(const Context& context, const Resolved::DatumEntry& entry, DatumId id) {
  typed::Datum datum;
  datum.name = entry.table->name.text;
  datum.title = text_of(entry.table->title);
  datum.held_by = text_of(entry.table->held_by);
  datum.area = area_of(context, entry.table->area);
  datum.notes = texts(entry.table->notes);
  datum.type = *context.data[id];
  datum.span = entry.table->name.span;
  datum.pack = entry.pack;
  return datum;
}

}  // namespace

void check_data(Context& context) {
  for (const DatumId id : context.resolved.data.keys()) {
    const Resolved::DatumEntry& entry = context.resolved.data[id];
    if (entry.decl) {
      typed::Datum datum = datum_of(context, id, *entry.decl);
      datum.held_by = text_of(entry.decl->held_by);
      datum.precedence = texts(entry.decl->precedence);
      datum.area = area_of(context, entry.decl->area);
      context.typed.data.add(std::move(datum));
    } else if (entry.field) {
      typed::Datum field = datum_of(context, id, *entry.field);
      field.name = entry.table->name.text + "." + field.name;
      field.held_by = text_of(entry.table->held_by);
      field.field_of = entry.table_id;
      context.typed.data.add(std::move(field));
    } else {
      context.typed.data.add(table_datum(context, entry, id));
    }
  }
}

void check_tables(Context& context) {
  for (const auto& entry : context.resolved.tables) {
    const ast::TableDecl& decl = *entry.decl;
    typed::Table table{decl.name.text,
                       text_of(decl.title),
                       text_of(decl.held_by),
                       texts(decl.notes),
                       entry.datum,
                       entry.fields,
                       {},
                       decl.name.span,
                       area_of(context, decl.area)};
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
      const ast::FieldDecl& field = *context.resolved.data[entry.fields[i]].field;
      if (!field.key) continue;
      if (table.key) {
        const DatumId first = entry.fields[*table.key];
        context.bag.report(Code::table_two_keys, field.name.span, {decl.name.text})
            .label(context.resolved.data[first].field->name.span,
                   Text("la prima è qui", "the first is here"));
        continue;
      }
      if (const auto& type = context.data[entry.fields[i]];
          type && !std::holds_alternative<TextOf>(*type) &&
          !std::holds_alternative<NumberOf>(*type)) {
        context.bag.report(Code::table_key_type, field.name.span, {describe(context, *type)});
      }
      table.key = i;
    }
    context.typed.tables.add(std::move(table));
  }
}

void check_groups(Context& context) {
  for (const auto& entry : context.resolved.groups) {
    const ast::GroupDecl& decl = *entry.decl;
    context.typed.groups.add({decl.name.text, decl.title.text, texts(decl.notes), decl.name.span});
  }
}

void check_checks(Context& context) {
  for (const auto& entry : context.resolved.checks) {
    const ast::CheckDecl& decl = *entry.decl;
    typed::Check check;
    check.pack = entry.pack;
    check.name = decl.name.text;
    check.title = decl.title.text;
    check.error = decl.error;
    check.sources = source_ids(context, decl.sources);
    check.notes = texts(decl.notes);
    check.span = decl.name.span;
    const Checked condition = check_condition(context, decl.condition);
    if (decl.applies_if) check.applies_if = check_condition(context, *decl.applies_if);
    if (!condition || (decl.applies_if && !check.applies_if)) continue;
    check.condition = *condition;
    context.typed.checks.add(std::move(check));
  }
}

namespace {

// The values that one declaration gives, by first day.
std::vector<typed::ParameterVersion> values_of(Context& context, const Text& what,
                                               const std::vector<ast::ParameterValue>& written,
                                               const std::optional<Type>& type,
                                               const ast::TypeText& declared, PackId pack,
                                               const std::string& word) {
  std::vector<const ast::ParameterValue*> values;
  for (const ast::ParameterValue& value : written) {
    if ((value.word ? value.word->text : "") == word) values.push_back(&value);
  }
  std::stable_sort(values.begin(), values.end(), [](const auto* a, const auto* b) {
    return a->period.period.from < b->period.period.from;
  });
  std::vector<typed::ParameterVersion> versions;
  std::vector<Dated> days;
  for (const ast::ParameterValue* value : values) {
    days.push_back({value->period.period, value->period.span});
    if (!type) continue;
    auto literal = check_value(context, value->value, *type, Bare::is_a_mistake, &declared);
    if (!literal) continue;
    versions.push_back({value->period.period, std::move(literal->value), std::move(literal->text),
                        value->confidence.value, source_ids(context, value->sources),
                        texts(value->notes), value->span, pack, literal->served});
  }
  check_sequence(context, what, days);
  return versions;
}

// By layer: what stands lower is amended first, and amended again by what stands on it.
std::vector<Resolved::Entry<ast::ParameterAmendment>> in_order_of_layers(const Context& context,
                                                                         ParameterId id) {
  auto amendments = context.resolved.parameters[id].amendments;
  std::stable_sort(amendments.begin(), amendments.end(), [&](const auto& a, const auto& b) {
    return layer_of(context.resolved, a.pack) < layer_of(context.resolved, b.pack);
  });
  return amendments;
}

// On the days of the new values they hold; before and after, what held before.
std::vector<typed::ParameterVersion> amended(std::vector<typed::ParameterVersion> versions,
                                             const std::vector<typed::ParameterVersion>& added) {
  for (const typed::ParameterVersion& value : added) {
    std::vector<typed::ParameterVersion> kept;
    for (const typed::ParameterVersion& version : versions) {
      for (const Period& period : without(version.period, value.period)) {
        kept.push_back(version);
        kept.back().period = period;
      }
    }
    versions = std::move(kept);
    versions.push_back(value);
  }
  std::stable_sort(versions.begin(), versions.end(),
                   [](const auto& a, const auto& b) { return a.period.from < b.period.from; });
  return versions;
}

}  // namespace

void check_parameters(Context& context) {
  for (const ParameterId id : context.resolved.parameters.keys()) {
    const ast::ParameterDecl& decl = *context.resolved.parameters[id].decl;
    const std::optional<Type>& type = context.parameters[id];
    const std::string& word = context.resolved.parameters[id].word;
    const std::string name = word.empty() ? decl.name.text : decl.name.text + "[" + word + "]";
    const Text what("il parametro '" + name + "'", "the parameter '" + name + "'");
    typed::Parameter parameter{name, text_of(decl.title), type.value_or(Type()), {}, {}};
    const PackId pack = context.resolved.parameters[id].pack;
    parameter.versions = values_of(context, what, decl.values, type, decl.type, pack, word);
    // Where no value is of the type, the type is as likely wrong: of its uses nothing is said.
    if (parameter.versions.empty() && !decl.values.empty()) context.parameters[id].reset();
    for (const auto& amendment : in_order_of_layers(context, id)) {
      if (!may_amend(context, amendment.pack, pack, amendment.decl->name)) continue;
      if (parameter.layers.empty()) parameter.layers.push_back(parameter.versions);
      parameter.versions = amended(
          std::move(parameter.versions),
          values_of(context, what, amendment.decl->values, type, decl.type, amendment.pack, word));
      parameter.layers.push_back(parameter.versions);
    }
    context.typed.parameters.add(std::move(parameter));
  }
}

void check_computed(Context& context) {
  for (const ComputedId id : context.resolved.computed.keys()) {
    const ast::ComputedDecl& decl = *context.resolved.computed[id].decl;
    typed::Computed computed;
    computed.name = decl.name.text;
    computed.title = text_of(decl.title);
    computed.confidence = confidence(decl.confidence);
    computed.area = area_of(context, decl.area);
    computed.sources = source_ids(context, decl.sources);
    computed.notes = texts(decl.notes);
    computed.span = decl.name.span;
    computed.pack = context.resolved.computed[id].pack;
    if (const auto& type = context.computed[id]) {
      computed.type = *type;
      context.formulas[id] = check_declared(context, decl.value, *type, decl.name);
      computed.value = context.formulas[id].value_or(typed::ExprId{});
    }
    context.typed.computed.add(std::move(computed));
  }
}

void check_fallbacks(Context& context) {
  for (const DatumId id : context.resolved.data.keys()) {
    const Resolved::DatumEntry& entry = context.resolved.data[id];
    if (!entry.decl || !entry.decl->if_missing || !context.data[id]) continue;
    typed::Computed computed;
    computed.name = entry.decl->name.text;
    computed.title = text_of(entry.decl->title);
    computed.type = *context.data[id];
    computed.confidence = confidence(entry.decl->if_missing_confidence);
    computed.area = area_of(context, entry.decl->area);
    computed.span = entry.decl->name.span;
    computed.pack = entry.pack;
    computed.stands_for = id;
    const Checked formula =
        check_declared(context, *entry.decl->if_missing, *context.data[id], entry.decl->name);
    context.formulas.add(formula);
    computed.value = formula.value_or(typed::ExprId{});
    context.typed.data[id].if_missing = context.typed.computed.add(std::move(computed));
  }
}

void check_orderings(Context& context) {
  for (const auto& entry : context.resolved.orderings) {
    const ast::OrderingDecl& decl = *entry.decl;
    std::set<ast::Criterion> seen;
    for (std::size_t i = 0; i < decl.criteria.size(); ++i) {
      if (seen.insert(decl.criteria[i]).second) continue;
      context.bag.report(Code::ordering_repeated_criterion,
                         i < decl.criterion_spans.size() ? decl.criterion_spans[i] : decl.span);
    }
    context.typed.orderings.add({decl.name.text, decl.criteria, decl.name.span});
  }
}

void fill_what_amounts_rest_on(Context& context, const Uses& uses) {
  for (const ComputedId id : context.typed.computed.keys()) {
    context.typed.computed[id].parameters = uses.of(id).parameters;
    context.typed.computed[id].data = uses.of(id).data;
  }
}

}  // namespace leps::inline checking
