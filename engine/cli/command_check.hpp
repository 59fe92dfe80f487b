// `leps check`: verdicts, gaps and priorities of each Ambito.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus check(const Options& options);

}  // namespace leps::cli
