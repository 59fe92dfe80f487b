// The commands, one file each. They translate between the user and the pipeline, and decide
// nothing.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/inputs.hpp"
#include "cli/options.hpp"

#include <string>
#include <vector>

namespace leps::cli {

ExitStatus check(const Options& options);
ExitStatus explain(const Options& options);
/// Of a diagnostic's code, or the list of codes.
ExitStatus explain_code(const Options& options);
ExitStatus test(const Options& options);
/// `leps test --mutate`, once the rules are read and all their examples hold.
ExitStatus test_by_mutants(const Options& options, const Inputs& inputs);
ExitStatus lint(const Options& options);
ExitStatus fmt(const Options& options);
ExitStatus doc(const Options& options);
/// `leps template`.
ExitStatus form(const Options& options);

/// The whole program.
/// @param words  the arguments, without the program's name
ExitStatus run(const std::vector<std::string>& words);

}  // namespace leps::cli
