// The whole engine in order: sources to rulebook, rulebook and data to report. Start here.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "eval/surroundings.hpp"
#include "examples.hpp"
#include "facts/fact_table.hpp"
#include "report/report.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"
#include "syntax/ast.hpp"
#include "syntax/parse.hpp"

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

/// One Ambito in one year: verdicts, gaps, priorities; not what is doubted of its data, which takes
/// the data around it to be judged too.
/// Pure: any number of threads may assess with one rulebook.
/// @param around  its other years and the other members of its groups; none: it is alone
Assessment assess(const Rulebook& rulebook, const FactTable& facts,
                  std::optional<OrderingId> ordering, const Surroundings* around = nullptr);

/// Judges the data before anything is judged by them: every `controllo` of the packs, what is
/// both given and worked out, and parts that are more than their whole (`parte di`). What is wrong
/// is reported where the data say it.
/// @param around  all the data that there are; it may be more than those judged
/// @return which of `data` have errors, by place
std::vector<std::size_t> judge_data(const Rulebook& rulebook, const DataSet& data,
                                    const Surroundings& around, DiagnosticBag& bag);
std::vector<std::size_t> judge_data(const Rulebook& rulebook,
                                    const std::vector<const FactTable*>& data,
                                    const Surroundings& around, DiagnosticBag& bag);

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
