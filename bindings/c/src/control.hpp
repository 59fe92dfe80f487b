// leps_control, as the functions that make handles use it: it limits the work of a call, and names
// whom the call informs.
#pragma once

#include "boundary.hpp"

#include "base/watch.hpp"

#include <new>
#include <optional>

namespace leps::capi {

/// The caller's control as the engine's watch; nothing where it cannot be honoured.
std::optional<Watch> read_control(const leps_control* control);

/// As guarded(), within the limits of a control; a control that cannot be honoured is
/// LEPS_ERROR_ARGUMENT, and `body` does not run.
/// @param control  null: no limits of the caller's, and nobody is told
template <class Body>
leps_status guarded(const leps_control* control, Body body) noexcept {
  return guarded([&]() -> leps_status {
    const std::optional<Watch> watch = read_control(control);
    if (!watch) return LEPS_ERROR_ARGUMENT;
    const WatchScope scope(control ? &*watch : nullptr);
    try {
      return body();
    } catch (const std::bad_alloc&) {
      log(LogLevel::warning, [] { return "stopped: memory ran out"; });
      throw;
    }
  });
}

}  // namespace leps::capi
