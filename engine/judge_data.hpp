// What the packs find about the data of one Ambito and year: each finding with the data that it is
// about, so that whatever rests on them can say so.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "eval/reads.hpp"
#include "schedule/rulebook.hpp"

#include <vector>

namespace leps {

struct DataFinding {
  Diagnostic told;
  std::vector<Read> about;  // the most telling first; may be of other years and other Ambiti
};

/// Every `controllo` that the data certainly fail, what is both given and worked out where the two
/// differ, and every part that is certainly more than its whole (`parte di`).
/// @param around  none: the Ambito is alone
std::vector<DataFinding> find_in_data(const Rulebook& rulebook, const FactTable& facts,
                                      const Surroundings* around);

}  // namespace leps
