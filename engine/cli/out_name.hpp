// Checks the name of the file that a command is to write: its ending chooses the format, and no
// file gets the ending of a format that it is not.
#pragma once

#include "cli/options.hpp"

namespace leps::cli {

/// Reports a name of `--out` that no format of the command has. A format that was asked for by name
/// may go under any but those that other programs open.
void check_ending(const Options& options, DiagnosticBag& bag);

}  // namespace leps::cli
