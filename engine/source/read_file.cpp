#include "source/read_file.hpp"

#include "source/file_handle.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

namespace leps {
namespace {

ReadProblem from_errno(int error) {
  using Kind = ReadProblem::Kind;
  const Kind kind = error == ENOENT || error == ENOTDIR ? Kind::missing
                    : error == EACCES || error == EPERM ? Kind::not_permitted
                    : error == EISDIR                   ? Kind::is_a_folder
                                                        : Kind::other;
  return {kind, kind == Kind::is_a_folder ? 0 : error, std::nullopt, 0};
}

}  // namespace

std::variant<std::string, ReadProblem> read_file(const std::string& path, std::uint64_t limit) {
  // The system would stop at a NUL and open another file than the one that was named.
  if (path.find('\0') != std::string::npos) return from_errno(ENOENT);

  const FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open()) return from_errno(errno);
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) return from_errno(errno);
  if (S_ISDIR(status.st_mode)) return from_errno(EISDIR);
  const auto stated = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (S_ISREG(status.st_mode) && stated > limit) {
    return ReadProblem{ReadProblem::Kind::too_large, 0, stated, limit};
  }

  constexpr std::uint64_t kChunk = 1 << 16;
  std::string bytes;
  bytes.reserve(std::min(stated, limit) + 1);
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::min(kChunk, limit - before) + 1);
    const ssize_t got = ::read(file.descriptor(), bytes.data() + before, bytes.size() - before);
    const int error = errno;
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) return bytes;
    if (got < 0 && error != EINTR) return from_errno(error);
    if (bytes.size() > limit) {
      return ReadProblem{ReadProblem::Kind::too_large, 0, std::nullopt, limit};
    }
  }
}

}  // namespace leps
