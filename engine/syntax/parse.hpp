// Text into AST. The only room that knows Boost.Spirit.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"
#include "syntax/ast.hpp"

#include <functional>
#include <string>
#include <vector>

namespace leps::inline syntax {

/// Reads every source as one file of rules.
///
/// A mistake does not stop the reading: the rest of its clause is skipped, its block is kept with
/// what could be read or left out, and every mistake gets its own message. Beyond the limits
/// (`kMaxNesting`, `kMaxOperators`, `kMaxDigits`, `kMaxRows`, …) the message names the limit.
/// @param sources  files of rules, UTF-8
/// @param bag      gets what is wrong; the program is complete only if it gets no error
ast::Program parse(const SourceMap& sources, DiagnosticBag& bag);

/// Adds the files of a pack to the sources that are being read, and says which they are; none where
/// there is no such pack. What is wrong with a file goes into the bag.
using Include = std::function<std::vector<SourceId>(const std::string& pack, DiagnosticBag& bag)>;

/// The same, and of the files of every pack that one of them extends and that is not among them.
/// @param include  asked once for each pack, also for those that included packs extend in turn
ast::Program parse(SourceMap& sources, DiagnosticBag& bag, const Include& include);

/// How deep parentheses, `non`, minus signs and conditions may nest.
inline constexpr int kMaxNesting = 50;
/// How many operators one expression may have.
inline constexpr int kMaxOperators = 250;
/// How many rows the lists of one example may have: as written, and with their `volte` counted.
inline constexpr int kMaxRows = 10'000;
inline constexpr int kMaxRowTimes = 100'000;
/// Over how many years `somma(x; anni n)` may go.
inline constexpr int kMaxYears = 100;

}  // namespace leps::inline syntax
