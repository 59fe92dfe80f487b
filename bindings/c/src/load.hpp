// What makes a handle of data out of files that were read, wherever they came from.
#pragma once

#include "leps/leps.h"

#include "handles.hpp"

#include "facts/data_files.hpp"

namespace leps::capi {

/// Types the data, judges them, and makes the handle; else the diagnostics say why not.
/// @param data  with its rules and with the sources that `files` stand in
/// @param bag   what was found so far
leps_status finish_load(leps_data** out, leps_diagnostics** diagnostics,
                        std::shared_ptr<LoadedData> data, DataFiles files, DiagnosticBag bag);

}  // namespace leps::capi
