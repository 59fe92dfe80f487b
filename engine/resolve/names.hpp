// The names that are declared, and the kinds of things that they name. Only resolve/ looks a name
// up: what follows asks `Resolved` what it means in its place.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

#include <string_view>

namespace leps::inline resolving {

/// The kinds of things that have a name.
enum class NameKind {
  source,
  unit,
  category,
  area,
  datum,
  parameter,
  computed,
  word,
  rule,
  requirement,
  ordering,
  table,
  field,
  group,
  check
};

/// With its article, as a message says it: «una fonte», “a source”.
Text one(NameKind kind);

struct Names {
  template <class Id>
  using Map = std::map<std::string, Id, std::less<>>;

  Map<SourceOfLawId> sources;
  Map<CategoryId> categories;
  Map<AreaId> areas;
  Map<RuleId> rules;
  Map<OrderingId> orderings;
  Map<GroupId> groups;
  Map<CheckId> checks;
  /// Data, parameters, computed amounts and words of a `uno di` share one space of names.
  Map<Referent> values;
};

/// What else a name is, when it is not of the kind that is needed.
struct OtherMeaning {
  NameKind kind;
  std::optional<Span> where;  // its declaration; none for a word of a list
  Text what = {};             // «una regola», «un campo dell'elenco 'nidi'»
  std::string owner = {};     // of a field its table, of a requirement its rule
};
std::optional<OtherMeaning> any_meaning(const Names& names, const Resolved& resolved,
                                        std::string_view name);

NameKind kind_of(const Resolved& resolved, const Referent& referent);

}  // namespace leps::inline resolving
