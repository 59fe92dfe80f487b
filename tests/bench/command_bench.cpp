// The command from outside, from start to end: what a person waits for.
#include "bench/subject.hpp"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace leps::bench {
namespace {

// Runs the command with its output thrown away; its exit status, or -1.
int run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, LEPS_COMMAND, &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  if (failed != 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

void time_command(benchmark::State& state, const std::vector<std::string>& words, int expected) {
  for (auto _ : state) {
    if (run(words) != expected) {
      state.SkipWithError("the command did not end as expected");
      return;
    }
  }
}

// The floor under any command: a program starts, loads its libraries and ends.
void command_start(benchmark::State& state) { time_command(state, {"leps", "--version"}, 0); }

void command_check(benchmark::State& state) {
  time_command(state, {"leps", "check", "--data", kData}, 1);
}

void command_check_html(benchmark::State& state) {
  time_command(state, {"leps", "check", "--data", kData, "--format", "html"}, 1);
}

BENCHMARK(command_start)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(command_check)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(command_check_html)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace leps::bench
