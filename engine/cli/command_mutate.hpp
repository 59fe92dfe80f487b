// `leps test --mutate`: which small changes of the rules no example notices.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/inputs.hpp"
#include "cli/options.hpp"

namespace leps::cli {

/// Of rules that are read, and whose examples all hold.
ExitStatus test_by_mutants(const Options& options, const Inputs& inputs);

}  // namespace leps::cli
