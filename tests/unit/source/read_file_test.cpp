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
  const auto read = read_file(path, limit, std::chrono::milliseconds(1));
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

TEST_CASE("a pipe into which nobody writes is not waited for") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  CHECK(problem_of(path).kind == Kind::nobody_writes);
  std::filesystem::create_symlink("pipe", folder / "link");
  CHECK(problem_of(folder / "link").kind == Kind::nobody_writes);
}

TEST_CASE("a pipe without a name is read, whoever wrote into it may have gone") {
  for (const std::string& bytes : {std::string("ambito: lodi"), std::string()}) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    ::close(ends[1]);
    const auto read = read_file("/dev/fd/" + std::to_string(ends[0]), 1000);
    ::close(ends[0]);
    REQUIRE(std::holds_alternative<std::string>(read));
    CHECK(std::get<std::string>(read) == bytes);
  }
}

TEST_CASE("a writer that takes its time is waited for") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&path] {
    const int pipe = ::open(path.c_str(), O_WRONLY);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(::write(pipe, "x", 1) == 1);
    ::close(pipe);
  });
  while (true) {  // until the writer has opened it, nobody writes
    const auto read = read_file(path, 1000, std::chrono::milliseconds(5));
    if (const auto* problem = std::get_if<ReadProblem>(&read)) {
      REQUIRE(problem->kind == Kind::nobody_writes);
      continue;
    }
    CHECK(std::get<std::string>(read) == "x");
    break;
  }
  writer.join();
}

TEST_CASE("a socket is called one") {
  const test::TemporaryFolder folder;
  const test::Socket socket(folder / "socket");
  CHECK(problem_of(folder / "socket").kind == Kind::is_a_socket);
}
