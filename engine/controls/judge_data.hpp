// Runs the packs' checks (`controllo`) on the data, before any rule is judged. A finding has the
// place in the data and the data that it is about, so that results that rest on them can say so. A
// check corrects nothing.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "eval/reads.hpp"
#include "eval/surroundings.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

#include <vector>

namespace leps::inline controls {

struct DataFinding {
  Diagnostic told;
  std::vector<Read> about;  // the most telling first; may be of other years and other Ambiti
};

/// Every `controllo` that the data certainly fail, what is both given and worked out where the two
/// differ, and every part that is certainly more than its whole (`parte di`).
/// @param around  none: the Ambito is alone
std::vector<DataFinding> find_in_data(const Rulebook& rulebook, const FactTable& facts,
                                      const Surroundings* around);

/// Judges the data before anything is judged by them, and reports what is found where the data say
/// it.
/// @param around  all the data that there are; it may be more than those judged
/// @return which of `data` have errors, by place
std::vector<std::size_t> judge_data(const Rulebook& rulebook,
                                    const std::vector<const FactTable*>& data,
                                    const Surroundings& around, DiagnosticBag& bag);

}  // namespace leps::inline controls
