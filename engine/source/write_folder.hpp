// Writes a folder of files whole or not at all, and never over a file of somebody else's.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leps::inline source {

struct NamedFile {
  std::string name;  // without folders
  std::string bytes;
};

struct FolderWritten {
  std::size_t removed = 0;  // files of an earlier writing that no longer belong there
};

struct FolderProblem {
  enum class Kind { not_a_folder, other_file, system };

  Kind kind;
  std::string path;  // of the folder; of the file that is somebody else's; of what failed
  int error = 0;     // errno, for `system`
};

/// Makes all the files beside their place first, and only then gives them their names: a full disk
/// leaves no folder, or the old one as it was. A folder that is there keeps its own place (it may
/// be the one that the user is in), and must hold nothing but files that are `ours`.
/// @param ours  whether an earlier writing made a file, from its bytes
std::variant<FolderWritten, FolderProblem> write_folder(
    const std::string& path, const std::vector<NamedFile>& files,
    const std::function<bool(std::string_view bytes)>& ours);

}  // namespace leps::inline source
