#include "source/write_folder.hpp"

#include "unit/source/bytes_of.hpp"
#include "unit/source/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>

using namespace leps;
using leps::test::bytes_of;

namespace {

bool ours(std::string_view bytes) { return bytes.starts_with("ours"); }

/// `removed 1`, `other_file a.txt`, `errno 2`.
std::string write(const std::string& path, const std::vector<NamedFile>& files) {
  const auto done = write_folder(path, files, ours);
  if (const auto* written = std::get_if<FolderWritten>(&done)) {
    return "removed " + std::to_string(written->removed);
  }
  const auto& problem = std::get<FolderProblem>(done);
  switch (problem.kind) {
    case FolderProblem::Kind::not_a_folder:
      return "not_a_folder";
    case FolderProblem::Kind::other_file:
      return "other_file " + problem.path.substr(problem.path.rfind('/') + 1);
    case FolderProblem::Kind::system:
      break;
  }
  return "errno " + std::to_string(problem.error);
}

std::size_t entries(const std::string& path) {
  namespace fs = std::filesystem;
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(path), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a new folder holds the files and nothing else, with the user's mode") {
  const test::TemporaryFolder folder;
  const mode_t mask = ::umask(027);
  for (const std::string name : {"pages", "other/"}) {
    CHECK(write(folder / name, {{"a.html", "ours a"}, {"b.html", "ours b"}}) == "removed 0");
    CHECK(bytes_of((folder / name) + "/a.html") == "ours a");
    CHECK(entries(folder / name) == 2);
  }
  struct stat status {};
  ::stat((folder / "pages").c_str(), &status);
  CHECK((status.st_mode & 07777) == 0750);
  ::umask(mask);
  CHECK(folder.entries() == 2);
}

TEST_CASE("a folder of ours is written again: what no longer belongs there goes") {
  const test::TemporaryFolder folder;
  const std::string pages = folder / "pages";
  CHECK(write(pages, {{"a", "ours 1"}, {"b", "ours 1"}, {"c", "ours 1"}}) == "removed 0");
  CHECK(write(pages, {{"a", "ours 2"}, {"d", "ours 2"}}) == "removed 2");
  CHECK(bytes_of(pages + "/a") == "ours 2");
  CHECK(entries(pages) == 2);
  std::filesystem::create_directory(folder / "empty");
  CHECK(write(folder / "empty", {{"a", "ours"}}) == "removed 0");
  std::filesystem::create_directory_symlink("pages", folder / "link");
  CHECK(write(folder / "link", {{"a", "ours 3"}}) == "removed 1");
  CHECK(bytes_of(pages + "/a") == "ours 3");
  CHECK(std::filesystem::is_symlink(folder / "link"));
}

TEST_CASE("what somebody else put there is left alone, and so is all the rest") {
  const test::TemporaryFolder folder;
  folder.write("file", "theirs");
  folder.write("text/a", "ours 1");
  folder.write("text/z.txt", "theirs");
  folder.write("below/inner/a", "ours 1");
  folder.write("target", "ours, but elsewhere");
  std::filesystem::create_directory(folder / "linked");
  std::filesystem::create_symlink("../target", folder / "linked/a");
  const std::vector<NamedFile> files = {{"a", "ours 2"}};
  CHECK(write(folder / "file", files) == "not_a_folder");
  CHECK(write(folder / "text", files) == "other_file z.txt");
  CHECK(write(folder / "below", files) == "other_file inner");
  CHECK(write(folder / "linked", files) == "other_file a");
  CHECK(bytes_of(folder / "text/a") == "ours 1");
  CHECK(entries(folder / "text") == 2);
  CHECK(write(folder / "none/pages", files) == "errno " + std::to_string(ENOENT));
  CHECK(write("", files) == "errno " + std::to_string(ENOENT));
  CHECK(write(folder / "file/pages", files) == "errno " + std::to_string(ENOTDIR));
}

TEST_CASE("where the disk is full no folder is left, and the old one stays as it was") {
  const test::TemporaryFolder folder;
  CHECK(write(folder / "old", {{"a", "ours 1"}}) == "removed 0");
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit small{1000, limit.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::vector<NamedFile> files = {{"a", "ours 2"}, {"b", "ours" + std::string(2000, 'x')}};
  const std::string in_new = write(folder / "new", files), in_old = write(folder / "old", files);
  ::setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, before);
  CHECK(in_new == "errno " + std::to_string(EFBIG));
  CHECK(in_old == "errno " + std::to_string(EFBIG));
  CHECK(folder.entries() == 1);
  CHECK(entries(folder / "old") == 1);
  CHECK(bytes_of(folder / "old/a") == "ours 1");
}
