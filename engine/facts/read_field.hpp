// The fields of a form that are the same for every pack: keys, texts, days.
#pragma once

#include "base/blanks.hpp"
#include "base/period.hpp"
#include "facts/read_doubt.hpp"
#include "facts/read_number.hpp"
#include "facts/vocabulary.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace leps::inline reading {

/// What holds for the whole of one document.
struct ReadingContext {
  const Vocabulary& names;
  const SourceMap& sources;
  DiagnosticBag& bag;
  NumberStyles styles;
  ReadDoubts* doubts = nullptr;  // of the Ambito and year that are being read

  [[nodiscard]] NumberStyle style(const DataNode& node) const { return styles.of(node.span); }
  /// Whether a place is in a table: what to do there is said of cells, not of entries.
  [[nodiscard]] bool is_table(Span where) const { return styles.is_table(where); }
};

/// The value of a key; nothing where the key is left out.
const DataNode* find(const DataMap& map, std::string_view key);

/// Not given: nothing, blank, `~`, `null`, `n.d.`
bool is_missing(const DataNode& node);

/// Reports every key that is none of `known`, with what may have been meant.
void check_keys(const ReadingContext& context, const DataMap& map,
                std::span<const std::string> known);

/// Reports that `what` has a value of the wrong kind; `needed` says which it needs.
Diagnostic& report_wrong_kind(const ReadingContext& context, const DataNode& node, const Text& what,
                              const Text& needed);

/// One line of text, or nothing where it is not given.
std::optional<std::string> read_text(const ReadingContext& context, const DataNode& node,
                                     const Text& what);

/// `12`; nothing for any other text.
std::optional<unsigned> whole_number(std::string_view text);

/// `5`, `maggio`: the month.
std::optional<unsigned> month_of(std::string_view text);

/// `31/12/2025`, `31.12.2025`, `1-1-2025`: a day as Italians write it; the year has four digits.
std::optional<Day> italian_day(std::string_view text);

/// The same, `1 maggio 2025`, and a day that a program has written with a time of which nothing is
/// said, `2025-05-01 00:00:00`.
std::optional<Day> day_of_table(std::string_view text);

/// A day as `2025-12-31`.
std::optional<Day> read_day(const ReadingContext& context, const DataNode& node, const Text& what);

/// `sì`, `si`, `no`, `vero`, `falso`, `true`, `false`: in small letters, in capitals, or beginning
/// with one. Nothing for any other text.
std::optional<bool> to_truth(std::string_view text);

/// The same from a field.
std::optional<bool> read_truth(const ReadingContext& context, const DataNode& node,
                               const Text& what);

}  // namespace leps::inline reading
