#include "source/read_file.hpp"
#include "unit/source/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <thread>

using namespace leps;
using Kind = ReadProblem::Kind;

namespace {

/// The problem, or a failed check.
ReadProblem problem_of(const std::string& path, std::uint64_t limit = 1000) {
  const auto read = read_file(path, limit);
  const auto* problem = std::get_if<ReadProblem>(&read);
  REQUIRE(problem != nullptr);
  return *problem;
}

}  // namespace

TEST_CASE("a file is read whole, up to the limit") {
  const test::TemporaryFolder folder;
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{65536}, std::size_t{200000}}) {
    CAPTURE(size);
    const std::string bytes(size, 'x');
    const std::string path = folder.write("file", bytes);
    const auto read = read_file(path, size);
    REQUIRE(std::holds_alternative<std::string>(read));
    CHECK(std::get<std::string>(read) == bytes);
    if (size == 0) continue;
    const ReadProblem problem = problem_of(path, size - 1);
    CHECK(problem.kind == Kind::too_large);
    CHECK(problem.size == size);
    CHECK(problem.limit == size - 1);
  }
  CHECK(std::get<std::string>(read_file(folder.write("nul", std::string("a\0b", 3)), UINT64_MAX))
            .size() == 3);
}

TEST_CASE("what cannot be read says why") {
  const test::TemporaryFolder folder;
  CHECK(problem_of(folder / "nothing").kind == Kind::missing);
  CHECK(problem_of("").kind == Kind::missing);
  CHECK(problem_of(folder.write("file", "x") + "/below").kind == Kind::missing);
  CHECK(problem_of(folder.write("file", "x") + std::string("\0y", 2)).kind == Kind::missing);
  CHECK(problem_of(folder.path()).kind == Kind::is_a_folder);
  CHECK(problem_of(folder / std::string(300, 'n')).kind == Kind::other);
  CHECK(problem_of(folder / std::string(300, 'n')).error == ENAMETOOLONG);
  const std::string secret = folder.write("secret", "x");
  ::chmod(secret.c_str(), 0);
  const test::Unprivileged nobody;
  if (nobody.holds()) CHECK(problem_of(secret).kind == Kind::not_permitted);
}

TEST_CASE("an endless device is left after the limit") {
  const ReadProblem problem = problem_of("/dev/zero", 100'000);
  CHECK(problem.kind == Kind::too_large);
  CHECK_FALSE(problem.size.has_value());
  CHECK(std::get<std::string>(read_file("/dev/null", 0)).empty());
}

TEST_CASE("a pipe is read to its end, though it states no size") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const auto send = [&](std::size_t size) {
    return std::thread(
        [&path, size] { std::ofstream(path, std::ios::binary) << std::string(size, 'p'); });
  };
  std::thread writer = send(50'000);
  const auto read = read_file(path, 50'000);
  writer.join();
  REQUIRE(std::holds_alternative<std::string>(read));
  CHECK(std::get<std::string>(read).size() == 50'000);
}
