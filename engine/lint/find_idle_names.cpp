// Finds names that nobody uses. A datum without a use is asked of every Ambito for nothing; a
// category or a unit may be there for the packs that extend this one, so it is only noted.
#include "lint/find_idle_names.hpp"

#include "check/area_members.hpp"

#include <set>

namespace leps::inline linting {
namespace {

/// What is used anywhere in the rules; what examples give does not count.
class Used {
 public:
  explicit Used(const Typed& typed) {
    for (const typed::Expr& expr : typed.exprs) {
      if (const auto datum = typed::datum_of(expr.node)) add(*datum, typed);
      if (const auto* over = std::get_if<typed::Aggregate>(&expr.node)) add(over->table, typed);
      if (const auto* total = std::get_if<typed::GroupTotal>(&expr.node)) {
        groups_.insert(total->group);
      }
      if (const auto* size = std::get_if<typed::GroupSize>(&expr.node)) {
        groups_.insert(size->group);
      }
      if (const auto* parameter = std::get_if<typed::ParameterRef>(&expr.node)) {
        parameters_.insert(parameter->parameter);
      }
      add(expr.type);
    }
    for (const typed::Datum& datum : typed.data) add(datum.type);
    for (const typed::Parameter& parameter : typed.parameters) {
      add(parameter.type);
      add(parameter.versions);
      for (const auto& versions : parameter.layers) add(versions);
    }
    add_parts(typed);
    for (const typed::Check& check : typed.checks) add(check.sources);
    for (const typed::Computed& computed : typed.computed) {
      add(computed.type);
      add(computed.sources);
    }
    for (const typed::Rule& rule : typed.rules) {
      add(rule.versions);
      for (const typed::Rule::Layer& layer : rule.layers) add(layer.versions);
      for (const typed::Ending& ending : rule.endings) add(ending.by.sources);
    }
  }

  [[nodiscard]] bool has(DatumId id) const { return data_.contains(id); }
  [[nodiscard]] bool has(ParameterId id) const { return parameters_.contains(id); }
  [[nodiscard]] bool has(SourceOfLawId id) const { return sources_.contains(id); }
  [[nodiscard]] bool has(CategoryId id) const { return categories_.contains(id); }
  [[nodiscard]] bool has(GroupId id) const { return groups_.contains(id); }
  [[nodiscard]] bool has_unit(const std::string& symbol) const { return units_.contains(symbol); }

 private:
  void add(const Type& type) {
    const auto* number = std::get_if<NumberOf>(&type);
    if (!number) return;
    for (const Unit::Factor& factor : number->unit.factors()) units_.insert(factor.symbol);
  }
  void add(const std::vector<SourceOfLawId>& sources) {
    sources_.insert(sources.begin(), sources.end());
  }
  void add(const std::vector<typed::ParameterVersion>& versions) {
    for (const auto& version : versions) add(version.sources);
  }
  // What an amendment takes away was used by the text that it amends.
  void add(const std::vector<typed::RuleVersion>& versions) {
    for (const typed::RuleVersion& version : versions) {
      categories_.insert(version.category);
      add(version.sources);
      if (version.titled) add(version.titled->sources);
      for (const typed::Requirement& requirement : version.requirements) {
        for (const typed::Amendment& by : requirement.amendments) add(by.sources);
        for (const typed::Lever& lever : requirement.levers) data_.insert(lever.datum);
      }
    }
  }
  // What is part of a number that is used says how much of it there is at least, and the other way
  // round.
  void add_parts(const Typed& typed) {
    for (bool more = true; more;) {
      more = false;
      for (const DatumId id : typed.data.keys()) {
        if (!typed.data[id].part_of) continue;
        const DatumId whole = typed.data[id].part_of->whole;
        if (data_.contains(id) == data_.contains(whole)) continue;
        data_.insert({id, whole});
        more = true;
      }
    }
  }
  // A field is of its table, and the key names the rows in every message about them.
  void add(DatumId id, const Typed& typed) {
    data_.insert(id);
    if (const auto& table = typed.data[id].field_of) add(*table, typed);
  }
  void add(TableId id, const Typed& typed) {
    const typed::Table& table = typed.tables[id];
    data_.insert(table.datum);
    if (table.key) data_.insert(table.fields[*table.key]);
  }

  std::set<DatumId> data_;
  std::set<ParameterId> parameters_;
  std::set<SourceOfLawId> sources_;
  std::set<CategoryId> categories_;
  std::set<GroupId> groups_;
  std::set<std::string> units_;
};

template <class Table, class Visit>
void for_each_idle(const Table& table, const Used& used, const Visit& visit) {
  for (const auto id : table.keys()) {
    if (!used.has(id)) visit(table[id]);
  }
}

template <class Declared>
Span place_of(const Declared& declared) {
  return declared.span;
}
Span place_of(const typed::Parameter& parameter) { return parameter.versions.front().span; }

void find_shared_names(const Typed& typed, DiagnosticBag& bag) {
  const auto find = [&](const auto& table, const Text& what) {
    for (const auto& declared : table) {
      const auto unit = typed.units.find(declared.name);
      if (unit == typed.units.end()) continue;
      bag.report(Code::lint_unit_and_value, place_of(declared), {declared.name, what})
          .label(unit->second, Text("l'unità è qui", "the unit is here"))
          .hint(Text("'3 " + declared.name + "' e '" + declared.name +
                         "' sono due cose diverse: un altro nome toglie il dubbio",
                     "'3 " + declared.name + "' and '" + declared.name +
                         "' are two different things: another name leaves no doubt"));
    }
  };
  find(typed.data, Text("un dato", "a datum"));
  find(typed.parameters, Text("un parametro", "a parameter"));
  find(typed.computed, Text("un calcolo", "a computed amount"));
}

}  // namespace

void find_idle_names(const Typed& typed, DiagnosticBag& bag) {
  const Used used(typed);
  for_each_idle(typed.data, used, [&](const auto& datum) {
    // A form may ask a row for more than rules use: whom to write to, under which code.
    bag.report(datum.field_of ? Code::lint_unused_field : Code::lint_unused_datum, datum.span,
               {datum.name});
  });
  for_each_idle(typed.parameters, used, [&](const auto& parameter) {
    bag.report(Code::lint_unused_parameter, place_of(parameter), {parameter.name});
  });
  for_each_idle(typed.sources, used, [&](const auto& source) {
    bag.report(Code::lint_unused_name, source.span, {Text("la fonte", "source"), source.name});
  });
  for_each_idle(typed.categories, used, [&](const auto& category) {
    bag.report(Code::lint_unused_name, category.span,
               {Text("la categoria", "category"), category.name});
  });
  for (const AreaId id : typed.areas.keys()) {
    const typed::Area& area = typed.areas[id];  // with a note it says why it is empty
    if (!area.notes.empty() || !members_of(typed, id).empty()) continue;
    bag.report(Code::lint_unused_name, area.span, {Text("l'area", "area"), area.name});
  }
  for_each_idle(typed.groups, used, [&](const auto& group) {
    bag.report(Code::lint_unused_name, group.span, {Text("il gruppo", "group"), group.name});
  });
  for (const auto& [symbol, where] : typed.units) {
    if (used.has_unit(symbol)) continue;
    bag.report(Code::lint_unused_name, where, {Text("l'unità", "unit"), symbol});
  }
  find_shared_names(typed, bag);
}

}  // namespace leps::inline linting
