#include "check/check_declarations.hpp"

#include "check/check_periods.hpp"
#include "check/check_types.hpp"
#include "check/check_values.hpp"
#include "check/words.hpp"

#include <algorithm>
#include <set>

namespace leps::checking {
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

Interval bounds_of(Context& context, const ast::DatumDecl& decl, const Type& type) {
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

std::vector<std::string> texts(const std::vector<ast::Quoted>& quoted) {
  std::vector<std::string> all;
  for (const ast::Quoted& each : quoted) all.push_back(each.text);
  return all;
}

std::vector<SourceOfLawId> source_ids(const Context& context,
                                      const std::vector<ast::Identifier>& names) {
  std::vector<SourceOfLawId> ids;
  for (const ast::Identifier& name : names) {
    if (const auto id = find(context.resolved.source_names, name.text)) ids.push_back(*id);
  }
  return ids;
}

void declare_types(Context& context) {
  const Resolved& resolved = context.resolved;
  for (const ast::File& file : context.program.files) {
    context.languages[file.source] = file.language;
  }
  for (const Resolved::Pack& pack : resolved.packs) {
    context.typed.packs.add({pack.name, pack.version});
  }
  context.typed.choice_types = resolved.choice_types;
  for (const auto& entry : resolved.data) {
    context.data.add(declared_type(resolved, entry.decl->type));
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

void check_data(Context& context) {
  for (const DatumId id : context.resolved.data.keys()) {
    const ast::DatumDecl& decl = *context.resolved.data[id].decl;
    typed::Datum datum;
    datum.name = decl.name.text;
    datum.title = text_of(decl.title);
    datum.held_by = text_of(decl.held_by);
    datum.notes = texts(decl.notes);
    datum.whole = decl.whole;
    datum.span = decl.name.span;
    if (const auto& type = context.data[id]) {
      datum.type = *type;
      datum.bounds = bounds_of(context, decl, *type);
      const auto* number = std::get_if<NumberOf>(&*type);
      const bool counted = number && number->purity != Purity::share;
      if (decl.whole && !counted) report_clause(context, decl.name.span, kWhole, *type);
    }
    context.typed.data.add(std::move(datum));
  }
}

void check_parameters(Context& context) {
  for (const ParameterId id : context.resolved.parameters.keys()) {
    const ast::ParameterDecl& decl = *context.resolved.parameters[id].decl;
    const std::optional<Type>& type = context.parameters[id];
    typed::Parameter parameter{decl.name.text, text_of(decl.title), type.value_or(Type()), {}};
    std::vector<const ast::ParameterValue*> values;
    for (const ast::ParameterValue& value : decl.values) values.push_back(&value);
    std::stable_sort(values.begin(), values.end(), [](const auto* a, const auto* b) {
      return a->period.period.from < b->period.period.from;
    });

    std::vector<Dated> days;
    for (const ast::ParameterValue* value : values) {
      days.push_back({value->period.period, value->period.span});
      if (!type) continue;
      auto literal = check_value(context, value->value, *type, Bare::is_a_mistake);
      if (!literal) continue;
      parameter.versions.push_back({value->period.period, std::move(literal->value),
                                    std::move(literal->text), value->confidence.value,
                                    source_ids(context, value->sources), texts(value->notes),
                                    value->span});
    }
    check_sequence(
        context,
        Text("il parametro '" + parameter.name + "'", "the parameter '" + parameter.name + "'"),
        days);
    context.typed.parameters.add(std::move(parameter));
  }
}

void check_computed(Context& context) {
  for (const ComputedId id : context.resolved.computed.keys()) {
    const ast::ComputedDecl& decl = *context.resolved.computed[id].decl;
    typed::Computed computed;
    computed.name = decl.name.text;
    computed.title = text_of(decl.title);
    computed.sources = source_ids(context, decl.sources);
    computed.notes = texts(decl.notes);
    computed.span = decl.name.span;
    if (const auto& type = context.computed[id]) {
      computed.type = *type;
      context.formulas[id] = check_declared(context, decl.value, *type, decl.name);
      computed.value = context.formulas[id].value_or(typed::ExprId{});
    }
    context.typed.computed.add(std::move(computed));
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

}  // namespace leps::checking
