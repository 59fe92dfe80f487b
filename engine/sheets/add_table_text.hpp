// The bytes of a CSV into a source. Offices save in UTF-8 or in Windows-1252; a file that is
// neither, or a mixture of both, is refused: `Ã¨` for `è` in a name would be a silent change.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/load_source.hpp"
#include "source/source_map.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace leps::sheets {

/// Adds the text under its name. Windows-1252 is turned into UTF-8, and said; a lone carriage
/// return, the line end of old systems, becomes a line feed.
/// @param most  bytes of a text that is not too large
/// @return nothing, and a diagnostic, where it is no text or too large
std::optional<SourceId> add_table_text(SourceMap& sources, std::string name, std::string bytes,
                                       DiagnosticBag& bag, std::uint64_t most = kMaxDataBytes);

}  // namespace leps::sheets
