// `leps explain`: the whole derivation of one result; of a code, what it means.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace leps::cli {

ExitStatus explain(const Options& options);

}  // namespace leps::cli
