// The whole engine in order: sources to rulebook, rulebook and data to report. Start here.
#pragma once
#include "assess/report.hpp"
#include "diagnostics/diagnostic.hpp"
#include "eval/surroundings.hpp"
#include "facts/fact_table.hpp"
#include "facts/vocabulary.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"
#include "syntax/ast.hpp"
#include "syntax/parse.hpp"
#include "tables/data_files.hpp"
#include "trees/data_tree.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace leps {

/// Rules as text into a rulebook: parse, resolve, check, schedule; then what packs amend of others
/// is held against what it was.
/// @param sources  files of rules only
/// @param bag      gets every mistake of every file, and warnings
/// @return nothing where the bag got an error
std::optional<Rulebook> compile(const SourceMap& sources, DiagnosticBag& bag);

/// The same, with the packs that the files extend and that are not among them.
/// @param sources  gets the files that `include` adds
std::optional<Rulebook> compile(SourceMap& sources, DiagnosticBag& bag, const Include& include);

/// The same of rules already read: all after parse(). The rulebook does not name its files.
/// @param bag  with what parse() found
std::optional<Rulebook> compile(const ast::Program& program, DiagnosticBag& bag);

/// Files of data into facts, typed by the rulebook: documents, tables, and what is in both put
/// together. Every defect is reported; what was read is returned too.
/// @param sources  only those that `files` names are read
DataSet load(const Rulebook& rulebook, const SourceMap& sources, const DataFiles& files,
             DiagnosticBag& bag);

/// The same of documents that are trees already.
/// @param names  of the rulebook
DataSet load(const reading::Vocabulary& names, const SourceMap& sources,
             const std::vector<reading::DataNode>& documents, DiagnosticBag& bag);

/// One Ambito in one year: verdicts, gaps, priorities; not what is doubted of its data, which takes
/// the data around it to be judged too.
/// Pure: any number of threads may assess with one rulebook.
/// @param around  its other years and the other members of its groups; none: it is alone
Assessment assess(const Rulebook& rulebook, const FactTable& facts,
                  std::optional<OrderingId> ordering, const Surroundings* around = nullptr);

/// Every Ambito and year of the data, in the order of the data.
/// @param ordering  which of the packs' `ordine` to use; none: the first that they declare
/// @param sources   rules and data, so that reports can name places; must outlive the report
/// @param around    all the data that there are, where only some are judged: the other years and
///                  the other members of groups may be among the rest. Must outlive the report
Report assess(const Rulebook& rulebook, const SourceMap& sources, const DataSet& data,
              std::optional<OrderingId> ordering, const DataSet* around = nullptr);

/// The same where only some of the data are judged: none of them is copied.
/// @param judged  in the order of the report; they outlive it
Report assess(const Rulebook& rulebook, const SourceMap& sources,
              const std::vector<const FactTable*>& judged, std::optional<OrderingId> ordering,
              std::shared_ptr<const Surroundings> around);

}  // namespace leps
