// The allocation functions of the whole process, counted, and made to fail where a test asks. A
// program that links counted_memory.cpp is one of its own, and not for sanitizers.
#pragma once

namespace capi {

/// How many allocations there were, and how many of them are not given back.
long allocations();
long alive();

/// From now on: the allocation after `passing` more fails, once; negative: none does.
void fail_after(long passing);

}  // namespace capi
