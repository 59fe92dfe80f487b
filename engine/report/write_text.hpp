// A report for a terminal or an e-mail.
#pragma once

#include "assess/report.hpp"
#include "report/write_options.hpp"

#include <string>

namespace leps::inline reports {

/// For a terminal or an e-mail: the Ambito's verdicts, gaps and what to do first.
std::string write_text(const Report& report, WriteOptions options);

}  // namespace leps::inline reports
