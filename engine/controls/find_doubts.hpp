// Finds the results that rest on doubted data. It does not take the doubts from the messages of a
// run, which tell the first of many alike: every result has its own.
#pragma once

#include "assess/report.hpp"
#include "controls/judge_data.hpp"

namespace leps::inline controls {

/// Fills the doubts of every assessment, of its rules and of its amounts: what the readers and the
/// packs' `controllo` found about data that they rest on, be it of a year before or of another
/// member of a group. An error is no doubt.
/// @param known  what judging the data found; what is not among it is judged here
void find_doubts(Report& report, const DoubtsOfData& known);

}  // namespace leps::inline controls
