// What is measured: the shipped national pack and the fully worked Ambito, in memory.
#pragma once

#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"

#include <string>
#include <vector>

namespace leps::bench {

inline constexpr const char* kRules = LEPS_ROOT "/rules/nazionale";
inline constexpr const char* kData = LEPS_ROOT "/fixtures/sintetici/ambito_sintetico.yaml";

struct Subject {
  SourceMap rules;              // the pack's files alone
  SourceMap sources;            // the pack's files and the data
  std::vector<SourceId> files;  // the data, in `sources`
  Rulebook rulebook;
  DataSet data;
};

/// Read and compiled once; stops the program where that fails.
const Subject& subject();

/// Requirements that one year of the data asks to judge.
std::size_t requirements(const Rulebook& rulebook, const FactTable& facts);

}  // namespace leps::bench
