// A report as CSV.
#pragma once

#include "assess/report.hpp"
#include "report/write_options.hpp"

#include <string>

namespace leps::inline reports {

/// One row for each rule of each Ambito and year; no cell is ever a formula.
std::string write_csv(const Report& report, WriteOptions options);

}  // namespace leps::inline reports
