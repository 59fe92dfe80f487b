// Reports as text: one writer a format, each in its own file. The only room that rounds, and only
// what a person reads.
#pragma once

#include "report/report.hpp"

#include <optional>
#include <string>

namespace leps {

struct WriteOptions {
  Language language = Language::italian;
  bool color = false;  // text only: terminal colours
};

/// For a terminal or an e-mail: the Ambito's verdicts, gaps and what to do first.
std::string write_text(const Report& report, WriteOptions options);
/// The results as design/interfaces describes them, `leps-results/1`; the same in every language.
std::string write_json(const Report& report);
/// Markdown tables.
std::string write_markdown(const Report& report, WriteOptions options);
/// One self-contained page that can be mailed: no script, no outside resource.
std::string write_html(const Report& report, WriteOptions options);
/// One row for each rule of each Ambito and year; no cell is ever a formula.
std::string write_csv(const Report& report, WriteOptions options);
/// A workbook (xlsx), one sheet a question: for the officers of a Region, who sort, pick and add
/// up.
/// @return nothing where the system has no room for it
std::optional<std::string> write_xlsx(const Report& report, WriteOptions options);

/// `leps explain`: the whole derivation of one rule's result in one Ambito and year, as text.
std::string write_explanation(const Report& report, const Assessment& assessment, RuleId rule,
                              WriteOptions options);

}  // namespace leps
