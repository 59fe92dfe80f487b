// Makes a data handle of facts, whether they were read from files or given by a builder.
#pragma once

#include "leps/leps.h"

#include "handles.hpp"

namespace leps::capi {

/// Judges the data, and makes the handle; else the diagnostics say why not.
/// @param data  all but its warnings
/// @param bag   what was found so far
leps_status finish_load(leps_data** out, leps_diagnostics** diagnostics,
                        std::shared_ptr<LoadedData> data, DiagnosticBag bag);

}  // namespace leps::capi
