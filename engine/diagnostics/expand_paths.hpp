// What the user named, files and folders, into the files to read.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <vector>

namespace leps::inline diagnostics {

/// A file stands for itself, whatever its name ends in; a folder for all files within, at any
/// depth, whose names end in one of `extensions` (`.yaml`, in any case of letters). Hidden files
/// and folders are passed over, and so are links to folders, which may run in a circle; pipes,
/// sockets and devices with such a name too, with a warning: whoever read one might wait for ever.
/// A missing path, a folder that cannot be read or holds no such file are reported.
/// @param refused  further ends of names, of files that nobody may pass over in silence: they are
///                 among the files, for their reader to refuse, but a folder of nothing else holds
///                 no data
/// @return paths as the user began them, in the order given; those of a folder sorted by their
///         bytes; each once
std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      const std::vector<std::string>& extensions,
                                      DiagnosticBag& bag,
                                      const std::vector<std::string>& refused = {});

}  // namespace leps::inline diagnostics
