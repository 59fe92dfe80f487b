// The whole program, from the words on the command line. A command has a file of its own; it
// translates between the user and the pipeline, and decides nothing.
#pragma once

#include "cli/exit_status.hpp"

#include <string>
#include <vector>

namespace leps::cli {

/// @param words  the arguments, without the program's name
ExitStatus run(const std::vector<std::string>& words);

}  // namespace leps::cli
