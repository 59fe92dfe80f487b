// `leps test`: the examples of the packs, and what none of them reaches.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus test(const Options& options);

}  // namespace leps::cli
