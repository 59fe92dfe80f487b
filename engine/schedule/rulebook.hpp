// A rulebook: rules compiled and checked, with the order in which they are computed. Immutable
// once made: any number of threads may share one.
#pragma once

#include "check/typed.hpp"

#include <string>
#include <vector>

namespace leps {

struct RulebookSource {
  std::string pack, version, file;  // the file's own name, without folders
  std::string sha256;               // of its bytes, in hexadecimal; filled by who read them
};

struct Rulebook {
  Typed typed;
  std::vector<ComputedId> computed_order;  // each after those that it uses
  /// For every rule, all that it comes after, through any number of steps, in order of id.
  IdMap<RuleId, std::vector<RuleId>> prerequisites;
  std::vector<RulebookSource> sources;
};

}  // namespace leps
