// Asks the caller for the packs that a compilation needs, and makes sources of what it gives.
#pragma once

#include "leps/leps.h"

#include "syntax/parse.hpp"

namespace leps::capi {

/// @param options  with an include callback; must outlive what is returned, as `sources` must
Include include_by(const leps_compile_options& options, SourceMap& sources);

}  // namespace leps::capi
