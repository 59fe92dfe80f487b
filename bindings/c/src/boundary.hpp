// The boundary between C++ and C: no exception crosses it, whatever happens inside.
#pragma once

#include "leps/leps.h"

#include "base/watch.hpp"

#include <new>
#include <stdexcept>

namespace leps::capi {

/// Runs what makes a handle, and turns an exception into a status.
/// @param body  returns a leps_status; must leave the caller's out-parameters alone until nothing
///              can fail any more
template <class Body>
leps_status guarded(Body body) noexcept {
  try {
    return body();
  } catch (const Interrupted& interrupted) {
    return interrupted.why == Interrupted::Why::limit ? LEPS_ERROR_LIMIT : LEPS_CANCELLED;
  } catch (const std::bad_alloc&) {
    return LEPS_ERROR_MEMORY;
  } catch (const std::length_error&) {  // a size that no memory could hold
    return LEPS_ERROR_MEMORY;
  } catch (...) {
    return LEPS_ERROR_INTERNAL;
  }
}

}  // namespace leps::capi
