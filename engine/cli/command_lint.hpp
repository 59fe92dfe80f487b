// `leps lint`: all that is wrong with rules, or worth knowing of them, without data.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus lint(const Options& options);

}  // namespace leps::cli
