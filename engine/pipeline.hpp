// The whole engine in order: sources to rulebook, rulebook and data to report. Start here.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "examples.hpp"
#include "facts/fact_table.hpp"
#include "report/report.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"

#include <optional>

namespace leps {

/// Rules as text into a rulebook: parse, resolve, check, schedule.
/// @param sources  files of rules only
/// @param bag      gets every mistake of every file, and warnings
/// @return nothing where the bag got an error
std::optional<Rulebook> compile(const SourceMap& sources, DiagnosticBag& bag);

/// One Ambito in one year: verdicts, gaps, priorities.
/// Pure: any number of threads may assess with one rulebook.
Assessment assess(const Rulebook& rulebook, const FactTable& facts,
                  std::optional<OrderingId> ordering);

/// Every Ambito and year of the data, in the order of the data.
/// @param ordering  which of the packs' `ordine` to use; none: the first that they declare
/// @param sources   rules and data, so that reports can name places; must outlive the report
Report assess(const Rulebook& rulebook, const SourceMap& sources, const DataSet& data,
              std::optional<OrderingId> ordering);

}  // namespace leps
