// One session that calls every function of leps.h: for programs that let its memory run out, cancel
// it wherever it can be, run it in many threads, or look for what it leaks. It asks for no memory
// itself, so that all that is asked for is the library's.
#pragma once

#include <leps/leps.h>

#include <cstdint>

namespace capi {

struct Outcome {
  leps_status status = LEPS_OK;  // of the first call that did not go well
  std::uint64_t digest = 0;      // of all that was read: the same session, the same digest
};

/// Everything, from the rules to their results, with one control for every call that takes one.
Outcome whole_session(const leps_control* control);

/// The rules of the session; null where a call did not go well.
leps_rulebook* compile_session(const leps_control* control, Outcome& outcome);

/// All but the rules, with a rulebook that others may be using.
Outcome use_rulebook(const leps_rulebook* rulebook, const leps_control* control);

}  // namespace capi
