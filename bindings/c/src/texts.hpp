// Files that the caller holds in memory, into sources.
#pragma once

#include "leps/leps.h"

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace leps::capi {

bool is_utf8(std::string_view text);

/// False where the array itself is wrong, which is the caller's mistake and no author's: no files,
/// a name missing or not UTF-8, a text missing.
bool well_formed(const leps_text* files, std::size_t count);

/// Copies every file into `sources`. One that is over the limit or is not clean text is reported.
/// @return the files that are clean, in the order of the array
std::vector<SourceId> add_texts(SourceMap& sources, const leps_text* files, std::size_t count,
                                std::uint64_t limit, DiagnosticBag& bag);

}  // namespace leps::capi
