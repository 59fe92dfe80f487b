// Documents into facts, typed by the rulebook and never by YAML or a spreadsheet.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/fact_table.hpp"
#include "facts/read_number.hpp"
#include "facts/vocabulary.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <vector>

namespace leps::inline reading {

/// Reads every document as data of one Ambito in one or more years, and joins what several say of
/// the same Ambito and year.
///
/// Every defect is reported, all in one run: an unknown or doubled key, a wrong type, a number that
/// reads two ways (both readings are shown), a value outside its bounds, a year without rules, the
/// same Ambito and year twice. Nothing is dropped in silence: where the bag gets errors, what was
/// read is returned too, and the caller decides whether the good part may be used.
/// @param sources    that the trees have their places in
/// @param documents  those of files, then those made of tables
/// @param styles     how the tables write their numbers
/// @return by Ambito, then year
DataSet read_facts(const reading::Vocabulary& names, const SourceMap& sources,
                   const std::vector<const std::vector<trees::DataNode>*>& documents,
                   const reading::NumberStyles& styles, DiagnosticBag& bag);

}  // namespace leps::inline reading
