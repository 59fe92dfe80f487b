// What would come out if some data were others: only what a change can reach is judged again, and
// only the facts that it touches are copied.
#pragma once

#include "facts/vocabulary.hpp"
#include "pipeline.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace leps::inline what_ifs {

struct Change {
  std::string ambito;
  int year = 0;
  std::string datum;  // or a list
  std::string value;  // as a file would have it; of a list its rows, in JSON; `n.d.`: not known
};

/// Stays where it is: the report points into it, and into all that the base rests on.
struct WhatIf {
  SourceMap sources;              // those of the base, then the changes
  std::vector<DataFile> changes;  // the texts in which the changes stand
  DataSet tables;                 // the Ambiti and years that were changed
  Report report;                  // of them and of those that see them, in the order of all data
};

/// What the changes are made to.
struct WhatIfBase {
  const Rulebook& rulebook;
  const reading::Vocabulary& names;  // of the rulebook
  const SourceMap& sources;
  const Surroundings& around;  // all the data
  std::optional<OrderingId> ordering;
  const std::vector<DataFile>& files;  // what the data were read from
  const DiagnosticBag& warnings;       // about the rules
  /// Which Ambiti and years are judged at all; none: every one.
  std::function<bool(const FactTable&)> judged;
};

/// @param changes  each of an Ambito and year that the base has; of two for one datum the later
///                 counts
/// @param sources  becomes those of the base, then the changes, so that messages can show them
/// @param bag      gets what is wrong with them: reading a change is reading a line of a file, and
///                 the packs' checks judge what it leads to
/// @return nothing where the bag got an error
std::unique_ptr<WhatIf> what_if(const WhatIfBase& base, const std::vector<Change>& changes,
                                SourceMap& sources, DiagnosticBag& bag);

/// Whether the verdict of a rule, its gaps, its rank or its fragility are others.
bool differ(const RuleResult& before, const RuleResult& after);

}  // namespace leps::inline what_ifs
