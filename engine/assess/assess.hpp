// One Ambito in one year: its rules judged, each gap measured, what comes first.
#pragma once

#include "assess/report.hpp"
#include "eval/evaluator.hpp"
#include "eval/surroundings.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

#include <optional>

namespace leps::inline assessing {

/// One Ambito in one year: verdicts, gaps, priorities; not what is doubted of its data, which takes
/// the data around it to be judged too.
/// Pure: any number of threads may assess with one rulebook.
/// @param around  its other years and the other members of its groups; none: it is alone
Assessment assess(const Rulebook& rulebook, const FactTable& facts,
                  std::optional<OrderingId> ordering, const Surroundings* around = nullptr);

/// Reads what an assessment was worked out from: nothing of it is worked out a second time but what
/// rows are worth. Any number of threads may read one assessment, each with an evaluator of its
/// own.
/// @return an evaluator that the report must outlive
Evaluator reading_of(const Report& report, const Assessment& assessment);

}  // namespace leps::inline assessing
