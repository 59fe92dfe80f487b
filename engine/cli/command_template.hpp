// `leps template`: an empty form with all that the rules ask.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus form(const Options& options);

}  // namespace leps::cli
