// `leps explain CODE`: what a message means; without a code, the list of codes.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus explain_code(const Options& options);

}  // namespace leps::cli
