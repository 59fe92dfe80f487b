// A rulebook: rules compiled and checked, with the order in which they are computed. Immutable
// once made: any number of threads may share one.
#pragma once

#include "check/typed.hpp"

#include <set>
#include <string>
#include <vector>

namespace leps::inline scheduling {

struct RulebookSource {
  std::string pack, version, file;  // the file's own name, without folders
  std::string sha256;               // of its bytes, in hexadecimal; filled by who read them
  bool draft = false;               // its pack is no law yet
};

/// The data that bound a datum: `parte di`, through any number of steps.
struct Kin {
  std::vector<DatumId> wholes;  // the nearest first
  std::vector<DatumId> parts;   // each behind the one that it is part of
  /// Those that are worked out with the help of this datum, where nobody gives them.
  std::set<DatumId> only_where_given;
  /// What the datum is worked out as (`se manca`) is a whole number, whatever the data are.
  bool worked_out_whole = false;

  [[nodiscard]] bool any() const { return !wholes.empty() || !parts.empty(); }
};

struct Rulebook {
  Typed typed;
  IdMap<DatumId, Kin> kin;
  std::vector<ComputedId> computed_order;  // each after those that it uses
  /// For every rule, all that it comes after, through any number of steps, in order of id.
  IdMap<RuleId, std::vector<RuleId>> prerequisites;
  std::vector<RulebookSource> sources;
};

}  // namespace leps::inline scheduling
