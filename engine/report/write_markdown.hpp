// A report as Markdown.
#pragma once

#include "assess/report.hpp"
#include "report/write_options.hpp"

#include <string>

namespace leps::inline reports {

/// Markdown tables.
std::string write_markdown(const Report& report, WriteOptions options);

}  // namespace leps::inline reports
