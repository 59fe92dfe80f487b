// The whole engine in order: compile rules, load data, judge the data, assess each Ambito by the
// rules. Start here.
#pragma once

#include "assess/assess.hpp"
#include "assess/report.hpp"
#include "controls/judge_data.hpp"
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
             const std::vector<trees::DataNode>& documents, DiagnosticBag& bag);

/// What becomes of data of which some are wrong.
enum class Keep {
  all_or_none,  // one error anywhere, and none of them may be used
  good_part  // of an Ambito and year whose checks find an error nothing is used: which of its data
             // are wrong is not ours to say
};

/// Data that may be evaluated, with what a report says of where they come from.
struct Judged {
  std::vector<const FactTable*> data;          // in the order of the report
  std::shared_ptr<const Surroundings> around;  // all the data that there are
  std::shared_ptr<const DoubtsOfData> doubts;  // of their data; null: nobody judged them
  std::vector<DataFile> files = {};            // what they were read from
  DiagnosticBag found = {};                    // warnings, of rules and of data; what was left out
};

/// Judges the data before anything is judged by them: every `controllo` of the packs, what is both
/// given and worked out, and parts that are more than their whole (`parte di`). What is wrong is
/// reported where the data say it. Data that could not be read are not judged, unless the good part
/// is kept: what is missing of them would look wrong.
/// @param asked   which Ambiti and years; they outlive what is made of them
/// @param around  all the data: other years and other members of groups may be among the rest
/// @param bag     with what load() found
/// @return those of `asked` that may be used
Judged judge(const Rulebook& rulebook, std::vector<const FactTable*> asked,
             std::shared_ptr<const Surroundings> around, Keep keep, DiagnosticBag& bag);

/// Verdicts, gaps and priorities of every Ambito and year that may be used, and what is doubted of
/// their data. Any writer of report/ makes a text of it.
/// @param sources   rules and data, so that reports can name places; must outlive the report
/// @param ordering  which of the packs' `ordine` to use; none: the first that they declare
Report assess(const Rulebook& rulebook, const SourceMap& sources, Judged judged,
              std::optional<OrderingId> ordering);

/// The same of data that nobody needs to judge: all of them.
Report assess(const Rulebook& rulebook, const SourceMap& sources, const DataSet& data,
              std::optional<OrderingId> ordering);

}  // namespace leps
