// Where words go: results to standard output or to a file, messages to standard error.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "report/write_options.hpp"
#include "source/source_map.hpp"

#include <string_view>

namespace leps::cli {

/// Shows messages, on standard error.
void tell(const DiagnosticBag& bag, const SourceMap& sources, const Options& options);

/// Writes a result where the user wants it: `--out`, whole or not at all, or standard output.
/// @param status  what to tell the shell where all goes well
/// @return `status`; `cannot_read_or_write`, and a message, where the result could not be written
ExitStatus deliver(std::string_view result, const Options& options, ExitStatus status);

/// Says that there was no room in which to make a workbook.
ExitStatus lacks_room(const Options& options);

/// How the writers of report/ are to write a result.
WriteOptions write_options(const Options& options);

/// Gives standard input, output and error a place where the caller closed them, so that no file
/// opened later takes their number and receives what was meant for them.
void hold_standard_streams();

}  // namespace leps::cli
