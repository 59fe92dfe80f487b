// The names that data may use: those of the rulebook.
#pragma once

#include "check/typed.hpp"
#include "schedule/rulebook.hpp"

#include <map>
#include <string>
#include <vector>

namespace leps::inline reading {

struct Vocabulary {
  explicit Vocabulary(const Rulebook& rulebook);

  const Typed& typed;
  std::map<std::string, DatumId, std::less<>> data;
  std::map<std::string, DatumId, std::less<>> fields;  // of tables: `comuni.nome`
  std::map<std::string, TableId, std::less<>> tables;
  std::map<std::string, GroupId, std::less<>> groups;
  std::map<std::string, RuleId, std::less<>> rules;
  // As the packs declare them.
  std::vector<std::string> datum_names, field_names, table_names, group_names, rule_names;
};

inline Vocabulary::Vocabulary(const Rulebook& rulebook) : typed(rulebook.typed) {
  for (const DatumId id : typed.data.keys()) {
    const typed::Datum& datum = typed.data[id];
    if (std::holds_alternative<RowsOf>(datum.type)) continue;
    if (datum.field_of) {
      fields.emplace(datum.name, id);
      field_names.push_back(datum.name);
      continue;
    }
    data.emplace(datum.name, id);
    datum_names.push_back(datum.name);
  }
  for (const TableId id : typed.tables.keys()) {
    tables.emplace(typed.tables[id].name, id);
    table_names.push_back(typed.tables[id].name);
  }
  for (const GroupId id : typed.groups.keys()) {
    groups.emplace(typed.groups[id].name, id);
    group_names.push_back(typed.groups[id].name);
  }
  for (const RuleId id : typed.rules.keys()) {
    rules.emplace(typed.rules[id].name, id);
    rule_names.push_back(typed.rules[id].name);
  }
}

}  // namespace leps::inline reading
