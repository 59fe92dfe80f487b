// `leps fmt`: rules in their canonical layout, in place.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus fmt(const Options& options);

}  // namespace leps::cli
