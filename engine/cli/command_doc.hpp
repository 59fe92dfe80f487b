// `leps doc`: the packs as pages that a lawyer can read, in a folder of their own.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus doc(const Options& options);

}  // namespace leps::cli
