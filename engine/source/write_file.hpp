// Writes a file whole or not at all: a full disk or a pulled plug leaves the old file as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leps::inline source {

struct WriteProblem {
  enum class Kind { is_a_folder, other };

  Kind kind;
  int error = 0;  // errno, 0 for is_a_folder
};

/// Writes to a new file in the same folder, which then takes the name. An existing file keeps its
/// mode; a link keeps pointing to where the bytes go. What is no regular file, and what the caller
/// has open (/dev/stdout, /dev/fd/3), is written to as it is.
///
/// A process that wants a closed pipe (SIGPIPE) or a file-size limit (SIGXFSZ) as a problem, rather
/// than to be ended by it, ignores those signals; a library must not change them for it.
/// @return nothing where every byte is on the disk; else why not, and no trace is left
std::optional<WriteProblem> write_file(const std::string& path, std::string_view bytes);

}  // namespace leps::inline source
