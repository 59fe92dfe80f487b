// Where something stands, in the words of a message. The only place that knows that a text has
// lines and a workbook has cells.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <string>

namespace leps::inline diagnostics {

/// `dati.yaml:3:5`; of a workbook `dati.xlsx, foglio «comuni», cella B7`.
Text place_name(Span where, const SourceMap& sources);

/// The same within a file that is named beside it, short and alike in both languages: `3`, or
/// `comuni!B7` as spreadsheets write it.
std::string short_place(Span where, const SourceMap& sources);

}  // namespace leps::inline diagnostics
