// The names that data may use: those of the rulebook.
#pragma once

#include "check/typed.hpp"
#include "schedule/rulebook.hpp"

#include <map>
#include <string>
#include <vector>

namespace leps::reading {

struct Vocabulary {
  explicit Vocabulary(const Rulebook& rulebook);

  const Typed& typed;
  std::map<std::string, DatumId, std::less<>> data;
  std::map<std::string, RuleId, std::less<>> rules;
  std::vector<std::string> datum_names, rule_names;  // as the packs declare them
};

inline Vocabulary::Vocabulary(const Rulebook& rulebook) : typed(rulebook.typed) {
  for (const DatumId id : typed.data.keys()) {
    data.emplace(typed.data[id].name, id);
    datum_names.push_back(typed.data[id].name);
  }
  for (const RuleId id : typed.rules.keys()) {
    rules.emplace(typed.rules[id].name, id);
    rule_names.push_back(typed.rules[id].name);
  }
}

}  // namespace leps::reading
