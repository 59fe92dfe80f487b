// Says at the end of a command what was read of the files, what was wrong, and what was written
// where.
#pragma once

#include "cli/inputs.hpp"
#include "cli/options.hpp"

#include <string>

namespace leps::cli {

/// `91 file, 89 Ambiti letti; niente da: …`: of several files of data. Empty of one.
std::string receipt(const Inputs& inputs, Language language);

/// `9 errori, nessun report scritto: correggi, oppure --keep-good`.
/// @param of_data  only then --keep-good helps
std::string nothing_written(const DiagnosticBag& bag, bool of_data, Language language);

/// `r.html: 91 Ambiti, 2025`.
std::string written(const Report& report, const std::string& path, Language language);

/// Says a line to the person at the terminal, beside the messages.
void tell(const std::string& line);

}  // namespace leps::cli
