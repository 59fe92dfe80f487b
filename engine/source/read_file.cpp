#include "source/read_file.hpp"

#include "source/file_handle.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace leps::inline source {
namespace {

ReadProblem read_problem(int error) {
  using Kind = ReadProblem::Kind;
  const Kind kind = error == ENOENT || error == ENOTDIR ? Kind::missing
                    : error == EACCES || error == EPERM ? Kind::not_permitted
                    : error == EISDIR                   ? Kind::is_a_folder
                                                        : Kind::other;
  return {kind, kind == Kind::is_a_folder ? 0 : error, std::nullopt, 0};
}

ReadProblem why_not_open(const std::string& path, int error) {
  struct stat status {};
  if (error == ENXIO && ::stat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode)) {
    return {ReadProblem::Kind::is_a_socket, 0, std::nullopt, 0};
  }
  return read_problem(error);
}

/// True of a pipe that stands in a folder; `<(…)` of the shell leads to one that does not, whose
/// writer is there from the beginning or has already gone.
bool has_a_name(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr),
                                                             &std::free);
  return resolved != nullptr;
}

/// Waits for somebody who writes into a pipe that was opened without waiting.
/// @param bytes  gets what had to be read to know
bool is_written(int pipe, std::chrono::milliseconds patience, std::string& bytes) {
  pollfd reading{pipe, POLLIN, 0};
  while (::poll(&reading, 1, static_cast<int>(patience.count())) < 0 && errno == EINTR) {
  }
  if (reading.revents != 0) return true;
  // Without a writer a pipe is at its end; with one that is still silent, it says to try again.
  char first = 0;
  const ssize_t got = ::read(pipe, &first, 1);
  if (got > 0) bytes += first;
  return got != 0;
}

}  // namespace

std::variant<std::string, ReadProblem> read_file(const std::string& path, std::uint64_t limit,
                                                 std::chrono::milliseconds patience) {
  // The system would stop at a NUL and open another file than the one that was named.
  if (path.find('\0') != std::string::npos) return read_problem(ENOENT);

  // Without waiting: a pipe opens only when somebody else has opened its other end.
  const FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!file.is_open()) return why_not_open(path, errno);
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) return read_problem(errno);
  if (S_ISDIR(status.st_mode)) return read_problem(EISDIR);
  const auto stated = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (S_ISREG(status.st_mode) && stated > limit) {
    return ReadProblem{ReadProblem::Kind::too_large, 0, stated, limit};
  }

  std::string bytes;
  if (S_ISFIFO(status.st_mode) && has_a_name(path) &&
      !is_written(file.descriptor(), patience, bytes)) {
    return ReadProblem{ReadProblem::Kind::nobody_writes, 0, std::nullopt, 0};
  }
  if (::fcntl(file.descriptor(), F_SETFL, O_RDONLY) != 0) return read_problem(errno);

  constexpr std::uint64_t kChunk = 1 << 16;
  bytes.reserve(std::min(stated, limit) + 1);
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::min(kChunk, limit - before) + 1);
    const ssize_t got = ::read(file.descriptor(), bytes.data() + before, bytes.size() - before);
    const int error = errno;
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) {
      bytes.shrink_to_fit();  // a small file would keep room for a large one
      return bytes;
    }
    if (got < 0 && error != EINTR) return read_problem(error);
    if (bytes.size() > limit) {
      return ReadProblem{ReadProblem::Kind::too_large, 0, std::nullopt, limit};
    }
  }
}

}  // namespace leps::inline source
