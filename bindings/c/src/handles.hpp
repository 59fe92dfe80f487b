// What the handles of rules and data hold. Each points at what it needs, and nobody changes any of
// it: that is why handles may be freed in any order and shared between threads.
#pragma once

#include "controls/judge_data.hpp"
#include "diagnostics/diagnostic.hpp"
#include "eval/surroundings.hpp"
#include "facts/fact_table.hpp"
#include "facts/vocabulary.hpp"
#include "leps/leps.h"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"
#include "tables/data_files.hpp"

#include <memory>

namespace leps::capi {

struct CompiledRules {
  SourceMap sources;
  Rulebook rulebook;
  DiagnosticBag warnings;
  std::unique_ptr<const reading::Vocabulary> names;  // of the rulebook
};

struct LoadedData {
  std::shared_ptr<const CompiledRules> rules;  // what the ids in `facts` mean
  SourceMap sources;  // the rules' first, under the same ids, then the data
  DataSet facts;
  std::shared_ptr<const Surroundings> around;  // all of `facts`
  std::shared_ptr<const DoubtsOfData> doubts;  // of all of them
  std::vector<DataFile> files;                 // what they were read from
  DiagnosticBag warnings;
};

}  // namespace leps::capi

struct leps_rulebook {
  std::shared_ptr<const leps::capi::CompiledRules> rules;
};

struct leps_data {
  std::shared_ptr<const leps::capi::LoadedData> data;
};
