#include "source/write_file.hpp"

#include "source/file_handle.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <filesystem>

namespace leps::inline source {
namespace {

std::optional<WriteProblem> write_problem(int error) {
  if (error == 0) return std::nullopt;
  if (error == EISDIR) return WriteProblem{WriteProblem::Kind::is_a_folder, 0};
  return WriteProblem{WriteProblem::Kind::other, error};
}

/// @return 0 or errno
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int write_and_close(FileHandle& file, std::string_view bytes) {
  if (!file.is_open()) return errno;
  const int error = write_all(file.descriptor(), bytes);
  const int close_error = file.close();
  return error != 0 ? error : close_error;
}

/// The number in /dev/fd/3 and the like: something that this process already has open. Opening it
/// anew would cut short, or replace, a file to which the shell is appending.
std::optional<int> open_descriptor(std::string_view path) {
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder) || path.size() == folder.size()) continue;
    int number = 0;
    for (const char c : path.substr(folder.size())) {
      if (c < '0' || c > '9' || number > 99999) return std::nullopt;
      number = number * 10 + (c - '0');
    }
    return number;
  }
  return std::nullopt;
}

struct Target {
  std::string path;  // where the links lead
  std::optional<int> descriptor;
  int error = 0;
};

Target follow_links(const std::string& path) {
  constexpr int kMostLinks = 40;  // as Linux
  std::filesystem::path at = path;
  for (int i = 0; i < kMostLinks; ++i) {
    if (const auto descriptor = open_descriptor(at.native())) return {at, descriptor, 0};
    std::error_code error;
    const std::filesystem::path next = std::filesystem::read_symlink(at, error);
    if (error) return {at, std::nullopt, 0};
    at = at.parent_path() / next;  // an absolute `next` replaces the whole
  }
  return {path, std::nullopt, ELOOP};
}

/// A file beside the target that nobody else has; its mode is that of any new file of the user.
FileHandle create_beside(const std::filesystem::path& target, std::string& name) {
  constexpr int kTries = 1000;  // left behind by processes that were killed
  for (int i = 0; i < kTries; ++i) {
    const std::string base = ".leps-" + std::to_string(::getpid()) + "-" + std::to_string(i);
    name = target.parent_path() / base;
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) return FileHandle(descriptor);
  }
  return FileHandle(-1);
}

int replace(const std::string& target, std::optional<mode_t> mode, std::string_view bytes) {
  // The folder's permission alone would let a file be replaced that says "read only".
  if (mode && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) return errno;
  std::string name;
  FileHandle file = create_beside(target, name);
  if (!file.is_open()) return errno;

  int error = write_all(file.descriptor(), bytes);
  if (error == 0 && mode && ::fchmod(file.descriptor(), *mode) != 0) error = errno;
  if (error == 0 && ::fsync(file.descriptor()) != 0) error = errno;
  const int close_error = file.close();
  if (error == 0) error = close_error;
  if (error == 0 && std::rename(name.c_str(), target.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(name.c_str());
  return error;
}

}  // namespace

std::optional<WriteProblem> write_file(const std::string& path, std::string_view bytes) {
  if (path.empty() || path.find('\0') != std::string::npos) return write_problem(ENOENT);
  const Target target = follow_links(path);
  if (target.error != 0) return write_problem(target.error);
  if (target.descriptor) {
    FileHandle file(::fcntl(*target.descriptor, F_DUPFD_CLOEXEC, 0));
    return write_problem(write_and_close(file, bytes));
  }

  struct stat status {};
  const bool exists = ::stat(target.path.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return write_problem(errno);
  if (!exists)
    return write_problem(target.path.ends_with('/') ? ENOENT : replace(target.path, {}, bytes));
  if (S_ISDIR(status.st_mode)) return write_problem(EISDIR);
  if (!S_ISREG(status.st_mode)) {
    FileHandle file(::open(target.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    return write_problem(write_and_close(file, bytes));
  }
  return write_problem(replace(target.path, status.st_mode & mode_t{07777}, bytes));
}

}  // namespace leps::inline source
