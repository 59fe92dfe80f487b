#include "source/write_folder.hpp"

#include "source/read_file.hpp"
#include "source/write_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <set>

namespace leps::inline source {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargest = std::uint64_t{64} << 20;  // what is larger is no file of ours
constexpr std::string_view kStage = ".leps-";

FolderProblem failed(const fs::path& path, int error) {
  return {FolderProblem::Kind::system, path.native(), error};
}

/// A new folder that nobody else has, in `parent`; goes away with all that is left in it.
class Stage {
 public:
  explicit Stage(const fs::path& parent) {
    constexpr int kTries = 1000;  // left behind by processes that were killed
    for (int i = 0; i < kTries; ++i) {
      path_ = parent / (std::string(kStage) + std::to_string(::getpid()) + "-" + std::to_string(i));
      error_ = ::mkdir(path_.c_str(), 0777) == 0 ? 0 : errno;
      if (error_ != EEXIST) return;
    }
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage() {
    std::error_code ignored;
    if (error_ == 0) fs::remove_all(path_, ignored);
  }

  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] int error() const { return error_; }

 private:
  fs::path path_;
  int error_ = 0;
};

using Problem = std::optional<FolderProblem>;

Problem fill(const Stage& stage, const std::vector<NamedFile>& files, const fs::path& target) {
  if (stage.error() != 0) return failed(target, stage.error());
  for (const NamedFile& file : files) {
    const auto problem = write_file(stage.path() / file.name, file.bytes);
    if (problem) return failed(target / file.name, problem->error);
  }
  return std::nullopt;
}

/// The names in a folder; a problem where one is not ours: the first by name, whatever the order
/// in which the system lists them.
Problem look_through(const fs::path& folder, const std::function<bool(std::string_view)>& ours,
                     std::set<std::string>& names) {
  std::error_code error;
  std::optional<std::string> other;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename();
    if (name.starts_with(kStage)) continue;
    std::error_code of_type;
    const auto is_ours = [&] {
      if (!fs::is_regular_file(at->symlink_status(of_type))) return false;
      const auto read = read_file(at->path(), kLargest);
      const auto* bytes = std::get_if<std::string>(&read);
      return bytes && ours(*bytes);
    };
    if (is_ours()) {
      names.insert(name);
    } else if (!other || at->path().native() < *other) {
      other = at->path().native();
    }
  }
  if (error) return failed(folder, error.value());
  if (other) return FolderProblem{FolderProblem::Kind::other_file, *other, 0};
  return std::nullopt;
}

std::variant<FolderWritten, FolderProblem> make_new(const fs::path& target,
                                                    const std::vector<NamedFile>& files) {
  const fs::path parent = target.parent_path();
  const Stage stage(parent.empty() ? fs::path(".") : parent);
  if (const Problem problem = fill(stage, files, target)) return *problem;
  if (std::rename(stage.path().c_str(), target.c_str()) != 0) return failed(target, errno);
  return FolderWritten{};
}

std::variant<FolderWritten, FolderProblem> renew(
    const fs::path& target, const std::vector<NamedFile>& files,
    const std::function<bool(std::string_view)>& ours) {
  std::set<std::string> old;
  if (const Problem problem = look_through(target, ours, old)) return *problem;
  const Stage stage(target);
  if (const Problem problem = fill(stage, files, target)) return *problem;
  // From here on nothing needs room on the disk.
  for (const NamedFile& file : files) {
    const fs::path place = target / file.name;
    if (std::rename((stage.path() / file.name).c_str(), place.c_str()) != 0) {
      return failed(place, errno);
    }
    old.erase(file.name);
  }
  for (const std::string& name : old) {
    if (::unlink((target / name).c_str()) != 0) return failed(target / name, errno);
  }
  return FolderWritten{old.size()};
}

}  // namespace

std::variant<FolderWritten, FolderProblem> write_folder(
    const std::string& path, const std::vector<NamedFile>& files,
    const std::function<bool(std::string_view bytes)>& ours) {
  if (path.empty() || path.find('\0') != std::string::npos) return failed(path, ENOENT);
  fs::path target = path;
  if (!target.has_filename() && target.has_relative_path()) target = target.parent_path();
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0) {
    if (!S_ISDIR(status.st_mode)) {
      return FolderProblem{FolderProblem::Kind::not_a_folder, path, 0};
    }
    return renew(target, files, ours);
  }
  return errno == ENOENT ? make_new(target, files) : failed(target, errno);
}

}  // namespace leps::inline source
