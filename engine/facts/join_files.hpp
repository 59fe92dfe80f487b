// The same Ambito and year in several files: a filled form beside what the Ambito had. Each fills
// what the other lacks; what both give and is not the same is for a person to settle.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/fact_table.hpp"
#include "facts/vocabulary.hpp"
#include "source/source_map.hpp"

namespace leps::inline reading {

/// Of several tables with one Ambito and year one is left, with the facts of all. A value inside
/// the interval that another file gives takes its place; lists with a key are joined row by row and
/// cell by cell; a value of another source, where `precedenza` names both, is one more source. Any
/// other that differs is reported with both places, and not known. Twice in one file is an error,
/// and the first stays.
/// @param tables  by Ambito, year, and the order of the files
DataSet join_files(DataSet tables, const Typed& typed, const SourceMap& sources,
                   DiagnosticBag& bag);

}  // namespace leps::inline reading
