// Files of data into facts, typed by the rulebook and never by YAML or a spreadsheet. The only room
// that knows yaml-cpp.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/data_files.hpp"
#include "facts/fact_table.hpp"
#include "facts/vocabulary.hpp"
#include "facts/yaml_tree.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"

#include <vector>

namespace leps {

/// Reads every source as data of one Ambito (design: one file, one Ambito, one or more years).
///
/// Every defect is reported, all in one run: an unknown or doubled key, a wrong type, a number that
/// reads two ways (both readings are shown), a value outside its bounds, a year without rules, the
/// same Ambito and year twice. Nothing is dropped in silence: where the bag gets errors, what was
/// read is returned too, and the caller decides whether the good part may be used.
/// @param sources  only the sources in `files` are read
DataSet load_facts(const Rulebook& rulebook, const SourceMap& sources,
                   const std::vector<SourceId>& files, DiagnosticBag& bag);

/// The same for files of every kind. Rows of several tables about one Ambito and year, a main table
/// and its lists, are put together; the same Ambito and year in two main tables is reported.
DataSet load_facts(const Rulebook& rulebook, const SourceMap& sources, const DataFiles& files,
                   DiagnosticBag& bag);

/// The same for documents that are trees already.
/// @param sources  that the trees have their places in
DataSet load_documents(const reading::Vocabulary& names, const SourceMap& sources,
                       const std::vector<reading::YamlNode>& documents, DiagnosticBag& bag);

/// How deep YAML or JSON may nest; data of an Ambito need five levels.
inline constexpr int kMaxYamlDepth = 16;

}  // namespace leps
