// The watch: what stops work, whom it tells, and that it reaches nobody else.
#include "base/watch.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

using namespace leps;

namespace {

constexpr std::size_t kNever = 1'000'000;

/// How many of `most` checkpoints are passed before the watch in force stops the work.
std::size_t checkpoints_passed(std::size_t most) {
  std::size_t passed = 0;
  try {
    for (; passed < most; ++passed) checkpoint();
  } catch (const Interrupted&) {
  }
  return passed;
}

Watch cancelling_at(std::size_t asked_times) {
  Watch watch;
  watch.cancelled = [left = asked_times]() mutable { return left-- == 0; };
  return watch;
}

}  // namespace

TEST_CASE("watch: where there is none nothing stops, and nobody is told") {
  CHECK(checkpoints_passed(100) == 100);
  begin_stage(Stage::reading, 3);
  advance();
  spend_input(kNever);
  spend_results(kNever);
  admit_nesting(kNever);
  CHECK_FALSE(is_logged());
}

TEST_CASE("watch: it is in force on its own thread, until its scope ends") {
  const Watch watch = cancelling_at(0);
  {
    const WatchScope scope(&watch);
    std::size_t elsewhere = 0;
    std::thread([&] { elsewhere = checkpoints_passed(5); }).join();
    CHECK(elsewhere == 5);
    {
      const WatchScope nobody(nullptr);  // an inner call without a watch of its own
      CHECK(checkpoints_passed(5) == 5);
    }
    CHECK(checkpoints_passed(5) == 0);
  }
  CHECK(checkpoints_passed(5) == 5);
}

TEST_CASE("watch: a callback may do work of its own") {
  Watch watch;
  std::size_t asked = 0;
  watch.cancelled = [&] {
    ++asked;
    return checkpoints_passed(10) != 10;  // would ask again without end if the watch held here
  };
  const WatchScope scope(&watch);
  CHECK(checkpoints_passed(3) == 3);
  CHECK(asked == 3);
}

TEST_CASE("watch: why it stops") {
  const auto why = [](const Watch& watch, const auto& work) {
    const WatchScope scope(&watch);
    try {
      work();
    } catch (const Interrupted& interrupted) {
      return std::string(interrupted.why == Interrupted::Why::cancelled ? "cancelled" : "limit");
    }
    return std::string("not at all");
  };
  CHECK(why(cancelling_at(2), [] { checkpoint(), checkpoint(); }) == "not at all");
  CHECK(why(cancelling_at(1), [] { checkpoint(), checkpoint(); }) == "cancelled");

  Watch small;
  small.max_input = 10;
  small.max_results = 4;
  small.max_nesting = 3;
  CHECK(why(small, [] { spend_input(4), spend_input(6); }) == "not at all");
  CHECK(why(small, [] { spend_input(4), spend_input(7); }) == "limit");
  CHECK(why(small, [] { spend_input(1), spend_input(SIZE_MAX); }) == "limit");
  CHECK(why(small, [] { spend_results(4); }) == "not at all");
  CHECK(why(small, [] { spend_results(5); }) == "limit");
  CHECK(why(small, [] { admit_nesting(3), admit_nesting(3); }) == "not at all");
  CHECK(why(small, [] { admit_nesting(4); }) == "limit");

  // The callback is slow, so that no clock of a busy machine can make the test fail.
  Watch slow;
  slow.max_milliseconds = 1;
  slow.progress = [](Stage, std::size_t, std::size_t) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
  CHECK(why(slow, [] { begin_stage(Stage::reading, 1); }) == "limit");
  slow.max_milliseconds = UINT64_MAX;
  CHECK(why(slow, [] { begin_stage(Stage::reading, 1); }) == "not at all");
}

TEST_CASE("watch: the heap is measured, where it can be") {
  if (!can_measure_memory()) return;
  Watch watch;
  watch.max_memory = std::size_t{8} << 20;
  const WatchScope scope(&watch);
  begin_stage(Stage::reading, 2);
  {
    const std::vector<char> large(std::size_t{64} << 20, 'x');
    CHECK_THROWS_AS(advance(), Interrupted);
  }
  CHECK_NOTHROW(advance());  // what was given back does not count
}

TEST_CASE("watch: a stage goes from nothing to its total, and never back") {
  std::vector<std::string> told;
  Watch watch;
  watch.progress = [&](Stage stage, std::size_t done, std::size_t total) {
    told.push_back(std::to_string(static_cast<int>(stage)) + ":" + std::to_string(done) + "/" +
                   std::to_string(total));
  };
  const WatchScope scope(&watch);
  begin_stage(Stage::checking, 3);
  advance();
  advance(0);
  grow_stage(2);
  advance(7);
  begin_stage(Stage::evaluating, 0);
  CHECK(told == std::vector<std::string>{"1:0/3", "1:1/3", "1:1/3", "1:5/5", "2:0/0"});
}

TEST_CASE("watch: lines are made only where somebody reads them") {
  std::size_t made = 0;
  const auto line = [&] {
    ++made;
    return std::string("una riga");
  };
  log(LogLevel::info, line);
  CHECK(made == 0);
  std::vector<std::string> read;
  Watch watch;
  watch.log = [&](LogLevel, const std::string& words) { read.push_back(words); };
  const WatchScope scope(&watch);
  log(LogLevel::info, line);
  CHECK(made == 1);
  CHECK(read == std::vector<std::string>{"una riga"});
}
