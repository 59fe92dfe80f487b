// The name of what a command writes: its ending says the format, and a file bears the name of
// nothing that it is not.
#pragma once

#include "cli/options.hpp"

namespace leps::cli {

/// Reports a name of `--out` that no format of the command has. A format that was asked for by name
/// may go under any but those that other programs open.
void check_ending(const Options& options, DiagnosticBag& bag);

}  // namespace leps::cli
