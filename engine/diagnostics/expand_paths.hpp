// What the user named, files and folders, into the files to read.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <vector>

namespace leps {

/// A file stands for itself, whatever its name ends in; a folder for all files within, at any
/// depth, whose names end in one of `extensions` (`.yaml`, in any case of letters). Hidden files
/// and folders are passed over, and so are links to folders, which may run in a circle.
/// A missing path, a folder that cannot be read or holds no such file are reported.
/// @return paths as the user began them, in the order given; those of a folder sorted by their
///         bytes; each once
std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      const std::vector<std::string>& extensions,
                                      DiagnosticBag& bag);

}  // namespace leps
