// Runs the packs' checks (`controllo`) on the data, before any rule is judged. A finding has the
// place in the data and the data that it is about, so that results that rest on them can say so. A
// check corrects nothing.
#pragma once

#include "assess/report.hpp"
#include "diagnostics/diagnostic.hpp"
#include "eval/reads.hpp"
#include "eval/surroundings.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

#include <map>
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

/// What is doubted of the data of one Ambito and year: by their readers, then by the packs' checks.
/// @param found  by find_in_data() about the same
std::vector<DataDoubt> doubts_about(const FactTable& facts, const std::vector<DataFinding>& found);

/// What is doubted of data, by whose they are: what the readers and the checks found that is no
/// error.
using DoubtsOfData = std::map<const FactTable*, std::vector<DataDoubt>>;

struct JudgedData {
  std::vector<std::size_t> wrong;  // which have errors, by place
  DoubtsOfData doubts;             // a row for each that was judged
};

/// Judges the data before anything is judged by them, and reports what is found where the data say
/// it.
/// @param around  all the data that there are; it may be more than those judged
JudgedData judge_data(const Rulebook& rulebook, const std::vector<const FactTable*>& data,
                      const Surroundings& around, DiagnosticBag& bag);

}  // namespace leps::inline controls
