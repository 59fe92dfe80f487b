// Tells the person at the terminal what was mended in a file, and how much is left to do.
#pragma once

#include "cli/mend_rules.hpp"
#include "cli/options.hpp"

#include <string>
#include <vector>

namespace leps::cli {

/// Of each: its place in the file as it was, what was wrong, the line before and after.
std::string show_mends(const std::string& path, const std::string& bytes,
                       const std::vector<Mend>& made, const Options& options);

/// `regole.leps: 3 correzioni; restano 2 errori da correggere a mano`. Empty where there was
/// nothing to do.
/// @param left  what was found in the file as it is now
std::string count_mends(const std::string& path, std::size_t made, const DiagnosticBag& left,
                        const Options& options);

}  // namespace leps::cli
