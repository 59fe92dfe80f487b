#include "base/watch.hpp"

#include <algorithm>
#include <limits>

#if defined(__GLIBC__) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 33)
#include <malloc.h>
#define LEPS_MEASURES_HEAP
#endif
#endif

namespace leps::inline base {
namespace {

constinit thread_local WatchScope* in_force = nullptr;

// How often the heap is measured: it means a walk over all the free parts of it.
constexpr std::chrono::milliseconds kMeasureEvery{2};

/// Bytes that the process has asked for and not given back; 0 where nobody can say. A sanitizer or
/// another allocator in glibc's place says 0 too.
std::size_t heap_in_use() {
#ifdef LEPS_MEASURES_HEAP
  const struct mallinfo2 heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
#else
  return 0;
#endif
}

/// Callbacks may call the engine again: what they do is none of this watch's business.
class Suspended {
 public:
  Suspended() : scope_(in_force) { in_force = nullptr; }
  ~Suspended() { in_force = scope_; }
  Suspended(const Suspended&) = delete;
  Suspended& operator=(const Suspended&) = delete;

 private:
  WatchScope* scope_;
};

}  // namespace

bool can_measure_memory() { return heap_in_use() != 0; }

WatchScope::WatchScope(const Watch* watch)
    : watch_(watch), outer_(in_force), start_(Clock::now()), memory_measured_(start_) {
  if (watch && watch->max_memory) heap_at_start_ = heap_in_use();
  in_force = watch ? this : nullptr;
}

WatchScope::~WatchScope() { in_force = outer_; }

void WatchScope::stop(Interrupted::Why why, const std::string& line) {
  log_line(LogLevel::warning, line);
  throw Interrupted{why};
}

void WatchScope::check() {
  if (watch_->cancelled) {
    const bool cancelled = [&] {
      const Suspended callback;
      return watch_->cancelled();
    }();
    if (cancelled) stop(Interrupted::Why::cancelled, "stopped: cancelled by the caller");
  }
  check_time_and_memory();
}

void WatchScope::check_time_and_memory() {
  if (!watch_->max_milliseconds && !watch_->max_memory) return;
  const Clock::time_point now = Clock::now();
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count();
  if (watch_->max_milliseconds && static_cast<std::uint64_t>(passed) > *watch_->max_milliseconds) {
    stop(Interrupted::Why::limit, "stopped: more than max_milliseconds, which is " +
                                      std::to_string(*watch_->max_milliseconds));
  }
  if (!watch_->max_memory || now - memory_measured_ < kMeasureEvery) return;
  memory_measured_ = now;
  const std::size_t heap = heap_in_use();
  if (heap > heap_at_start_ && heap - heap_at_start_ > *watch_->max_memory) {
    stop(Interrupted::Why::limit,
         "stopped: the heap grew by " + std::to_string(heap - heap_at_start_) +
             " bytes, more than max_memory, which is " + std::to_string(*watch_->max_memory));
  }
}

void WatchScope::tell_progress() {
  if (watch_->progress) {
    const Suspended callback;
    watch_->progress(stage_, done_, total_);
  }
  memory_measured_ = Clock::time_point();  // a step may be quick and large: measure now
  check();
}

void WatchScope::spend(std::size_t amount, std::size_t& spent, std::optional<std::size_t> limit,
                       const char* what) {
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  spent = amount > kMost - spent ? kMost : spent + amount;
  if (!limit || spent <= *limit) return;
  stop(Interrupted::Why::limit, "stopped: more than " + std::string(what) + ", which is " +
                                    std::to_string(*limit) + "; there are at least " +
                                    std::to_string(spent));
}

void checkpoint() {
  if (in_force) in_force->check();
}

void begin_stage(Stage stage, std::size_t total) {
  if (!in_force) return;
  in_force->stage_ = stage;
  in_force->done_ = 0;
  in_force->total_ = total;
  in_force->tell_progress();
}

void grow_stage(std::size_t steps) {
  if (in_force) in_force->total_ += steps;
}

void advance(std::size_t steps) {
  if (!in_force) return;
  in_force->done_ = std::min(in_force->total_, in_force->done_ + steps);
  in_force->tell_progress();
}

void spend_input(std::size_t bytes) {
  if (!in_force) return;
  in_force->spend(bytes, in_force->input_, in_force->watch_->max_input, "max_input");
}

void spend_results(std::size_t results) {
  if (!in_force) return;
  in_force->spend(results, in_force->results_, in_force->watch_->max_results, "max_results");
}

void admit_nesting(std::size_t depth) {
  if (!in_force) return;
  std::size_t deepest = 0;
  in_force->spend(depth, deepest, in_force->watch_->max_nesting, "max_nesting");
}

bool is_logged() { return in_force && in_force->watch_->log; }

void log_line(LogLevel level, const std::string& line) {
  if (!is_logged()) return;
  const Watch& watch = *in_force->watch_;
  const Suspended callback;
  watch.log(level, line);
}

}  // namespace leps::inline base
