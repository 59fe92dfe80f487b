#include "control.hpp"

#include "options.hpp"

namespace leps::capi {
namespace {

// The numbers in the header are the engine's own.
static_assert(LEPS_STAGE_READING == static_cast<int>(Stage::reading));
static_assert(LEPS_STAGE_CHECKING == static_cast<int>(Stage::checking));
static_assert(LEPS_STAGE_EVALUATING == static_cast<int>(Stage::evaluating));
static_assert(LEPS_STAGE_EXAMPLES == static_cast<int>(Stage::examples));
static_assert(LEPS_LOG_DEBUG == static_cast<int>(LogLevel::debug));
static_assert(LEPS_LOG_INFO == static_cast<int>(LogLevel::info));
static_assert(LEPS_LOG_WARNING == static_cast<int>(LogLevel::warning));

template <class Number>
std::optional<Number> limit(Number asked) {
  return asked == 0 ? std::nullopt : std::optional(asked);
}

}  // namespace

std::optional<Watch> read_control(const leps_control* control) {
  const leps_control usual = LEPS_CONTROL_INIT;
  const auto known = read_options(usual, control, LEPS_SIZE_UP_TO(leps_control, max_nesting));
  if (!known) return std::nullopt;
  if (known->max_memory != 0 && !can_measure_memory()) return std::nullopt;

  Watch watch;
  void* const user = known->user;
  if (known->cancelled) {
    watch.cancelled = [user, ask = known->cancelled] { return ask(user); };
  }
  if (known->progress) {
    watch.progress = [user, tell = known->progress](Stage stage, std::size_t done,
                                                    std::size_t total) {
      tell(user, static_cast<leps_stage>(stage), done, total);
    };
  }
  if (known->log) {
    watch.log = [user, tell = known->log](LogLevel level, const std::string& line) {
      tell(user, static_cast<leps_log_level>(level), line.c_str());
    };
  }
  watch.max_milliseconds = limit(known->max_milliseconds);
  watch.max_memory = limit(known->max_memory);
  watch.max_input = limit(known->max_input);
  watch.max_results = limit(known->max_results);
  watch.max_nesting = limit(known->max_nesting);
  return watch;
}

}  // namespace leps::capi
