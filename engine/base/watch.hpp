// How far the work under way on this thread may go, and whom it tells: limits, cancellation,
// progress, a log. Whoever calls the engine sets a watch; the stages only say where they are.
//
// The watch is thread-local, and nothing else in the engine is. It has to reach loops many calls
// deep (a row of a table, a step of a proof) through functions that are about the law and nothing
// else; as a parameter it would stand in each of their signatures and mean something in none. It
// cannot leak into other work: it is in force only while a WatchScope lives, on the thread that
// made it, and not inside the callbacks, which may call the engine again. No result depends on it:
// a watch that stops the work ends it by an exception, and one that does not changes nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace leps::inline base {

enum class Stage { reading, checking, evaluating, examples };
enum class LogLevel { debug, info, warning };

/// Empty functions are never called; a limit that is not there is none.
struct Watch {
  std::function<bool()> cancelled;
  std::function<void(Stage, std::size_t done, std::size_t total)> progress;
  std::function<void(LogLevel, const std::string&)> log;  // one line, no data of any Ambito

  std::optional<std::uint64_t> max_milliseconds;  // of wall-clock time
  std::optional<std::size_t> max_memory;          // bytes by which the heap may grow
  std::optional<std::size_t> max_input;           // bytes of all files
  std::optional<std::size_t> max_results;         // rules times Ambiti and years
  std::optional<std::size_t> max_nesting;         // of expressions in rules
};

/// Ends work that its watch does not let go on. It is no std::exception: whoever catches the errors
/// of a library must not take it for one of them.
struct Interrupted {
  enum class Why { cancelled, limit };
  Why why;
};

/// True where the heap can be measured, and with it `max_memory` held: by glibc's own allocator.
bool can_measure_memory();

/// Puts a watch in force on this thread, or none, until the scope ends; then what was before.
class WatchScope {
 public:
  /// @param watch  must outlive the scope; null: no watch, whatever was in force
  explicit WatchScope(const Watch* watch);
  ~WatchScope();
  WatchScope(const WatchScope&) = delete;
  WatchScope& operator=(const WatchScope&) = delete;

 private:
  friend void checkpoint();
  friend void begin_stage(Stage stage, std::size_t total);
  friend void grow_stage(std::size_t steps);
  friend void advance(std::size_t steps);
  friend void spend_input(std::size_t bytes);
  friend void spend_results(std::size_t results);
  friend void admit_nesting(std::size_t depth);
  friend bool is_logged();
  friend void log_line(LogLevel level, const std::string& line);

  void check();
  void check_time_and_memory();
  void tell_progress();
  [[noreturn]] void stop(Interrupted::Why why, const std::string& line);
  void spend(std::size_t amount, std::size_t& spent, std::optional<std::size_t> limit,
             const char* what);

  using Clock = std::chrono::steady_clock;
  const Watch* watch_;
  WatchScope* outer_;
  Clock::time_point start_, memory_measured_;
  std::size_t heap_at_start_ = 0;
  std::size_t input_ = 0, results_ = 0;
  Stage stage_ = Stage::reading;
  std::size_t done_ = 0, total_ = 0;
};

/// A place at which work may stop: throws Interrupted where the watch says so. Costs next to
/// nothing where there is no watch.
void checkpoint();

/// Says what the work is busy with, and in how many steps.
void begin_stage(Stage stage, std::size_t total);
/// Says that there are more steps than was thought.
void grow_stage(std::size_t steps);
/// Says that some of the steps are done. Also a checkpoint.
void advance(std::size_t steps = 1);

/// Counts what was taken in, or is about to be made, against its limit; throws beyond it.
void spend_input(std::size_t bytes);
void spend_results(std::size_t results);
/// Throws where expressions may not nest so deep.
void admit_nesting(std::size_t depth);

bool is_logged();
void log_line(LogLevel level, const std::string& line);

/// Writes a line to the log, if anybody reads it.
/// @param words  makes the line, which must not hold anything from the files
template <class Words>
void log(LogLevel level, const Words& words) {
  if (is_logged()) log_line(level, words());
}

}  // namespace leps::inline base
