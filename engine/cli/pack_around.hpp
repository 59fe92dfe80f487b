// The other files of the pack that a file of rules belongs to: without them nobody knows what its
// names mean.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace leps::cli {

/// Finds what is wrong with the names of a text, read with the other files of its pack and of those
/// that it extends: those of its folder, those that were given, those that are shipped.
/// @param path   of the file; what stands there may be another text
/// @param given  files of rules that are being mended, too
/// @return the text's id in `sources`; the bag stays empty where some file of these is not there or
///         cannot be read: a name that nobody declares may then be declared in it
SourceId find_in_pack(const std::string& path, std::string_view text,
                      const std::vector<std::string>& given, SourceMap& sources,
                      DiagnosticBag& bag);

}  // namespace leps::cli
