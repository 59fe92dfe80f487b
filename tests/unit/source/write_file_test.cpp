#include "source/write_file.hpp"
#include "unit/source/bytes_of.hpp"
#include "unit/source/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <thread>

using namespace leps;
using leps::test::bytes_of;

namespace {

unsigned mode_of(const std::string& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 07777;
}

int error_of(const std::string& path, std::string_view bytes = "new") {
  const auto problem = write_file(path, bytes);
  return problem ? problem->error : 0;
}

/// No file may grow beyond `bytes` while this lives: a disk that fills up in the middle.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a new file, and an old one replaced, leave nothing else behind") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "report.html";
  CHECK_FALSE(write_file(path, "first").has_value());
  CHECK(bytes_of(path) == "first");
  CHECK_FALSE(write_file(path, std::string(100'000, 'x')).has_value());
  CHECK(bytes_of(path).size() == 100'000);
  CHECK_FALSE(write_file(path, "").has_value());
  CHECK(bytes_of(path).empty());
  CHECK(folder.entries() == 1);
}

TEST_CASE("a new file has the user's mode, an old one keeps its own") {
  const test::TemporaryFolder folder;
  const mode_t mask = ::umask(027);
  CHECK(error_of(folder / "new") == 0);
  CHECK(mode_of(folder / "new") == 0640);
  for (const unsigned mode : {0600U, 0664U, 0755U}) {
    ::chmod((folder / "new").c_str(), static_cast<mode_t>(mode));
    CHECK(error_of(folder / "new") == 0);
    CHECK(mode_of(folder / "new") == mode);
  }
  ::umask(mask);
}

TEST_CASE("a link stays a link, and its target gets the bytes") {
  const test::TemporaryFolder folder;
  const std::string target = folder.write("below/target", "old");
  std::filesystem::create_symlink("below/target", folder / "link");
  std::filesystem::create_symlink("link", folder / "link_to_link");
  CHECK(error_of(folder / "link_to_link") == 0);
  CHECK(bytes_of(target) == "new");
  CHECK(std::filesystem::is_symlink(folder / "link"));
  CHECK(std::filesystem::is_symlink(folder / "link_to_link"));

  std::filesystem::create_symlink("below/not_yet", folder / "dangling");
  CHECK(error_of(folder / "dangling") == 0);
  CHECK(bytes_of(folder / "below/not_yet") == "new");

  std::filesystem::create_symlink("circle", folder / "circle");
  CHECK(error_of(folder / "circle") == ELOOP);
}

TEST_CASE("what cannot be written says why, and the old file is as it was") {
  const test::TemporaryFolder folder;
  CHECK(error_of("") == ENOENT);
  CHECK(error_of(folder / "no/folder") == ENOENT);
  CHECK(error_of(folder / "nothing/") == ENOENT);
  CHECK(error_of(folder.write("file", "x") + "/below") == ENOTDIR);
  CHECK(error_of(folder / std::string(300, 'n')) == ENAMETOOLONG);
  const auto problem = write_file(folder.path(), "x");
  REQUIRE(problem.has_value());
  CHECK(problem->kind == WriteProblem::Kind::is_a_folder);
  CHECK(error_of("/dev/full") == ENOSPC);
  const std::string fixed = folder.write("fixed", "old");
  ::chmod(fixed.c_str(), 0444);
  std::filesystem::create_directory(folder / "closed");
  ::chmod((folder / "closed").c_str(), 0555);
  const test::Unprivileged nobody;
  if (!nobody.holds()) return;
  CHECK(error_of(fixed) == EACCES);
  CHECK(bytes_of(fixed) == "old");
  CHECK(error_of(folder / "closed/new") == EACCES);
}

TEST_CASE("a disk that fills up leaves the old file and no other") {
  const test::TemporaryFolder folder;
  const std::string old = folder.write("old", "old");
  const FileSizeLimit full(1000);
  const std::string bytes(5000, 'x');
  CHECK(error_of(old, bytes) == EFBIG);
  CHECK(error_of(folder / "new", bytes) == EFBIG);
  CHECK(bytes_of(old) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("what is no regular file is written to as it is") {
  const test::TemporaryFolder folder;
  CHECK(error_of("/dev/null") == 0);
  struct stat status {};
  ::stat("/dev/null", &status);
  CHECK(S_ISCHR(status.st_mode));

  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::string received;
  std::thread reader([&] { received = bytes_of(pipe); });
  CHECK(error_of(pipe) == 0);
  reader.join();
  CHECK(received == "new");
}

TEST_CASE("what the process has open is added to, not cut short") {
  const test::TemporaryFolder folder;
  const std::string path = folder.write("log", "");
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  REQUIRE(descriptor >= 0);
  for (const char* name : {"/dev/fd/", "/proc/self/fd/"}) {
    CHECK(error_of(name + std::to_string(descriptor), "line\n") == 0);
  }
  ::close(descriptor);
  CHECK(bytes_of(path) == "line\nline\n");
  CHECK(error_of("/dev/fd/99999") == EBADF);
}
