// A report as one page of HTML.
#pragma once

#include "assess/report.hpp"
#include "report/write_options.hpp"

#include <string>

namespace leps::inline reports {

/// One self-contained page that can be mailed: no script, no outside resource.
std::string write_html(const Report& report, WriteOptions options);

}  // namespace leps::inline reports
